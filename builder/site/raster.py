"""Pictures as rows of numbers in a palette: a ground with a stripe, discs and bars, text; written as PNG.

The format is https://www.w3.org/TR/png-3/. Text is set in Source Serif 4, which comes with the builder, so that the
same words are the same pixels wherever they are drawn.
"""

import math
import re
import struct
import zlib
from bisect import bisect_right
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Final

from builder.site.theme import Theme

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

WIDTH: Final = 1200
HEIGHT: Final = 630
"""Pixels; what sites that show links ask for."""
MARGIN: Final = 90
BAR: Final = 14
"""Height of the stripe at the top."""
_ROOM: Final = WIDTH - 2 * MARGIN
"""Pixels that a line of text may take."""
_LONGEST: Final = 500
_LONGEST_LINE: Final = 160
"""Characters; no picture has room for more."""
LANE: Final = 16
"""The number of a lane's colour; those before it go from the ground to the colour of a mark."""
_SHADES: Final = LANE - 1
"""Steps from the ground to a colour, for edges that look smooth."""
_INK: Final = LANE + 1
"""The first of the numbers that go from the ground to the colour of text."""
_RING: Final = 3
"""Pixels of ground around a mark, so that marks that overlap can be told apart."""
_COLOURS: Final = {"paper": "fcfbf8", "accent": "7a1f2b", "rule": "d9d3c7", "ink": "1d1b18"}
"""Those of the default theme, for a theme whose styles name none."""
_NAMED: Final = re.compile(r"--(paper|accent|rule|ink):\s*#([0-9a-fA-F]{6})\b")
_TO_INK: Final = bytes(_INK + value * _SHADES // 255 for value in range(256))
_TO_ACCENT: Final = bytes(value * _SHADES // 255 for value in range(256))

Rows = list[bytearray]


def blank() -> Rows:
    """Return a picture with nothing but the stripe at its top."""
    return [bytearray([_SHADES if y < BAR else 0]) * WIDTH for y in range(HEIGHT)]


def lane(rows: Rows, middle: int) -> None:
    """Draw a line from side to side, two pixels thick."""
    for row in rows[middle - 1 : middle + 1]:
        row[MARGIN // 2 : WIDTH - MARGIN // 2] = bytes([LANE]) * (WIDTH - MARGIN)


def mark(rows: Rows, start: float, end: float, middle: int, radius: float) -> None:
    """Draw a disc, drawn out to a bar where it lasts; ``start`` and ``end`` are shares of the width between margins."""
    left, right = (MARGIN + place * _ROOM for place in (start, end))
    for size, shade in ((radius + _RING, 0), (radius, _SHADES)):
        for y in range(math.ceil(middle - size), math.floor(middle + size) + 1):
            half = math.sqrt(max(0.0, size**2 - (y - middle) ** 2))
            _fill(rows[y], left - half, right + half, shade)


def _fill(row: bytearray, start: float, end: float, shade: int) -> None:
    """Give a stretch of a row a shade; pixels that it covers in part get their share of it."""
    first, last = math.ceil(start), math.floor(end)
    row[first:last] = bytes([shade]) * (last - first)
    row[first - 1], row[last] = round((first - start) * shade), round((end - last) * shade)


@lru_cache(maxsize=8)
def typeface(size: int, weight: int = 400) -> "FreeTypeFont":
    """Return the typeface in a size, in pixels, and a weight from 200 to 900."""
    from PIL import ImageFont  # most builds after an edit draw nothing

    data = files("builder.site").joinpath("data/SourceSerif4.ttf").read_bytes()
    font = ImageFont.truetype(BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight, min(60, size)])
    return font


def write(rows: Rows, text: str, font: "FreeTypeFont", baseline: int, *, accent: bool = False) -> None:
    """Set a line of text at the left margin; it has to fit."""
    mask, (right, down) = font.getmask2(text, "L", anchor="ls")
    width, height = mask.size
    pixels = bytes(mask).translate(_TO_ACCENT if accent else _TO_INK)
    for y in range(height):
        row = rows[baseline + down + y]
        row[MARGIN + right : MARGIN + right + width] = pixels[y * width : (y + 1) * width]


def fitted(text: str, font: "FreeTypeFont", most: int) -> list[str]:
    """Return a text in lines that fit between the margins; where ``most`` don't hold it, the last ends with dots."""
    lines: list[str] = []
    for word in text.strip()[:_LONGEST].split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= _ROOM:
            lines[-1] = longer
        else:
            lines.append(word)
    whole, kept = len(lines) <= most, lines[:most]
    return [_shortened(line, font, whole=whole or number < most) for number, line in enumerate(kept, 1)]


def _shortened(line: str, font: "FreeTypeFont", *, whole: bool) -> str:
    """Return a line as it is where it fits and nothing is missing behind it, else its beginning and dots."""
    if whole and font.getlength(line) <= _ROOM:
        return line
    lengths = range(1, min(len(line), _LONGEST_LINE) + 1)
    fitting = bisect_right(lengths, _ROOM, key=lambda length: math.ceil(font.getlength(line[:length] + "…")))
    return line[:fitting].rstrip() + "…"


def palette(theme: Theme) -> bytes:
    """Return the colours that a theme's styles name, as the palette of a PNG."""
    found = dict(_COLOURS)
    for folder in reversed(theme.folders):
        for file in sorted((folder / "static").glob("*.css"), reverse=True):
            if file.stem != "print":
                found |= dict(reversed(_NAMED.findall(file.read_text("utf-8"))))
    paper, accent, rule, ink = (bytes.fromhex(found[name]) for name in ("paper", "accent", "rule", "ink"))
    return _shades(paper, accent) + rule + _shades(paper, ink)


def _shades(ground: bytes, colour: bytes) -> bytes:
    return b"".join(
        bytes(round(low + (high - low) * step / _SHADES) for low, high in zip(ground, colour, strict=True))
        for step in range(_SHADES + 1)
    )


def png(rows: Rows, colours: bytes) -> bytes:
    """Return a picture with its palette as a PNG, 8 bits a pixel, each row unfiltered."""
    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 3, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    chunks = ((b"IHDR", head), (b"PLTE", colours), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
