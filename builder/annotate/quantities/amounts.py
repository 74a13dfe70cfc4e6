"""An amount: one number or two with a bound, and how it is written."""

from dataclasses import dataclass, replace
from decimal import Decimal

from builder.annotate.numbers import SCALE_VALUES, number, plain


@dataclass(frozen=True, slots=True)
class Amount:
    """How much, as the words say it."""

    first: Decimal
    last: Decimal | None = None
    """The other end, where a range is meant."""
    mark: str = ""
    """``<=`` at most, ``>=`` at least, ``<``, ``>``, or ``~`` about; empty where the number is meant as it stands."""

    def __str__(self) -> str:
        """Return the amount as a value: ``300``, ``>16500``, ``~300``, ``10/20`` for ten to twenty."""
        numbers = plain(self.first) if self.last is None else f"{plain(self.first)}/{plain(self.last)}"
        return f"{self.mark}{numbers}"

    def marked(self, mark: str) -> "Amount":
        """Return the amount with a bound, where there is one."""
        return replace(self, mark=mark) if mark else self


def amount(one: str, two: str | None) -> Amount | None:
    """Return the amount that one or two numbers say, or ``None`` where they are none.

    Of two numbers the first shares the scale of the second where only that has one: ten to fifteen *million*.
    """
    first = number(one)
    if first is None:
        return None
    if not two:
        return Amount(first)
    last = number(two)
    if last is None:
        return None
    scale = SCALE_VALUES.get(two.split()[-1].lower().rpartition("-")[2], 1)
    if scale > 1 and first * scale < last and first < scale:
        first *= scale
    return Amount(first, last) if first < last else None
