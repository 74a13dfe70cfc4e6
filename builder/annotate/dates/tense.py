"""Where a date lies from the day of publication, as the verbs around it say."""

import re
from bisect import bisect_left

from builder.annotate.dates import words
from builder.annotate.dates.expression import Direction
from builder.annotate.numbers import alternation

_STILL = (
    "be|not|have|been|stay|remain|become|get|also|still|soon|then|only|likely|officially|formally"
    "|held|met|made|sent|paid|built|sold|put|cut"
)
"""What may stand between a word that looks ahead and its participle, which is no past then."""
_CUE = re.compile(
    rf"(?:\b|(?=['’]))(?:(?P<future>{alternation(words.LISTS['future words'])})\b"
    rf"(?:\s(?:{_STILL})\b){{0,4}}(?:\s[a-z]{{2,20}}(?:ed|en|ght)\b)?"
    rf"|(?<!\bis\s)(?<!\bare\s)(?:[a-z]{{2,20}}ed|{alternation(words.LISTS['past forms'])})\b)"
)
_LIMIT = re.compile(r"\b(?:by|until|till|no later than|before)\s(?:the\s)?\Z", re.IGNORECASE)
_QUOTATION = re.compile(r"[“«][^”»]*\Z")
_OPENS = re.compile(r"\bto\s(?!death\b)[a-z]")
"""Behind a past, an infinitive: what may lie behind or ahead."""
_FAR = 400
"""Characters from a verb in which a date still belongs to what it tells."""
_REFUSED = re.compile(r"would(?: not|n['’]t)\b")
"""Behind a day, a past as often as not: "On Friday the door would not open"."""
_OWNS = re.compile(r"['’]s?\b")
_DONE = re.compile(r"\s?,?\s(?:[a-z]+\s){0,4}had\b")


def cues(text: str, start: int, end: int) -> tuple[tuple[int, Direction], ...]:
    """Return where the verbs of a sentence stand that have a tense, and where each points."""
    return tuple(
        (match.start(), Direction.FUTURE if match["future"] else Direction.PAST)
        for match in _CUE.finditer(text, start, end)
    )


def direction(text: str, found: tuple[tuple[int, Direction], ...], start: int, end: int) -> Direction:
    """Return where an expression points: as the last verb before it, else the first behind it.

    A past verb tells nothing of what was to be, nor of what is quoted behind it. What is done *by* or *until* a day
    lies ahead unless it had been done; nothing follows from a day's own (*Friday's vote*).
    """
    if _OWNS.match(text, end):
        return Direction.OPEN
    if _LIMIT.search(text, max(0, start - 20), start) and not _DONE.match(text, end):
        return Direction.FUTURE
    before = bisect_left(found, start, key=_place)
    if before:
        place, last = found[before - 1]
        return Direction.OPEN if last is Direction.PAST and _is_open(text, place, start) else last
    behind = bisect_left(found, end, key=_place)
    if behind == len(found) or _REFUSED.match(text, found[behind][0]):
        return Direction.OPEN
    return found[behind][1]


def _is_open(text: str, past: int, start: int) -> bool:
    """Say whether a past verb tells nothing: it is far away, or an infinitive or a quotation begins behind it."""
    if start - past > _FAR:
        return True
    between = text[past:start]
    return bool(_OPENS.search(between) or _QUOTATION.search(between)) or between.count('"') % 2 == 1


def _place(cue: tuple[int, Direction]) -> int:
    return cue[0]
