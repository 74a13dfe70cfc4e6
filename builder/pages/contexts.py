"""What templates see: one struct per template, and nothing else."""

from msgspec import Struct

from builder.pages.parts import Count, LeftOutLines, Pager, Piece, SpeakerGroup, TopicCard, Year
from builder.pages.source_parts import CitationForms, ConflictView, EditionView, SharedView, Story
from builder.pages.values import ArticleLine, DateView, EventView, Frame, Html, Link, Named, NamedGroup, StatementView


class Context(Struct, frozen=True):
    """What every template sees."""

    frame: Frame


class FrontPage(Context, frozen=True):
    """``index.html``."""

    subtitle: str
    authors: tuple[str, ...]
    introduction: Html
    figures: tuple[str, ...]
    """Key figures, each a few words: ``5 articles``."""
    drawing: Html
    """The timeline as SVG; empty where fewer than two events have a date."""
    drawn: int
    """How many events the drawing shows, the weightiest, where it leaves others out; 0: it shows all."""
    key_dates: tuple[EventView, ...]
    """The events that weigh most, in order of time."""
    events: int
    """How many events the chronology has."""
    conflicts: tuple[ConflictView, ...]
    """What sources tell differently; the first of all."""
    all_conflicts: int
    topics: tuple[TopicCard, ...]
    """The first of all."""
    all_topics: int
    people: tuple[Named, ...]
    articles: tuple[ArticleLine, ...]
    """The latest first, undated ones last."""
    all_articles: int
    changed: str
    """What the newest edition brought, in a line; empty where there is only one."""


class ArticlePage(Context, frozen=True):
    """``articles/<slug>.html``."""

    code: str
    publisher: Link
    agency: Link | None
    """``None`` where none is named."""
    date: DateView
    date_found: str
    """How the date was found, in words."""
    authors: tuple[Link, ...]
    language: str
    direction: str
    """``ltr`` or ``rtl``: of the article's language."""
    review: str
    rights: str
    """``full``, ``excerpt`` or ``none``."""
    original: str
    """Address of the original; empty where it isn't known."""
    retrieved: str
    """The day it was copied, in words; empty where it isn't known."""
    archive: str
    """Address of a copy in a web archive; empty where none is given."""
    anchor: str
    """What a paragraph's number follows in its ``id``."""
    pieces: tuple[Piece, ...]
    statements: tuple[StatementView, ...]
    more_statements: int
    """How many more there are, which the text alone shows."""
    events: tuple[EventView, ...]
    more_events: int
    """How many more there are, which the text alone shows."""
    names: tuple[NamedGroup, ...]
    topics: tuple[Link, ...]
    same_story: Story | None
    """The other articles that tell the same story, and how independent all of them are."""
    shared: tuple[SharedView, ...]
    """What other articles have in the same words."""
    seed: str
    sha256: str
    left_out: tuple[LeftOutLines, ...]
    cite: CitationForms
    earlier: Link | None
    later: Link | None


class ChronologyPage(Context, frozen=True):
    """``chronology.html``."""

    pager: Pager
    drawing: Html
    """The timeline as SVG; empty where fewer than two events have a date, and on all parts but the first."""
    years: tuple[Year, ...]
    other_years: tuple[Link, ...]
    """To the years that stand on other parts."""
    whole: bool
    """True where the page has all events: here other pages lead to an entry."""
    background: bool
    """True where background stands apart, behind the years, on this part or another."""
    choices: tuple[Link, ...]
    """To the chronology of all events and of some; the page's own has no address."""
    topics: tuple[Link, ...]
    """To each topic's own part of the chronology."""
    sources: tuple[Link, ...]
    """To each publisher's part."""


class StatementsPage(Context, frozen=True):
    """``statements.html``."""

    pager: Pager
    conflicts: tuple[ConflictView, ...]
    """On the first part."""
    speakers: tuple[SpeakerGroup, ...]
    other_speakers: tuple[Link, ...]
    """Of those who are reported with most, the ones whose statements begin on other parts."""
    quotes: int
    claims: int


class ChangesPage(Context, frozen=True):
    """``changes.html``."""

    edition: EditionView | None
    """``None`` where nothing was published yet."""
    earlier: Link | None
    later: Link | None


class AboutPage(Context, frozen=True):
    """``about.html``."""

    pager: Pager
    counts: tuple[Count, ...]
    review: tuple[Count, ...]
    """Articles by state of review."""
    reasons: tuple[Count, ...]
    """Ranges of lines left out, by reason."""
    as_of: str
    """In words; empty where it isn't known."""
    authors: tuple[str, ...]
    undated: tuple[Link, ...]
    """Articles whose date isn't known."""
    worked_out: tuple[ArticleLine, ...]
    """Articles whose date was worked out."""


class SearchPage(Context, frozen=True):
    """``search.html``."""


class NotFoundPage(Context, frozen=True):
    """``404.html``, which servers show at any address, of whatever folder."""

    base: str
    """The site's own address, from which its links count there; empty without ``base_url``."""


class RedirectPage(Context, frozen=True):
    """A former address of a page."""

    target: Link
