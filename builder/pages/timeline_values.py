"""The values of the timeline drawing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to draw: an event, or several that are drawn as one."""

    date: str
    """EDTF; of several, that of the heaviest."""
    first: int
    """Ordinal of the first day it may mean."""
    last: int
    """Ordinal of the last day it may mean."""
    lane: int
    weight: float
    """0 to 1."""
    label: str
    """What may stand beside it; empty: nothing."""
    title: str
    """What is told on hover and focus."""
    href: str
    planned: bool
    background: bool
    approximate: bool


@dataclass(frozen=True, slots=True)
class Room:
    """How many marks a drawing has room for."""

    single: int
    """Each event has a mark of its own where there are no more than so many."""
    joined: int
    """Marks of a lane, where several events share one."""
