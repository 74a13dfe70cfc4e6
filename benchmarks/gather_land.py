"""Writes ``builder/pages/land.json`` anew from the coastlines of Natural Earth, of the npm package ``world-atlas``.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python benchmarks/gather_land.py package/land-50m.json

The file of the package is TopoJSON (https://github.com/topojson/topojson-specification): rings are made of arcs, and an
arc of differences between whole numbers. Rings are kept to a tenth of a degree, without points that move the line by
less and without islands smaller than that; Antarctica is left out, since no map of a briefing shows it.
"""

import json
import math
import sys
from itertools import pairwise
from pathlib import Path

SOURCE = "Natural Earth (https://www.naturalearthdata.com), public domain"
TOLERANCE = 1.0
"""Tenths of a degree by which a point must move the line to be kept."""
SMALLEST = 4.0
"""Area of the smallest ring that is kept, in hundredths of a square degree."""
SOUTHERN_EDGE = -600
"""Tenths of a degree; rings that lie wholly beyond it are left out."""
GLOBE = 3600
"""Tenths of a degree around the globe."""
TARGET = Path(__file__).parents[1] / "builder" / "pages" / "land.json"

Point = tuple[float, float]


def main(path: str) -> None:
    """Write the rings of a TopoJSON file as lists of whole numbers: longitude and latitude in turn."""
    topology = json.loads(Path(path).read_text("utf-8"))
    arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    geometries = topology["objects"]["land"]["geometries"]
    found = [_ring(ring, arcs) for one in geometries for polygon in one["arcs"] for ring in polygon]
    rings = [copy for ring in found for copy in _whole(ring)]
    kept = [[(round(x), round(y)) for x, y in _simplified(ring)] for ring in rings if _area(ring) >= SMALLEST]
    shown = [ring for ring in kept if len(ring) > 3 and max(y for _, y in ring) > SOUTHERN_EDGE]
    lines = ",\n".join(
        json.dumps([number for point in ring for number in point], separators=(",", ":")) for ring in shown
    )
    TARGET.write_text(f'{{"source":"{SOURCE}",\n"rings":[\n{lines}\n]}}\n', "utf-8")


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """Return the points of an arc in tenths of a degree."""
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for right, up in arc:
        x, y = x + right, y + up
        points.append((10 * (x * wide + west), 10 * (y * high + south)))
    return points


def _ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Return a ring from its arcs; one with a negative number, counted from -1, runs backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def _whole(ring: list[Point]) -> list[list[Point]]:
    """Return a ring without leaps from one edge of the map to the other: where it goes on beyond, once at each edge."""
    shift = 0
    points = [ring[0]]
    for (before, _), (x, y) in pairwise(ring):
        shift += GLOBE if x - before < -GLOBE / 2 else -GLOBE if x - before > GLOBE / 2 else 0
        points.append((x + shift, y))
    east, west = max(x for x, _ in points) > GLOBE / 2, min(x for x, _ in points) < -GLOBE / 2
    copy = [(x - GLOBE if east else x + GLOBE, y) for x, y in points]
    return [points, copy] if east or west else [points]


def _area(ring: list[Point]) -> float:
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring))) / 2


def _simplified(ring: list[Point]) -> list[Point]:
    """Return a ring without the points that matter least (Douglas and Peucker, 1973), its two halves apart."""
    far = max(range(len(ring)), key=lambda at: math.dist(ring[0], ring[at]))
    return _line(ring[: far + 1])[:-1] + _line(ring[far:])


def _line(points: list[Point]) -> list[Point]:
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        off, at = max(
            ((_off(points[at], points[first], points[last]), at) for at in range(first + 1, last)), default=(0, 0)
        )
        if off > TOLERANCE:
            kept.add(at)
            spans += [(first, at), (at, last)]
    return [points[at] for at in sorted(kept)]


def _off(point: Point, first: Point, last: Point) -> float:
    """Return how far a point lies from a line between two others."""
    length = math.dist(first, last)
    if not length:
        return math.dist(point, first)
    (x, y), (ax, ay), (bx, by) = point, first, last
    return abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length


if __name__ == "__main__":
    main(sys.argv[1])
