"""What every rule of cleanup reads: a seed's lines with what was looked up once for each of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from builder.ingest.lines import Line
from builder.ingest.phrases import fold_latin, kind_of, latin

_WIDE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_SENTENCE: Final = re.compile(r"(?:[.!?。！？।؟]|[.!?][\"'”“’»)\]]{1,2}|[\"”“»][.!?])(?: ?\[\d+\])?$")
_OPEN: Final = re.compile(r"(?:\.\.+|…)[\"'”“’»)\]]?$")
_DIGIT: Final = re.compile(r"\d")
PROSE: Final = 11
"""Words from which on a line that ends a sentence counts as prose."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a seed that hold anything. All fields but ``lines`` are in step with it."""

    lines: tuple[Line, ...]
    folded: tuple[str, ...]
    """Each line in lower case, letters and single spaces only."""
    latin: tuple[bytes, ...]
    """Each line in Latin-1, see :func:`builder.ingest.phrases.latin`; empty where it holds other characters."""
    first: tuple[str, ...]
    """The first word of each folded line; rules look at it before they look carefully."""
    kinds: tuple[str, ...]
    """The kind each line is known by, see ``data/phrases.txt``; mostly empty."""
    sizes: tuple[int, ...]
    """Words; two characters count as one where a script sets no spaces."""
    ends: tuple[str, ...]
    """``.`` where a sentence ends, ``…`` where it is cut off, ``:`` before what follows, else empty."""
    digits: tuple[bool, ...]
    """Whether a line has a digit, as every date does."""
    prose: tuple[bool, ...]
    """Whether a line is a sentence or more of running text."""


def read_page(lines: Sequence[Line]) -> Page:
    """Look up what rules want to know about each line."""
    texts = [line.text for line in lines]
    known = tuple(map(latin, texts))
    folded = tuple(map(fold_latin, texts, known))
    first = tuple(text.partition(" ")[0] for text in folded)
    sizes = tuple(text.count(" ") + 1 if text.isascii() else _size(text) for text in texts)
    ends = tuple("" if text[-1].isalnum() else _end(text) for text in texts)
    return Page(
        lines=tuple(lines),
        folded=folded,
        latin=known,
        first=first,
        kinds=tuple(map(kind_of, folded, first)),
        sizes=sizes,
        ends=ends,
        digits=tuple(map(_has_digit, texts, known)),
        prose=tuple(size >= PROSE and end == "." for size, end in zip(sizes, ends, strict=True)),
    )


def _has_digit(text: str, known: bytes) -> bool:
    if not known:
        return _DIGIT.search(text) is not None
    return len(known.translate(None, b"0123456789")) < len(known)


def _size(text: str) -> int:
    return max(text.count(" ") + 1, len(_WIDE.findall(text)) // 2)


def _end(text: str) -> str:
    if text[-1] == ":":
        return ":"
    if _OPEN.search(text, max(0, len(text) - 8)):
        return "…"
    return "." if _SENTENCE.search(text, max(0, len(text) - 12)) else ""
