"""The land of a part of the globe as one path, from the coastlines that come with the builder."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Final

Point = tuple[float, float]
"""Longitude and latitude in degrees, or right and down in units of a drawing."""

FINEST: Final = 0.8
"""Units of the drawing between two points of a coast, at least."""


@cache
def _rings() -> tuple[tuple[Point, ...], ...]:
    """Return the rings of Natural Earth that ``benchmarks/gather_land.py`` gathers; read once, for the first map."""
    rings = json.loads(resources.files(__package__).joinpath("land.json").read_text("utf-8"))["rings"]
    return tuple(tuple((x / 10, y / 10) for x, y in zip(ring[::2], ring[1::2], strict=True)) for ring in rings)


def land_path(west: float, east: float, south: float, north: float, place: Callable[[Point], Point]) -> str:
    """Return the commands of a path that encloses the land inside a window, given in degrees.

    ``place`` tells where on the drawing a point of the globe stands.
    """
    found = []
    for ring in _rings():
        inside = _clipped(ring, west, east, south, north)
        points = list(_thinned(place(point) for point in inside))
        if len(points) > 2:
            found.append(_commands(points))
    return "".join(found)


def _clipped(ring: tuple[Point, ...], west: float, east: float, south: float, north: float) -> list[Point]:
    """Return the part of a ring inside a window (Sutherland and Hodgman, 1974), its first point at the end again."""
    points = list(ring)
    for axis, edge, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        points = list(_beyond(points, axis, edge, sign))
        if not points:
            break
        points.append(points[0])
    return points


def _beyond(points: list[Point], axis: int, edge: float, sign: int) -> Iterator[Point]:
    """Give a ring without what lies on the wrong side of an edge, points of the edge put where the ring crosses it."""
    for one, other in pairwise(points):
        inside, stays = ((point[axis] - edge) * sign >= 0 for point in (one, other))
        if inside != stays:
            share = (edge - one[axis]) / (other[axis] - one[axis])
            yield one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])
        if stays:
            yield other


def _thinned(points: Iterable[Point]) -> Iterator[Point]:
    last: Point | None = None
    for x, y in points:
        if last is None or max(abs(x - last[0]), abs(y - last[1])) >= FINEST:
            last = x, y
            yield last


def _commands(points: list[Point]) -> str:
    """Return a closed ring, each point told from the one before in tenths of a unit."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    (x, y), *_ = tenths
    steps = (f"{_number(right - left)} {_number(low - high)}" for (left, high), (right, low) in pairwise(tenths))
    return f"M{_number(x)} {_number(y)}l{' '.join(steps)}z"


def _number(tenths: int) -> str:
    """Return a number of tenths as short as may be: ``-.5``, ``3``, ``2.4``."""
    whole, rest = divmod(abs(tenths), 10)
    return f"{'-' if tenths < 0 else ''}{whole or ('' if rest else 0)}{f'.{rest}' if rest else ''}"
