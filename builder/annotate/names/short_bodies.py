"""The bare word by which news goes on to name a body: ``the Commission`` after ``European Commission``."""

from collections.abc import Sequence

from builder.annotate.names.lists import lists

_JOINTS = frozenset({"of", "for", "on"})


def short_body(words: Sequence[str]) -> str:
    """Return the word that a body of several words goes by for short, or the empty string.

    It is the last, or the one before ``of``, ``for`` and ``on``: ``Department of Water`` is ``the Department``.
    """
    bodies = lists().section("bodies")
    if len(words) < 2:
        return ""
    joint = next((index for index, word in enumerate(words) if word in _JOINTS), len(words))
    word = words[joint - 1]
    return word if word in bodies else ""
