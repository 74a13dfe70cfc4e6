"""The pictures that sites show beside links to the briefing's pages, 1200 by 630 pixels.

That of the briefing is its timeline, without words, so that it suits every script. Pages of their own kind have one
that says what they are called; see :mod:`builder.pages.cards`.
"""

import math
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from builder.pages.cards import Card, MakeCard, cards
from builder.pages.catalogue import Catalogue
from builder.pages.linker import HOME, PICTURE, Linker
from builder.pages.noting import Making
from builder.pages.timeline_drawing import Spot, spots
from builder.site.raster import (
    BAR,
    HEIGHT,
    Rows,
    blank,
    fitted,
    lane,
    mark,
    palette,
    png,
    typeface,
    write,
)
from builder.site.theme import Theme
from builder.urls import PagePath

_TITLES: Final = ((64, 4), (46, 5))
"""Sizes of a title, in pixels, and how many lines of it there is room for."""
_BOLD: Final = 600
_SOFT: Final = 30
"""Pixels of the lines above and below."""
_LINE: Final = 470
"""Where the timeline of a topic or a name stands, in pixels from the top."""


def pictures(found: Catalogue, theme: Theme) -> Iterator[tuple[PagePath, bytes]]:
    """Give the briefing's picture where it has an address: sites that show links ask for one in full."""
    if found.briefing.base_url:
        yield PICTURE, picture(spots(Linker(found, HOME), found.briefing.events), theme)


def picture(marks: Sequence[Spot], theme: Theme) -> bytes:
    """Return the picture of what a timeline shows, in the colours of a theme."""
    rows = blank()
    lanes = 1 + max((spot.lane for spot in marks), default=0)
    heights = [BAR + (HEIGHT - BAR) * (2 * number + 1) // (2 * lanes) for number in range(lanes)]
    for height in heights:
        lane(rows, height)
    for spot in marks:
        _draw(rows, spot, heights[spot.lane], 0.42 * HEIGHT / lanes)
    return png(rows, palette(theme))


def making_pictures(found: Catalogue, theme: Theme) -> dict[PagePath, Making]:
    """Return what makes the pictures of single pages, by path."""
    colours = palette(theme)
    return {path: partial(_card_file, make=make, colours=colours) for path, make in cards(found)}


def _card_file(found: Catalogue, make: MakeCard, colours: bytes) -> bytes:
    return png(_card(make(found)), colours)


def _card(card: Card) -> Rows:
    rows = blank()
    soft = typeface(_SOFT)
    size, lines = _title(card.title)
    for number, line in enumerate(lines):
        write(rows, line, typeface(size, _BOLD), 190 + round(number * size * 1.2))
    if card.spots:
        lane(rows, _LINE)
    for spot in card.spots:
        _draw(rows, spot, _LINE, 16)
    for text, baseline in ((card.kicker, 104), (card.figures, 545), (card.briefing, 590)):
        for line in fitted(text, soft, 1):
            write(rows, line, soft, baseline, accent=text == card.kicker)
    return rows


def _title(title: str) -> tuple[int, list[str]]:
    """Return the size of a title, in pixels, and its lines: the largest that holds it, else the smallest."""
    for size, most in _TITLES:
        lines = fitted(title, typeface(size, _BOLD), most)
        if not lines[-1].endswith("…"):
            break
    return size, lines


def _draw(rows: Rows, spot: Spot, middle: int, largest: float) -> None:
    """Put a mark on its lane; its area stands for its weight."""
    size = min(largest, 9 + 30 * math.sqrt(max(0.0, spot.weight)))
    mark(rows, spot.start, spot.end, middle, size)
