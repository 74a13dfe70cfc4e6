"""The places of a briefing on a map: dots over an outline of the land around them."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from builder.annotate.names.coordinates import gazetteer
from builder.briefing.model import Entity, EntityKind
from builder.pages.land import land_path
from builder.pages.linker import Linker
from builder.pages.svg import linked, opening, shortened
from builder.pages.values import Html

WIDTH: Final = 340
"""Units; a unit is a pixel on a phone."""
FEWEST: Final = 3
"""Places; fewer make no map."""
MOST: Final = 60
"""Places, those named most."""
SOUTHERN_EDGE: Final = -60.0
NORTHERN_EDGE: Final = 84.0
"""Degrees; no land of the map lies beyond."""
EDGE: Final = 4.0
"""Degrees shown around the outermost places, at least."""
ROOM: Final = 0.1
"""Share of what lies between the outermost places that is shown around them."""
FLATTEST: Final = 0.42
"""Share of its width that a map is high, at least."""
NARROWEST: Final = 12.0
"""Degrees of longitude that a map shows at least."""
LONGEST: Final = 22
"""Characters of a label."""
NEAR: Final = 12
"""Units beside a dot in which a label would be taken for its own."""
LOUD: Final = 1
"""Places, those named most, whose labels may cover other dots."""
SMALLER: Final = 0.75
"""Size of the type on wide pages, where a unit is larger, as a share of that on phones."""
LINE: Final = 13
"""Height of a label in units."""
_SIDES: Final = ((9, 0, "start", 0.0), (-9, 0, "end", 1.0), (0, -1, "middle", 0.5), (0, 1, "middle", 0.5))
"""Where a label may stand: units right and lines down from the dot, its anchor, and its share left of there."""
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


@dataclass(frozen=True, slots=True)
class Box:
    """Where a line of text stands, in units."""

    start: float
    end: float
    middle: float
    height: float

    def inside(self, window: Window) -> bool:
        """Whether all of it is on the map."""
        edge = self.height / 2
        return self.start >= 0 and self.end <= WIDTH and edge <= self.middle <= window.height - edge

    def meets(self, other: "Box") -> bool:
        """Whether it shares room with another."""
        return abs(self.middle - other.middle) < self.height and self.start <= other.end and self.end >= other.start


def draw_map(linker: Linker) -> Html:
    """Return the map; empty where the names of fewer than three places tell where they lie."""
    dots = list(_dots(linker))
    if len(dots) < FEWEST:
        return Html("")
    window = _window(dots)
    text = (
        f"{linker.words.count(len(dots), 'place')}. "
        + linker.words.say("Each leads to its page. A country stands in the middle of its towns.")
        + f" {linker.words.say('Places whose name does not tell where they lie are not drawn.')} {gazetteer().source}."
    )
    parts = [opening("map", WIDTH, window.height, linker.words.say("Places"), text), _land(window)]
    loudest = max(len(dot.entity.mentions) for dot in dots)
    parts += (_dot(linker, dot, window, len(dot.entity.mentions) / loudest) for dot in dots)
    for name, size in (("narrow", 1.0), ("wide", SMALLER)):
        parts += (f'<g class="{name}">', *_labels(dots, window, size), "</g>")
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
    west, east = west - wanting, east + wanting
    known = Window(west, east, south, north)
    low = max(0.0, FLATTEST * WIDTH - known.height) / (2 * known.scale * known.stretch)
    return Window(west, east, max(SOUTHERN_EDGE, south - low), min(NORTHERN_EDGE, north + low))


def _around(degrees: Sequence[float]) -> tuple[float, float]:
    first, last = min(degrees), max(degrees)
    edge = max(EDGE, ROOM * (last - first))
    return first - edge, last + edge


def _land(window: Window) -> str:
    commands = land_path(
        window.west, window.east, window.south, window.north, lambda point: (window.x(point[0]), window.y(point[1]))
    )
    return f'<path class="land" d="{commands}"/>' if commands else ""


def _dot(linker: Linker, dot: Dot, window: Window, share: float) -> str:
    link = linker.entity(dot.entity.kind, dot.entity.slug)
    x, y = window.x(dot.longitude), window.y(dot.latitude)
    shape = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{3 + 5 * math.sqrt(share):.1f}"/>'
    return linked(link.href, f"{link.text}: {linker.words.count(len(dot.entity.mentions), 'mention')}", shape, "mark")


def _labels(dots: Sequence[Dot], window: Window, size: float) -> Iterator[str]:
    """Give the labels that fit, those of the places named most first: right of the dot, left of it, above or below.

    ``size`` is that of the type, as a share of its size on phones. No label stands where it could be read as another
    dot's, and only that of the place named most may cover dots.
    """
    spots = [(window.x(dot.longitude), window.y(dot.latitude)) for dot in dots]
    near, line, character = NEAR * size, LINE * size, CHARACTER * size
    taken: list[Box] = []
    for number, (dot, (x, y)) in enumerate(zip(dots, spots, strict=True)):
        label = shortened(dot.entity.name, LONGEST)
        others = [Box(one - near, one + near, other, line) for one, other in spots[: None if number >= LOUD else 0]]
        del others[number : number + 1]
        for right, down, anchor, before in _SIDES:
            start, middle = x + right - before * len(label) * character, y + down * (line + 1)
            box = Box(start, start + len(label) * character, middle, line)
            if box.inside(window) and not any(box.meets(other) for other in (*taken, *others)):
                taken.append(box)
                at = f'x="{x + right:.0f}" y="{middle + line / 3:.1f}"'
                yield f'<text {at} text-anchor="{anchor}">{escape(label)}</text>'
                break
