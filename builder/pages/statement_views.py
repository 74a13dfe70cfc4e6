"""Statements as lists show them; quotes that a longer statement repeats stand inside it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from builder.briefing.model import Statement
from builder.pages.anchors import statement_anchor
from builder.pages.catalogue import wordings
from builder.pages.dates import date_view
from builder.pages.linker import Linker
from builder.pages.order import LONGEST
from builder.pages.said_above import NOTHING_ABOVE, SaidAbove
from builder.pages.values import Link, StatementView
from builder.pages.views import folded_wordings

UNNAMED: Final = "Speaker not named"


def statement_views(
    linker: Linker, statements: Iterable[Statement], above: SaidAbove = NOTHING_ABOVE
) -> tuple[StatementView, ...]:
    """Return statements for a list, in their order."""
    found = tuple(statements)
    outer = _outer(found)
    inside: dict[str, list[Statement]] = defaultdict(list)
    for statement in found if outer else ():
        if statement.id in outer:
            inside[outer[statement.id].id].append(statement)
    return tuple(
        [
            _view(linker, statement, above, tuple([_view(linker, one, above) for one in inside.get(statement.id, ())]))
            for statement in found
            if statement.id not in outer
        ]
    )


def speaker(linker: Linker, statement: Statement) -> Link:
    """Return who made a statement; without an address where no entity is known."""
    if statement.speaker is not None and statement.speaker_kind is not None:
        link = linker.entity(statement.speaker_kind, statement.speaker)
        if link.href:
            return link
    return Link(statement.speaker_words or linker.words.say(UNNAMED), "")


def _outer(statements: Sequence[Statement]) -> dict[str, Statement]:
    """Return, by its identifier, of each quote that stands in a longer statement of its passage and speaker, that one.

    Any wording of the longer one will do. A quote that another passage carries too stands for itself.
    """
    told: dict[tuple[str, int, str], list[tuple[str, Statement]]] = defaultdict(list)
    for statement in statements:
        for text, citation in wordings(statement):
            told[citation.article, citation.paragraph, _by(statement)].append((text, statement))
    found: dict[str, Statement] = {}
    for group in told.values():
        if len(group) > 1:
            group.sort(key=lambda wording: -len(wording[0]))
            found.update(_longer(group))
    return found


def _longer(told: Sequence[tuple[str, Statement]]) -> Iterator[tuple[str, Statement]]:
    """Give, of what one speaker says in one passage, the longest first, each quote with the statement around it."""
    for _, statement in told:
        if statement.kind == "quote" and len(statement.citations) == 1 and not statement.variants:
            outer = next(other for text, other in told if statement.text in text)
            if outer is not statement:
                yield statement.id, outer


def _by(statement: Statement) -> str:
    return statement.speaker or statement.speaker_words


def _view(
    linker: Linker, statement: Statement, above: SaidAbove, inner: tuple[StatementView, ...] = ()
) -> StatementView:
    told = [(text, citation, "") for text, citation in wordings(statement)]
    said, more = folded_wordings(linker, told, LONGEST, above, in_sentence=True)
    return StatementView(
        statement_anchor(statement.id),
        linker.statement(statement.id),
        statement.kind == "quote",
        speaker(linker, statement),
        statement.verb,
        "" if statement.stance == "unknown" else statement.stance,
        None if statement.published == above.published else date_view(statement.published, linker.words),
        said,
        more,
        tuple([linker.topic(slug) for slug in statement.topics]),
        statement.voices,
        statement.review,
        inner,
    )
