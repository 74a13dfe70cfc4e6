"""The places of a briefing on a map: dots over the parts of the world that have towns, which stand for its outline."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Final

from builder.annotate.names.coordinates import gazetteer
from builder.briefing.model import Entity, EntityKind
from builder.pages.linker import Linker
from builder.pages.svg import linked, opening, shortened
from builder.pages.values import Html

WIDTH: Final = 340
"""Units; a unit is a pixel on a phone."""
FEWEST: Final = 3
"""Places; fewer make no map."""
MOST: Final = 60
"""Places, those named most."""
EDGE: Final = 4.0
"""Degrees shown around the outermost places, at least."""
ROOM: Final = 0.1
"""Share of what lies between the outermost places that is shown around them."""
NARROWEST: Final = 12.0
"""Degrees of longitude that a map shows at least."""
COARSE: Final = 100.0
"""Degrees of longitude; a map that shows more draws squares of two degrees."""
LONGEST: Final = 22
"""Characters of a label."""
CHARACTER: Final = 5.8
"""Width of a character of a label, on average, in units."""


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the globe that is shown, in degrees, in a projection with one scale for each axis.

    Distances are true along the middle latitude (equirectangular projection; Snyder, Map Projections, 1987, p. 90).
    """

    west: float
    east: float
    south: float
    north: float

    @property
    def scale(self) -> float:
        """Return the units of a degree of longitude."""
        return WIDTH / (self.east - self.west)

    @property
    def stretch(self) -> float:
        """Return how many times longer a degree of latitude is drawn than one of longitude."""
        return 1 / max(0.3, math.cos(math.radians((self.north + self.south) / 2)))

    @property
    def height(self) -> float:
        """Return the height of the map in units."""
        return (self.north - self.south) * self.scale * self.stretch

    def x(self, longitude: float) -> float:
        """Return where a longitude lies."""
        return (longitude - self.west) * self.scale

    def y(self, latitude: float) -> float:
        """Return where a latitude lies."""
        return (self.north - latitude) * self.scale * self.stretch


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the map."""

    entity: Entity
    latitude: float
    longitude: float


def draw_map(linker: Linker) -> Html:
    """Return the map; empty where the names of fewer than three places tell where they lie."""
    dots = list(_dots(linker))
    if len(dots) < FEWEST:
        return Html("")
    window = _window(dots)
    text = (
        f"{linker.words.count(len(dots), 'place')}. "
        + linker.words.say(
            "Each leads to its page. A country stands in the middle of its towns. Grey: where towns are."
        )
        + f" {linker.words.say('Places whose name does not tell where they lie are not drawn.')} {gazetteer().source}."
    )
    parts = [opening("map", WIDTH, window.height, linker.words.say("Places"), text), _towns(window)]
    loudest = max(len(dot.entity.mentions) for dot in dots)
    parts += (_dot(linker, dot, window, len(dot.entity.mentions) / loudest) for dot in dots)
    parts += _labels(dots, window)
    return Html("".join([*parts, "</svg>"]))


def _dots(linker: Linker) -> Iterator[Dot]:
    """Give the places whose name tells where they lie, those named most first; of several at one spot the first."""
    taken: set[tuple[float, float]] = set()
    places = [one for one in linker.catalogue.briefing.entities if one.kind is EntityKind.PLACE]
    for entity in sorted(places, key=lambda one: -len(one.mentions)):
        spot = gazetteer().find((entity.name,))
        if spot and spot not in taken and len(taken) < MOST:
            taken.add(spot)
            yield Dot(entity, *spot)


def _window(dots: Sequence[Dot]) -> Window:
    west, east = _around([dot.longitude for dot in dots])
    south, north = _around([dot.latitude for dot in dots])
    wanting = max(0.0, NARROWEST - (east - west)) / 2
    return Window(west - wanting, east + wanting, south, north)


def _around(degrees: Sequence[float]) -> tuple[float, float]:
    first, last = min(degrees), max(degrees)
    edge = max(EDGE, ROOM * (last - first))
    return first - edge, last + edge


def _towns(window: Window) -> str:
    """Return the squares that have towns as one path: a stroke for each run of them."""
    step = 2 if window.east - window.west > COARSE else 1
    commands = []
    for row, columns in _squares(window, step).items():
        for start, end in _runs(columns, step):
            left, right = max(0.0, window.x(start)), min(float(WIDTH), window.x(end))
            commands.append(f"M{left:.0f} {window.y(row + step / 2):.0f}H{right:.0f}")
    width = step * window.scale * window.stretch
    return f'<path class="towns" d="{"".join(commands)}" stroke-width="{width:.1f}"/>' if commands else ""


def _squares(window: Window, step: int) -> dict[int, list[int]]:
    """Return the western edges of inhabited squares inside the window by their southern edge."""
    rows: dict[int, set[int]] = {}
    for row, columns in gazetteer().inhabited.items():
        if window.south <= row + 0.5 <= window.north:
            inside = {column // step * step for column in columns if window.west - 1 < column < window.east}
            rows.setdefault(row // step * step, set()).update(inside)
    return {row: sorted(columns) for row, columns in sorted(rows.items())}


def _runs(columns: Sequence[int], step: int) -> Iterator[tuple[int, int]]:
    for _, run in groupby(enumerate(columns), key=lambda one: one[1] - one[0] * step):
        squares = [column for _, column in run]
        yield squares[0], squares[-1] + step


def _dot(linker: Linker, dot: Dot, window: Window, share: float) -> str:
    link = linker.entity(dot.entity.kind, dot.entity.slug)
    x, y = window.x(dot.longitude), window.y(dot.latitude)
    shape = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{3 + 5 * math.sqrt(share):.1f}"/>'
    return linked(link.href, f"{link.text}: {linker.words.count(len(dot.entity.mentions), 'mention')}", shape, "mark")


def _labels(dots: Sequence[Dot], window: Window) -> Iterator[str]:
    """Give the labels that fit, those of the places named most first, right of the dot or else left of it."""
    places = [(window.x(dot.longitude), window.y(dot.latitude)) for dot in dots]
    taken = [(x - 4, x + 4, y) for x, y in places]
    for dot, (x, y) in zip(dots, places, strict=True):
        label = shortened(dot.entity.name, LONGEST)
        width = len(label) * CHARACTER
        for start in (x + 9, x - 9 - width):
            free = all(abs(y - other) >= 13 or start + width < left or start > right for left, right, other in taken)
            if free and start >= 0 and start + width <= WIDTH:
                taken.append((start, start + width, y))
                # Type may be smaller than the room taken for it: a label keeps to its dot.
                at, anchor = (x + 9, "") if start > x else (x - 9, ' text-anchor="end"')
                yield f'<text x="{at:.0f}" y="{y + 4:.0f}"{anchor}>{escape(label)}</text>'
                break
