"""The lists of people, organisations and places, and an entity's page."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import Final

from msgspec.structs import replace

from builder.briefing.citation import Citation
from builder.briefing.model import Entity, EntityKind, Event, Mention, Statement
from builder.grouping import grouped
from builder.pages.catalogue import Catalogue
from builder.pages.compared import conflict_views
from builder.pages.contexts_subjects import EntitiesPage, EntityPage
from builder.pages.frame import frame
from builder.pages.graph_drawing import draw_together
from builder.pages.independence import independence
from builder.pages.linker import Linker, web_address
from builder.pages.map_drawing import draw_map
from builder.pages.marks import body_marker
from builder.pages.name_groups import KIND_TITLES, name_groups
from builder.pages.names import alias_lines, role_lines
from builder.pages.order import LONGEST, as_in_chronology, in_order_of_date, part, part_count, part_path
from builder.pages.paging import Parts, pager, titled
from builder.pages.parts import Pair
from builder.pages.statement_views import statement_views
from builder.pages.together import together
from builder.pages.values import Html, Link, Segment
from builder.pages.views import (
    body_html,
    event_view,
    excerpts_by_source,
    named,
    passage_text,
    segments,
)
from builder.pages.words import Words
from builder.urls import Slug, page

FOREMOST: Final = 8
"""Pairs who are named together that a list shows in words."""
AROUND: Final = 90
"""Characters of context shown on either side of a mention."""


def entities_pages(catalogue: Catalogue, kind: EntityKind) -> Parts:
    """Plan the list of all entities of a kind, part by part."""
    found = [slug for other, slug in catalogue.names if other is kind]
    count = part_count(found, length=LONGEST)
    for number in range(1, count + 1):
        here = part(found, number, LONGEST)
        yield part_path(page(kind), number), partial(_list, kind=kind, number=number, count=count, slugs=here)


def _list(catalogue: Catalogue, kind: EntityKind, number: int, count: int, slugs: Sequence[Slug]) -> EntitiesPage:
    linker = Linker(catalogue, part_path(page(kind), number))
    title = KIND_TITLES[kind]
    kinds = (
        Link(linker.words.say(name), "" if other is kind else linker.to(page(other)))
        for other, name in KIND_TITLES.items()
    )
    return EntitiesPage(
        frame(
            catalogue,
            linker.here,
            titled(linker.words.say(title), number, linker.words),
            linker.words.say(f"{title} named in the articles."),
        ),
        pager(linker, page(kind), number, count),
        tuple(kinds),
        tuple(named(linker, (kind, slug)) for slug in slugs),
        *(_drawing(linker, kind) if number == 1 else (Html(""), ())),
    )


def _drawing(linker: Linker, kind: EntityKind) -> tuple[Html, tuple[Pair, ...]]:
    """Return the drawing above a list of names, and the pairs that it shows foremost."""
    if kind is EntityKind.PLACE:
        return draw_map(linker), ()
    others = (EntityKind.PERSON, EntityKind.ORGANISATION) if kind is EntityKind.PERSON else (kind,)
    found = together(linker.catalogue.briefing, others)
    told = (tie for tie in found.ties[:FOREMOST] if tie.count > 1)
    pairs = (Pair(linker.entity(*tie.one), linker.entity(*tie.other), tie.count) for tie in told)
    return draw_together(linker, found), tuple(pairs)


def entity_pages(catalogue: Catalogue, entity: Entity) -> Parts:
    """Plan an entity's page, part by part."""
    key = (entity.kind, entity.slug)
    said = in_order_of_date(catalogue.statements_by.get(key, ()))
    about = in_order_of_date(catalogue.statements_about.get(key, ()))
    events = as_in_chronology(catalogue.events_with.get(key, ()))
    mentions = _mentions(entity)
    count = part_count(said, about, events, mentions, catalogue.conflicts_of.get(entity.slug, ()))
    description, origins = _description(entity, catalogue.words), independence(catalogue, entity.articles)
    further = replace(entity, mentions=(), articles=(), roles=(), together=())
    for number in range(1, count + 1):
        yield (
            part_path(page(*key), number),
            partial(
                _page,
                entity=entity if number == 1 else further,
                description=description,
                origins=origins,
                number=number,
                count=count,
                said=part(said, number),
                about=part(about, number),
                events=part(events, number),
                mentions=part(mentions, number),
            ),
        )


def _page(
    catalogue: Catalogue,
    entity: Entity,
    description: str,
    origins: str,
    number: int,
    count: int,
    said: Sequence[Statement],
    about: Sequence[Statement],
    events: Sequence[Event],
    mentions: Sequence[tuple[Citation, list[Mention]]],
) -> EntityPage:
    key = (entity.kind, entity.slug)
    linker = Linker(catalogue, part_path(page(*key), number))
    first = number == 1
    return EntityPage(
        frame(catalogue, linker.here, titled(entity.name, number, linker.words), description),
        pager(linker, page(*key), number, count),
        Link(linker.words.say(KIND_TITLES[entity.kind]), linker.to(page(entity.kind))),
        entity.role if first else "",
        origins,
        role_lines(linker, entity),
        alias_lines(linker, entity) if first else (),
        tuple(Link(address, web_address(address)) for address in entity.same_as),
        _about(linker, entity) if first else Html(""),
        conflict_views(linker, part(catalogue.conflicts_of.get(entity.slug, ()), number)),
        statement_views(linker, said),
        statement_views(linker, about),
        tuple(event_view(linker, event) for event in events),
        excerpts_by_source(linker, _in_context(catalogue, mentions)),
        catalogue.names[key].mentions,
        name_groups(linker, entity.together),
    )


def _about(linker: Linker, entity: Entity) -> Html:
    passages = entity.body.passages if entity.body else ()
    marker = body_marker(linker, [(passage.text, passage.spans) for passage in passages])
    return body_html(linker, entity.body, page(entity.kind, entity.slug), marker)


def _description(entity: Entity, words: Words) -> str:
    role = f"{entity.role}. " if entity.role else ""
    return f"{role}{words.count(len(entity.mentions), 'mention')}, {words.count(len(entity.articles), 'article')}."


def _mentions(entity: Entity) -> list[tuple[Citation, list[Mention]]]:
    """Return each paragraph that names the entity, with its mentions there."""
    return list(grouped(entity.mentions, attrgetter("citation")).items())


def _in_context(
    catalogue: Catalogue, paragraphs: Iterable[tuple[Citation, list[Mention]]]
) -> Iterator[tuple[Citation, tuple[Segment, ...]]]:
    """Give paragraphs cut to the words around their mentions."""
    for citation, mentions in paragraphs:
        text = passage_text(catalogue.passage(citation))
        ranges = sorted((mention.start, mention.end) for mention in mentions)
        yield citation, tuple(_context(text, ranges)) if text else ()


def _context(text: str, ranges: list[tuple[int, int]]) -> Iterator[Segment]:
    start = _word_start(text, max(0, ranges[0][0] - AROUND))
    end = _word_end(text, min(len(text), ranges[-1][1] + AROUND))
    if start:
        yield Segment("… ", False)
    yield from segments(text[start:end], [(first - start, last - start) for first, last in ranges])
    if end < len(text):
        yield Segment(" …", False)


def _word_start(text: str, position: int) -> int:
    space = text.rfind(" ", 0, position)
    return space + 1 if position and space >= position - AROUND else position


def _word_end(text: str, position: int) -> int:
    space = text.find(" ", position)
    return space if position < len(text) and 0 <= space <= position + AROUND else position
