"""What a reported figure may mean, and whether two of them can both be right."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

ABOUT = Decimal("0.1")
"""Share of its value by which a figure given as an estimate may be off."""

SCALE = 1000


@dataclass(frozen=True, slots=True)
class Amount:
    """The least and the most that a figure may mean."""

    least: Decimal
    most: Decimal


@lru_cache(maxsize=1 << 14)
def read_amount(value: str) -> Amount | None:
    """Return what a quantity's value means: ``300``, ``<=40``, ``>16500``, ``~300``, ``10/20``; else ``None``.

    A round figure stands for all that is rounded to it: 17 000 for 16 500 to 17 500. Up to ten, figures are counted.
    """
    low, _, high = value.lstrip("<>=~").partition("/")
    try:
        first, last = Decimal(low), Decimal(high or low)
    except InvalidOperation:
        return None
    if not (first.is_finite() and last.is_finite()):
        return None
    if value.startswith("<"):
        return Amount(Decimal("-Infinity"), last)
    if value.startswith(">"):
        return Amount(first, Decimal("Infinity"))
    spread = abs(last) * ABOUT if value.startswith("~") else Decimal(0)
    return Amount(first - max(spread, _rounding(first)), last + max(spread, _rounding(last)))


def can_both_be(one: Amount, other: Amount) -> bool:
    """Return whether some number is within both."""
    return one.least <= other.most and other.least <= one.most


def is_scale_slip(one: Amount, other: Amount) -> bool:
    """Return whether one is a thousand times the other or more: a slip of scale says nothing about the thing."""
    small, great = sorted(abs(amount.most if amount.most.is_finite() else amount.least) for amount in (one, other))
    return small * SCALE <= great


def _rounding(number: Decimal) -> Decimal:
    """Return half of the last place that a number gives, of a round number half of its last place that is not zero."""
    if number == number.to_integral_value() and abs(number) <= 10:
        return Decimal(0)
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent)) / 2 if int(exponent) != 0 else Decimal(0)
