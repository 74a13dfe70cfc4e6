"""What an edited article tells, known before all that many articles tell is joined anew.

A statement or an event is found again by its own words and marks. It stays joined with what it was joined with, and is
told as ever from all its reports, those of the article as they are now. One that is new stands alone until then; one
that is gone is not told.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from msgspec.structs import replace

from builder import edtf
from builder.annotate.span import Label
from builder.briefing import events, happenings, statements, utterances
from builder.briefing.citation import Citation
from builder.briefing.comparison import SharedWording
from builder.briefing.entities import KINDS
from builder.briefing.happenings import Happening
from builder.briefing.model import Article, EntityKind, Event, Statement
from builder.briefing.utterances import Manner, manner_of
from builder.grouping import grouped
from builder.urls import Slug

Report = TypeVar("Report", utterances.Report, happenings.Report)
Thing = TypeVar("Thing", Statement, Event)
Speaker = tuple[Slug | None, EntityKind | None, str]
"""The entity that a ``by`` refers to and its name, or the words for somebody unknown."""


@dataclass(frozen=True, slots=True)
class Edit:
    """An article that has been edited since a briefing was made; its code, its voice and its rights have stayed."""

    before: Article
    now: Article
    articles: Sequence[Article]
    """Of that briefing, in order of their codes."""

    def others(self, citations: Iterable[Citation]) -> Iterator[Article]:
        """Give the other articles that are cited, each once."""
        codes = dict.fromkeys(citation.code for citation in citations if citation.article != self.now.slug)
        yield from (self.articles[int(code.removeprefix("S")) - 1] for code in codes)


def statements_told(
    edit: Edit, joined: Sequence[Statement], speaker_of: Callable[[str], Speaker]
) -> tuple[tuple[Statement, Statement | None], ...]:
    """Return what the article reports as said, in order of the first report, each with what it was before.

    ``joined`` are the statements that it told before; it has none that is new. ``speaker_of`` says whom a ``by``
    refers to.
    """
    homes: dict[Hashable, Statement] = {one.id: one for one in joined}
    homes |= {told: one for one in joined for told in _wordings(one)}
    kept, new = _regrouped(edit, statements.reports_in, _said, _said_there, homes)
    found: list[tuple[list[utterances.Report], Statement | None]] = []
    for one, own in kept:
        told = frozenset(_wordings(one))
        others = (each for article in edit.others(one.citations) for each in statements.reports_in(article))
        found.append((sorted([*own, *(each for each in others if _said_there(each) in told)], key=_place), one))
    for group in grouped(new, manner_of).values():
        found += [(utterance.reports, None) for utterance in utterances.group_reports(group)]
    found.sort(key=lambda pair: _place(pair[0][0]))
    return tuple([(statements.statement_of(said, *speaker_of(said[0].by)), one) for said, one in found])


def events_told(edit: Edit, joined: Sequence[Event]) -> tuple[tuple[Event, Event | None], ...]:
    """Return what the article tells as events, in order of time, each with what it was before.

    ``joined`` are the events that it told before; it has none that is new. One that is new weighs nothing yet.
    """
    homes: dict[Hashable, Event] = {one.id: one for one in joined}
    homes |= {(telling.text, telling.citation): one for one in joined for telling in one.tellings}
    kept, new = _regrouped(edit, events.reports_in, _happened, _told_there, homes)
    found: list[tuple[Event, Event | None]] = []
    for one, own in kept:
        told = frozenset((telling.text, telling.citation) for telling in one.tellings)
        others = edit.others(telling.citation for telling in one.tellings)
        reports = [each for article in others for each in events.reports_in(article) if _told_there(each) in told]
        happening = Happening(one.date, tuple(sorted([*reports, *own], key=_place)))
        made = events.event_of(happening, one.weight, None, None, KINDS)
        found.append((replace(made, background=one.background, plan=one.plan), one))
    background, newest = events.period(edit.articles) if new else (None, None)
    alone = happenings.group_reports(new)
    found += [(events.event_of(happening, 0.0, background, newest, KINDS), None) for happening in alone]
    return tuple(sorted(found, key=lambda pair: _time(pair[0])))


def shared_still(edit: Edit, joined: Iterable[SharedWording]) -> tuple[SharedWording, ...]:
    """Return what the article still has in the same words as others; ``joined`` is what it had so before."""
    now = _moved(edit)
    found = []
    for one in joined:
        own = [now[each.paragraph] for each in one.citations if each.article == edit.now.slug and each.paragraph in now]
        others = [each for each in one.citations if each.article != edit.now.slug]
        if own:
            found.append(replace(one, citations=tuple(sorted([*others, *own], key=_passage))))
    return tuple(sorted(found, key=lambda one: _passage(one.citations[0])))


def _moved(edit: Edit) -> dict[int, Citation]:
    """Return where paragraphs stand now, by the number that they had; those whose words have changed are left out."""
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for passage in edit.before.passages:
        waiting[passage.text].append(passage.citation.paragraph)
    return {waiting[passage.text].popleft(): passage.citation for passage in edit.now.passages if waiting[passage.text]}


def _regrouped(
    edit: Edit,
    reports_in: Callable[[Article], Sequence[Report]],
    words: Callable[[Report], Hashable],
    place: Callable[[Report], Hashable],
    homes: Mapping[Hashable, Thing],
) -> tuple[list[tuple[Thing, list[Report]]], list[Report]]:
    """Return what the article still tells, each with its own reports as they are now, and the reports that are new.

    ``words`` is what a report is found again by. It belongs to what is called after it, else to one of ``homes`` by its
    ``place``.
    """
    waiting: dict[Hashable, deque[Report]] = defaultdict(deque)
    for report in reports_in(edit.before):
        waiting[words(report)].append(report)
    kept: dict[str, tuple[Thing, list[Report]]] = {}
    new: list[Report] = []
    for report in reports_in(edit.now):
        same = waiting[words(report)]
        was = same.popleft() if same else None
        named = was.passage.citation.identifier(was.span.start) if was else ""
        home = homes.get(named) or homes.get(place(was)) if was else None
        if home is None:
            new.append(report)
        else:
            kept.setdefault(home.id, (home, []))[1].append(report)
    return list(kept.values()), new


def _said(report: utterances.Report) -> Hashable:
    return manner_of(report), report.text


def _said_there(report: utterances.Report) -> Hashable:
    return manner_of(report), report.text, report.passage.citation


def _wordings(statement: Statement) -> Iterator[Hashable]:
    """Give the words of a statement with each passage that may have them, as :func:`_said_there` does."""
    by = statement.speaker or statement.speaker_words
    manner = Manner(Label(statement.kind), by, statement.stance if statement.kind == Label.CLAIM else "")
    yield from ((manner, statement.text, citation) for citation in statement.citations)
    yield from ((manner, text, citation) for text, citation in statement.variants)


def _happened(report: happenings.Report) -> Hashable:
    return report.telling.text, report.date, report.names


def _told_there(report: happenings.Report) -> Hashable:
    return report.telling.text, report.telling.citation


def _place(report: utterances.Report | happenings.Report) -> tuple[int, int, int, int]:
    """Return where a report stands among all of the briefing."""
    return *_passage(report.passage.citation), report.span.start, -report.span.end


def _passage(citation: Citation) -> tuple[int, int]:
    return int(citation.code.removeprefix("S")), citation.paragraph


def _time(event: Event) -> tuple[object, ...]:
    return edtf.sort_key(edtf.parse(event.date)), -event.weight, event.id
