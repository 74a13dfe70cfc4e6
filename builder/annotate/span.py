"""A finding: a stretch of an article's text with a label and values; and the text that every rule reads."""

from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """What a span says its words are."""

    PERSON = "person"
    ORG = "org"
    PLACE = "place"
    DATE = "date"
    DURATION = "duration"
    QUANTITY = "quantity"
    QUOTE = "quote"
    CLAIM = "claim"
    EVENT = "event"
    NOTE = "note"
    """The editor's own words, not the source's; never proposed by a rule."""


NAMES = frozenset({Label.PERSON, Label.ORG, Label.PLACE})
STATEMENTS = frozenset({Label.QUOTE, Label.CLAIM})


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text with a label and values.

    Offsets count characters of the article's text, its blocks joined by line feeds; no span crosses a line.
    """

    start: int
    end: int
    label: Label
    values: tuple[tuple[str, str], ...] = ()
    """Pairs of key and value in the order they are written; keys as in the table of labels in ``docs/formats.md``."""
    rule: str = ""
    """The name of the rule that proposed the span, for ``briefing explain``; not written to the article."""
    evidence: str = ""
    """Why, in a few words, for ``briefing explain``; not written to the article."""

    def value(self, key: str) -> str:
        """Return the value under a key, or the empty string."""
        for name, value in self.values:
            if name == key:
                return value
        return ""


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What every rule of annotation reads: an article's text and what is known about it."""

    text: str
    """The article's blocks, one a line."""
    sentences: tuple[tuple[int, int], ...]
    """Start and end of each sentence in ``text``; no sentence crosses a line."""
    title: str = ""
    published: str = "unknown"
    """EDTF, or ``unknown``."""
    language: str = "en"
    article: str = ""
    """The article's slug or the seed's path: what evidence from this text is cited as."""
