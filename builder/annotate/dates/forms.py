"""Dates of languages that have no rules of their own: read by the forms that the language's list gives them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial

from builder import edtf
from builder.annotate import wordlists
from builder.annotate.dates.absolute import FROM_TO, of_year
from builder.annotate.dates.compound import Rough
from builder.annotate.dates.durations import duration
from builder.annotate.dates.expression import Absolute, Direction, Expression, Found, Length, Which
from builder.annotate.dates.relative import Away, Step
from builder.annotate.dates.weekdays import FromToday, Weekday
from builder.annotate.dates.yearly import OnWeekday, Yearly
from builder.annotate.numbers import alternation

_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])"
_FIGURES: Mapping[str, str] = {
    "day": _DAY,
    "last": _DAY,
    "figure": r"(?:0?[1-9]|1[0-2])(?![0-9])",
    "year": r"(?:1[0-9]{3}|2[01][0-9]{2})(?![0-9])",
}
_PART = re.compile(r"\{([a-z]+)\}|[()|]| +|[^{}()| ]+")
_FIXED = re.compile(r"(-?[0-9]+) day")
_WHICH = {"last": Which.LAST, "this": Which.THIS, "next": Which.NEXT}
_STEPS = {"before": -1, "after": 1}
_ANY_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a date."""

    text: str
    """As the list has it."""
    pattern: re.Pattern[str]
    """Its group ``date`` is the date itself."""
    meaning: str
    """What it means beyond its parts; may be empty."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a language writes dates."""

    words: Mapping[str, Mapping[str, int]]
    """For each slot of a form that stands for words, each word in small letters with its number."""
    units: Mapping[str, str]
    """Each word for a unit of time in small letters, with the unit's name in English."""
    forms: tuple[Form, ...]
    tensed: re.Pattern[str] | None
    """Matches words that point ahead (group ``future``) or back; ``None`` where the list has none."""


@cache
def calendar(language: str) -> Calendar | None:
    """Return how a language (ISO 639-1) writes dates; ``None`` where it has no list of forms."""
    known = wordlists.of_language(language, "calendar")
    if not known.get("forms"):
        return None
    numbered = {"month": ("months", 1), "weekday": ("weekdays", 0), "count": ("counts", 1)}
    words = {
        slot: {form: number for number, forms in enumerate(known.get(section, ()), first) for form in forms.split("/")}
        for slot, (section, first) in numbered.items()
    }
    units = {form: unit for line in known.get("units", ()) for unit, form in _pairs(line)}
    written = {slot: tuple(forms) for slot, forms in words.items()} | {"unit": tuple(units)}
    slots = {slot: f"(?:{alternation(forms)})(?!\\w)" for slot, forms in written.items() if forms}
    slots["count"] = f"(?:[0-9]{{1,3}}|{slots['count']})" if "count" in slots else "[0-9]{1,3}"
    return Calendar(
        {slot: {form.lower(): number for form, number in forms.items()} for slot, forms in words.items()},
        {form.lower(): unit for form, unit in units.items()},
        tuple(_form(line, slots) for line in known["forms"]),
        _tensed(known.get("future words", ()), known.get("past forms", ())),
    )


def expressions(known: Calendar, text: str, start: int, end: int) -> Iterator[tuple[Found, Direction]]:
    """Yield the dates and spans of time of a sentence as they are found, with where its verbs point."""
    sentence = text[start:end]
    lowered = sentence[:1].lower() + sentence[1:]
    cues = [(cue.start(), bool(cue["future"])) for cue in known.tensed.finditer(lowered)] if known.tensed else []
    for form in known.forms:
        opening = form.pattern.match(lowered)
        for match in (*form.pattern.finditer(sentence), *((opening,) if opening else ())):
            meaning = _meaning(known, form, match)
            if meaning:
                first, last = match.span("date")
                yield Found(start + first, start + last, form.text, meaning), _direction(cues, first)


def _pairs(line: str) -> Iterator[tuple[str, str]]:
    unit, _, forms = line.partition(" = ")
    return ((unit, form) for form in forms.split("/"))


