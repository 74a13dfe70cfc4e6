"""Which words stand in quotation marks, in whatever style of marks, matching or not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile("``|''|[“”„‟«»\"″＂‘’‚‹›'`´「」『』]")
_OPENING = frozenset("“„‟«「『") | {"``"}
_CLOSING = frozenset("”»」』") | {"''"}
_SINGLE = frozenset("‘’‚‹›'`´")
_SINGLE_OPENING = frozenset("‘‚‹`")
_BEFORE_OPENING = frozenset("([{—–-/:;,.>…\"'“‘")
_AFTER_CLOSING = frozenset(")]}—–-/:;,.!?…\"'”’»[")
_PUNCTUATION = frozenset(".,?!…;:—–-")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks on one line."""

    start: int
    """Offset of the first word in the marks."""
    end: int
    """Offset behind the last word in the marks, with its punctuation."""
    outer_start: int
    """Offset of the opening mark."""
    outer_end: int
    """Offset behind the closing mark, or the end of the line where there is none."""
    closed: bool
    """Whether a closing mark was found on the line."""
    continues: bool = False
    """Whether it goes on with the quotation that the line before left open."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark and what it can do where it stands."""

    start: int
    end: int
    single: bool
    opens: bool
    closes: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of a text in order; inner quotations belong to the outer one.

    A quotation left open at the end of a line goes on where the next line opens with a mark, as the press writes
    quotations of several paragraphs; else it ends where its line ends.
    """
    found: list[Quotation] = []
    start = 0
    left_open = False
    for line in text.split("\n"):
        pieces = _of_line(text, start, start + len(line.rstrip()), left_open)
        found.extend(pieces)
        if line.strip():
            left_open = bool(pieces) and not pieces[-1].closed
        start += len(line) + 1
    return tuple(found)


def _of_line(text: str, start: int, end: int, left_open: bool) -> list[Quotation]:
    """Return the quotations of one line: each opening mark goes with the next closing mark of its kind."""
    marks = tuple(_marks(text, start, end))
    last_closing = {mark.single: number for number, mark in enumerate(marks) if mark.closes}
    found: list[Quotation] = []
    number = 0
    while number < len(marks):
        opened = marks[number]
        number += 1
        if not opened.opens:
            continue
        continues = left_open and not found and not text[start : opened.start].strip()
        if number <= last_closing.get(opened.single, -1):
            while not (marks[number].closes and marks[number].single == opened.single):
                number += 1
            closing = marks[number]
            number += 1
            found.extend(_quotation(text, opened, closing.start, closing.end, closed=True, continues=continues))
        elif not opened.single:
            found.extend(_quotation(text, opened, end, end, closed=False, continues=continues))
            break
    return found


def _quotation(
    text: str, opened: _Mark, end: int, outer_end: int, *, closed: bool, continues: bool
) -> Iterator[Quotation]:
    """Yield the quotation between two marks, without white space at its ends, if any words are left."""
    words = text[opened.end : end]
    start = opened.end + len(words) - len(words.lstrip())
    end = opened.end + len(words.rstrip())
    if start < end and any(character.isalnum() for character in text[start:end]):
        yield Quotation(start, end, opened.start, outer_end, closed, continues)


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """Yield the quotation marks of a line, without apostrophes."""
    for match in _MARK.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        single = match[0] in _SINGLE
        opens, closes = (_single if single else _double)(match[0], before, after)
        if opens or closes:
            yield _Mark(match.start(), match.end(), single, opens, closes)


def _double(glyph: str, before: str, after: str) -> tuple[bool, bool]:
    """Say whether a double mark can open and whether it can close: by its neighbours, else by its shape."""
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = (after.isspace() or after in _AFTER_CLOSING) and not before.isspace()
    if opens == closes:
        return glyph not in _CLOSING, glyph not in _OPENING
    return opens or glyph in _OPENING, closes or glyph in _CLOSING


def _single(glyph: str, before: str, after: str) -> tuple[bool, bool]:
    """Say the same of a single mark, which is an apostrophe unless its neighbours speak against it."""
    opens = glyph not in "’´" and after.isalpha() and (before.isspace() or before in _BEFORE_OPENING)
    free_after = after.isspace() or after in _AFTER_CLOSING
    closes = glyph not in _SINGLE_OPENING and free_after and (before in _PUNCTUATION or before.isalpha())
    return opens, closes and before != "s"
