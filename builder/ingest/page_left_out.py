"""What of a saved page is not in its article: its lines, and why."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from builder.ingest.document import LeftOut
from builder.ingest.kinds import Kind
from builder.ingest.lines import Line
from builder.ingest.page import read_page
from builder.ingest.page_pieces import Piece
from builder.ingest.phrases import fold
from builder.ingest.rules import claims

_PARTS: Final = {
    "nav": Kind.NAVIGATION,
    "footer": Kind.FOOTER,
    "aside": Kind.RELATED,
    "figcaption": Kind.CAPTION,
}


_SHOWN: Final = 60
"""Characters of what is left out of a line that has words of the article too."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """Words of a page that are told apart from others: a line, or a piece of one that is partly the article's."""

    line: int
    pieces: Sequence[Piece]
    partly: bool

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)


def left_out_of_page(
    raw: Sequence[str], pieces: Sequence[Piece], used: Collection[int], title: str, offset: int
) -> tuple[LeftOut, ...]:
    """Return the lines of a page that none of the article's words stand on; neighbours with one reason are one range.

    Lines without words belong to what stands above them. Of a line that has words of the article and others, those
    others are told by how they begin.

    :param raw: the page's lines
    :param used: indices of the pieces that words of the article stand in
    :param title: the article's, where it is known
    :param offset: lines of the seed above the page
    """
    kept = {pieces[index].line for index in used}
    units = sorted(_units(pieces, used, kept), key=lambda unit: unit.line)
    kinds = _kinds(units, title)
    whole = {unit.line: kind for unit, kind in zip(units, kinds, strict=True) if not unit.partly}
    parts = [(unit, kind) for unit, kind in zip(units, kinds, strict=True) if unit.partly]
    found = [*_whole_lines(raw, kept, whole, offset), *_parts_of_lines(parts, offset)]
    return tuple(sorted(found, key=lambda part: part.first))


def _units(pieces: Sequence[Piece], used: Collection[int], kept: Collection[int]) -> Iterator[_Unit]:
    rows: dict[int, list[Piece]] = defaultdict(list)
    for index, piece in enumerate(pieces):
        if piece.line not in kept:
            rows[piece.line].append(piece)
        elif index not in used and any(map(str.isalnum, piece.text)):
            yield _Unit(piece.line, (piece,), partly=True)
    yield from (_Unit(line, row, partly=False) for line, row in rows.items())


def _whole_lines(raw: Sequence[str], kept: Collection[int], kinds: Mapping[int, Kind], offset: int) -> list[LeftOut]:
    result: list[LeftOut] = []
    above: Kind | None = None
    for number, line in enumerate(raw, 1):
        if number in kept:
            above = None
        elif line.strip():
            kind = kinds.get(number, above or Kind.MARKUP)
            first = result.pop().first if kind is above else number + offset
            result.append(LeftOut(first, number + offset, kind.value))
            above = kind
    return result


def _parts_of_lines(parts: Iterable[tuple[_Unit, Kind]], offset: int) -> Iterator[LeftOut]:
    for (line, kind), same in groupby(parts, key=lambda part: (part[0].line, part[1])):
        text = " ".join(unit.text for unit, _ in same)
        shown = text if len(text) <= _SHOWN else text[: _SHOWN + 1].rsplit(" ", 1)[0][:_SHOWN] + "…"
        yield LeftOut(line + offset, line + offset, kind.value, shown)


def _kinds(units: Sequence[_Unit], title: str) -> list[Kind]:
    """Return what each unit is: by its part of the page, else by the rules for text."""
    page = read_page([Line(unit.line, unit.line, unit.text, gap=True) for unit in units])
    claimed, heading = claims(page), fold(title)
    found = []
    for at, unit in enumerate(units):
        part = next((piece.part for piece in unit.pieces if piece.part), "")
        if heading and page.folded[at].startswith(heading):
            found.append(Kind.TITLE)
        else:
            found.append(_PARTS[part] if part else claimed.get(at, Kind.AROUND))
    return found
