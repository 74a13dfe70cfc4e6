"""Periods seen from the date before in the text: the next day, that year, two weeks later."""

import re
from dataclasses import dataclass

from builder import edtf
from builder.annotate.dates import periods, words
from builder.annotate.dates.expression import Dated, Expression, Moment, Rule, before
from builder.annotate.dates.relative import COUNT, Away, count_of, counted, same_part_of_year


@dataclass(frozen=True, slots=True)
class FromText:
    """A period some steps from the date before in the text: ``the next day``, ``that year``."""

    unit: str
    steps: int | None
    """Below 0: before. ``None`` where the words don't say how many."""

    def resolve(self, moment: Moment, /) -> Dated | None:
        """Return that period, seen from the nearest date before that is no coarser than the unit."""
        if self.steps is None:
            return None
        if self.steps and (same := same_part_of_year(self.unit, self.steps, moment.mentioned)):
            return same
        for mentioned in moment.mentioned:
            if value := self._from(mentioned):
                return Dated(value, "text", f"{counted(self.steps, self.unit)} {mentioned.text} (text)")
        return None

    def _from(self, mentioned: edtf.Edtf) -> str | None:
        if mentioned.first is None or self.steps is None:
            return None
        here = edtf.parse(periods.period(self.unit, mentioned.first) or "")
        fine = here is not None and edtf.within(mentioned, here)
        return periods.away(self.unit, mentioned.first, self.steps) if fine else None


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time of day alone: ``10:30 a.m.``."""

    def resolve(self, moment: Moment, /) -> Dated | None:
        """Return the date before in the text, where that is a day, and near."""
        nearest = moment.mentioned[0] if moment.mentioned and moment.near else None
        if nearest is None or nearest.precision is not edtf.Precision.DAY:
            return None
        return Dated(nearest.text, "text", f"time of day on {nearest.text} (text)", remembered=False)


@dataclass(frozen=True, slots=True)
class Reported:
    """The quarter or half that a report of figures is about."""

    def resolve(self, moment: Moment, /) -> Dated | None:
        """Return the quarter or half before in the text."""
        return same_part_of_year("year", 0, moment.mentioned)


_STEPS = {
    "that": 0, "that same": 0, "that very": 0, "the same": 0, "the very same": 0,
    "the next": 1, "the following": 1, "the previous": -1, "the preceding": -1,
}  # fmt: skip
_THAT = re.compile(
    rf"\b(?P<shift>{'|'.join(sorted(_STEPS, reverse=True))})\s"
    r"(?P<unit>day|night|morning|afternoon|evening|week|weekend|month|quarter|year|decade|century)\b(?!-)"
    r"(?:\s(?:morning|afternoon|evening|night)\b)?",
    re.IGNORECASE,
)
_SPAN_FROM_NOW = re.compile(r"\b(?:for|over|within|during|in|into|of|by)\s\Z", re.IGNORECASE)
_SIDE = re.compile(
    r"\bthe\s(?P<unit>day|week|month|year)\s(?P<side>before|after|previous|earlier)"
    r"(?=\s?(?:[,.;:)]|\Z)|\s(?:in|at|by|and|when)\b)",
    re.IGNORECASE,
)
_LATER = re.compile(rf"\b{COUNT}[\s-](?P<unit>{words.UNIT})\s(?P<side>earlier|later)\b(?!\sthan\b)", re.IGNORECASE)
_IN_THE_DAY = re.compile(r"\b(?:earlier|later)\s(?:in|on|that)\s(?:the\s)?(?P<unit>day)\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?<![.:0-9])\b(?:the\s)?(?:[0-9]{1,2}(?:[:.][0-9]{2})?\s?(?:[ap]\.m\b\.?|[ap]m\b|o['’]clock\b)"
    r"|[0-9]{1,2}:[0-9]{2}(?=\s(?:UTC|GMT|local|E[SD]T)\b)|[0-9]{2}:[0-9]{2}(?=\shours\b)|(?<!igh\s)noon\b|midnight\b|midday\b)"
    r"(?:\s(?:UTC|GMT|[ECMP][SD]T|local\stime|hours)\b)?",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:the\s)?(?:(?:year-(?:ago|earlier)|prior-year)\b(?:\s(?:period|quarter|level|third\squarter)\b)?"
    r"|(?:same|corresponding|comparable)\s(?:period|quarter|time)\s(?:(?:of\s)?(?:the\s)?(?:last|previous|prior)\syear"
    r"|a\syear\s(?:ago|earlier|before))\b|last\syear['’]s\squarter\b)",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:the|the\slatest|the\ssame|the\scorresponding|this\syear['’]s)\s(?:quarter|period)\b"
    r"(?!-|\s(?:of|when|in|ending|from|between|since|last|a\syear|before|after|that)\b)",
    re.IGNORECASE,
)
_FULL_YEAR = re.compile(r"\bthe\s(?:full|entire|whole|fiscal|financial)\syear\b(?!\s[12])", re.IGNORECASE)
_PARTS_OF_DAY = frozenset(["night", "morning", "afternoon", "evening"])


def _read_that(match: re.Match[str]) -> Expression | None:
    """Read a period beside the date before; *over the next* year is a span of time that begins now."""
    shift, unit = " ".join(match["shift"].lower().split()), match["unit"].lower()
    if shift == "the next" and unit != "day" and _SPAN_FROM_NOW.search(before(match)):
        return None
    return FromText("day" if unit in _PARTS_OF_DAY else unit, _STEPS[shift])


def _read_side(match: re.Match[str]) -> Expression:
    return FromText(match["unit"].lower(), 1 if match["side"].lower() == "after" else -1)


def _read_later(match: re.Match[str]) -> Expression | None:
    """Read so much earlier or later."""
    count, unit = count_of(match), words.unit(match["unit"])
    if unit in ("second", "minute", "hour"):
        return None
    earlier = match["side"].lower() == "earlier"
    return FromText(unit, None if count is None else -count if earlier else count)


def _read_in_the_day(_match: re.Match[str]) -> Expression:
    return FromText("day", 0)


def _read_clock(_match: re.Match[str]) -> Expression:
    return TimeOfDay()


def _read_compared(_match: re.Match[str]) -> Expression:
    return Away("year", -1)


def _read_reported(_match: re.Match[str]) -> Expression:
    return Reported()


def _read_full_year(_match: re.Match[str]) -> Expression:
    return FromText("year", 0)


RULES = (
    Rule("that period", frozenset(["that", "same", "next", "following", "previous", "preceding"]), _THAT, _read_that),
    Rule("period before or after", frozenset(["before", "after", "previous", "earlier"]), _SIDE, _read_side),
    Rule("so much later", frozenset(["later", "earlier"]), _LATER, _read_later),
    Rule("later in the day", frozenset(["later", "earlier"]), _IN_THE_DAY, _read_in_the_day),
    Rule(
        "time of day",
        frozenset(
            ["m", "am", "pm", "clock", "utc", "gmt", "local", "hours", "noon", "midnight", "midday", "est", "edt"]
        ),
        _CLOCK,
        _read_clock,
    ),
    Rule("period compared with", frozenset(["ago", "year", "period", "quarter"]), _COMPARED, _read_compared),
    Rule("reported period", frozenset(["quarter", "period"]), _REPORTED, _read_reported),
    Rule("full year", frozenset(["year"]), _FULL_YEAR, _read_full_year),
)
