"""The links of a saved page that stand in its article."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from builder.ingest.addresses import safe_address
from builder.ingest.document import Block, Link
from builder.ingest.page_places import PageText, Run, letters_of


def with_links(
    blocks: Sequence[Block], places: Sequence[Sequence[Run]], page: PageText, base: str
) -> tuple[Block, ...]:
    """Return blocks with the links that their words have on the page.

    :param base: the page's own address, which relative links start from; empty where it is not known
    """
    return tuple(
        replace(block, links=tuple(_links(block, runs, page, base))) for block, runs in zip(blocks, places, strict=True)
    )


def _links(block: Block, runs: Sequence[Run], page: PageText, base: str) -> Iterator[Link]:
    """Yield the links of a block, in order; what stands in one link side by side is one."""
    letters = [at for at, character in enumerate(block.text) if letters_of(character)]
    for (_, url), parts in groupby(_linked(runs, page, base), key=lambda part: part[0]):
        if url:
            spans = [span for _, span in parts]
            yield Link(letters[spans[0][0]], letters[spans[-1][1] - 1] + 1, url)


def _linked(runs: Sequence[Run], page: PageText, base: str) -> Iterator[tuple[tuple[int, str], tuple[int, int]]]:
    """Yield number and address of the link that each part of a block is in, and the part's letters."""
    for run in runs:
        for number in page.pieces_of(run):
            piece = page.pieces[number]
            start = max(run.at, page.starts[number]) - run.at + run.start
            end = min(run.at + run.length, page.starts[number + 1]) - run.at + run.start
            yield (piece.link, safe_address(piece.address, base) if piece.link else ""), (start, end)