def _form(line: str, slots: Mapping[str, str]) -> Form:
    """Return a form of the list; raise :class:`ValueError` where it has a slot that the list has no words for."""
    text, _, meaning = line.partition(" = ")
    around, _, date = text.rpartition(" > ")
    pattern = rf"(?<!\w)(?P<date>{_pattern(date, slots)})(?!\w)"
    if around:
        pattern = rf"(?<!\w){_pattern(around, slots)}\s{pattern}"
    return Form(text, re.compile(pattern), meaning)


def _pattern(text: str, slots: Mapping[str, str]) -> str:
    """Return the pattern of a form or a part of it."""
    found = ""
    for part in _PART.finditer(text):
        slot = part[1]
        if slot:
            if slot not in _FIGURES and slot not in slots:
                raise ValueError(f"no words for {{{slot}}} in “{text}”")
            found += f"(?P<{slot}>{_FIGURES.get(slot) or slots[slot]})"
        elif part[0] in "()|":
            found += "(?:" if part[0] == "(" else part[0]
        else:
            found += r",?\s" if part[0].isspace() else re.escape(part[0])
    return found


def _tensed(future: tuple[str, ...], past: tuple[str, ...]) -> re.Pattern[str] | None:
    if not (future and past):
        return None
    return re.compile(rf"\b(?:(?P<future>{alternation(future)})|{alternation(past)})\b")


def _direction(cues: list[tuple[int, bool]], at: int) -> Direction:
    """Return where the last verb before an offset points, else the first behind it."""
    if not cues:
        return Direction.OPEN
    before = bisect_left(cues, (at, False))
    return Direction.FUTURE if cues[max(0, before - 1)][1] else Direction.PAST


def _meaning(known: Calendar, form: Form, match: re.Match[str]) -> Expression | Length | None:
    """Return what a match means by its parts and by what the form says beyond them."""
    parts = {slot: word.lower() for slot, word in match.groupdict().items() if word}
    if fixed := _FIXED.fullmatch(form.meaning):
        return FromToday(int(fixed[1]), match["date"].lower())
    if "unit" in parts:
        return _counted(known, form.meaning, parts)
    meaning = _dated(known, form.meaning, parts)
    return Rough(meaning) if meaning and form.meaning == "rough" else meaning


def _counted(known: Calendar, meaning: str, parts: Mapping[str, str]) -> Expression | Length | None:
    """Return a unit some steps away, so many of a unit away, or so many of it as a span of time."""
    unit = known.units[parts["unit"]]
    if "count" not in parts:
        return Step(unit, int(meaning))
    word = parts["count"]
    count = int(word) if word.isdigit() else known.words["count"][word]
    if meaning == "length":
        return Length(duration(unit, Decimal(count))) if unit != "weekend" else None
    return Away(unit, _STEPS[meaning] * count)


def _dated(known: Calendar, meaning: str, parts: Mapping[str, str]) -> Expression | None:
    """Return the weekday, day, month or year that the parts of a match name."""
    weekday = known.words["weekday"].get(parts.get("weekday", ""))
    month = known.words["month"].get(parts.get("month", "")) or int(parts.get("figure", "0"))
    if not month:
        return Absolute(parts["year"]) if "year" in parts else Weekday(weekday or 0, _WHICH.get(meaning, Which.ANY))
    day, last = (int(parts[slot]) if slot in parts else None for slot in ("day", "last"))
    in_year = partial(of_year, month, day, last, FROM_TO)
    if edtf.parse(in_year(_ANY_LEAP_YEAR)) is None or (day and last and last <= day):
        return None
    if "year" in parts:
        value = in_year(int(parts["year"]))
        return Absolute(value) if edtf.parse(value) else None
    without_year = in_year(0).replace("0000", "XXXX")
    yearly = Yearly(without_year.removeprefix("XXXX-"), in_year, _WHICH.get(meaning, Which.ANY), without_year)
    return yearly if weekday is None else OnWeekday(yearly, weekday)
