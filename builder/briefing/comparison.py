"""How the sources compare: what they tell differently or in the same words, and what each edition brought."""

from typing import Final

from msgspec import Struct

from builder.briefing.citation import Citation
from builder.urls import Slug

OF_LIVES: Final = frozenset({"birth", "death", "found"})
"""The kinds of conflict on when somebody was born, died or was found dead."""


class Account(Struct, frozen=True):
    """What one source says of something that is told differently."""

    citation: Citation
    value: str
    """Of a figure as ``Figure.value``, of a date as EDTF; ``asserts`` or ``denies``."""
    words: str
    """The words that stand for the value, or the words asserted or denied."""
    sentence: str
    speaker: str
    """Who asserts or denies: a slug of an entity; empty for figures and dates."""


class Counted(Struct, frozen=True):
    """A figure that a source gives."""

    account: Account
    start: int
    """Offset in the passage's text, by which two figures of a sentence are told apart."""


class Conflict(Struct, frozen=True):
    """One thing of which the accounts differ; which is right is not decided."""

    id: str
    kind: str
    """``figure``, ``denial``, or one of :data:`OF_LIVES`."""
    subject: str
    """What is counted, or whose birth or death it is (a slug); empty for denials."""
    accounts: tuple[Account, ...]
    """In the order of the articles; of each article and value the first."""
    topics: tuple[Slug, ...]
    voices: int
    """How many independent sources the accounts come from."""


class Edition(Struct, frozen=True):
    """What one published state of the briefing brought that none before it had."""

    as_of: str
    """The briefing's ``as_of`` then, else the day of its newest article, as EDTF; empty where neither was known."""
    articles: tuple[Slug, ...]
    removed: tuple[Slug, ...]
    """Articles that the edition before had and this one has not; they have no page."""
    events: tuple[str, ...]
    """Identifiers of events."""
    statements: tuple[str, ...]
    """Identifiers of statements."""
    figures: tuple[tuple[Account, Account], ...]
    """Figures that differ from those of earlier editions for the same thing: what was told, what is told now."""


class SharedWording(Struct, frozen=True):
    """Passages of several articles that are the same words, wholly or in large part."""

    citations: tuple[Citation, ...]
    """In order of the articles; at least two articles."""
    voices: int
    """How many independent sources the articles come down to; more than one where, say, all print one statement."""
