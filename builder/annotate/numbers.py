"""Numbers in figures and in words: the patterns that find them and the values they have."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from builder.annotate import wordlists

_LISTS = wordlists.of_language(wordlists.ENGLISH, "numbers")
_ONES, _TENS = _LISTS["ones"], _LISTS["tens"]
_SMALL = {word: n for n, word in enumerate(_ONES)} | {word: 20 + 10 * n for n, word in enumerate(_TENS)}
_GROUPS = {"hundred": 100, "dozen": 12}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "lakh": 10**5, "crore": 10**7}
_SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
_PARTS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

_ORDINALS = {word: n for n, word in enumerate(_LISTS["ordinals"])}
_ORDINALS |= {f"{word[:-1]}ieth": 20 + 10 * n for n, word in enumerate(_TENS)}


def alternation(words: Iterable[str]) -> str:
    """Return a pattern that matches any of some words, the longer before the shorter."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


FIGURES = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?:[ -][1-9]/[2-9](?![0-9/])|[½¼¾])?|[½¼¾]"
"""Matches a number in figures: ``1,500``, ``3.5``, ``2 1/2``, ``2½``."""
_WORD = alternation((*_SMALL, *_GROUPS, *_SCALES))
WORDS = (
    rf"(?:half an?[ ]|an?[ ])(?:{alternation((*_GROUPS, *_SCALES))})\b"
    rf"|\b(?:{_WORD})(?:(?:[ ]and[ ]|[ -])(?:{_WORD})){{0,9}}\b(?:[ ]and[ ]a[ ]half\b)?"
)
"""Matches a number in words: ``twenty-five``, ``two hundred and fifty thousand``, ``half a dozen``."""
SCALE_VALUES: Mapping[str, int] = _SCALES
"""The words that multiply a number and by how much."""
SCALES = alternation(_SCALES)
"""Matches what may multiply a number in figures: ``million``."""
SHORT_SCALES = alternation(_SHORT_SCALES)
"""Matches the short forms of these, which other units share: ``bn``, ``m``."""
NUMBER = rf"(?:{WORDS}|(?:{FIGURES})(?:[ -]?(?:{SCALES})\b)?)"
"""Matches a number in words or figures, with its scale."""
ORDINAL = rf"(?:(?:{alternation(_TENS)})[ -])?\b(?:{alternation(_ORDINALS)})\b|[0-9]{{1,3}}(?:st|nd|rd|th)\b"
"""Matches an ordinal: ``third``, ``twenty-first``, ``21st``."""

_IN_FIGURES = re.compile(
    rf"(?P<whole>[0-9][0-9,]*(?:\.[0-9]+)?)?[ -]?(?:(?P<over>[1-9])/(?P<under>[2-9])|(?P<part>[½¼¾]))?"
    rf"[ -]?(?P<scale>{alternation((*_SCALES, *_SHORT_SCALES))})?",
    re.IGNORECASE,
)
_LONGEST = 100
"""Characters. No number in a sentence is longer."""


def number(text: str) -> Decimal | None:
    """Return the value of a number in figures or words, or ``None`` where the text is no number."""
    words = " ".join(text.lower().split())
    if not words or len(words) > _LONGEST or words == "and":
        return None
    match = _IN_FIGURES.fullmatch(words)
    figures = match and (match["whole"] or match["over"] or match["part"])
    return _of_figures(match) if match and figures else _of_words(words)


def ordinal(text: str) -> int | None:
    """Return the value of an ordinal such as ``third`` or ``21st``, or ``None`` where the text is none."""
    words = text.lower().replace("-", " ").split()
    if not words:
        return None
    if words[-1][0].isdigit():
        figures = words[-1].rstrip("stndrh")
        return int(figures) if figures.isascii() and figures.isdigit() else None
    last = _ORDINALS.get(words[-1])
    if last is None or len(words) == 1:
        return last
    tens = _SMALL.get(words[0], 0)
    return tens + last if len(words) == 2 and tens >= 20 and last < 10 else None


def plain(value: Decimal) -> str:
    """Return a number in plain digits: no exponent, no group marks, no zeros behind the last digit that counts."""
    digits = f"{value:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _of_figures(match: re.Match[str]) -> Decimal:
    value = Decimal((match["whole"] or "0").replace(",", ""))
    if match["over"]:
        value += round(Decimal(match["over"]) / Decimal(match["under"]), 4)
    elif match["part"]:
        value += _PARTS[match["part"]]
    return value * (_SCALES | _SHORT_SCALES).get(match["scale"] or "", 1)


def _of_words(words: str) -> Decimal | None:
    """Return the value of number words, read from the left; ``None`` where they don't make one number."""
    half = Decimal("0.5") if words.endswith(" and a half") else Decimal(0)
    parts = words.removesuffix(" and a half").replace("-", " ").split()
    factor = Decimal(1)
    if parts[0] in ("a", "an", "half"):
        factor = Decimal("0.5") if parts[0] == "half" else factor
        parts = [part for part in parts if part not in ("a", "an", "half")]
    total = group = 0
    for part in parts:
        if part in _SMALL:
            if not _may_follow(group, _SMALL[part]):
                return None
            group += _SMALL[part]
        elif part in _GROUPS:
            group = (group or 1) * _GROUPS[part]
        elif part in _SCALES:
            total, group = total + (group or 1) * _SCALES[part], 0
        elif part != "and":
            return None
    return factor * (total + group) + half if parts else None


def _may_follow(group: int, small: int) -> bool:
    """Say whether a small number may stand behind what was read: ``five`` behind ``twenty``, not behind ``six``."""
    return group % 100 == 0 or (group % 100 >= 20 and group % 10 == 0 and 0 < small < 10)
