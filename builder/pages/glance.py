"""One edited article among all that was known before: its page can be made before the briefing is made again."""

from collections import ChainMap
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from msgspec.structs import replace as replaced

from builder.briefing.articles import article_of
from builder.briefing.edited import Edit, Speaker, events_told, shared_still, statements_told
from builder.briefing.entities import assemble_entities, find_names
from builder.briefing.model import Article, Entity, EntityKind, Event, Statement
from builder.content.article import ArticleFile
from builder.content.files import Content, EntityFile
from builder.content.topics import rules_of
from builder.pages.catalogue import Catalogue, EntityKey, Name
from builder.pages.order import has_story, in_time, place_of
from builder.pages.phrases import described, review_line
from builder.pages.plan import Page, page_of
from builder.pages.titles import titled
from builder.pages.views import place
from builder.urls import Slug

Key = TypeVar("Key")
Value = TypeVar("Value")


def glance(found: Catalogue, file: ArticleFile, content: Content) -> tuple[Page, Catalogue]:
    """Return the page of an article that was edited since the briefing was made, and a catalogue to make it from.

    ``content`` is what the briefing was made of. All of it but the article must have stayed, as must what decides the
    article's place among the others, its voice and its topics.
    What the article tells by itself is as it is now. What is joined of many articles is as it was, but for what it has
    from this one.
    """
    before = found.briefing.articles[place(found.articles[file.slug]) - 1]
    now = titled(article_of(file, before.code, before.voice, rules_of(content.topics)), found.words)
    return page_of(now), _with_edited(found, before, now, content.entities)


def _with_edited(found: Catalogue, before: Article, now: Article, files: Sequence[EntityFile]) -> Catalogue:
    """Return a catalogue that has all that an article's page looks at, with the article as it is now."""
    slug, edit = now.slug, Edit(before, now, found.briefing.articles)
    names = _names(found, before, now, files)
    statements = statements_told(edit, found.statements_in.get(slug, ()), names.speaker)
    events = events_told(edit, found.events_in.get(slug, ()))
    return replace(
        found,
        review=found.review if now.review == before.review else _review(found, now),
        described=_over(found.described, {slug: described(now, found.words, found.briefing.language)}),
        articles=_over(found.articles, {slug: now.head}),
        passages=_over(found.passages, {(slug, one.citation.paragraph): one for one in now.passages}),
        names=names.known,
        statements_in=_over(found.statements_in, {slug: tuple([one for one, _ in statements])}),
        events_in=_over(found.events_in, {slug: tuple([one for one, _ in events])}),
        entities_in=_over(found.entities_in, {slug: names.here}),
        shared_in=_over(found.shared_in, {slug: shared_still(edit, found.shared_in.get(slug, ()))}),
        statement_parts=_over(
            found.statement_parts, {one.id: _part_said(found, one, then) for one, then in statements}
        ),
        event_parts=_over(found.event_parts, {one.id: _part_told(found, one, then) for one, then in events}),
    )


def _over(known: Mapping[Key, Value], new: dict[Key, Value]) -> Mapping[Key, Value]:
    """Return a table with some entries put before its own; to copy all for the sake of few would take longer."""
    return ChainMap(new, cast("MutableMapping[Key, Value]", known))


@dataclass(frozen=True, slots=True)
class _Names:
    """Whom and what the briefing knows, with an article as it is now."""

    known: Mapping[EntityKey, Name]
    """All that was known before or is named now."""
    gone: frozenset[EntityKey]
    """Those of them whom the article alone named, and names no more."""
    here: tuple[tuple[EntityKind, Slug, int], ...]
    """Those that the article names, with how often: most first, else in the briefing's order."""

    def speaker(self, by: str) -> Speaker:
        """Return whom a ``by`` refers to."""
        slug = Slug(by)
        kinds = (kind for kind in EntityKind if (kind, slug) in self.known and (kind, slug) not in self.gone)
        kind = next(kinds, None)
        return (slug, kind, self.known[kind, slug].name) if kind else (None, None, by)


def _names(found: Catalogue, before: Article, now: Article, files: Sequence[EntityFile]) -> _Names:
    was, named = (
        {(one.kind, one.slug): one for one in assemble_entities(find_names((each.passages,)), files)}
        for each in (before, now)
    )

    def elsewhere(key: EntityKey) -> int:
        """Return how often other articles name somebody or something."""
        return found.names[key].mentions - (len(was[key].mentions) if key in was else 0) if key in found.names else 0

    # What the article alone names is called as it calls it now, all else as it was.
    own = {key: Name(one.name, one.role, len(one.mentions), 0) for key, one in named.items() if not elsewhere(key)}
    known = _over(found.names, own)
    kinds = list(EntityKind)

    def rank(one: Entity) -> tuple[int, int, int, str, Slug]:
        key, count = (one.kind, one.slug), len(one.mentions)
        return -count, kinds.index(one.kind), -(elsewhere(key) + count), known[key].name, one.slug

    here = sorted((one for one in named.values() if one.mentions), key=rank)
    gone = frozenset(key for key in was if key not in named and not elsewhere(key))
    return _Names(known, gone, tuple([(one.kind, one.slug, len(one.mentions)) for one in here]))


def _review(found: Catalogue, now: Article) -> str:
    articles = tuple(now if one.slug == now.slug else one for one in found.briefing.articles)
    return review_line(replaced(found.briefing, articles=articles), found.words)


def _part_said(found: Catalogue, statement: Statement, before: Statement | None) -> int:
    """Return the part of the page of all statements where one stands; a new one with what its speaker said before."""
    known = before
    if known is None and statement.speaker is not None and statement.speaker_kind is not None:
        known = next(iter(found.statements_by.get((statement.speaker_kind, statement.speaker), ())), None)
    return found.statement_parts[known.id] if known else max(found.said, default=1)


def _part_told(found: Catalogue, event: Event, before: Event | None) -> int:
    """Return the part of the chronology where an event stands; a new one where its time is."""
    if before:
        return found.event_parts[before.id]
    apart = has_story(found.briefing.events)
    time = in_time(place_of(event, apart))
    begun = (number for number, part in found.chronology.items() if part and in_time(place_of(part[0], apart)) <= time)
    return max(begun, default=1)
