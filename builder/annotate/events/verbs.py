"""What single words tell of time: a past, or only what may be."""

from collections.abc import Iterable, Sequence

from builder.annotate import wordlists

_LISTS = wordlists.of_language(wordlists.ENGLISH, "events")
_PAST = frozenset(_LISTS["past"])
_POSSIBLE = frozenset(_LISTS["possible"])
_ABLE = "could"
"""Tells of a day gone by what somebody was able to do."""
_REACH = 4
"""Words between what makes a verb possible and its participle: "may not yet have left"."""


def is_past(word: str) -> bool:
    """Say whether a word in lower case is a verb's past form."""
    return word in _PAST or (word.endswith("ed") and len(word) > len("need"))


def tells_past(words: Iterable[str], *, able: bool = False) -> bool:
    """Say whether some words have a verb in the past; ``able`` counts "could" as one."""
    return any(is_past(word) or (able and word == _ABLE) for word in words)


def only_possible(before: Sequence[str], behind: Sequence[str], *, gone: bool) -> bool:
    """Say whether the verb of a date tells only what may be: "could arrive on Friday".

    ``before`` and ``behind`` are the words on either side of the date, those before it nearest first, as they
    stand: "May" is a month. ``gone`` says that the date lies before the day of publication.
    """
    possible = _POSSIBLE - {_ABLE} if gone else _POSSIBLE
    for words in (before, behind):
        at = next((index for index, word in enumerate(words) if word in possible or is_past(word)), None)
        if at is not None:
            helpers = before[at + 1 : at + 1 + _REACH] if words is before else ()
            return words[at] in possible or ("have" in helpers and not possible.isdisjoint(helpers))
    return False
