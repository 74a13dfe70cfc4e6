"""Spans as tags: names link to their pages, dates become ``time``, all else is a quiet mark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from html import escape
from typing import Final

from builder.annotate.span import NAMES, STATEMENTS, Label, Span
from builder.briefing.model import Article, EntityKind
from builder.edtf import parse
from builder.pages.anchors import event_anchor, statement_anchor
from builder.pages.catalogue import wordings
from builder.pages.dates import in_words, machine_date
from builder.pages.linker import Linker
from builder.pages.phrases import worked_out_from
from builder.pages.words import Words
from builder.urls import Slug, slugify

KINDS: Final = {Label.PERSON: EntityKind.PERSON, Label.ORG: EntityKind.ORGANISATION, Label.PLACE: EntityKind.PLACE}
_WORDS: Final = {Label.PERSON: "Person", Label.ORG: "Organisation", Label.PLACE: "Place"}

Tags = tuple[str, str]

Told = tuple[int, bool, str]
"""A paragraph's number, whether an event (and not a statement) is told there, and its words."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Turns the spans of one body into tags; one is made for each rendering, since identifiers are given out once."""

    linker: Linker
    texts: Sequence[str]
    """The text of each passage of the body."""
    inner: Sequence[frozenset[tuple[int, int]]]
    """Of each passage, where the names start and end that stand in another name."""
    anchors: dict[Told, str] = field(default_factory=dict)
    """Identifiers of the statements and events told in the body; each is given out once."""

    def __call__(self, number: int, span: Span) -> Tags:
        """Return the tags around a span's words; ``number`` counts passages from 1."""
        words = self.texts[number - 1][span.start : span.end]
        if span.label in NAMES:
            return self._name(span, words, (span.start, span.end) in self.inner[number - 1])
        if span.label is Label.DATE:
            return _date(span, self.linker.words)
        if span.label in STATEMENTS or span.label is Label.EVENT:
            return self._told(number, span, words)
        return f'<span class="{_class(span)}"{_title(_measure(span))}>', "</span>"

    def _name(self, span: Span, words: str, inside: bool) -> Tags:
        slug = Slug(span.value("ref")) or _slug(words)
        link = self.linker.entity(KINDS[span.label], slug)
        if inside or not link.href:
            return f'<span class="{_class(span)}">', "</span>"
        return _named(_class(span), link.href, self.linker.words.say(_WORDS[span.label]), link.text, link.title)

    def _told(self, number: int, span: Span, words: str) -> Tags:
        anchor = self.anchors.pop((number, span.label is Label.EVENT, words), "")
        identifier = f' id="{escape(anchor)}"' if anchor and not self.linker.in_dossier else ""
        return f'<span class="{_class(span)}"{identifier}>', "</span>"


def article_marker(linker: Linker, article: Article) -> Marker:
    """Return the marker of an article's text, with the identifiers of its statements and events."""
    first_places = {identifier: told for told, identifier in reversed(tuple(_anchors(linker, article)))}
    anchors = {told: identifier for identifier, told in first_places.items()}
    return replace(body_marker(linker, [(one.text, one.spans) for one in article.body.passages]), anchors=anchors)


def body_marker(linker: Linker, texts: Sequence[tuple[str, Sequence[Span]]]) -> Marker:
    """Return the marker of an editor's text, from the text and spans of each passage."""
    return Marker(linker, [text for text, _ in texts], [_inner_names(spans) for _, spans in texts])


def _anchors(linker: Linker, article: Article) -> Iterator[tuple[Told, str]]:
    for event in linker.catalogue.events_in.get(article.slug, ()):
        for telling in event.tellings:
            if telling.citation.article == article.slug:
                yield (telling.citation.paragraph, True, telling.text), event_anchor(event.id)
    for statement in linker.catalogue.statements_in.get(article.slug, ()):
        for text, citation in wordings(statement):
            if citation.article == article.slug:
                yield (citation.paragraph, False, text), statement_anchor(statement.id)


def _inner_names(spans: Sequence[Span]) -> frozenset[tuple[int, int]]:
    """Return where the names start and end that stand in another name; spans come outer before inner."""
    found, furthest = set(), -1
    for span in spans:
        if span.label in NAMES:
            if span.end <= furthest:
                found.add((span.start, span.end))
            furthest = max(furthest, span.end)
    return frozenset(found)


@lru_cache(maxsize=1 << 16)
def _slug(words: str) -> Slug:
    """Return the slug of a name; the same names come again and again."""
    return slugify(words)


@lru_cache(maxsize=1 << 14)
def _named(shape: str, href: str, kind: str, name: str, role: str) -> Tags:
    """Return the tags around a name; the pages of a folder have the same names again and again."""
    return (
        f'<a class="{shape}" href="{escape(href)}"{_title(f"{kind}: {name}" + (f", {role}" if role else ""))}>',
        "</a>",
    )


def _date(span: Span, words: Words) -> Tags:
    value = span.value("value")
    date = parse(value)
    if date is None:
        return f'<span class="{_class(span)}">', "</span>"
    source = span.value("from")
    title = f"{in_words(value, words)}, {worked_out_from(source, words)}" if source else in_words(value, words)
    shape = f"{_class(span)} worked-out" if source else _class(span)
    machine = machine_date(date)
    if machine:
        return f'<time class="{shape}" datetime="{machine}"{_title(title)}>', "</time>"
    return f'<span class="{shape}"{_title(title)}>', "</span>"


def _class(span: Span) -> str:
    return f"{span.label} disputed" if span.value("review") == "disputed" else str(span.label)


def _measure(span: Span) -> str:
    return " ".join(part for part in (span.value("value"), span.value("unit")) if part)


def _title(words: str) -> str:
    return f' title="{escape(words)}"' if words else ""
