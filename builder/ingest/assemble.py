"""Puts a document together: blocks from the lines that stay, ranges with a reason for those that do not."""

from collections.abc import Iterable, Sequence
from typing import Final

from builder.ingest.classify import Classified
from builder.ingest.document import Block, BlockKind, LeftOut
from builder.ingest.kinds import KEPT, Kind

_BLOCKS: Final = {
    Kind.BODY: BlockKind.PARAGRAPH,
    Kind.SUBHEADING: BlockKind.HEADING,
    Kind.LIST_ITEM: BlockKind.LIST_ITEM,
}


def blocks(classified: Classified) -> tuple[Block, ...]:
    """Return the article's blocks."""
    return tuple(
        Block(_BLOCKS[kind], _text(line.text, kind))
        for line, kind in zip(classified.page.lines, classified.kinds, strict=True)
        if kind in KEPT
    )


def _text(text: str, kind: Kind) -> str:
    return text[1:].strip() if kind is Kind.LIST_ITEM else text


def left_out(classified: Classified) -> tuple[LeftOut, ...]:
    """Return the lines that are not in the article; neighbours with one reason are one range."""
    pairs = zip(classified.page.lines, classified.kinds, strict=True)
    return merged(
        ((line.first, line.last, kind.value) for line, kind in pairs if kind not in KEPT), _kept_lines(classified)
    )


def _kept_lines(classified: Classified) -> Sequence[int]:
    return [line.first for line, kind in zip(classified.page.lines, classified.kinds, strict=True) if kind in KEPT]


def merged(ranges: Iterable[tuple[int, int, str]], kept: Sequence[int]) -> tuple[LeftOut, ...]:
    """Merge ranges of one reason that have no kept line between them.

    :param ranges: first line, last line and reason, in order
    :param kept: first lines of what is kept, in order
    """
    result: list[LeftOut] = []
    stays = iter(kept)
    following = next(stays, 0)
    for first, last, why in ranges:
        broken = False
        while following and following < first:
            following = next(stays, 0)
            broken = True
        if result and not broken and result[-1].why == why:
            result[-1] = LeftOut(result[-1].first, last, why)
        else:
            result.append(LeftOut(first, last, why))
    return tuple(result)
