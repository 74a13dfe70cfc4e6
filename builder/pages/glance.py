"""One edited article among all that was known before: its page can be made before the briefing is made again."""

from collections import ChainMap
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar, cast

from builder.briefing.articles import article_of
from builder.briefing.edited import Edit, Speaker, events_told, shared_still, statements_told
from builder.briefing.entities import assemble_entities, find_names
from builder.briefing.model import Article, Entity, EntityKind, Event, Statement
from builder.content.article import ArticleFile
from builder.content.files import TopicFile
from builder.content.topics import rules_of
from builder.pages.catalogue import Catalogue, EntityKey, Name, titled
from builder.pages.order import has_story, in_time, place_of
from builder.pages.phrases import described, review_line
from builder.pages.plan import Page, page_of
from builder.pages.views import place
from builder.urls import Slug

Key = TypeVar("Key")
Value = TypeVar("Value")
Known = tuple[EntityKind, Slug, int]


def glance(found: Catalogue, file: ArticleFile, topics: Sequence[TopicFile]) -> tuple[Page, Catalogue]:
    """Return the page of an article that was edited since the briefing was made, and a catalogue to make it from.

    What decides the article's place among the others, its voice and its topics must have stayed, as must ``topics``.
    What the article tells by itself is as it is now. What is joined of many articles is as it was, but for what it has
    from this one.
    """
    before = found.briefing.articles[place(found.articles[file.slug]) - 1]
    now = titled(article_of(file, before.code, before.voice, rules_of(topics)), found.words)
    return page_of(now), _with_edited(found, before, now)


def _with_edited(found: Catalogue, before: Article, now: Article) -> Catalogue:
    """Return a catalogue that has all that an article's page looks at, with the article as it is now."""
    slug, edit = now.slug, Edit(before, now, found.briefing.articles)
    was, named = (assemble_entities(find_names((one.passages,)), ()) for one in (before, now))
    names = _over(found.names, {(one.kind, one.slug): _name(one) for one in named if _key(one) not in found.names})
    statements = statements_told(edit, found.statements_in.get(slug, ()), partial(_speaker, names))
    events = events_told(edit, found.events_in.get(slug, ()))
    return replace(
        found,
        review=found.review if now.review == before.review else _review(found, now),
        described=_over(found.described, {slug: described(now, found.words)}),
        articles=_over(found.articles, {slug: now.head}),
        passages=_over(found.passages, {(slug, one.citation.paragraph): one for one in now.passages}),
        names=names,
        statements_in=_over(found.statements_in, {slug: tuple([one for one, _ in statements])}),
        events_in=_over(found.events_in, {slug: tuple([one for one, _ in events])}),
        entities_in=_over(found.entities_in, {slug: _in_order(named, was, found.names)}),
        shared_in=_over(found.shared_in, {slug: shared_still(edit, found.shared_in.get(slug, ()))}),
        statement_parts=_over(
            found.statement_parts, {one.id: _part_said(found, one, then) for one, then in statements}
        ),
        event_parts=_over(found.event_parts, {one.id: _part_told(found, one, then) for one, then in events}),
    )


def _over(known: Mapping[Key, Value], new: dict[Key, Value]) -> Mapping[Key, Value]:
    """Return a table with some entries put before its own; to copy all for the sake of few would take longer."""
    return ChainMap(new, cast("MutableMapping[Key, Value]", known))


def _key(entity: Entity) -> EntityKey:
    return entity.kind, entity.slug


def _name(entity: Entity) -> Name:
    return Name(entity.name, entity.role, len(entity.mentions), 0)


def _speaker(names: Mapping[EntityKey, Name], by: str) -> Speaker:
    slug = Slug(by)
    kind = next((kind for kind in EntityKind if (kind, slug) in names), None)
    return (slug, kind, names[kind, slug].name) if kind else (None, None, by)


def _review(found: Catalogue, now: Article) -> str:
    articles = tuple(now if one.slug == now.slug else one for one in found.briefing.articles)
    return review_line(replace(found.briefing, articles=articles), found.words)


def _in_order(named: Sequence[Entity], before: Sequence[Entity], known: Mapping[EntityKey, Name]) -> tuple[Known, ...]:
    """Return whom and what an article names, with how often: most first, else in the briefing's order.

    ``before`` is what it named, ``known`` what the briefing has.
    """
    kinds, was = list(EntityKind), {_key(one): len(one.mentions) for one in before}

    def rank(one: Entity) -> tuple[int, int, int, str, Slug]:
        here, whole = len(one.mentions), known.get(_key(one))
        elsewhere = whole.mentions - was.get(_key(one), 0) if whole else 0
        return -here, kinds.index(one.kind), -(elsewhere + here), whole.name if whole else one.name, one.slug

    return tuple([(one.kind, one.slug, len(one.mentions)) for one in sorted(named, key=rank)])


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
