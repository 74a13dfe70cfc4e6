"""Years, decades and centuries, alone or from one to another."""

import re

from builder import edtf
from builder.annotate.dates import words
from builder.annotate.dates.absolute import short_year
from builder.annotate.dates.expression import Absolute, Expression, Rule, after, before
from builder.annotate.numbers import ORDINAL, alternation, number, ordinal

_YEAR = re.compile(
    r"(?:(?<=mid-)|(?<=early-)|(?<=late-)|(?<![0-9A-Za-z.,$£€#/\-–]))"
    r"(?:(?:the\s)?(?:fiscal|financial|calendar)(?:\syear)?\s|FY\s?|the\syear\s|post-|pre-)?"
    rf"(?P<first>{words.YEAR})(?:\s?[-–—/]\s?(?P<last>[12][0-9]{{3}}|[0-9]{{2}})(?![0-9]))?"
    r"(?![0-9%/:]|[.,][0-9]|[A-Za-z])",
    re.IGNORECASE,
)
_HOLIDAYS = alternation({line.partition(" = ")[0].split()[-1] for line in words.LISTS["holidays"]})
_CALLS_FOR_A_YEAR = re.compile(
    rf"\b(?:{words.any_of('call for a year')}|{_HOLIDAYS}|[12][0-9]{{3}},)[\s-]\Z|['’]s?\s\Z"
    r"|[(\[;–—-]\s?\Z|\A\Z|\n\Z|[a-z],\s\Z|[.!?]\s\Z",
    re.IGNORECASE,
)
_ONE_THING = re.compile(r"\s[a-z]+(?:[abd-rt-z]|ss)\b")
"""A noun in the singular behind a number, which counts nothing then: the number is a year."""
_COUNTED = re.compile(rf"\s?(?:[a-z]{{1,20}}\s)?{words.any_of('counted')}\b|\s?%", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"(?<=in\s|of\s)['’][0-9]{2}(?![0-9A-Za-z'’])")
_TENS = "(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
_SPOKEN_YEAR = re.compile(
    rf"\b(?P<century>eighteen|nineteen)\s(?P<rest>{_TENS}(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?)\b"
    r"|\bthe\syear\s(?P<thousand>two\sthousand)\b",
    re.IGNORECASE,
)
_DECADE = re.compile(
    rf"(?<![0-9A-Za-z$£€.,])(?:(?P<full>1[0-9]{{2}}|20[0-9])0['’]?s"
    rf"|(?P<short>['’]?[1-9]0['’]?s)|(?P<word>{alternation(words.DECADES)}))\b",
    re.IGNORECASE,
)
_CALLS_FOR_A_DECADE = re.compile(r"\b(?:the|early|late|mid)[\s-]\Z", re.IGNORECASE)
_NO_DECADE = re.compile(r"\s?(?:percent|per\scent|degrees|%|fahrenheit|celsius|yards|million)\b", re.IGNORECASE)
_OWN_AGE = re.compile(r"\b(?:his|her|their|my|our|your)\b", re.IGNORECASE)
_CENTURY = re.compile(rf"\b(?P<place>{ORDINAL})[\s-]centur(?:y|ies)\b(?!\s(?:BC|B\.C))", re.IGNORECASE)


def _read_year(match: re.Match[str]) -> Expression | None:
    """Read a year, or the years from one to another, where the words around call for a year and count nothing."""
    first, last = match["first"], match["last"]
    bare = match.start() == match.start("first")
    if last:
        value = f"{first}/{first[: 4 - len(last)]}{last}"
        found = edtf.parse(value)
        return Absolute(value) if found and first < value[5:] and not _COUNTED.match(after(match)) else None
    if bare and _COUNTED.match(after(match)):
        return None
    if bare and not (_CALLS_FOR_A_YEAR.search(before(match)) or _ONE_THING.match(after(match))):
        return None
    return Absolute(first)


def _read_short_year(match: re.Match[str]) -> Expression:
    return Absolute(f"{short_year(int(match[0][1:])):04}")


def _read_spoken_year(match: re.Match[str]) -> Expression | None:
    if match["thousand"]:
        return Absolute("2000")
    century, rest = number(match["century"]), number(match["rest"])
    return Absolute(f"{int(century)}{int(rest):02}") if century and rest else None


def _read_decade(match: re.Match[str]) -> Expression | None:
    """Read a decade; where the century is not said, the twentieth from the thirties on, else this one."""
    if match["full"]:
        return Absolute(f"{match['full']}X")
    if (
        not _CALLS_FOR_A_DECADE.search(before(match))
        or _NO_DECADE.match(after(match))
        or _OWN_AGE.search(before(match, 12))
    ):
        return None
    years = words.DECADES[match["word"].lower()] if match["word"] else int(match["short"].lower().strip("s'’"))
    return Absolute(f"{19 if years >= 30 else 20}{years // 10}X")


def _read_century(match: re.Match[str]) -> Expression | None:
    place = ordinal(match["place"])
    value = f"{place - 1:02}XX" if place else ""
    return Absolute(value) if edtf.parse(value) else None


RULES = (
    Rule("year", frozenset(["####"]), _YEAR, _read_year),
    Rule("year cut short", frozenset(["##"]), _SHORT_YEAR, _read_short_year),
    Rule("spoken year", frozenset(["eighteen", "nineteen", "thousand"]), _SPOKEN_YEAR, _read_spoken_year),
    Rule("decade", frozenset(["####", "##", "s", *words.DECADES]), _DECADE, _read_decade),
    Rule("century", frozenset(["century", "centuries"]), _CENTURY, _read_century),
)
