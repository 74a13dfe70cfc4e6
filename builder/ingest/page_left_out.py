"""What of a saved page is not in its article: its lines, and why."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
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


def left_out_of_page(
    raw: Sequence[str], pieces: Sequence[Piece], kept: Collection[int], title: str, offset: int
) -> tuple[LeftOut, ...]:
    """Return the lines of a page that none of the article's words stand on; neighbours with one reason are one range.

    Lines without words belong to what stands above them.

    :param raw: the page's lines
    :param kept: numbers, from 1, of the lines that words of the article stand on
    :param title: the article's, where it is known
    :param offset: lines of the seed above the page
    """
    reasons = _reasons(pieces, title)
    result: list[LeftOut] = []
    above: Kind | None = None
    for number, line in enumerate(raw, 1):
        if number in kept:
            above = None
        elif line.strip():
            kind = reasons.get(number, above or Kind.MARKUP)
            first = result.pop().first if kind is above else number + offset
            result.append(LeftOut(first, number + offset, kind.value))
            above = kind
    return tuple(result)


def _reasons(pieces: Sequence[Piece], title: str) -> Mapping[int, Kind]:
    """Return what each line is that has words on it: by its part of the page, else by the rules for text."""
    rows: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        rows[piece.line].append(piece)
    texts = {number: " ".join(piece.text for piece in row) for number, row in sorted(rows.items())}
    page = read_page([Line(number, number, text, gap=True) for number, text in texts.items()])
    claimed = claims(page)
    heading = fold(title)
    return dict(_kinds(page.folded, list(texts), rows, claimed, heading))


def _kinds(
    folded: Sequence[str],
    numbers: Sequence[int],
    rows: Mapping[int, Sequence[Piece]],
    claimed: Mapping[int, Kind],
    heading: str,
) -> Iterator[tuple[int, Kind]]:
    for at, number in enumerate(numbers):
        part = next((piece.part for piece in rows[number] if piece.part), "")
        if heading and folded[at].startswith(heading):
            yield number, Kind.TITLE
        elif part:
            yield number, _PARTS[part]
        else:
            yield number, claimed.get(at, Kind.AROUND)
