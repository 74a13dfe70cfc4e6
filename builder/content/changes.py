"""What a build does to the files of articles, as it is told."""

from dataclasses import dataclass
from enum import StrEnum

from builder.problems import Problem
from builder.urls import Slug


class Outcome(StrEnum):
    """What happens to an article's file."""

    NEW = "new"
    CHANGED = "changed"
    KEPT = "kept"
    REMOVED = "removed by the editor"


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one article's file."""

    slug: Slug
    outcome: Outcome
    text: str | None
    """What to write; ``None`` leaves the file as it is."""
    generated: str
    """The text as generated now, kept as the base of the next merge."""
    problems: tuple[Problem, ...] = ()
    waits: bool = False
    """Whether the file can't be merged as it stands (half of it, or no text): the base stays until it can."""
