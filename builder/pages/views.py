"""Parts of the model as the values that templates show, with every link made for one page."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from builder.briefing.articles import UNKNOWN
from builder.briefing.citation import Citation
from builder.briefing.model import ArticleHead, Event, Passage, Telling
from builder.markdown.html import Marks, render_chunks
from builder.markdown.tokens import Body
from builder.pages.anchors import event_anchor
from builder.pages.catalogue import EntityKey, participants
from builder.pages.dates import NOT_SETTLED, date_view, in_words, within
from builder.pages.in_sentence import around
from builder.pages.language import foreign
from builder.pages.linker import Linker
from builder.pages.order import LONGEST
from builder.pages.phrases import outlet
from builder.pages.said_above import NOTHING_ABOVE, SaidAbove
from builder.pages.values import (
    ArticleLine,
    DateView,
    EventView,
    Excerpt,
    Html,
    Link,
    Named,
    Segment,
    SourceExcerpts,
    Wording,
)
from builder.pages.words import Words
from builder.urls import PagePath, Slug

WORKED_OUT: Final = frozenset({"weekday in text"})
"""Ways of finding an article's date that put together what the source does not say in one place."""

MOST_NAMED: Final = 6
"""Outlets that are named beside one wording; of more, their number."""
MOST_TOLD: Final = 12
"""Wordings of an event that are shown outside the chronology."""

PLANS: Final = {
    "told": "Announced beforehand, told as done later",
    "ahead": "Lies after the newest article",
    "open": "Its date has passed; nothing was found that tells of it as done",
}
_UNDATED: Final = {"publication": "no date in the sentence; about the day of publication"}
_YEAR: Final = re.compile(r"[0-9]{4}")


def published(article: ArticleHead, words: Words) -> DateView:
    """Return an article's date, with its sign where it was worked out."""
    found = article.published_from
    if article.published == UNKNOWN != found:
        return DateView(words.say(NOT_SETTLED), "", "?", found)
    if found in WORKED_OUT:
        return date_view(
            article.published, words, worked_out=words.say("worked out from: {source}", source=words.say(found))
        )
    return date_view(article.published, words)


def article_line(linker: Linker, article: ArticleHead) -> ArticleLine:
    """Return an article for a list."""
    agency = "" if article.agency == "unknown" else article.agency
    return ArticleLine(
        article.code,
        Link(article.title, linker.article(article.slug)),
        linker.publisher(article.publisher_slug),
        agency,
        published(article, linker.words),
        article.review,
        article.words,
        len(article.left_out),
        foreign(article.language, linker.catalogue.briefing.language),
    )


def event_view(linker: Linker, event: Event, above: SaidAbove = NOTHING_ABOVE) -> EventView:
    """Return an event for a list: with its wordings in the chronology and the dossier, elsewhere with the first."""
    shown = LONGEST if linker.in_dossier or linker.here.startswith("chronology.") else MOST_TOLD
    told_as = _weightiest_first(event)
    found = [(one.text, one.citation, _found(one, linker.words)) for one in told_as]
    wordings, more = folded_wordings(linker, found, shown, above)
    return EventView(
        event_anchor(event.id),
        linker.event(event.id),
        _dated(linker, event),
        wordings,
        more,
        event.status == "planned",
        linker.words.say(PLANS.get(event.plan, "")),
        () if event.status == "planned" else tuple([linker.cite(citation) for citation in event.foretold]),
        event.background,
        event.voices,
        event.review,
        tuple([linker.entity(kind, slug) for kind, slug in participants(event)]),
        tuple([linker.topic(slug) for slug in event.topics]),
    )


def _dated(linker: Linker, event: Event) -> DateView:
    if event.date == UNKNOWN:
        return DateView(when(event, linker.words), "", "", "")
    return date_view(event.date, linker.words, worked_out=_evidence(linker, event))


def when(event: Event, words: Words) -> str:
    """Return an event's date in words; that none could be settled where only a source's words for one are known."""
    unsettled = event.date == UNKNOWN and any(telling.date_words for telling in event.tellings)
    return words.say(NOT_SETTLED) if unsettled else in_words(event.date, words)


def _weightiest_first(event: Event) -> list[Telling]:
    return sorted(event.tellings, key=lambda telling: telling.text != event.text)


def _found(telling: Telling, words: Words) -> str:
    """Return in words how the date of a telling was found."""
    if telling.date_words:
        told = "date from “{source}”" if telling.dated_from else "the source says “{source}”"
        return words.say(told, source=telling.date_words)
    return words.say(_UNDATED.get(telling.dated_from, ""))


def folded_wordings(
    linker: Linker,
    found: Iterable[tuple[str, Citation, str]],
    most: int,
    above: SaidAbove,
    *,
    in_sentence: bool = False,
) -> tuple[tuple[Wording, ...], int]:
    """Return what was said of one thing, the same words once with all passages that have them, and how much more.

    ``found`` are the words, the passage and how the date was found, which the first that has the words tells. So many
    wordings are given, and of each so many passages are cited; ``in_sentence`` asks for the rest of the sentence, too.
    """
    groups: dict[str, tuple[str, dict[Citation, None]]] = {}
    for text, citation, date_found in found:
        groups.setdefault(text, (date_found, {}))[1][citation] = None
    shown = [
        _wording(linker, text, list(cited), most, first, above, in_sentence)
        for text, (first, cited) in islice(groups.items(), most)
    ]
    return tuple(shown), len(groups) - len(shown)


