"""What an editor should look at next, the worthiest first: where a minute of reading improves the briefing most."""

from collections.abc import Callable, Iterator
from itertools import combinations

from builder.annotate.span import Label
from builder.briefing.articles import UNKNOWN
from builder.briefing.model import Briefing, EntityKind
from builder.briefing.reviews import DISPUTED, MACHINE
from builder.briefing.tasks import Task
from builder.grouping import grouped

GIVEN = frozenset({"given", "editor"})
"""Ways of finding a date that need no second look."""
MOST_ALIKE = 12
"""Of more entities that share a word, that word is too common to tell that two of them are one."""


def worklist(briefing: Briefing) -> tuple[Task, ...]:
    """Return what is worth a look, in order of worth; kinds with nothing to look at are left out."""
    tasks = (Task(what, tuple(find(briefing))) for what, find in _FINDERS)
    return tuple(task for task in tasks if task.places)


def _dates(briefing: Briefing) -> Iterator[str]:
    for article in briefing.articles:
        if article.published == UNKNOWN:
            found = "" if article.published_from == UNKNOWN else f" ({article.published_from})"
            yield f"{article.code} {article.slug}: unknown{found}"
        elif article.published_from not in GIVEN and not _is_whole(article.published):
            yield f"{article.code} {article.slug}: {article.published} ({article.published_from})"


def _is_whole(published: str) -> bool:
    """Return whether a date is a day without a doubt about it."""
    return len(published) == len("2024-01-01") and "X" not in published


def _speakers(briefing: Briefing) -> Iterator[str]:
    for statement in briefing.statements:
        if statement.speaker is None:
            yield f"{statement.citations[0]}: “{statement.speaker_words or 'nobody named'}”"


def _alike(briefing: Briefing) -> Iterator[str]:
    for kind in EntityKind:
        of_kind = (entity for entity in briefing.entities if entity.kind is kind)
        for same in grouped(of_kind, lambda entity: entity.slug.rsplit("-", 1)[-1]).values():
            for one, other in combinations(same if len(same) <= MOST_ALIKE else (), 2):
                words, more = set(one.slug.split("-")), set(other.slug.split("-"))
                if words < more or more < words:
                    yield f"{one.name} and {other.name} ({kind})"


def _unresolved(briefing: Briefing) -> Iterator[str]:
    for article in briefing.articles:
        for passage in article.passages:
            for span in passage.spans:
                if span.label is Label.DATE and not span.value("value"):
                    yield f"{passage.citation}: “{passage.text[span.start : span.end]}”"


def _single_statements(briefing: Briefing) -> Iterator[str]:
    for statement in briefing.statements:
        if statement.voices == 1 and statement.kind == "quote":
            yield f"{statement.citations[0]}: {statement.speaker_words or 'nobody named'}"


def _single(briefing: Briefing) -> Iterator[str]:
    for event in briefing.events:
        if event.voices == 1 and not event.background and event.date != UNKNOWN:
            yield f"{event.tellings[0].citation}: {event.date}"


def _undated(briefing: Briefing) -> Iterator[str]:
    for event in briefing.events:
        if event.date == UNKNOWN:
            yield f"{event.tellings[0].citation}: {event.tellings[0].date_words or 'no date in the sentence'}"


def _disputed(briefing: Briefing) -> Iterator[str]:
    for article in briefing.articles:
        if article.review == DISPUTED:
            yield f"{article.code} {article.slug}"
        for passage in article.passages:
            for span in passage.spans:
                if span.value("review") == DISPUTED:
                    yield f"{passage.citation}: “{passage.text[span.start : span.end]}” ({span.label})"
    for topic in briefing.topics:
        if topic.review == DISPUTED:
            yield f"topic {topic.slug}"


def _unreviewed(briefing: Briefing) -> Iterator[str]:
    for article in briefing.articles:
        if article.review == MACHINE:
            yield f"{article.code} {article.slug}"


def _unwritten(briefing: Briefing) -> Iterator[str]:
    if not briefing.introduction:
        yield "the briefing's introduction"
    for topic in briefing.topics:
        if not topic.body:
            yield f"an overview of “{topic.title}”"


_FINDERS: tuple[tuple[str, Callable[[Briefing], Iterator[str]]], ...] = (
    ("articles and marks that are disputed", _disputed),
    ("publication dates that are unknown or worked out", _dates),
    ("dates that can't be told without knowing more", _unresolved),
    ("speakers that are only words", _speakers),
    ("names that may be one", _alike),
    ("quotations that one voice alone carries", _single_statements),
    ("events that one voice alone tells", _single),
    ("events without a date", _undated),
    ("articles that nobody has reviewed", _unreviewed),
    ("words that only the editor can say", _unwritten),
)
