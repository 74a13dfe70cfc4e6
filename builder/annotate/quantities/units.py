"""What amounts are counted in: money, shares and measures, and the nouns that are counted."""

import re

from builder.annotate import wordlists
from builder.annotate.dates.words import MONTH_WORDS, WEEKDAY_WORDS
from builder.annotate.numbers import alternation

LISTS = wordlists.of_language(wordlists.ENGLISH, "units")


def _units(section: str) -> dict[str, str]:
    """Return the words of a list with the unit that each is given in."""
    found: dict[str, str] = {}
    for entry in LISTS[section]:
        forms, _, unit = entry.partition(" = ")
        found |= {form: unit or form for form in forms.split("|")}
    return found


CURRENCY_SIGNS = _units("currency signs")
"""The sign before a number, and the code of ISO 4217."""
_BEHIND = _units("currency words") | _units("measures") | _units("shares")
_FOLDED = {form.lower(): unit for form, unit in _BEHIND.items()}

SIGN = rf"(?:{alternation(CURRENCY_SIGNS)})"
"""Matches a sign of money before a number."""
_WORDY = alternation([form for form in _BEHIND if form[-1].isalpha() or form[-1].isdigit()])
_SIGNS = alternation([form for form in _BEHIND if not (form[-1].isalpha() or form[-1].isdigit())])
_UNIT = re.compile(rf"\s?(?P<sign>{_SIGNS})|[\s-]?(?P<word>(?i:{_WORDY}))(?![\w-])")

_NO_MODIFIERS = frozenset(LISTS["no modifiers"]) | MONTH_WORDS | WEEKDAY_WORDS
_NOT_COUNTED = frozenset(LISTS["not counted"])
_PLURALS = frozenset(LISTS["plurals without s"])
_COUNTED_ALONE = frozenset(LISTS["counted alone"])
_NEXT_WORD = re.compile(r"\s((?:[A-Z]\.){2,}|[^\W\d_][\w'’]*(?:-[^\W\d_][\w'’]*)*)")
_MOST_WORDS = 4
"""Words of a noun phrase behind a number; longer ones are rather two phrases."""


def unit_behind(text: str, at: int) -> tuple[int, str] | None:
    """Return where the unit of money, share or measure ends that begins at an offset, and what it is given in."""
    match = _UNIT.match(text, at)
    if match is None:
        return None
    return match.end(), _BEHIND[match["sign"]] if match["sign"] else _FOLDED[match["word"].lower()]


def noun_behind(text: str, at: int, line_end: int) -> tuple[int, str] | None:
    """Return where the plural noun with its modifiers ends that begins at an offset, and its words."""
    end = plural_end = at
    first = _NEXT_WORD.match(text, at, line_end)
    if first and first[1].lower() in _COUNTED_ALONE:
        return first.end(), first[1]
    for _ in range(_MOST_WORDS):
        match = _NEXT_WORD.match(text, end, line_end)
        if match is None:
            break
        word = match[1].lower()
        if word in _NO_MODIFIERS or word in _NOT_COUNTED or word in _COUNTED_ALONE:
            break
        end = match.end()
        if _is_plural(word):
            plural_end = end
        elif plural_end > at:
            break
    return (plural_end, text[at:plural_end].strip()) if plural_end > at else None


def _is_plural(word: str) -> bool:
    return word in _PLURALS or (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))
    )
