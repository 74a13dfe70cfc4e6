"""The lists of people, organisations and places, and an entity's page."""

from collections.abc import Iterator
from typing import Final

from builder.briefing.model import Citation, Conflict, Entity, EntityKind, Mention
from builder.pages.article import KIND_TITLES
from builder.pages.catalogue import Catalogue
from builder.pages.compared import conflict_views
from builder.pages.contexts_subjects import EntitiesPage, EntityPage
from builder.pages.frame import frame
from builder.pages.graph_drawing import draw_together
from builder.pages.linker import Linker, web_address
from builder.pages.map_drawing import draw_map
from builder.pages.marks import body_marker
from builder.pages.names import alias_lines, role_lines
from builder.pages.phrases import counted
from builder.pages.statement_views import statement_views
from builder.pages.statements import in_order_of_date
from builder.pages.topics import name_groups
from builder.pages.values import Html, Link, Segment
from builder.pages.views import (
    body_html,
    event_view,
    excerpts_by_source,
    named,
    passage_text,
    segments,
)
from builder.urls import page

AROUND: Final = 90
"""Characters of context shown on either side of a mention."""


def entities_page(catalogue: Catalogue, kind: EntityKind) -> EntitiesPage:
    """Return the list of all entities of a kind."""
    path = page(kind)
    linker = Linker(catalogue, path)
    title = KIND_TITLES[kind]
    kinds = (Link(name, "" if other is kind else linker.to(page(other))) for other, name in KIND_TITLES.items())
    found = (named(linker, entity) for entity in catalogue.briefing.entities if entity.kind is kind)
    framed = frame(catalogue, path, title, f"{title} named in the articles.")
    return EntitiesPage(framed, tuple(kinds), tuple(found), _drawing(linker, kind))


def _drawing(linker: Linker, kind: EntityKind) -> Html:
    if kind is EntityKind.PLACE:
        return draw_map(linker)
    others = (EntityKind.PERSON, EntityKind.ORGANISATION) if kind is EntityKind.PERSON else (kind,)
    return draw_together(linker, others)


def entity_page(catalogue: Catalogue, entity: Entity) -> EntityPage:
    """Return an entity's page."""
    path = page(entity.kind, entity.slug)
    linker = Linker(catalogue, path)
    key = (entity.kind, entity.slug)
    passages = entity.body.passages if entity.body else ()
    marker = body_marker(linker, [(passage.text, passage.spans) for passage in passages])
    statements = in_order_of_date(catalogue.statements_by.get(key, ()))
    return EntityPage(
        frame(catalogue, path, entity.name, _description(entity)),
        Link(KIND_TITLES[entity.kind], linker.to(page(entity.kind))),
        entity.role,
        role_lines(linker, entity),
        alias_lines(linker, entity),
        tuple(Link(address, web_address(address)) for address in entity.same_as),
        body_html(linker, entity.body, entity.kind, marker),
        conflict_views(linker, _conflicts(catalogue, entity)),
        statement_views(linker, statements),
        statement_views(linker, in_order_of_date(catalogue.statements_about.get(key, ()))),
        tuple(event_view(linker, event) for event in catalogue.events_with.get(key, ())),
        excerpts_by_source(linker, _mentions(catalogue, entity)),
        len(entity.mentions),
        name_groups(linker, entity.together),
    )


def _conflicts(catalogue: Catalogue, entity: Entity) -> Iterator[Conflict]:
    for conflict in catalogue.briefing.conflicts:
        births = {conflict.subject} if conflict.kind == "birth" else set()
        if entity.slug in births | {account.speaker for account in conflict.accounts}:
            yield conflict


def _description(entity: Entity) -> str:
    role = f"{entity.role}. " if entity.role else ""
    where = counted(len(entity.articles), "article")
    return f"{role}{counted(len(entity.mentions), 'mention')} in {where}."


def _mentions(catalogue: Catalogue, entity: Entity) -> Iterator[tuple[Citation, tuple[Segment, ...]]]:
    """Give each paragraph that names the entity, cut to the words around its mentions."""
    paragraphs: dict[Citation, list[Mention]] = {}
    for mention in entity.mentions:
        paragraphs.setdefault(mention.citation, []).append(mention)
    for citation, mentions in paragraphs.items():
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
