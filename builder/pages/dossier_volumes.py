"""Which volumes the dossier has, and what each of them holds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain

from msgspec.structs import replace

from builder.briefing.comparison import Conflict
from builder.briefing.model import Event, Statement, Topic
from builder.grouping import grouped
from builder.pages.anchors import article_anchor, conflict_anchor, event_anchor, statement_anchor
from builder.pages.catalogue import Catalogue
from builder.pages.dossier import dossier_page
from builder.pages.linker import DOSSIER
from builder.pages.order import part, part_path
from builder.pages.paging import Parts
from builder.pages.volumes import ARTICLES, volume_count
from builder.urls import Slug

_Told = Mapping[int, Sequence[Event | Statement | Conflict]]
"""What is told, by the volume that tells it."""


def dossier_pages(catalogue: Catalogue, *, pdf: bool) -> Parts:
    """Plan the dossier volume by volume; ``pdf`` says whether there will be a PDF of each."""
    briefing, of = catalogue.briefing, catalogue.volumes
    parts = [part(briefing.articles, number, ARTICLES) for number in range(1, volume_count(briefing) + 1)]
    events = grouped(briefing.events, lambda one: of[event_anchor(one.id)])
    statements = grouped(briefing.statements, lambda one: of[statement_anchor(one.id)])
    conflicts = grouped(briefing.conflicts, lambda one: of[conflict_anchor(one.id)])
    topics = _shares(catalogue, [events, statements, conflicts], len(parts))
    ends = tuple((articles[0].slug, articles[-1].slug) for articles in parts) if len(parts) > 1 else ()
    for number, articles in enumerate(parts, 1):
        yield (
            part_path(DOSSIER, number),
            partial(
                dossier_page,
                number=number,
                count=len(parts),
                pdf=pdf,
                ends=ends if number == 1 else (),
                topics=topics[number],
                events=events.get(number, ()),
                conflicts=conflicts.get(number, ()),
                statements=statements.get(number, ()),
                articles=articles,
            ),
        )


def _shares(catalogue: Catalogue, told: Iterable[_Told], count: int) -> dict[int, list[Topic]]:
    """Return what each volume has of the topics; ``told`` is what volumes tell.

    The first has all of them with what the editor says, the others those that their articles or what these tell is on.
    """
    briefing, of = catalogue.briefing, catalogue.volumes
    telling = _telling(told)
    shares: dict[int, list[Topic]] = {number: [] for number in range(1, count + 1)}
    for topic in briefing.topics:
        passages = grouped(topic.passages, lambda one: of[article_anchor(one.code)])
        figures = grouped(topic.figures, lambda one: of[article_anchor(one.citation.code)])
        for number in sorted({1, *passages, *figures, *telling.get(topic.slug, ())}):
            shares[number].append(
                replace(
                    topic,
                    summary=topic.summary if number == 1 else "",
                    body=topic.body if number == 1 else None,
                    passages=tuple(passages.get(number, ())),
                    figures=tuple(figures.get(number, ())),
                    # The rest stands in other sections, and must not make a volume anew where others change.
                    articles=(),
                    statements=(),
                    events=(),
                    entities=(),
                    related=(),
                )
            )
    return shares


def _telling(told: Iterable[_Told]) -> dict[Slug, set[int]]:
    """Return by topic the volumes that tell something of it."""
    telling: defaultdict[Slug, set[int]] = defaultdict(set)
    for volumes in told:
        for number, things in volumes.items():
            for slug in chain.from_iterable([thing.topics for thing in things]):
                telling[slug].add(number)
    return telling
