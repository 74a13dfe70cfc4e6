"""Where places lie, as far as their name alone tells."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

_DATA: Final = f"{__package__}.data"


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Coordinates from GeoNames, which ``benchmarks/gather_coordinates.py`` gathers."""

    source: str
    """Whom the data are from, with their licence."""
    places: Mapping[str, tuple[float, float]]
    """Latitude and longitude, in degrees to a tenth, by name in small letters: large towns whose name means one
    place, and countries (the middle of their towns)."""

    def find(self, names: tuple[str, ...]) -> tuple[float, float] | None:
        """Return where the place of the first name lies that is known; ``None`` where none is."""
        known = (self.places.get(name.casefold().removeprefix("the ")) for name in names)
        return next((place for place in known if place), None)


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer; it is read once, and only where a map may be drawn."""
    data = json.loads(resources.files(_DATA).joinpath("coordinates.json").read_text("utf-8"))
    places = {name: (latitude, longitude) for name, (latitude, longitude) in data["places"].items()}
    return Gazetteer(data["source"], places)
