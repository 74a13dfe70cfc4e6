"""Who says what: statements by speaker, then topic and date."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby, islice
from typing import Final

from msgspec.structs import replace

from builder.briefing.comparison import Conflict
from builder.briefing.model import EntityKind, Statement
from builder.grouping import grouped
from builder.pages.catalogue import Catalogue, EntityKey
from builder.pages.compared import conflict_views
from builder.pages.contexts import StatementsPage
from builder.pages.frame import frame
from builder.pages.linker import STATEMENTS, Linker
from builder.pages.order import TOPICAL, SpeakerKey, by_speaker, first_topic, part, part_count, part_path, speaker_key
from builder.pages.paging import Parts, pager, titled
from builder.pages.parts import SpeakerGroup, TopicStatements
from builder.pages.statement_views import speaker, statement_views
from builder.pages.values import Link, StatementView
from builder.urls import Slug

UNTITLED: Final = Link("", "")
FOREMOST: Final = 60
"""Speakers that every part of the page leads to."""
NO_TOPIC: Final = "On no topic of the briefing"


def statements_pages(catalogue: Catalogue) -> Parts:
    """Plan the parts of the page of all statements."""
    statements = catalogue.briefing.statements
    quotes = sum(statement.kind == "quote" for statement in statements)
    counts = quotes, len(statements) - quotes
    foremost = _foremost(catalogue)
    conflicts = catalogue.briefing.conflicts
    count = max(len(catalogue.said), part_count(conflicts))
    for number in range(1, count + 1):
        said, told = catalogue.said.get(number, ()), part(conflicts, number)
        made = partial(_page, number=number, count=count, conflicts=told, said=said, foremost=foremost, counts=counts)
        yield part_path(STATEMENTS, number), made


def _page(
    catalogue: Catalogue,
    number: int,
    count: int,
    conflicts: Sequence[Conflict],
    said: Sequence[Statement],
    foremost: Sequence[tuple[EntityKey, int]],
    counts: tuple[int, int],
) -> StatementsPage:
    linker = Linker(catalogue, part_path(STATEMENTS, number))
    title = titled(linker.words.say("Who says what"), number, linker.words)
    return StatementsPage(
        frame(
            catalogue,
            linker.here,
            title,
            linker.words.say("Every statement the articles report, by speaker, topic and date."),
        ),
        pager(linker, STATEMENTS, number, count),
        conflict_views(linker, conflicts),
        speaker_groups(linker, said, by_topic=True),
        tuple(
            Link(catalogue.names[key].name, linker.to(part_path(STATEMENTS, begins), _anchor(*key)))
            for key, begins in foremost
            if begins != number
        ),
        *counts,
    )


def _foremost(catalogue: Catalogue) -> tuple[tuple[EntityKey, int], ...]:
    """Return the known speakers who are reported with most, each with the part in which their statements begin."""
    begins: dict[EntityKey, int] = {}
    for number, said in catalogue.said.items():
        for statement in said:
            kind, name = speaker_key(statement, catalogue.names)
            if kind is not None:
                begins.setdefault((kind, Slug(name)), number)
    return tuple(islice(begins.items(), FOREMOST))


def _anchor(kind: EntityKind, slug: Slug) -> str:
    return f"by-{kind}-{slug}"


def in_order_of_speakers(catalogue: Catalogue, statements: Iterable[Statement]) -> list[Statement]:
    """Return statements by speaker, then date."""
    return [statement for group in by_speaker(statements, catalogue.names, {}) for statement in group]


def speaker_groups(
    linker: Linker, statements: Iterable[Statement], *, by_topic: bool = False
) -> tuple[SpeakerGroup, ...]:
    """Return statements grouped by speaker, in the order they came in; where it is asked for and worth it, by topic."""
    groups = grouped(statements, lambda statement: speaker_key(statement, linker.catalogue.names))
    return tuple(_group(linker, key, found, by_topic) for key, found in groups.items())


def _group(linker: Linker, key: SpeakerKey, found: list[Statement], by_topic: bool) -> SpeakerGroup:
    kind, name = key
    known = linker.catalogue.names.get((kind, Slug(name))) if kind else None
    return SpeakerGroup(
        speaker(linker, found[0]),
        _anchor(kind, Slug(name)) if kind else f"by-{found[0].id}",
        known.role if known else "",
        _by_topic(linker, found) if by_topic and len(found) >= TOPICAL else (_together(linker, found),),
        len(found),
    )


def _together(linker: Linker, found: Iterable[Statement], topic: Link = UNTITLED) -> TopicStatements:
    views = statement_views(linker, found)
    return TopicStatements(topic, views if topic is UNTITLED else tuple(_beside(view, topic) for view in views))


def _beside(view: StatementView, topic: Link) -> StatementView:
    """Return a statement without the topic that the heading above it names."""
    inner = tuple(_beside(quote, topic) for quote in view.inner)
    return replace(view, topics=tuple(other for other in view.topics if other != topic), inner=inner)


def _by_topic(linker: Linker, found: list[Statement]) -> tuple[TopicStatements, ...]:
    ranks = {topic: rank for rank, topic in enumerate(linker.catalogue.titles)}
    groups = [(slug, list(group)) for slug, group in groupby(found, lambda statement: first_topic(statement, ranks))]
    if [slug for slug, _ in groups] == [""]:
        return (_together(linker, found),)
    return tuple(
        _together(linker, group, linker.topic(slug) if slug else Link(linker.words.say(NO_TOPIC), ""))
        for slug, group in groups
    )
