"""Parts that the contexts of several templates are made of."""

from msgspec import Struct

from builder.pages.values import Cited, DateView, EventView, Excerpt, Html, Link, StatementView


class TopicCard(Struct, frozen=True):
    """A topic on the front page and in the list of topics."""

    link: Link
    summary: str
    excerpt: Excerpt | None
    """One telling sentence; none where no passage may be shown."""
    independence: str
    """From how many articles and independent sources: ``4 articles, 2 independent sources``."""
    passages: int
    statements: int
    events: int


class MarginNote(Struct, frozen=True):
    """A line in the margin beside a paragraph."""

    kind: str
    """The label of the marked words: ``event``, ``quote``, ``date``, ``person`` …"""
    text: str
    href: str
    """Empty where the note leads nowhere."""
    review: str = ""
    """``reviewed`` or ``disputed`` where the editor says so of these words; else empty."""


class Piece(Struct, frozen=True):
    """A paragraph, a heading or a list of an article, with the notes that belong to it."""

    html: Html
    """Empty where the article's rights do not allow it to be shown."""
    paragraphs: tuple[int, ...]
    """Numbers of the passages in it."""
    notes: tuple[MarginNote, ...]


class LeftOutLines(Struct, frozen=True):
    """Lines of a seed that are not in its article."""

    lines: str
    why: str


class FigureRow(Struct, frozen=True):
    """A quantity reported on a topic."""

    words: str
    sentence: str
    """Empty where the article's rights allow no text to be shown."""
    citation: Cited
    outlet: str
    date: DateView


class FigureGroup(Struct, frozen=True):
    """Figures of what may be one thing."""

    unit: str
    """What is counted; empty where the figures are of different things."""
    rows: tuple[FigureRow, ...]


class TopicStatements(Struct, frozen=True):
    """What one speaker is reported to have said on one topic."""

    topic: Link
    statements: tuple[StatementView, ...]


class SpeakerGroup(Struct, frozen=True):
    """What one speaker is reported to have said."""

    speaker: Link
    anchor: str
    role: str
    topics: tuple[TopicStatements, ...]
    """One without a title where what is said isn't read by topic."""
    count: int
    """Of all statements, those inside others among them."""


class RoleLine(Struct, frozen=True):
    """A role as passages give it."""

    role: str
    citations: tuple[Cited, ...]
    """Of the first passages that give it, in order of the articles."""
    more: int
    """How many passages more give it."""
    dates: tuple[DateView, ...]
    """Of the first and the last article that give it; one where it is the same day, none where no day is known."""


class Pair(Struct, frozen=True):
    """Two who are named in the same paragraphs."""

    one: Link
    other: Link
    count: int
    """Of these paragraphs."""


class AliasLine(Struct, frozen=True):
    """Another form of a name, and where it comes from."""

    name: str
    citation: Cited | None
    """The first passage that has it; none where the editor gives it."""


class Month(Struct, frozen=True):
    """The events of a month, or those of a year that name no month."""

    title: str
    events: tuple[EventView, ...]


class Year(Struct, frozen=True):
    """A heading of the chronology."""

    title: str
    """A year, decade or century; behind these ``Background``, ``Year unknown`` or ``Undated``."""
    anchor: str
    span: str
    """Of the background: its years, and how many events it has; else empty."""
    months: tuple[Month, ...]
    count: int


class Count(Struct, frozen=True):
    """A number and what it counts."""

    name: str
    number: int


class Pager(Struct, frozen=True):
    """Where a long page goes on."""

    number: int
    """Of this part, from 1."""
    count: int
    """Of all parts."""
    parts: tuple[Link, ...]
    """The first, the last and those around this one, which has no address."""
    before: Link | None
    behind: Link | None
