"""What is given about an article beats what was found; what is given but no date is reported."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from builder.edtf import parse
from builder.ingest.dates import Order, days
from builder.ingest.document import Fact, Metadata
from builder.ingest.given_values import Given
from builder.problems import Problem, error

GIVEN: Final = "given"
"""How a value was found that front matter or a file beside the seed holds."""
EDITOR: Final = "editor"
"""How a day was found that the editor settled in the article."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Metadata with what is given in its place."""

    metadata: Metadata
    problems: tuple[Problem, ...]


def with_given(metadata: Metadata, given: Sequence[Given]) -> Settled:
    """Put given values in the place of found ones; of a key given twice the first counts."""
    problems: list[Problem] = []
    seen: set[str] = set()
    for item in given:
        if item.key in seen:
            continue
        seen.add(item.key)
        metadata, problem = _with(metadata, item)
        problems += problem
    return Settled(metadata, tuple(problems))


def _with(metadata: Metadata, item: Given) -> tuple[Metadata, tuple[Problem, ...]]:
    facts = tuple(Fact(value, GIVEN, value, item.line) for value in item.values)
    if item.key == "author":
        return replace(metadata, authors=facts), ()
    if item.key in ("published", "retrieved"):
        value = edtf_of(item.values[0])
        if value is None:
            hint = "Write it as 2023-09-16, 2023-09 or 2023."
            problem = error(
                item.path, "date-invalid", f"“{item.values[0][:60]}” is not a date", line=item.line, hint=hint
            )
            return metadata, (problem,)
        facts = (replace(facts[0], value=value),)
    match item.key:
        case "title":
            return replace(metadata, title=facts[0]), ()
        case "publisher":
            return replace(metadata, publisher=facts[0]), ()
        case "agency":
            return replace(metadata, agency=facts[0]), ()
        case "url":
            return replace(metadata, url=facts[0]), ()
        case "published":
            return replace(metadata, published=facts[0]), ()
        case "archive":
            return replace(metadata, archive=facts[0]), ()
        case _:
            return replace(metadata, retrieved=facts[0]), ()


def edtf_of(text: str) -> str | None:
    """Return a given date as EDTF: as it stands where it is EDTF, else from the shapes the press uses."""
    if parse(text) is not None:
        return text
    found = [day.in_order(Order.UNKNOWN) for day in days(text)]
    return found[0].edtf if len(found) == 1 and found[0] is not None else None
