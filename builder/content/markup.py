"""Blocks and spans to Markdown: one paragraph a line, spans in brackets, text escaped.

The inverse of :func:`builder.markdown.tokens.parse_body`: ``parse_body(write_body(blocks, spans)).text`` is the
blocks' text, one block a line, whatever it holds.
"""

import re
from collections.abc import Iterator, Sequence

from builder.annotate.span import Span
from builder.ingest.document import Block, BlockKind
from builder.markdown.spans import write_attributes

_SPECIAL = re.compile(r"[\\`*\[\]<~^]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w)|!(?=\[)")
_BLOCK_START = re.compile(r"(?:[#>+=|-]|\d{1,9}(?=[.)]))")
_PREFIX = {BlockKind.PARAGRAPH: "", BlockKind.HEADING: "## ", BlockKind.LIST_ITEM: "- ", BlockKind.QUOTE: "> "}


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
        lines.append(_PREFIX[block.kind] + _write_line(block.text, inside, start))
        start = end + 1
    return "\n".join(lines) + "\n" if lines else ""


def _write_line(text: str, spans: Sequence[Span], offset: int) -> str:
    pieces: list[str] = []
    position = 0
    for place, mark in _marks(spans, offset):
        pieces.append(_escape(text[position:place], first=not position))
        # An exclamation mark before a bracket would start an image.
        if mark == "[" and pieces[-1].endswith("!"):
            pieces[-1] = pieces[-1][:-1] + "\\!"
        pieces.append(mark)
        position = place
    pieces.append(_escape(text[position:], first=not position))
    return "".join(pieces)


def _marks(spans: Sequence[Span], offset: int) -> Iterator[tuple[int, str]]:
    """Yield the brackets of nested spans, in order of place."""
    open_spans: list[Span] = []
    for span in spans:
        while open_spans and open_spans[-1].end <= span.start:
            closed = open_spans.pop()
            yield closed.end - offset, "]" + write_attributes(closed)
        yield span.start - offset, "["
        open_spans.append(span)
    while open_spans:
        closed = open_spans.pop()
        yield closed.end - offset, "]" + write_attributes(closed)


def _escape(text: str, *, first: bool) -> str:
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    if first and (match := _BLOCK_START.match(escaped)):
        digits = match.end() if match[0].isdigit() else 0
        escaped = f"{escaped[:digits]}\\{escaped[digits:]}"
    return escaped
