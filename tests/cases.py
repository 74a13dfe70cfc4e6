"""Cases as text: a file of cases, each a title and some parts, every one of them ended by a line with a single dot."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class TextCase(NamedTuple):
    """A case of two parts: a test that takes ``text_case`` gets each of the file its module names in ``CASES``."""

    given: str
    expected: str


def read_cases(path: Path, parts: int) -> Iterator[tuple[str, list[str]]]:
    """Yield the name of each case (file, line and title) and its parts behind the title."""
    part: list[str] = []
    found: list[str] = []
    start = 1
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if line != ".":
            part.append(line)
            continue
        found.append("\n".join(part))
        part = []
        if len(found) == parts + 1:
            yield f"{path.name}:{start} {found[0].strip()}", found[1:]
            found, start = [], number + 1
    assert not found, f"{path}: the last case is not complete"
