"""Word lists kept as text beside the code that reads them, and those of each language in a folder of its own."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

ENGLISH = "en"
"""The language that all annotators know; of another they do what its lists allow."""
_LANGUAGES = f"{__package__}.languages"


def read(package: str, name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the sections of a word list, each with its entries in the order of the file.

    ``name`` is a text file of the package: ``[section]`` stands alone on a line, entries are parted by
    commas or line ends, and what follows ``#`` is a comment.
    """
    return _sections(resources.files(package).joinpath(name).read_text("utf-8"))


@cache
def languages() -> frozenset[str]:
    """Return the codes (ISO 639-1) of the languages that have lists."""
    return frozenset(entry.name for entry in resources.files(_LANGUAGES).iterdir() if len(entry.name) == len(ENGLISH))


@cache
def of_language(language: str, name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the sections of a list of a language; none where the language has no list of this name.

    ``language`` is ISO 639-1, ``name`` that of a file in the language's folder, without its ending.
    """
    if language not in languages():
        return {}
    file = resources.files(_LANGUAGES).joinpath(language, f"{name}.txt")
    return _sections(file.read_text("utf-8")) if file.is_file() else {}


def rows_of_language(language: str, name: str) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Return the rows of a list with bars of a language; none where the language has no list of this name."""
    file = resources.files(_LANGUAGES).joinpath(language, f"{name}.txt")
    return tuple(rows(file.read_text("utf-8"))) if file.is_file() else ()


def rows(text: str) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Yield each row of a list with bars: the name, its other names, its adjectives."""
    for line in text.splitlines():
        if line and not line.startswith("#"):
            columns = [column.strip() for column in line.split("|")]
            others, adjectives = (
                tuple(word for part in column.split(",") if (word := part.strip()))
                for column in [*columns[1:], "", ""][:2]
            )
            yield columns[0], others, adjectives


def _sections(text: str) -> Mapping[str, tuple[str, ...]]:
    sections: dict[str, list[str]] = {}
    entries: list[str] = []
    for line in text.splitlines():
        words = line.partition("#")[0].strip()
        if words.startswith("["):
            entries = sections.setdefault(words.strip("[]"), [])
        else:
            entries.extend(entry for part in words.split(",") if (entry := part.strip()))
    return {section: tuple(found) for section, found in sections.items()}
