"""Every text of a briefing that an editor might change, and a briefing with one of them changed."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

WORDS = frozenset(
    "title subtitle language as_of summary name role text sentence words verb stance review rights publisher agency "
    "published published_from date date_words dated_from plan status url archive retrieved subject".split()
)
"""Fields that hold words or values, and not the names by which the parts of a briefing find each other."""

Place = tuple[str | int, ...]
"""The way to a value: fields by name, entries by number."""


def places(value: object, so_far: Place = ()) -> Iterator[Place]:
    """Give the way to each text in a briefing that an editor might change."""
    if isinstance(value, Struct):
        for name, inner in asdict(value).items():
            if isinstance(inner, str) and name in WORDS:
                yield (*so_far, name)
            else:
                yield from places(inner, (*so_far, name))
    elif isinstance(value, tuple):
        for number, entry in enumerate(value):
            yield from places(entry, (*so_far, number))


def changed(value: Any, place: Place) -> Any:
    """Return a value with the text at a place changed."""
    if not place:
        return f"{value}s"
    first, *rest = place
    if isinstance(first, int):
        return (*value[:first], changed(value[first], tuple(rest)), *value[first + 1 :])
    return replace(value, **{first: changed(getattr(value, first), tuple(rest))})
