"""First names of people, in Latin letters: what tells a name that stands alone from a heading."""

from functools import cache
from importlib.resources import files


@cache
def first_names() -> frozenset[str]:
    """Return the names of ``data/first_names.txt``, each with its capital."""
    text = files(__package__).joinpath("data/first_names.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith(("#", "[")))
    return frozenset(name for line in lines for part in line.split(",") if (name := part.strip()))
