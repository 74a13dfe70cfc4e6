"""What may be given about an article, in whatever format: known keys with one text, or several, each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, TypeVar

from builder.ingest.lines import clean
from builder.problems import Problem, error, warning

KEYS: Final = ("url", "title", "publisher", "agency", "author", "published", "retrieved", "archive")
"""What may be given about an article."""

_AUTHOR: Final = "author"
"""The key that may have several values."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Given:
    """A value that stands in front matter or in a file beside the seed."""

    key: str
    values: tuple[str, ...]
    """One text; several only for ``author``."""
    path: str
    """The file the value stands in, for problems."""
    line: int
    """Counted from 1 in that file."""


def values_given(
    pairs: Iterable[tuple[str, int, Value]], texts_of: Callable[[Value, bool], tuple[str, ...] | None], path: str
) -> tuple[tuple[Given, ...], tuple[Problem, ...]]:
    """Return what is given, and a problem for each part that could not be used.

    :param pairs: each key, its line and its value
    :param texts_of: returns the texts of a value: none where it is empty, ``None`` where it is something else; told
        whether it may hold several
    :param path: the file they stand in, for problems
    """
    given: dict[str, Given] = {}
    problems: list[Problem] = []
    for name, line, value in pairs:
        if name not in KEYS:
            problems.append(
                warning(path, "key-unknown", f"unknown key “{clean(name)[:60]}”", line=line, hint=hint_of_keys())
            )
        elif name in given:
            problems.append(warning(path, "key-repeated", f"“{name}” is given twice; the first counts", line=line))
        elif (texts := texts_of(value, name == _AUTHOR)) is None:
            kind = "a text or a list of texts" if name == _AUTHOR else "one text"
            message = f"“{name}” is not {kind}"
            problems.append(error(path, "value-wrong", message, line=line, hint="Write it in quotation marks."))
        elif texts:
            given[name] = Given(name, texts, path, line)
    return tuple(given.values()), tuple(problems)


def hint_of_keys() -> str:
    """Return the hint that names all keys."""
    return f"Known keys: {', '.join(KEYS)}."
