"""The words before and behind a date that belong to it: early, the end of, nearly, on the morning of."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from builder import edtf
from builder.annotate.dates import words
from builder.annotate.dates.combine import is_day
from builder.annotate.dates.compound import Rough, WeekOf
from builder.annotate.dates.expression import Absolute, Expression, Found, Length
from builder.annotate.dates.mentioned import FromText
from builder.annotate.dates.relative import Away
from builder.annotate.dates.weekdays import FromToday, Weekday
from builder.annotate.dates.yearly import InYear, Yearly

_WITH_ARTICLE = frozenset(set(edtf.Precision) - {edtf.Precision.DAY, edtf.Precision.MONTH, edtf.Precision.YEAR})


def _as_it_is(meaning: Expression) -> Expression:
    return meaning


def _rough(meaning: Expression) -> Expression:
    return Rough(meaning)


def _with_article(meaning: Expression) -> Expression | None:
    """Keep the article of what has one as a name (the nineties), not what stands before another noun (the 1992 law)."""
    if isinstance(meaning, Rough | InYear):
        return meaning
    if isinstance(meaning, Yearly):
        return meaning if not meaning.without_year else None
    value = edtf.parse(meaning.value) if isinstance(meaning, Absolute) else None
    return meaning if value and value.precision in _WITH_ARTICLE else None


def _rough_period(meaning: Expression) -> Expression | None:
    return None if isinstance(meaning, Weekday | FromToday) else Rough(meaning)


def _week_of(meaning: Expression) -> Expression | None:
    return WeekOf(meaning) if is_day(meaning) else None


def _rough_part(meaning: Expression) -> Expression | None:
    return None if is_day(meaning) or isinstance(meaning, Weekday | FromToday) else Rough(meaning)


def _rough_count(meaning: Expression) -> Expression | None:
    return Rough(meaning) if isinstance(meaning, Away | FromText) else None


@dataclass(frozen=True, slots=True)
class _Around:
    """Words beside a date, and what they make of it."""

    pattern: re.Pattern[str]
    """Ends where the date begins."""
    change: Callable[[Expression], Expression | None]
    """Returns the new meaning, or ``None`` where the words don't belong to the date."""


_BEFORE = (
    _Around(re.compile(r"\b(?:the\s)?week\s(?:of|ending|starting|beginning)\s\Z", re.IGNORECASE), _week_of),
    _Around(
        re.compile(
            r"\b(?:(?:early|late|mid)[\s-](?:in\s|on\s)?|(?:the\s)?(?:early|late|latter|later)\spart\sof\s"
            r"|(?:the\s(?:very\s)?)?(?:beginning|start|middle|end|close|turn)\sof\s)\Z",
            re.IGNORECASE,
        ),
        _rough,
    ),
    _Around(
        re.compile(
            r"\b(?:the\s)?(?:first|second|third|fourth|last|final|opening|closing)\s(?:weeks?|weekend|days?|months?|part)\s"
            r"(?:of|in)\s\Z",
            re.IGNORECASE,
        ),
        _rough_part,
    ),
    _Around(re.compile(r"\b(?:circa|around)\s\Z", re.IGNORECASE), _rough_period),
    _Around(
        re.compile(
            r"\b(?:about|nearly|almost|roughly|some|approximately|(?:more|less)\sthan|over|just\sover)\s\Z",
            re.IGNORECASE,
        ),
        _rough_count,
    ),
    _Around(re.compile(r"\b(?:earlier|later)\s(?:in\s|on\s)?\Z", re.IGNORECASE), _as_it_is),
    _Around(re.compile(r"\bthis\s(?:coming\s)?\Z", re.IGNORECASE), _as_it_is),
    _Around(re.compile(r"\bthe\s(?:coming\s)?\Z", re.IGNORECASE), _with_article),
    _Around(
        re.compile(r"\b(?:the\s)?(?:mid-)?(?:morning|afternoon|evening|night)\s(?:of\s|on\s)?\Z", re.IGNORECASE),
        _as_it_is,
    ),
)
_LAST_WORDS = frozenset(words.LISTS["directly before"])
"""All else needs no closer look."""
_BEHIND = re.compile(r"\s(?:morning|afternoon|evening|night)\b")
_LOOK_BACK = 40
"""Characters: longer than any of the words before."""
_MOST = 3
"""Times that words before a date may stand before each other: *the* end of *early* May."""


def widen(text: str, start: int, found: Found) -> Found:
    """Return a date with the words around it that belong to it, none of them before ``start``."""
    for _ in range(_MOST):
        wider = _one_wider(text, start, found)
        if wider is None:
            break
        found = wider
    behind = _BEHIND.match(text, found.end)
    return replace(found, end=behind.end()) if behind else found


def _one_wider(text: str, start: int, found: Found) -> Found | None:
    first = max(start, found.start - _LOOK_BACK)
    last_word = text[first : found.start].lower().rstrip(" -").rpartition(" ")[2]
    if last_word not in _LAST_WORDS or isinstance(found.meaning, Length):
        return None
    for around in _BEFORE:
        match = around.pattern.search(text, first, found.start)
        if match and (meaning := around.change(found.meaning)):
            return replace(found, start=match.start(), meaning=meaning)
    return None