def _wording(
    linker: Linker,
    text: str,
    citations: Sequence[Citation],
    most: int,
    date_found: str,
    above: SaidAbove,
    in_sentence: bool,
) -> Wording:
    articles = [linker.catalogue.articles[citation.article] for citation in citations]
    outlets = list(dict.fromkeys([outlet(one.publisher, one.agency, linker.words) for one in articles]))
    carried_by = ", ".join(outlets[:MOST_NAMED]) + (f", … ({len(outlets)})" if len(outlets) > MOST_NAMED else "")
    shown = [number for number, article in enumerate(articles) if article.rights != "none"]
    before, behind = "", ""
    if in_sentence and shown:
        passage = passage_text(linker.catalogue.passage(citations[shown[0]]))
        before, behind = around(passage, text, articles[shown[0]].language)
    return Wording(
        text if shown else "",
        tuple([linker.cite(citation) for citation in citations[:most]]),
        max(0, len(citations) - most),
        "" if carried_by == above.outlet else carried_by,
        date_found,
        before,
        behind,
    )


def _evidence(linker: Linker, event: Event) -> str:
    """Return from what an event's date was worked out; empty where a source states it with its year."""
    year = _YEAR.match(event.date)
    if year is None or any(year[0] in telling.date_words for telling in event.tellings):
        return ""
    telling = _weightiest_first(event)[0]
    article = linker.catalogue.articles[telling.citation.article]
    words = linker.words
    return words.say(
        "worked out from {source} in {code}; date of the article: {date}",
        source=words.quoted(telling.date_words) if telling.date_words else words.say("the article alone"),
        code=article.code,
        date=within(article.published, words),
    )


def told(linker: Linker, citation: Citation, text: str) -> str:
    """Return the text where the article's rights allow a passage to be shown, else the empty string."""
    return "" if linker.catalogue.rights(citation) == "none" else text


def named(linker: Linker, key: EntityKey) -> Named:
    """Return an entity for a list."""
    known = linker.catalogue.names[key]
    return Named(linker.entity(*key), known.role, known.mentions, known.statements)


def excerpts_by_source(
    linker: Linker, found: Iterable[tuple[Citation, tuple[Segment, ...]]]
) -> tuple[SourceExcerpts, ...]:
    """Return passages grouped by article, in the articles' order; text that may not be shown is left out."""
    groups: defaultdict[str, list[Excerpt]] = defaultdict(list)
    for citation, segments in sorted(found, key=lambda one: (one[0].article, one[0].paragraph)):
        groups[citation.article].append(excerpt(linker, citation, segments))
    return tuple(
        SourceExcerpts(
            Link(article.title, linker.article(article.slug)),
            outlet(article.publisher, article.agency, linker.words),
            published(article, linker.words),
            tuple(groups[article.slug]),
        )
        for article in sorted((linker.catalogue.articles[Slug(slug)] for slug in groups), key=place)
    )


def place(article: ArticleHead) -> int:
    """Return the article's place in the order of the briefing, from 1."""
    return int(article.code.removeprefix("S"))


def excerpt(linker: Linker, citation: Citation, segments: tuple[Segment, ...]) -> Excerpt:
    """Return a passage with its marks, without its text where that may not be shown."""
    passage = linker.catalogue.passage(citation)
    shown = segments if passage and _may_show(linker, citation) else ()
    return Excerpt(linker.cite(citation), shown, passage.editorial if passage else False)


def _may_show(linker: Linker, citation: Citation) -> bool:
    rights = linker.catalogue.rights(citation)
    if rights == "excerpt":
        return citation.paragraph in linker.catalogue.cited_paragraphs(citation.article)
    return rights == "full"


def segments(text: str, ranges: Sequence[tuple[int, int]]) -> tuple[Segment, ...]:
    """Split a text into marked and unmarked pieces; ranges are offsets, ascending; what overlaps is joined."""
    pieces: list[Segment] = []
    position = 0
    for start, end in ranges:
        start = max(start, position)
        if start >= end:
            continue
        if start > position:
            pieces.append(Segment(text[position:start], False))
        pieces.append(Segment(text[start:end], True))
        position = end
    if position < len(text):
        pieces.append(Segment(text[position:], False))
    return tuple(pieces)


def body_html(linker: Linker, body: Body | None, home: PagePath, marks: Marks, anchor: str = "") -> Html:
    """Return an editor's text as HTML; empty where there is none.

    ``home`` is the page of its file; ``anchor`` opens the identifiers in it where several bodies stand on one page.
    """
    if not body:
        return Html("")
    chunks = render_chunks(body, marks, lambda address: linker.resolve(home, address), anchor)
    return Html("".join(chunk.html for chunk in chunks))


def passage_text(passage: Passage | None) -> str:
    """Return a passage's text; empty where there is no such passage."""
    return passage.text if passage else ""
