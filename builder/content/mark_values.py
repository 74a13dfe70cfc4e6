"""Values of marks that can't be meant: no date, no duration, no slug, none of the words that are possible."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from builder import edtf
from builder.annotate.span import NAMES, Label, Span
from builder.markdown.tokens import BodyPassage
from builder.problems import Problem, did_you_mean, error
from builder.urls import slugify

STANCES = ("asserts", "denies", "doubts", "expects", "unknown")
STATES = ("reviewed", "disputed")

_LENGTH = r"(?:\d+(?:\.\d+)?|X)"
_DURATION = re.compile(
    rf"P(?=.)(?:{_LENGTH}Y)?(?:{_LENGTH}M)?(?:{_LENGTH}W)?(?:{_LENGTH}D)?(?:T(?=.)(?:{_LENGTH}H)?(?:{_LENGTH}M)?(?:{_LENGTH}S)?)?"
)
_NUMBER = r"-?\d+(?:\.\d+)?"
_QUANTITY = re.compile(rf"(?:~|[<>]=?)?{_NUMBER}(?:/{_NUMBER})?")


class _Rule(NamedTuple):
    labels: frozenset[Label]
    key: str
    holds: Callable[[str], bool]
    code: str
    what: str
    """What a value that doesn't hold is not."""
    hint: Callable[[str], str]


def check_values(path: str, passage: BodyPassage) -> Iterator[Problem]:
    """Yield an error at the mark for each of its values that can't be meant."""
    for span, (line, column) in zip(passage.spans, passage.places, strict=True):
        for rule, value in _wrong(span) if span.values else ():
            words = passage.text[span.start : span.end]
            message = f"“{value}” is not {rule.what} ({words})"
            yield error(path, rule.code, message, line=line, column=column, hint=rule.hint(value))


def _wrong(span: Span) -> Iterator[tuple[_Rule, str]]:
    for rule in _RULES:
        value = span.value(rule.key)
        if value and span.label in rule.labels and not rule.holds(value):
            yield rule, value


def _is_date(value: str) -> bool:
    return edtf.parse(value) is not None


def _is_slug(value: str) -> bool:
    return slugify(value, "") == value


def _slug_of(value: str) -> str:
    slug = slugify(value, "")
    return f"did you mean “{slug}”?" if slug else "write small letters, digits and hyphens: ann-lee"


def _nearest(*choices: str) -> Callable[[str], str]:
    return lambda value: did_you_mean(value, choices, f"write one of {', '.join(choices)}")


def _always(hint: str) -> Callable[[str], str]:
    return lambda _value: hint


_DATE_HINT = _always("write 2024-09-09, 2024-09~, 2023/2024 or XXXX-09-10")
_RULES = (
    _Rule(frozenset({Label.DATE}), "value", _is_date, "date-invalid", "a date", _DATE_HINT),
    _Rule(frozenset({Label.EVENT}), "date", _is_date, "date-invalid", "a date", _DATE_HINT),
    _Rule(
        frozenset({Label.DURATION}),
        "value",
        lambda value: _DURATION.fullmatch(value) is not None,
        "value-wrong",
        "a duration",
        _always("write P2Y, P3M, P10D, PT6H, or PXY for some years"),
    ),
    _Rule(
        frozenset({Label.QUANTITY}),
        "value",
        lambda value: _QUANTITY.fullmatch(value) is not None,
        "value-wrong",
        "a number",
        _always('write 1200, "~300", "<=40", ">16500" or "10/20"'),
    ),
    _Rule(NAMES, "ref", _is_slug, "value-wrong", "a slug", _slug_of),
    _Rule(frozenset({Label.CLAIM}), "stance", STANCES.__contains__, "value-wrong", "a stance", _nearest(*STANCES)),
    _Rule(frozenset(Label), "review", STATES.__contains__, "value-wrong", "a state of review", _nearest(*STATES)),
)
