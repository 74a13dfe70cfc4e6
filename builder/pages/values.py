"""The small values that the contexts of templates are made of: links, dates, citations, statements, events.

A site has a million of them. Structs are made eight times faster than frozen dataclasses.
"""

from typing import Final

from msgspec import Struct

from builder.pages.language import Foreign
from builder.urls import PagePath, RelativeLink


class Html(str):
    """Finished markup: templates put it out as it is, while every other string is escaped."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return the markup itself; template engines ask for this method before they escape."""
        return str(self)


class Link(Struct, frozen=True):
    """Words that lead somewhere."""

    text: str
    href: str
    """Relative to the page, or an ``http(s)`` address; empty where there is nowhere to go."""
    title: str = ""
    """For a tooltip; empty: none."""


class DateView(Struct, frozen=True):
    """A date as readers see it."""

    text: str
    """In words: ``16 September 2023``, ``about June 2024``; a plain sentence where there is no date."""
    datetime: str
    """For the ``datetime`` attribute of ``time``; empty where HTML knows no form for the value."""
    sign: str
    """``≈`` worked out, ``?`` uncertain, or empty."""
    title: str
    """What the sign rests on, in words; empty without a sign."""


class Cited(Struct, frozen=True):
    """A link to a passage."""

    label: str
    """``S3 ¶4``."""
    href: RelativeLink
    title: str
    """Publisher, title and date of the article."""
    foreign: Foreign | None = None
    """The language of the passage, where it is not the page's."""


class Segment(Struct, frozen=True):
    """A piece of a passage."""

    text: str
    marked: bool
    """True where the words are why the passage is shown."""


class Excerpt(Struct, frozen=True):
    """A passage, or the part of one, with the words that matter marked."""

    citation: Cited
    segments: tuple[Segment, ...]
    """Empty where the article's rights allow no text to be shown."""
    editorial: bool = False
    """True where the words are the editor's."""


class SourceExcerpts(Struct, frozen=True):
    """Passages of one article."""

    article: Link
    outlet: str
    """Publisher and agency."""
    date: DateView
    excerpts: tuple[Excerpt, ...]


class Wording(Struct, frozen=True):
    """What one source, or several in the same words, says of an event or a statement."""

    text: str
    """Empty where the articles' rights allow no text to be shown."""
    citations: tuple[Cited, ...]
    """Where it stands, the earliest first."""
    more: int
    """How many more passages have it."""
    outlets: str
    """Publishers and agencies, each once; of many the first and how many they are; empty where a heading says it."""
    found: str
    """How the date was found, in words; empty where that is not told."""
    before: str = ""
    """Of a statement: what the source's sentence says before these words."""
    behind: str = ""
    """Of a statement: what it says behind them."""


class EventView(Struct, frozen=True):
    """An event as lists show it."""

    anchor: str
    """Its ``id`` on the chronology page."""
    href: RelativeLink
    """To its entry in the chronology."""
    date: DateView
    wordings: tuple[Wording, ...]
    """The weightiest first; never empty."""
    more: int
    """How many more wordings its entry in the chronology has, or on that page the articles have."""
    planned: bool
    plan: str
    """What became of an announcement, in words; empty where nothing was announced."""
    foretold: tuple[Cited, ...]
    """Where it is announced, unless every source tells it beforehand."""
    background: bool
    voices: int
    """How many independent sources tell it."""
    review: str
    names: tuple[Link, ...]
    """People, organisations and places in it."""
    topics: tuple[Link, ...]


STANCES: Final = {"asserts": "asserted", "denies": "denied", "doubts": "doubted", "expects": "expected"}
"""What a stance is called, whether one or several take it."""


class StatementView(Struct, frozen=True):
    """A statement as lists show it."""

    anchor: str
    """Its ``id`` on the page of all statements."""
    href: RelativeLink
    """To its entry among all statements."""
    quoted: bool
    """True for somebody's own words, False for reported content."""
    speaker: Link
    """``href`` is empty where no entity is known."""
    verb: str
    stance: str
    """Empty where it isn't known."""
    date: DateView | None
    """When it was published; ``None`` where the page's heading says it."""
    wordings: tuple[Wording, ...]
    """The earliest first; never empty."""
    more: int
    """How many more wordings there are."""
    topics: tuple[Link, ...]
    voices: int
    """How many independent sources carry it."""
    review: str
    inner: "tuple[StatementView, ...]"
    """Quotes of the same passage whose words stand in this statement."""

    @property
    def taken(self) -> str:
        """What its stance is called, in English."""
        return STANCES.get(self.stance, self.stance)


class Named(Struct, frozen=True):
    """An entity in a list."""

    link: Link
    role: str
    """Empty where none is known."""
    mentions: int
    statements: int
    """What it is reported to have said."""


class NamedGroup(Struct, frozen=True):
    """Entities of one kind."""

    title: str
    """``People``, ``Organisations`` or ``Places``."""
    entities: tuple[Named, ...]


class ArticleLine(Struct, frozen=True):
    """An article in a list."""

    code: str
    link: Link
    publisher: Link
    agency: str
    """Empty where none is named."""
    date: DateView
    review: str
    words: int
    left_out: int
    """Ranges of lines of the seed that are not in the article."""
    foreign: Foreign | None
    """The language of its title, where it is not the page's."""


class NavigationLink(Struct, frozen=True):
    """An entry of the header's navigation."""

    text: str
    href: RelativeLink
    current: bool
    """True on the page itself and on the pages below it."""


class Frame(Struct, frozen=True):
    """What every page has around its content."""

    path: PagePath
    root: RelativeLink
    """From the page to the site's root: empty or ``../``."""
    language: str
    direction: str
    """``ltr`` or ``rtl``: of the briefing's language."""
    briefing: str
    """The briefing's title."""
    title: str
    """The page's own; equal to ``briefing`` on the front page."""
    description: str
    """A sentence for search engines; empty: none."""
    canonical: str
    """The page's absolute address; empty without ``base_url``."""
    picture: str
    """Absolute address of the picture that is shown where the page is shared; empty without ``base_url``."""
    navigation: tuple[NavigationLink, ...]
    summary: str
    """Seeds and sources in a line, for the footer."""
    review: str
    """State of review in a line, for the footer."""
    generator: str
    linked_data: Html
    """JSON-LD on what the page is about, safe inside a ``script`` element; empty: none."""
