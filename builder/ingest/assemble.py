"""Puts a document together: blocks from the lines that stay, ranges with a reason for those that do not."""

from itertools import groupby
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
    result = []
    at = 0
    for kind, same in groupby(classified.kinds):
        first, at = at, at + len(list(same))
        if kind not in KEPT:
            lines = classified.page.lines
            result.append(LeftOut(lines[first].first, lines[at - 1].last, kind.value))
    return tuple(result)
