"""Word lists kept as text beside the code that reads them."""

from collections.abc import Mapping
from importlib import resources


def read(package: str, name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the sections of a word list, each with its entries in the order of the file.

    ``name`` is a text file of the package: ``[section]`` stands alone on a line, entries are parted by
    commas or line ends, and what follows ``#`` is a comment.
    """
    sections: dict[str, list[str]] = {}
    entries: list[str] = []
    for line in resources.files(package).joinpath(name).read_text("utf-8").splitlines():
        words = line.partition("#")[0].strip()
        if words.startswith("["):
            entries = sections.setdefault(words.strip("[]"), [])
        else:
            entries.extend(entry for part in words.split(",") if (entry := part.strip()))
    return {section: tuple(found) for section, found in sections.items()}
