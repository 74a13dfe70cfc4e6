"""Companies by their full names: what the names are without the legal form, wherever they stand."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from builder.annotate.names.candidates import Candidate
from builder.annotate.names.evidence import Vote
from builder.annotate.names.lists import Lists
from builder.annotate.span import Label

COMPANY = Vote(Label.ORG, 12, "full name of a company")
"""What speaks for a company's name without its legal form; it outweighs what the name's last word says."""


def short_names(names: Iterable[str], known: Lists) -> frozenset[str]:
    """Return the names of several words that end in a legal form, without it: ``Larch Line`` of ``Larch Line ASA``.

    A town's name is none: there may be more to it than a company.
    """
    found = set()
    for name in names:
        short, _, tail = name.rpartition(" ")
        if " " in short and tail in known.section("legal forms") and short not in known.large_cities:
            found.add(short)
    return frozenset(found - known.countries.keys())


def rejoined(found: Sequence[Candidate], is_company: Callable[[str], bool]) -> tuple[Candidate, ...]:
    """Return candidates, an adjective of place joined to what follows it where both are a company: ``Baltic Larch``."""
    result: list[Candidate] = []
    for candidate in found:
        before = result[-1] if result else None
        text = f"{before.text} {candidate.text}" if before else ""
        if before and before.adjective and before.last == candidate.first and is_company(text):
            result[-1] = replace(candidate, first=before.first, text=text)
        else:
            result.append(candidate)
    return tuple(result)
