"""Spans of time as ISO 8601 durations."""

import re
from decimal import Decimal

from builder.annotate.dates import words
from builder.annotate.dates.expression import Length, Rule, after, before
from builder.annotate.numbers import NUMBER, number, plain

_PATTERNS = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H",
    "day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y",
}  # fmt: skip
_MULTIPLES = {"fortnight": ("week", 2), "quarter": ("month", 3), "decade": ("year", 10), "century": ("year", 100)}

_FRAME = r"(?:(?:the\s)?(?:past|last|next|first|final|previous|coming|following|recent|preceding|opening)\s|the\s)?"
_ABOUT = (
    r"(?:(?:about|almost|nearly|roughly|around|approximately|some|at\sleast|at\smost|up\sto|over|under|another|"
    r"(?:no\s)?(?:more|less|fewer|longer)\sthan)\s)?"
)
_MORE = r"(?:(?:more|additional|extra|further|full|whole|long|short|solid|straight|consecutive|successive)\s)?"
_LONG = r"(?:[\s-]long\b)?(?![\s-](?:old|olds|ago|earlier|later|hence|from\s(?:now|today))\b)"
_COUNTED = re.compile(
    rf"\b{_FRAME}{_ABOUT}(?P<count>{NUMBER})(?:\s?(?:to|or|and|-|–)\s?(?P<most>{NUMBER}))?[\s-]"
    rf"{_MORE}(?P<unit>{words.UNIT})(?P<half>\sand\sa\shalf\b)?{_LONG}",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\b(?P<frame>(?:(?:the|its|his|her|their|our)\s)(?:past|last|next|coming)\s|past\s)"
    r"(?P<unit>week|month|quarter|year|decade|century)\b(?!\sof\b|,?\swhich\b)"
    r"|\bthe\s(?P<ending>year)\s(?=end(?:ed|ing|s)\b)"
    rf"|\b{_ABOUT}(?P<half>half\s)?an?\s{_MORE}(?P<single>{words.UNIT})"
    rf"(?P<more>\sand\sa\shalf|\s(?:or\s(?:so|two|more)))?(?![\s-]long\b){_LONG}",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    rf"\b{_FRAME}(?:(?P<couple>a\scouple(?:\sof)?|couple\sof)|a\sfew|few|several|many|recent|coming|some|numerous|"
    rf"countless)[\s-]{_MORE}(?P<unit>{words.UNIT}){_LONG}",
    re.IGNORECASE,
)
_LASTING = re.compile(r"\s(?:in\sthe\smaking|apart)\b")
_UP_TO = re.compile(r"\s(?:before|after|leading|since|following|when|that)\b")
_PLURAL = re.compile(
    r"\b(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries)"
    r"(?:-?\s?(?P<long>long)\b|\sof\b|\sor\s[a-z]{1,20}s\b)?"
    r"(?!\s(?:(?:ago|earlier|later)\b|[12][0-9]{3}\b)|-)",
    re.IGNORECASE,
)
_LONG_ONE = re.compile(r"\b(?P<unit>(?:half-)?hour|day|week|month|year|decade|century)s?-?long\b", re.IGNORECASE)
_CALLS_FOR_ONE = re.compile(rf"\b{words.any_of('call for one span')}\s\Z", re.IGNORECASE)
_IN_NUMBER = re.compile(r"[0-9][:.]\Z")
"""What stands before the minutes of a time of day."""
_RECURS = re.compile(r"\b(?:every|each)\s\Z", re.IGNORECASE)
_FROM_THEN = re.compile(r"\s(?:after|before)\b")
_CALLS_FOR_SOME = re.compile(rf"\b{words.any_of('call for some spans')}\s\Z", re.IGNORECASE)


def duration(unit: str, count: Decimal | None) -> str:
    """Return so many of a unit as ISO 8601; ``X`` stands for a count that is not said."""
    multiple = _MULTIPLES.get(unit)
    if multiple:
        return duration(multiple[0], count and count * multiple[1])
    return _PATTERNS[unit].format("X" if count is None else plain(count))


def _read_counted(match: re.Match[str]) -> Length | None:
    """Read a number of units; of two numbers neither is the one meant."""
    count, unit = number(match["count"]), words.unit(match["unit"])
    if _RECURS.search(before(match)) or (match[0].lower() == "one day" and not _CALLS_FOR_ONE.search(before(match))):
        return None
    if _IN_NUMBER.search(before(match)):
        return None
    if count is None or match["unit"].istitle() or match["unit"].lower() == "second" or _is_fraction(match):
        return None
    if match["most"]:
        count = None
    elif match["half"]:
        count += Decimal("0.5")
    return Length(duration(unit, count))


def _is_fraction(match: re.Match[str]) -> bool:
    """Say whether the quarters are parts of something, not of a year."""
    return match["unit"].lower().startswith("quarter") and not re.match(r"(?:the\s)?(?:next|past|last)\b", match[0])


def _read_one(match: re.Match[str]) -> Length | None:
    """Read one unit: the past one, or a single one where the words before call for a span of time."""
    if match["frame"] or match["ending"]:
        return Length(duration((match["unit"] or match["ending"]).lower(), Decimal(1)))
    single = words.unit(match["single"])
    if single in ("second", "quarter") or match["single"].lower().endswith("s") or not _is_one_span(match):
        return None
    if match["more"] and not match["more"].endswith("half"):
        return Length(duration(single, None))
    halves = (Decimal("0.5") if match["half"] else Decimal(1)) + (Decimal("0.5") if match["more"] else 0)
    return Length(duration(single, halves))


def _is_one_span(match: re.Match[str]) -> bool:
    """Say whether a unit behind *a* is a span of time: three times a week is how often."""
    text = match[0].lower()
    counts_alone = not text.startswith(("a ", "an ")) or match["more"] is not None
    return counts_alone or bool(_CALLS_FOR_ONE.search(before(match)) or _FROM_THEN.match(after(match)))


def _read_vague(match: re.Match[str]) -> Length:
    return Length(duration(words.unit(match["unit"]), Decimal(2) if match["couple"] else None))


def _read_plural(match: re.Match[str]) -> Length | None:
    if not (match["long"] or _CALLS_FOR_SOME.search(before(match)) or _LASTING.match(after(match))):
        return None
    if before(match).endswith("the ") and _UP_TO.match(after(match)):
        return None
    return Length(duration(words.unit(match["unit"]), None))


def _read_long_one(match: re.Match[str]) -> Length:
    unit = match["unit"].lower()
    half = unit.startswith("half-")
    plural = match[0].lower().partition("-")[0].endswith("s")
    count = Decimal("0.5") if half else None if plural else Decimal(1)
    return Length(duration(unit.removeprefix("half-"), count))


RULES = (
    Rule("counted span", words.UNIT_WORDS, _COUNTED, _read_counted),
    Rule("span of one", words.UNIT_WORDS, _ONE, _read_one),
    Rule("vague span", words.UNIT_WORDS, _VAGUE, _read_vague),
    Rule("plural span", words.UNIT_WORDS, _PLURAL, _read_plural),
    Rule(
        "long",
        frozenset([*words.UNIT_WORDS, "daylong", "weeklong", "monthlong", "yearlong"]),
        _LONG_ONE,
        _read_long_one,
    ),
)
