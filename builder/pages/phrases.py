"""Phrases of the apparatus that are the same on every page."""

from collections import Counter
from functools import lru_cache
from typing import Final

from msgspec import Struct

from builder.briefing.model import Article, Briefing
from builder.edtf import Precision, parse
from builder.pages.dates import in_words, short_month
from builder.pages.language import Foreign, foreign
from builder.pages.words import Words

_NO_YEAR: Final = (Precision.DECADE, Precision.CENTURY, Precision.UNKNOWN_YEAR)
FOUND_IN: Final = {"published": "the day of publication", "text": "other words of the text", "page": "the copied page"}
"""What a date was worked out from, by the word for it in the article's file."""
UNKNOWN_PUBLISHER: Final = "Publisher not named"


@lru_cache(maxsize=1 << 12)
def outlet(publisher: str, agency: str, words: Words) -> str:
    """Return publisher and agency as readers see them: ``The Herald (AP)``, ``AP``."""
    known = [name for name in (publisher, agency) if name and name != "unknown"]
    if len(known) == 2 and known[0] != known[1]:
        return f"{known[0]} ({known[1]})"
    return known[0] if known else words.say(UNKNOWN_PUBLISHER)


def worked_out_from(source: str, words: Words) -> str:
    """Return in words from what a date was worked out; ``source`` is the word for it in the article's file."""
    return words.say("worked out from: {source}", source=words.say(FOUND_IN.get(source, source)))


class Described(Struct, frozen=True):
    """What the citations of an article tell of it."""

    title: str
    """What it is, in a line."""
    foreign: Foreign | None


def described(article: Article, words: Words, language: str) -> Described:
    """Return what an article is, for its citations on pages in a language."""
    outlets = outlet(article.publisher, article.agency, words)
    title = f"{outlets}: {article.title}. {in_words(article.published, words)}."
    return Described(title, foreign(article.language, language))


def key_figures(briefing: Briefing, words: Words) -> tuple[str, ...]:
    """Return the briefing in figures: articles, independent sources, the time they span."""
    figures = [words.count(len(briefing.articles), "article"), words.count(briefing.voices, "independent source")]
    dates = [parse(article.published) for article in briefing.articles]
    known = sorted((date.first, date.text) for date in dates if date and date.first and date.precision not in _NO_YEAR)
    if known:
        first, last = (short_month(known[place][1], words) for place in (0, -1))
        figures.append(first if first == last else f"{first} – {last}")
    undated = len(briefing.articles) - len(known)
    if undated and known:
        figures.append(words.count(undated, "article without a known year", "articles without a known year"))
    return tuple(figures)


def review_line(briefing: Briefing, words: Words) -> str:
    """Return the state of review in a sentence."""
    if not briefing.articles:
        return words.say("No article yet.")
    states = Counter(article.review for article in briefing.articles)
    if set(states) == {"machine"}:
        return words.say("Annotated by machine; no article has been reviewed by a person yet.")
    if set(states) == {"reviewed"}:
        return words.say("Every article has been reviewed by a person.")
    told = {"reviewed": "reviewed by a person", "machine": "annotated by machine only", "disputed": "disputed"}
    parts = (f"{states[state]} {words.say(said)}" for state, said in told.items() if states[state])
    return words.say("Articles: {parts}.", parts=", ".join(parts))
