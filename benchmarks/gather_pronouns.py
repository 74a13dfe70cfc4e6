"""Writes ``builder/annotate/names/data/pronouns.txt`` anew: the first names that only men or only women bear.

They are those of the person providers of Faker, of all its languages in Latin letters::

    python -m pip install faker==40.0.0
    python benchmarks/gather_pronouns.py
"""

import importlib
import pkgutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from gather_cities import filled, latin

HEAD = """# First names that only men or only women bear: what "he" and "she" may mean. From the person providers of
# Faker 40, all locales in Latin letters (MIT licence, Copyright (c) 2012 Daniele Faraglia).
"""
SHARE = 50
"""How many times as often a name must be given to one sex as to the other where both bear it."""


def weights(kind: str) -> Iterator[tuple[str, str, float]]:
    """Yield language, name and how often it is given, for ``male`` or ``female``."""
    person = importlib.import_module("faker.providers.person")
    for module in sorted(entry.name for entry in pkgutil.iter_modules(person.__path__) if entry.ispkg):
        provider = importlib.import_module(f"{person.__name__}.{module}").Provider
        names = getattr(provider, f"first_names_{kind}", ())
        for name in names:
            yield module, name, names[name] if isinstance(names, dict) else 1.0


def borne(kind: str) -> dict[str, dict[str, float]]:
    """Return each name with how often each language gives it to a sex."""
    found: dict[str, dict[str, float]] = {}
    for module, name, weight in weights(kind):
        if latin(name) and name.isalpha() and len(name) > 2:
            found.setdefault(name, {})[module] = weight
    return found


def only(names: dict[str, dict[str, float]], others: dict[str, dict[str, float]]) -> list[str]:
    """Return the names that nobody of the others bears, or as good as nobody in each of their languages."""
    return sorted(
        name
        for name, mine in names.items()
        if all(mine.get(module, 0.0) >= SHARE * weight for module, weight in others.get(name, {}).items())
    )


def main() -> None:
    """Write the list."""
    men, women = borne("male"), borne("female")
    text = HEAD
    for section, names, others in (("he", men, women), ("she", women, men)):
        text += f"[{section}]\n{filled(only(names, others))}\n"
    with resources.as_file(resources.files("builder.annotate.names.data").joinpath("pronouns.txt")) as path:
        Path(path).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
