"""Finds the names and aliases of editors' files in an article, whatever the rules make of them."""

import re
from collections.abc import Mapping

from builder.annotate.names.mentions import Mention
from builder.annotate.names.spelling import fold
from builder.annotate.span import Label

Given = Mapping[str, tuple[Label, str]]
"""The names of editors' files as :func:`builder.annotate.names.spelling.fold` writes them, with kind and slug."""

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_BETWEEN = frozenset({" ", "-", ". ", "‑", ", ", "' ", "’ ", " & "})
_POSSESSIVE = re.compile(r"['’]s\Z")
_LONGEST = 8
"""Words."""


def given_mentions(text: str, given: Given) -> tuple[Mention, ...]:
    """Return the mentions of editors' names in a text, longest first at each place, none overlapping another.

    A name begins with a capital or figure in the text, or its file would claim everyday words.
    """
    if not given:
        return ()
    openers = frozenset(name.partition(" ")[0] for name in given)
    words = [match.span() for match in _WORD.finditer(text)]
    found: list[Mention] = []
    end = 0
    for index, (start, _) in enumerate(words):
        if start >= end and not text[start].islower():
            mention = _longest(text, words[index : index + _LONGEST], given, openers)
            if mention is not None:
                found.append(mention)
                end = mention.end
    return tuple(found)


def _longest(
    text: str,
    words: list[tuple[int, int]],
    given: Given,
    openers: frozenset[str],
) -> Mention | None:
    """Return the longest given name that starts with the first of these words."""
    start = words[0][0]
    if fold(_POSSESSIVE.sub("", text[start : words[0][1]])).partition(" ")[0] not in openers:
        return None
    for count in range(_joined(text, words), 0, -1):
        end = start + len(_POSSESSIVE.sub("", text[start : words[count - 1][1]]))
        at = given.get(fold(text[start:end]))
        if at is not None:
            wording = " ".join(text[start:end].split())
            return Mention(start, end, wording, at[0], "", False, 99, ("name in an editor's file",))
    return None


def _joined(text: str, words: list[tuple[int, int]]) -> int:
    """Return how many of the words stand together with nothing but blanks and the marks of names between."""
    for count in range(1, len(words)):
        if text[words[count - 1][1] : words[count][0]] not in _BETWEEN:
            return count
    return len(words)
