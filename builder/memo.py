"""What pure functions returned, kept from one build of a preview to the next, so that an edit costs what it touches.

Each result has a slot of its own and is worked out again only where what it was made from is not what it was. A result
that comes out the same stays the very object that it was, so that what is made from it stands too, and is found to
stand without a look inside: values are compared by identity first.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Final, TypeVar, TypeVarTuple, cast

Value = TypeVar("Value")
Given = TypeVarTuple("Given")


@dataclass(slots=True)
class _Kept:
    """A result, with what it was made from and the round in which it was asked for last."""

    given: tuple[object, ...]
    result: object
    round: int


class Memo:
    """Keeps results where it is told to; else it only calls."""

    def __init__(self, *, keeps: bool = False) -> None:
        self.keeps: Final = keeps
        self._kept: dict[Hashable, _Kept] = {}
        self._round = 0
        self._last: dict[type, object] = {}

    def take(self, slot: Hashable, function: Callable[[*Given], Value], *given: *Given) -> Value:
        """Return ``function(*given)``, which must hang on these values alone, and must not be changed by anyone.

        ``slot`` tells it from other results: most often the function's name and what it is asked about. A slot that is
        used for two things in one round costs time and does no harm.
        """
        if not self.keeps:
            return function(*given)
        known = self._kept.get(slot)
        if known is None:
            known = self._kept[slot] = _Kept(given, function(*given), self._round)
        elif known.given != given:
            known.result = _as_before(function(*given), known.result)
        known.given, known.round = given, self._round
        return cast("Value", known.result)

    def renew(self, slot: Hashable, function: Callable[[Value | None, *Given], Value], *given: *Given) -> Value:
        """Return ``function(before, *given)``, where ``before`` is what it returned last in this slot.

        It must return what it returns for ``None``: what was there before may only make it quicker.
        """
        if not self.keeps:
            return function(None, *given)
        known = self._kept.get(slot)
        before = cast("Value", known.result) if known else None

        def renewed(*now: *Given) -> Value:
            return function(before, *now)

        return self.take(slot, renewed, *given)

    def last(self, kind: type[Value]) -> Value | None:
        """Return the value of a kind that was kept last."""
        return cast("Value | None", self._last.get(kind))

    def keep(self, value: object) -> None:
        """Keep a value in place of the one of its kind that was kept before."""
        if self.keeps:
            self._last[type(value)] = value

    def forget_unused(self) -> None:
        """End a round: drop what was not taken in it."""
        for slot in [slot for slot, known in self._kept.items() if known.round != self._round]:
            del self._kept[slot]
        self._round += 1


NO_MEMO: Final = Memo()
"""Of those who build once: it has nothing to keep, so that all may share it."""


def _as_before(result: object, before: object) -> object:
    """Return what was there before where the result is equal; of a tuple, each part from both ends that is."""
    if result == before:
        return before
    if type(result) is not tuple or type(before) is not tuple:
        return result
    most = min(len(result), len(before))
    first = next((at for at in range(most) if result[at] != before[at]), most)
    last = next((at for at in range(most - first) if result[-1 - at] != before[-1 - at]), most - first)
    return (*before[:first], *result[first : len(result) - last], *before[len(before) - last :])
