"""Puts a document together: blocks from the lines that stay, ranges with a reason for those that do not."""

from collections.abc import Mapping
from itertools import groupby
from typing import Final

from builder.ingest.classify import Classified
from builder.ingest.document import Block, BlockKind, LeftOut
from builder.ingest.kinds import KEPT, Kind
from builder.ingest.lines import Line

_BLOCKS: Final = {
    Kind.BODY: BlockKind.PARAGRAPH,
    Kind.SUBHEADING: BlockKind.HEADING,
    Kind.LIST_ITEM: BlockKind.LIST_ITEM,
}


def blocks(classified: Classified) -> tuple[Block, ...]:
    """Return the article's blocks."""
    return tuple(
        _block(line, kind) for line, kind in zip(classified.page.lines, classified.kinds, strict=True) if kind in KEPT
    )


def _block(line: Line, kind: Kind) -> Block:
    if line.block is not None:
        return Block(line.block, line.text, line.links)
    return Block(_BLOCKS[kind], line.text[1:].strip() if kind is Kind.LIST_ITEM else line.text)


def left_out(classified: Classified, wordless: Mapping[int, Kind]) -> tuple[LeftOut, ...]:
    """Return the lines that are not in the article; neighbours with one reason are one range.

    :param wordless: numbers of lines that hold no words of the text, and what they are
    """
    known = zip(classified.page.lines, classified.kinds, strict=True)
    lines = [(line.first, line.last, kind) for line, kind in known]
    if wordless:
        lines = sorted([*lines, *((number, number, kind) for number, kind in wordless.items())])
    result = []
    for kind, same in groupby(lines, key=lambda line: line[2]):
        if kind not in KEPT:
            ranges = list(same)
            result.append(LeftOut(ranges[0][0], ranges[-1][1], kind.value))
    return tuple(result)
