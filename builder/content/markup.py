"""Blocks and spans to Markdown: one paragraph a line, spans in brackets, text escaped.

The inverse of :func:`builder.markdown.tokens.parse_body`: ``parse_body(write_body(blocks, spans)).text`` is the
blocks' text, one block a line, whatever it holds.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from builder.annotate.span import Span
from builder.ingest.document import Block, BlockKind, Link
from builder.markdown.spans import write_attributes

_SPECIAL = re.compile(r"[\\`*\[\]<~^]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w)|!(?=\[)")
_BLOCK_START = re.compile(r"(?:[#>+=|-]|\d{1,9}(?=[.)]))")
_PREFIX = {BlockKind.PARAGRAPH: "", BlockKind.HEADING: "## ", BlockKind.LIST_ITEM: "- ", BlockKind.QUOTE: "> "}
_ENTITY_LIKE = re.compile(r"&(?=#?\w+;)")


class Bracket(NamedTuple):
    """Words in square brackets, and what stands behind them."""

    start: int
    """Characters of the block's text."""
    end: int
    closing: str


def write_body(blocks: Sequence[Block], spans: Sequence[Span]) -> str:
    """Return the Markdown of an article.

    ``spans`` nest, lie each within one block, stand outer before inner, and count characters of the blocks' text
    joined by line feeds.
    """
    lines: list[str] = []
    start = 0
    remaining = list(spans)
    for number, block in enumerate(blocks):
        end = start + len(block.text)
        inside = [span for span in remaining if start <= span.start and span.end <= end]
        remaining = remaining[len(inside) :]
        follows_item = number and block.kind is BlockKind.LIST_ITEM is blocks[number - 1].kind
        if number and not follows_item:
            lines.append("")
        lines.append(_PREFIX[block.kind] + _write_line(block.text, _brackets(block, inside, start)))
        start = end + 1
    return "\n".join(lines) + "\n" if lines else ""


def _brackets(block: Block, spans: Sequence[Span], offset: int) -> list[Bracket]:
    """Return the spans and links of a block, outer before inner; a link that has the words of a span is in it."""
    marks = [Bracket(span.start - offset, span.end - offset, "]" + write_attributes(span)) for span in spans]
    links = [part for link in block.links for part in _nesting(block.text, link, marks)]
    return sorted([*marks, *links], key=lambda mark: (mark.start, -mark.end)) if links else marks


def _nesting(text: str, link: Link, marks: Iterable[Bracket]) -> Iterator[Bracket]:
    """Yield a link, in parts where it would cross a span."""
    closing = "](" + _ENTITY_LIKE.sub(r"\\&", link.address) + ")"
    cuts = {link.start, link.end}
    for mark in marks:
        if mark.start < link.start < mark.end < link.end:
            cuts.add(mark.end)
        elif link.start < mark.start < link.end < mark.end:
            cuts.add(mark.start)
    for start, end in pairwise(sorted(cuts)):
        if text[start:end].strip():
            yield Bracket(start, end, closing)


def _write_line(text: str, brackets: Sequence[Bracket]) -> str:
    pieces: list[str] = []
    position = 0
    for place, mark in in_order(brackets):
        pieces.append(_escape(text[position:place], first=not position))
        # An exclamation mark before a bracket would start an image.
        if mark == "[" and pieces[-1].endswith("!"):
            pieces[-1] = pieces[-1][:-1] + "\\!"
        pieces.append(mark)
        position = place
    pieces.append(_escape(text[position:], first=not position))
    return "".join(pieces)


def in_order(brackets: Sequence[Bracket]) -> Iterator[tuple[int, str]]:
    """Yield the beginnings and ends of nested brackets, in order of place."""
    opened: list[Bracket] = []
    for bracket in brackets:
        while opened and opened[-1].end <= bracket.start:
            closed = opened.pop()
            yield closed.end, closed.closing
        yield bracket.start, "["
        opened.append(bracket)
    while opened:
        closed = opened.pop()
        yield closed.end, closed.closing


def _escape(text: str, *, first: bool) -> str:
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    if first and (match := _BLOCK_START.match(escaped)):
        digits = match.end() if match[0].isdigit() else 0
        escaped = f"{escaped[:digits]}\\{escaped[digits:]}"
    return escaped
