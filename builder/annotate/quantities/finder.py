"""Finds the quantities of an article: money, shares, measures and counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from builder.annotate.dates.words import MONTH
from builder.annotate.numbers import FIGURES, NUMBER, SCALE_VALUES, SCALES, SHORT_SCALES, alternation
from builder.annotate.quantities.amounts import Amount, amount
from builder.annotate.quantities.bounds import bound_before, bound_behind
from builder.annotate.quantities.units import CURRENCY_SIGNS, LISTS, SIGN, noun_behind, unit_behind
from builder.annotate.span import ArticleText, Label, Span


@dataclass(frozen=True, slots=True)
class _Found:
    """An amount where it stands, without the words around it."""

    start: int
    end: int
    amount: Amount
    unit: str
    rule: str


_LINK = r"(?P<link>\s?[-–—]\s?|\s(?:to|and|or)\s)"
_SCALED = rf"(?:{FIGURES})(?i:[\s-]?(?:{SCALES})\b|\s?(?:{SHORT_SCALES})(?![\w-]))?"
_MONEY = re.compile(
    rf"(?<![\w$£€])(?P<sign>{SIGN})\s?(?P<one>{_SCALED})(?!\w|[.,]\d)(?={_LINK}(?:{SIGN})?\s?(?P<two>{_SCALED})(?!\w))?"
)
_NO_MORE_FIGURES = r"(?!\d|[:/]\d|[.,]\d|(?:st|nd|rd|th)\b)"
_NUMBER = re.compile(
    rf"(?<![\w$£€.,/:'’+-])(?P<one>{NUMBER}){_NO_MORE_FIGURES}(?={_LINK}(?P<two>{NUMBER}){_NO_MORE_FIGURES})?",
    re.IGNORECASE,
)
_MANY = {"dozens": 12, "scores": 20, "tens": 10, "hundreds": 100} | {f"{word}s": n for word, n in SCALE_VALUES.items()}
_VAGUE = re.compile(
    rf"\b(?P<many>{alternation(_MANY)})(?:\sof\s(?P<of>thousands|millions|billions|trillions))?(?:\sof)?(?=\s)",
    re.IGNORECASE,
)
_PART_OF_A_DATE = re.compile(rf"\b{MONTH}\s\Z")
_PART_OF_A_NAME = re.compile(rf"(?:\b(?i:{alternation(LISTS['figures before'])})\b\.?|[\w,;:)]\s[A-Z][\w’'.]*)\s\Z")
_IDIOM = re.compile(r"one\s(?:point|pound)\b", re.IGNORECASE)
_OUT_OF = re.compile(rf"\b(?:{NUMBER})\s(?:in|out\sof)\s(?:every\s)?\Z", re.IGNORECASE)
"""Stands before the second number of a proportion: eight in ten voters are not ten voters."""
_FEW = re.compile(r"\b(?:a\sfew|several|many|a\scouple(?:\sof)?)\s\Z", re.IGNORECASE)
_SCALE_ALONE = re.compile(rf"(?:hundred|dozen|{SCALES})(?:\s(?:{SCALES}))?", re.IGNORECASE)
_INSIDE_A_SENTENCE = re.compile(r"[\w,;)]\s\Z")
_LOOK_BACK = 30
"""Characters: longer than a word that makes a number a name."""
_YEAR = re.compile(r"1[5-9][0-9]{2}|20[0-9]{2}")


def find_quantities(article: ArticleText) -> tuple[Span, ...]:
    """Return the quantities of an article, in order of place.

    ``value`` is a number in plain digits: ``300``; with a bound ``<=40``, ``>=40``, ``<40``, ``>16500``; about as
    many ``~300``; from one to another ``10/20``. Of *tens of thousands* it is the least that the words can mean,
    ``>=20000``. ``unit`` is ``%``, the code of ISO 4217 for money that has one, the usual sign of a measure, or the
    words for what is counted, as they stand.
    """
    return tuple(
        _span(article.text, start, end, found)
        for start, end in article.sentences
        for found in _of_sentence(article.text, start, end)
    )


def _of_sentence(text: str, start: int, end: int) -> Iterator[_Found]:
    at = start
    proposed = [*_money(text, start, end), *_numbers(text, start, end), *_vague(text, start, end)]
    for found in sorted(proposed, key=lambda found: (found.start, -found.end)):
        if found.start >= at:
            at = found.end
            yield found


def _money(text: str, start: int, end: int) -> Iterator[_Found]:
    """Yield the amounts behind a sign of money."""
    for match in _MONEY.finditer(text, start, end):
        last = "two" if _is_range(text, start, match) else "one"
        if found := amount(match["one"], match["two"] if last == "two" else None):
            yield _Found(match.start(), match.end(last), found, CURRENCY_SIGNS[match["sign"]], "money")


def _numbers(text: str, start: int, end: int) -> Iterator[_Found]:
    """Yield the numbers with a unit or a counted noun behind them."""
    for match in _NUMBER.finditer(text, start, end):
        last = "two" if _is_range(text, start, match) else "one"
        counted = _unit_or_noun(text, match, last, end)
        found = counted and amount(match["one"], match["two"] if last == "two" else None)
        if not (counted and found):
            continue
        few = _FEW.search(text, max(start, match.start() - _LOOK_BACK), match.start())
        if few and _SCALE_ALONE.fullmatch(match["one"]):
            yield _Found(few.start(), counted[0], Amount(2 * found.first, mark=">="), counted[1], "vague amount")
        else:
            yield _Found(match.start(), counted[0], found, *counted[1:])


def _vague(text: str, start: int, end: int) -> Iterator[_Found]:
    """Yield what is told in tens, dozens or thousands."""
    for match in _VAGUE.finditer(text, start, end):
        many = 2 * _MANY[match["many"].lower()] * (_MANY[match["of"].lower()] if match["of"] else 1)
        if counted := unit_behind(text, match.end()) or noun_behind(text, match.end(), end):
            yield _Found(match.start(), counted[0], Amount(Decimal(many), mark=">="), counted[1], "vague amount")


def _is_range(text: str, start: int, match: re.Match[str]) -> bool:
    """Say whether two numbers are the ends of a range; *from five to seven* tells of a change instead."""
    if not match["two"]:
        return False
    before = text[max(start, match.start() - 10) : match.start()].lower()
    if match["link"].strip() == "and":
        return before.endswith("between ")
    return not before.endswith("from ")


def _unit_or_noun(text: str, match: re.Match[str], last: str, end: int) -> tuple[int, str, str] | None:
    """Return where the unit or counted noun behind a number ends, its words, and the rule."""
    unit = unit_behind(text, match.end(last))
    counted = unit or noun_behind(text, match.end(last), end)
    if counted is None:
        return None
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    if _IDIOM.match(text, match.start()) or _OUT_OF.search(before):
        return None
    if unit:
        return (*unit, "number and unit")
    is_year = _YEAR.fullmatch(match[last])
    if is_year or match["one"].lower() == "one" or _is_in_a_name(match, before):
        return None
    return (*counted, "count")


def _is_in_a_name(match: re.Match[str], before: str) -> bool:
    """Say whether a number belongs to a name or date: ``Flight 93``, ``Sept. 11``, the Group of ``Seven``."""
    if match["one"][0].isdigit():
        return bool(_PART_OF_A_DATE.search(before) or _PART_OF_A_NAME.search(before))
    return match["one"].istitle() and bool(_INSIDE_A_SENTENCE.search(before))


def _span(text: str, start: int, end: int, found: _Found) -> Span:
    """Return the span with the words around the number that bound it."""
    first, mark = bound_before(text, start, found.start)
    last, mark_behind = bound_behind(text, found.end)
    last = last if last <= end else found.end
    value = str(found.amount.marked(mark or mark_behind))
    values = (("value", value), ("unit", found.unit))
    return Span(first, last, Label.QUANTITY, values, found.rule, _evidence(text, first, last, found))


def _evidence(text: str, first: int, last: int, found: _Found) -> str:
    bound = f"{text[first : found.start]} {text[found.end : last]}".strip()
    if bound:
        return f"bounded by “{bound}”"
    return "the least that the words can mean" if found.rule == "vague amount" else "stands in the text"
