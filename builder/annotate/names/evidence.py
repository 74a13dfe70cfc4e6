"""What a rule on names sees and says: an article's words around a candidate, and votes for what it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from builder.annotate.names.candidates import Candidate
from builder.annotate.names.lists import Lists
from builder.annotate.names.tokens import Tokens
from builder.annotate.span import Label


class Vote(NamedTuple):
    """One piece of evidence."""

    label: Label
    weight: int
    """How much it counts: 1 is a hint, 3 decides where nothing speaks against it, 6 beats most others."""
    reason: str
    standing: bool = False
    """Whether it speaks for the name wherever it stands, so that it counts once however often the name is used."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rules see of an article."""

    tokens: Tokens
    sport: bool
    """Whether the article reports on sport, where a town's name often stands for its team."""
    english: bool
    """Whether the article is in English, so that a word which is not is likely a name."""

    lowercase: frozenset[str]
    """The words of the article that also stand in it in small letters."""

    @property
    def known(self) -> Lists:
        """Return the lists for the article's language."""
        return self.tokens.known

    def word(self, index: int) -> str:
        """Return the word at an index, or the empty string outside the text."""
        return self.tokens.words[index] if 0 <= index < len(self.tokens.words) else ""


Rule = Callable[[Setting, Candidate], Iterator[Vote]]
"""Yields the votes that one kind of evidence gives a candidate."""
