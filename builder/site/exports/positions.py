"""Where a paragraph stands in its seed: a search that does not mind how lines were broken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_RUN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class SqueezedText:
    """A text and the same without its white space."""

    text: str
    squeezed: str
    offsets: Sequence[int]
    """Where each character of ``squeezed`` stands in ``text``."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage that stands exactly once in a text."""

    passage: str
    whole: SqueezedText
    first: int
    """Where the passage starts in the squeezed text."""

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the passage, which is not all white space, starts and ends in the text."""
        before = self.first + len(_squeezed(self.passage[:start]))
        behind = self.first + len(_squeezed(self.passage[:end]))
        return self.whole.offsets[before], self.whole.offsets[behind - 1] + 1


def squeeze(text: str) -> SqueezedText:
    """Prepare a text for searching."""
    offsets: list[int] = []
    for run in _RUN.finditer(text):
        offsets.extend(range(run.start(), run.end()))
    return SqueezedText(text, _squeezed(text), offsets)


def _squeezed(text: str) -> str:
    return "".join(_RUN.findall(text))


def find(passage: str, whole: SqueezedText) -> Placed | None:
    """Return where a passage stands; ``None`` where it stands nowhere or in two places, so that it is not certain."""
    squeezed = _squeezed(passage) if whole.squeezed else ""
    first = whole.squeezed.find(squeezed)
    if not squeezed or first < 0 or whole.squeezed.find(squeezed, first + 1) >= 0:
        return None
    return Placed(passage, whole, first)
