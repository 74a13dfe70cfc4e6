"""Quarters, halves and seasons of a year."""

import re
from functools import partial

from builder.annotate.dates import words
from builder.annotate.dates.absolute import WHICH, which_of
from builder.annotate.dates.expression import Expression, Rule, after, before
from builder.annotate.dates.yearly import Yearly
from builder.annotate.numbers import alternation

_PLACES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}
_QUARTER = re.compile(
    rf"\b(?:{WHICH}(?:the\s)?(?:fiscal\s)?(?P<place>{alternation(_PLACES)})[\s-]quarter|Q(?P<figure>[1-4]))\b",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"\b(?P<place>first|second|latter)[\s-]half\b|\bH(?P<figure>[12])(?=\s[12][0-9]{3}\b)", re.IGNORECASE
)
_SPORT = re.compile(
    r"\b(?:touchdowns?|field goals?|yards?|rebounds?|quarterbacks?|halftime|free throws?|interceptions?|kickoff)\b"
)
_SEASON = re.compile(rf"\b{WHICH}(?P<season>{words.SEASON})\b(?!-|\s(?:Olympic|Games))", re.IGNORECASE)
_CALLS_FOR_A_SEASON = re.compile(
    r"\b(?:(?:in|during|by|until|since|through|for|of|over)\s(?:the\s)?|(?:early|late|mid)[\s-]|each\s|every\s)\Z",
    re.IGNORECASE,
)
_OF_A_YEAR = re.compile(r"\s(?:of\s)?(?:['’][0-9]{2}|[12][0-9]{3})\b")
_FALLS = re.compile(r"\sof\s(?!['’]?[0-9]{2})|\s(?:in|to|from|below)\b")


def _part_of_year(code: int, year: int) -> str:
    return f"{year:04}-{code}"


def _read_quarter(match: re.Match[str]) -> Expression | None:
    if _SPORT.search(match.string, max(0, match.start() - 100), match.end() + 100):
        return None
    place = int(match["figure"]) if match["figure"] else _PLACES[match["place"].lower()]
    return Yearly(f"quarter {place}", partial(_part_of_year, 32 + place), which_of(match))


def _read_half(match: re.Match[str]) -> Expression:
    first = match["figure"] == "1" if match["figure"] else match["place"].lower() == "first"
    return Yearly("half a year", partial(_part_of_year, 40 if first else 41), needs_year=True)


def _read_season(match: re.Match[str]) -> Expression | None:
    """Read a season after a word that calls for one; what falls or springs is none."""
    name = match["season"].lower()
    called_for = match["which"] or _CALLS_FOR_A_SEASON.search(before(match))
    of_year = _OF_A_YEAR.match(after(match))
    if not (called_for or of_year) or (name == "fall" and _FALLS.match(after(match, 8))):
        return None
    return Yearly(name, partial(_part_of_year, words.SEASONS[name]), which_of(match))


RULES = (
    Rule("quarter", frozenset(["quarter", "q"]), _QUARTER, _read_quarter),
    Rule("half of a year", frozenset(["half", "h"]), _HALF, _read_half),
    Rule("season", frozenset(words.SEASONS), _SEASON, _read_season),
)
