"""The picture that sites show beside a link to the briefing: its timeline, 1200 by 630 pixels, without words.

It has no words so that it is the same for every script and needs no typeface; titles and descriptions of shared links
are told in words anyway. It is a PNG (https://www.w3.org/TR/png-3/) of few colours, drawn line by line.
"""

import math
import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import Final

from builder.pages.catalogue import Catalogue
from builder.pages.linker import HOME, PICTURE, Linker
from builder.pages.timeline_drawing import Spot, spots
from builder.site.theme import Theme
from builder.urls import PagePath

WIDTH: Final = 1200
HEIGHT: Final = 630
"""Pixels; what sites that show links ask for."""
_MARGIN: Final = 90
_BAR: Final = 14
"""Height of the stripe at the top."""
_SHADES: Final = 15
"""Steps from the ground to the colour of a mark, for edges that look smooth; the last number is that of a lane."""
_RING: Final = 3
"""Pixels of ground around a mark, so that marks that overlap can be told apart."""
_LANE: Final = _SHADES + 1
_COLOURS: Final = {"paper": "fcfbf8", "accent": "7a1f2b", "rule": "d9d3c7"}
"""Those of the default theme, for a theme whose styles name none."""
_NAMED: Final = re.compile(r"--(paper|accent|rule):\s*#([0-9a-fA-F]{6})\b")


def pictures(found: Catalogue, theme: Theme) -> Iterator[tuple[PagePath, bytes]]:
    """Give the picture where the briefing has an address: sites that show links ask for one in full."""
    if found.briefing.base_url:
        yield PICTURE, picture(spots(Linker(found, HOME), found.briefing.events), theme)


def picture(marks: Sequence[Spot], theme: Theme) -> bytes:
    """Return the picture of what a timeline shows, in the colours of a theme."""
    rows = [bytearray(WIDTH) for _ in range(HEIGHT)]
    for row in rows[:_BAR]:
        row[:] = bytes([_SHADES]) * WIDTH
    lanes = 1 + max((spot.lane for spot in marks), default=0)
    heights = [_BAR + (HEIGHT - _BAR) * (2 * lane + 1) // (2 * lanes) for lane in range(lanes)]
    for height in heights:
        for row in rows[height - 1 : height + 1]:
            row[_MARGIN // 2 : WIDTH - _MARGIN // 2] = bytes([_LANE]) * (WIDTH - _MARGIN)
    for spot in marks:
        _draw(rows, spot, heights[spot.lane], 0.42 * HEIGHT / lanes)
    return _png(rows, _palette(theme))


def _draw(rows: list[bytearray], spot: Spot, middle: int, largest: float) -> None:
    """Put a mark on its lane: a disc, drawn out to a bar where it lasts; its area stands for its weight."""
    size = min(largest, 9 + 30 * math.sqrt(max(0.0, spot.weight)))
    start, end = (_MARGIN + place * (WIDTH - 2 * _MARGIN) for place in (spot.start, spot.end))
    for radius, shade in ((size + _RING, 0), (size, _SHADES)):
        for y in range(math.ceil(middle - radius), math.floor(middle + radius) + 1):
            half = math.sqrt(max(0.0, radius**2 - (y - middle) ** 2))
            _fill(rows[y], start - half, end + half, shade)


def _fill(row: bytearray, start: float, end: float, shade: int) -> None:
    """Give a stretch of a row a shade; pixels that it covers in part get their share of it."""
    first, last = math.ceil(start), math.floor(end)
    row[first:last] = bytes([shade]) * (last - first)
    row[first - 1], row[last] = round((first - start) * shade), round((end - last) * shade)


def _palette(theme: Theme) -> bytes:
    found = dict(_COLOURS)
    for folder in reversed(theme.folders):
        for file in sorted((folder / "static").glob("*.css"), reverse=True):
            if file.stem != "print":
                found |= {name: value for name, value in reversed(_NAMED.findall(file.read_text("utf-8")))}
    paper, accent, rule = (bytes.fromhex(found[name]) for name in ("paper", "accent", "rule"))
    shades = (
        bytes(round(low + (high - low) * step / _SHADES) for low, high in zip(paper, accent, strict=True))
        for step in range(_SHADES + 1)
    )
    return b"".join([*shades, rule])


def _png(rows: list[bytearray], palette: bytes) -> bytes:
    """Return rows of numbers in a palette as a PNG, 8 bits a pixel, each row unfiltered."""
    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 3, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    chunks = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
