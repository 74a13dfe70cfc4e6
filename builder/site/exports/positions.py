"""Where a paragraph stands in its seed: a search that does not mind how lines were broken."""

import re
from bisect import bisect_left
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

    passage: SqueezedText
    whole: SqueezedText
    first: int
    """Where the passage starts in the squeezed text."""

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the passage, which is not all white space, starts and ends in the text."""
        before = self.first + bisect_left(self.passage.offsets, start)
        behind = self.first + bisect_left(self.passage.offsets, end)
        return self.whole.offsets[before], self.whole.offsets[behind - 1] + 1


def squeeze(text: str) -> SqueezedText:
    """Prepare a text for searching."""
    offsets: list[int] = []
    for run in _RUN.finditer(text):
        offsets.extend(range(run.start(), run.end()))
    return SqueezedText(text, "".join(_RUN.findall(text)), offsets)


def find(passage: str, whole: SqueezedText) -> Placed | None:
    """Return where a passage stands; ``None`` where it stands nowhere or in two places, so that it is not certain."""
    if not whole.squeezed:
        return None
    sought = squeeze(passage)
    first = whole.squeezed.find(sought.squeezed)
    if not sought.squeezed or first < 0 or whole.squeezed.find(sought.squeezed, first + 1) >= 0:
        return None
    return Placed(sought, whole, first)
