"""Phrases of the apparatus that are the same on every page."""

from collections import Counter
from typing import Final

from builder.briefing.model import Article, Briefing
from builder.pages.dates import in_words, short_month

UNKNOWN_PUBLISHER: Final = "Publisher not named"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: ``1 article``, ``5 articles``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def outlet(publisher: str, agency: str) -> str:
    """Return publisher and agency as readers see them: ``The Herald (AP)``, ``AP``."""
    known = [name for name in (publisher, agency) if name and name != "unknown"]
    if len(known) == 2 and known[0] != known[1]:
        return f"{known[0]} ({known[1]})"
    return known[0] if known else UNKNOWN_PUBLISHER


def described(article: Article) -> str:
    """Return what an article is, for the tooltip of a citation."""
    return f"{outlet(article.publisher, article.agency)}: {article.title}. {in_words(article.published)}."


def key_figures(briefing: Briefing) -> tuple[str, ...]:
    """Return the briefing in figures: articles, independent sources, the time they span."""
    figures = [counted(len(briefing.articles), "article"), counted(briefing.voices, "independent source")]
    months = [month for month in (short_month(article.published) for article in briefing.articles) if month]
    if months:
        figures.append(months[0] if months[0] == months[-1] else f"{months[0]} – {months[-1]}")
    undated = len(briefing.articles) - len(months)
    if undated and months:
        figures.append(f"{counted(undated, 'article')} without a known year")
    return tuple(figures)


def review_line(briefing: Briefing) -> str:
    """Return the state of review in a sentence."""
    if not briefing.articles:
        return "No article yet."
    states = Counter(article.review for article in briefing.articles)
    if set(states) == {"machine"}:
        return "Annotated by machine; no article has been reviewed by a person yet."
    told = {
        "reviewed": "reviewed by a person",
        "machine": "annotated by machine only",
        "disputed": "disputed",
    }
    return "Articles: " + ", ".join(f"{states[state]} {words}" for state, words in told.items() if states[state]) + "."
