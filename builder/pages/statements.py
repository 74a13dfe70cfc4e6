"""Who says what: statements by speaker, then date."""

from collections.abc import Iterable
from typing import Final

from builder import edtf
from builder.briefing.model import EntityKind, Statement
from builder.pages.catalogue import Catalogue
from builder.pages.compared import conflict_views
from builder.pages.contexts import StatementsPage
from builder.pages.frame import frame
from builder.pages.linker import STATEMENTS, Linker
from builder.pages.parts import SpeakerGroup
from builder.pages.statement_views import speaker, statement_views
from builder.urls import Slug

_Key = tuple[EntityKind | None, str]
_NOBODY: Final[_Key] = (None, "")


def statements_page(catalogue: Catalogue) -> StatementsPage:
    """Return the page of all statements."""
    statements = catalogue.briefing.statements
    quotes = sum(statement.kind == "quote" for statement in statements)
    linker = Linker(catalogue, STATEMENTS)
    return StatementsPage(
        frame(catalogue, STATEMENTS, "Who says what", "Every statement the articles report, by speaker and date."),
        conflict_views(linker, catalogue.briefing.conflicts),
        speaker_groups(linker, statements),
        quotes,
        len(statements) - quotes,
    )


def speaker_groups(linker: Linker, statements: Iterable[Statement]) -> tuple[SpeakerGroup, ...]:
    """Return statements grouped by speaker.

    Known entities come first, then those a source only describes, then statements whose speaker isn't named; within
    these, whoever says most stands first. A speaker's statements stand in order of date.
    """
    groups: dict[_Key, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(_key(linker, statement), []).append(statement)
    ordered = sorted(groups.items(), key=lambda group: (_rank(group[0]), -len(group[1]), group[0][1]))
    return tuple(_group(linker, key, found) for key, found in ordered)


def in_order_of_date(statements: Iterable[Statement]) -> list[Statement]:
    """Return statements in the order in which they were published, undated ones last."""
    return sorted(statements, key=lambda statement: edtf.sort_key(edtf.parse(statement.published)))


def _key(linker: Linker, statement: Statement) -> _Key:
    link = speaker(linker, statement)
    if link.href and statement.speaker is not None:
        return statement.speaker_kind, statement.speaker
    return (None, " ".join(statement.speaker_words.split()).casefold())


def _rank(key: _Key) -> int:
    return 2 if key == _NOBODY else 1 if key[0] is None else 0


def _group(linker: Linker, key: _Key, found: list[Statement]) -> SpeakerGroup:
    kind, name = key
    entity = linker.catalogue.entities.get((kind, Slug(name))) if kind else None
    anchor = f"by-{kind}-{name}" if kind else f"by-{found[0].id}"
    views = statement_views(linker, in_order_of_date(found))
    return SpeakerGroup(views[0].speaker, anchor, entity.role if entity else "", views, len(found))
