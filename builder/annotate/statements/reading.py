"""What is read of a verb that reports."""

from dataclasses import dataclass

from builder.annotate.statements.cues import Cue
from builder.annotate.statements.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Reading:
    """A verb that reports, before the parts of what is said are cut."""

    cue: Cue
    verb: int
    """Index of the verb."""
    speaker: Phrase
    first: int
    """Index of the first token that says who said it."""
    last: int
    """Index of the last one."""
    right: int | None
    """Where what is said begins behind the verb."""
    left: bool
    """Whether what is said stands before the speaker too."""
    rule: str
    negated: bool = False
    content: tuple[int, int] | None = None
    """First and last token of what is said, where that is known beforehand."""
