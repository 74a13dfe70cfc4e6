"""The inline mark-up of a Markdown seed → its words, and the links on them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markdown_it.token import Token

from builder.ingest.addresses import safe_address
from builder.ingest.document import Link
from builder.ingest.lines import clean

_CELL: Final = " | "
"""Stands between the cells of a table's row, as in the seed."""
_CLOSING: Final = ".,;:!?)]”’"
"""Signs that follow a word without a space, whatever tags stand between."""
_BREAKING: Final = re.compile(r"<(?:br|p|div|li|tr|td|hr)\b", re.IGNORECASE)
"""Tags between words that browsers show apart."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of one look."""

    text: str
    address: str = ""
    """Of the link they are in, as written; empty outside of links."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a Markdown paragraph."""

    parts: tuple[Part, ...]
    apart: bool
    """Whether the writer broke the line above it, rather than the margin."""


def rows_of(tokens: Sequence[Token]) -> list[Row]:
    """Return the lines of a paragraph from its inline tokens; pictures and tags have no words."""
    rows: list[Row] = []
    parts: list[Part] = []
    address, apart = "", False
    for token in tokens:
        match token.type:
            case "softbreak" | "hardbreak":
                rows.append(Row(tuple(parts), apart))
                parts, apart = [], token.type == "hardbreak"
            case "link_open":
                address = str(token.attrGet("href") or "")
            case "link_close":
                address = ""
            case "footnote_ref":
                parts.append(Part(f"[{token.meta['label']}]"))
            case "html_inline":
                parts.append(Part(" " if _BREAKING.match(token.content) else ""))
            case "text" | "code_inline":
                parts.append(Part(token.content, address))
    return [*rows, Row(tuple(parts), apart)]


def in_one(rows: Sequence[Row]) -> Row:
    """Return the lines of a paragraph as one."""
    return Row(tuple(part for row in rows for part in (*row.parts, Part(" "))), apart=True)


def rows_of_code(token: Token) -> list[Row]:
    """Return the lines of a block of code, the one that opens it included, each by itself."""
    opening = [""] if token.type == "fence" else []
    return [Row((Part(text),), apart=True) for text in (*opening, *token.content.split("\n"))]


def rows_of_html(html: str) -> list[Row]:
    """Return what readers see of a block of HTML, line by line."""
    from builder.ingest.page_pieces import parse_page, read_pieces  # what it uses takes long to load, and few need it

    tree = parse_page(html)
    rows: list[list[Part]] = [[] for _ in range(html.count("\n") + 1)]
    for piece in read_pieces(tree) if tree is not None else ():
        gap = "" if piece.text[0] in _CLOSING else " "
        rows[min(piece.line, len(rows)) - 1] += (Part(gap), Part(piece.text, piece.address))
    return [Row(tuple(row), apart=True) for row in rows]


def cells_as_row(cells: Sequence[Sequence[Part]]) -> tuple[Part, ...]:
    """Return the cells of a table's row as one line; empty where no cell has words."""
    if not any(clean(part.text) for cell in cells for part in cell):
        return ()
    first, *others = cells
    return (*first, *(part for cell in others for part in (Part(_CELL), *cell)))


def text_and_links(parts: Sequence[Part], base: str) -> tuple[str, tuple[Link, ...]]:
    """Return clean words and their links; both are empty where there are no words.

    :param base: the address that relative links start from; empty where it is not known
    """
    text = ""
    links: list[Link] = []
    for part in parts:
        piece = clean(f"|{part.text}|")[1:-1]  # The signs hold the spaces at both ends.
        if not text or text.endswith(" "):
            piece = piece.lstrip(" ")
        start, end = len(text) + len(piece) - len(piece.lstrip(" ")), len(text) + len(piece.rstrip(" "))
        text += piece
        address = safe_address(part.address, base) if part.address and start < end else ""
        if address and links and links[-1].address == address and not text[links[-1].end : start].strip():
            links[-1] = Link(links[-1].start, end, address)
        elif address:
            links.append(Link(start, end, address))
    return text.rstrip(" "), tuple(links)
