"""Lists of words that rules look things up in, kept as text beside the code: a name, a colon, words."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def word_lists(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the lists of ``data/<name>.txt``, in order; lists of one name are one list."""
    lists: dict[str, tuple[str, ...]] = {}
    for line in files(__package__).joinpath(f"data/{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, _, words = line.partition(":")
            lists[key] = (*lists.get(key, ()), *words.split())
    return lists
