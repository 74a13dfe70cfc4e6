"""How an entity is called: its roles over time, and the other forms of its name with where they come from."""

from typing import Final

from builder.briefing.citation import Citation
from builder.briefing.model import Entity
from builder.grouping import grouped
from builder.pages.linker import Linker
from builder.pages.parts import AliasLine, RoleLine
from builder.pages.values import DateView
from builder.pages.views import published

MOST_CITED: Final = 6
"""Passages that are cited for one role."""


def role_lines(linker: Linker, entity: Entity) -> tuple[RoleLine, ...]:
    """Return each role once, in order of the first article that gives it; case and a leading article are no matter."""
    return tuple(_role(linker, found) for found in grouped(entity.roles, lambda role: _plain(role[0])).values())


def _plain(role: str) -> str:
    return role.casefold().removeprefix("the ")


def _role(linker: Linker, found: list[tuple[str, Citation]]) -> RoleLine:
    citations = list(dict.fromkeys(citation for _, citation in found))
    return RoleLine(
        found[0][0],
        tuple(linker.cite(citation) for citation in citations[:MOST_CITED]),
        max(0, len(citations) - MOST_CITED),
        _dates(linker, citations),
    )


def _dates(linker: Linker, citations: list[Citation]) -> tuple[DateView, ...]:
    """Return the first and the last date of publication; the citations are in the order of the articles."""
    dates = [published(linker.catalogue.articles[citation.article], linker.words) for citation in citations]
    known = [date for date in dates if date.datetime]
    return tuple(dict.fromkeys((known[0], known[-1]))) if known else ()


def alias_lines(linker: Linker, entity: Entity) -> tuple[AliasLine, ...]:
    """Return the other forms of a name, each with the first passage that has it."""
    first: dict[str, Citation] = {}
    sought = set(entity.aliases)
    for mention in entity.mentions if sought else ():
        passage = linker.catalogue.passage(mention.citation)
        form = passage.text[mention.start : mention.end] if passage else ""
        if form in sought:
            first[form] = mention.citation
            sought.remove(form)
            if not sought:
                break
    return tuple(AliasLine(alias, linker.cite(first[alias]) if alias in first else None) for alias in entity.aliases)
