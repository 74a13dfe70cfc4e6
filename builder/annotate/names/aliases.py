"""Finds the names and aliases of editors' files in an article, whatever the rules make of them.

A name that the editor writes with a capital or a figure in front is found where the text has one there too, or its file
would claim everyday words; the other letters, accents, stops and hyphens make no difference. One that the editor begins
with a small letter is found so within a sentence as well, exactly as it is written.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from builder.annotate.names.mentions import Mention
from builder.annotate.names.spelling import fold
from builder.annotate.span import Label

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_BETWEEN = frozenset({" ", "-", ". ", "‑", ", ", "' ", "’ ", " & "})
_POSSESSIVE = re.compile(r"['’]s\Z")
_LONGEST = 8
"""Words."""


@dataclass(frozen=True, slots=True)
class Given:
    """The names of editors' files."""

    names: Mapping[str, tuple[Label, str]] = field(default_factory=dict)
    """Kind and slug by the name, as :func:`builder.annotate.names.spelling.fold` writes it."""
    small: frozenset[str] = frozenset()
    """Those that the editor begins with a small letter, as they are written."""


def given_names(named: Iterable[tuple[str, Label, str]]) -> Given:
    """Return the names of editors' files, each with its kind and slug; of a name given twice the last counts."""
    listed = list(named)
    names = {fold(name): (kind, slug) for name, kind, slug in listed}
    return Given(names, frozenset(_as_written(name) for name, *_ in listed if name[:1].islower()))


def given_mentions(text: str, given: Given) -> tuple[Mention, ...]:
    """Return the mentions of editors' names in a text, longest first at each place, none overlapping another."""
    if not given.names:
        return ()
    openers = frozenset(name.partition(" ")[0] for name in given.names)
    words = [match.span() for match in _WORD.finditer(text)]
    found: list[Mention] = []
    end = 0
    for index, (start, _) in enumerate(words):
        if start >= end and (given.small or not text[start].islower()):
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
        at = given.names.get(fold(text[start:end]))
        if at is not None and (not text[start].islower() or _as_written(text[start:end]) in given.small):
            wording = " ".join(text[start:end].split())
            return Mention(start, end, wording, at[0], "", False, 99, ("name in an editor's file",))
    return None


def _as_written(name: str) -> str:
    """Return a name with single blanks and one shape of apostrophe."""
    return " ".join(name.replace("’", "'").split())


def _joined(text: str, words: list[tuple[int, int]]) -> int:
    """Return how many of the words stand together with nothing but blanks and the marks of names between."""
    for count in range(1, len(words)):
        if text[words[count - 1][1] : words[count][0]] not in _BETWEEN:
            return count
    return len(words)
