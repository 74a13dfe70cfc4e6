"""Parts on sources: how they compare, how independent they are, how to cite them."""

from msgspec import Struct

from builder.pages.parts import LeftOutLines
from builder.pages.values import (
    STANCES,
    ArticleLine,
    Cited,
    DateView,
    EventView,
    Excerpt,
    Link,
    Segment,
    SourceExcerpts,
    StatementView,
)
from builder.urls import RelativeLink


class AccountView(Struct, frozen=True):
    """What one source says of something that is told differently."""

    value: str
    """The words that stand for the figure, or the date, with ≈ where it was worked out; ``asserts`` or ``denies``."""
    speaker: Link
    """Who asserts or denies; without words where the source itself tells it."""
    sentence: tuple[Segment, ...]
    """With the words in question marked; empty where the article's rights allow no text to be shown."""
    citation: Cited
    outlet: str
    date: DateView

    @property
    def taken(self) -> str:
        """What asserting or denying is called, in English."""
        return STANCES.get(self.value, self.value)


class ConflictView(Struct, frozen=True):
    """One thing of which the accounts differ."""

    anchor: str
    """Its ``id`` on the page of all statements."""
    href: RelativeLink
    """To its entry there."""
    heading: str
    """What differs, ``Different figures``, or who asserts and denies it."""
    about: Link
    """What is counted, or whose birth or death it is; without words where neither is meant."""
    accounts: tuple[AccountView, ...]
    more: int
    """How many more accounts there are."""
    topics: tuple[Link, ...]
    voices: int
    """How many independent sources the accounts come from."""


class SharedView(Struct, frozen=True):
    """A passage of an article that another article has in the same words, wholly or in large part."""

    own: Excerpt
    """With the words marked that the other has too."""
    other: SourceExcerpts
    """The passage of the first other article."""
    also: tuple[Cited, ...]
    """Further passages with this wording."""
    more: int
    """How many passages more have it."""
    voices: int
    """How many independent sources the articles come down to."""


class Alone(Struct, frozen=True):
    """What of the briefing rests on some articles alone."""

    events: int
    statements: int


class SourceRow(Struct, frozen=True):
    """A publisher, an agency or an author in the tables of sources."""

    link: Link
    independence: str
    """``4 articles, 2 independent sources``."""
    alone: Alone | None
    left_out: int
    """Ranges of lines of the seeds that are not in its articles."""
    agencies: tuple[Link, ...]
    languages: tuple[str, ...]
    first: DateView
    last: DateView


class LeftOutArticle(Struct, frozen=True):
    """What was left out of one article."""

    article: ArticleLine
    left_out: tuple[LeftOutLines, ...]


class Story(Struct, frozen=True):
    """Articles that tell the same story."""

    independence: str
    """``4 articles, 2 independent sources``."""
    articles: tuple[ArticleLine, ...]


class CitationForms(Struct, frozen=True):
    """How to cite an article."""

    anchor: str
    """What opens the identifiers of its forms."""
    title: Link
    plain: str
    bibtex: str
    csl_json: str
    wikipedia: str
    """A ``cite news`` template."""
    archive: str
    """Address of a copy in a web archive; empty where none is given."""


class SharedWith(Struct, frozen=True):
    """How much two articles have in the same words."""

    passages: Link
    """How many, with the link to the side-by-side view on the article's page."""
    code: str
    """Of the publisher's own article."""
    other: ArticleLine
    one_voice: bool
    """True where both are one independent source."""


class EditionView(Struct, frozen=True):
    """What a published edition brought; of each kind the first, with how many more there are."""

    date: DateView
    brought: str
    """In a line: ``2 new articles, 5 new events``."""
    first: bool
    """True for the first edition, all of which was new: its events and statements are not listed."""
    articles: tuple[ArticleLine, ...]
    more_articles: int
    removed: tuple[str, ...]
    """Names of articles that were taken out; they have no page."""
    events: tuple[EventView, ...]
    more_events: int
    statements: tuple[StatementView, ...]
    more_statements: int
    figures: tuple[tuple[AccountView, AccountView], ...]
    """Figures that earlier editions had otherwise: what was told, what is told now."""
