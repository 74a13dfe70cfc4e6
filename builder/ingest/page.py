"""What every rule of cleanup reads: a seed's lines with what was looked up once for each of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from builder.ingest.lines import Line
from builder.ingest.phrases import fold, kind_of

_WIDE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_SENTENCE: Final = re.compile(r"(?:[.!?。！？।؟]|[.!?][\"'”’»)\]]{1,2}|[\"”»][.!?])(?: ?\[\d+\])?$")
_OPEN: Final = re.compile(r"(?:\.\.+|…)[\"'”’»)\]]?$")
PROSE: Final = 11
"""Words from which on a line that ends a sentence counts as prose."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a seed that hold anything. All fields but ``lines`` are in step with it."""

    lines: tuple[Line, ...]
    folded: tuple[str, ...]
    """Each line in lower case, letters and single spaces only."""
    kinds: tuple[str, ...]
    """The kind each line is known by, see ``data/phrases.txt``; mostly empty."""
    sizes: tuple[int, ...]
    """Words; two characters count as one where a script sets no spaces."""
    ends: tuple[str, ...]
    """``.`` where a sentence ends, ``…`` where it is cut off, ``:`` before what follows, else empty."""

    def is_prose(self, at: int) -> bool:
        """Tell whether a line is a sentence or more of running text."""
        return self.sizes[at] >= PROSE and self.ends[at] == "."


def read_page(lines: Sequence[Line]) -> Page:
    """Look up what rules want to know about each line."""
    folded = tuple(fold(line.text) for line in lines)
    return Page(
        lines=tuple(lines),
        folded=folded,
        kinds=tuple(map(kind_of, folded)),
        sizes=tuple(_size(line.text) for line in lines),
        ends=tuple(_end(line.text) for line in lines),
    )


def _size(text: str) -> int:
    words = text.count(" ") + 1
    return words if text.isascii() else max(words, len(_WIDE.findall(text)) // 2)


def _end(text: str) -> str:
    if text[-1].isalnum():
        return ""
    if text[-1] == ":":
        return ":"
    if _OPEN.search(text, max(0, len(text) - 8)):
        return "…"
    return "." if _SENTENCE.search(text, max(0, len(text) - 12)) else ""
