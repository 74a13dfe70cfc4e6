"""What templates see: one dataclass per template, and nothing else."""

from dataclasses import dataclass

from builder.pages.parts import (
    Count,
    FigureRow,
    LeftOutArticle,
    LeftOutLines,
    Piece,
    RoleLine,
    SourceRow,
    SpeakerGroup,
    TopicCard,
    Year,
)
from builder.pages.values import (
    ArticleLine,
    DateView,
    EventView,
    Frame,
    Html,
    Link,
    Named,
    NamedGroup,
    SourceExcerpts,
    StatementView,
)


@dataclass(frozen=True, slots=True)
class Context:
    """What every template sees."""

    frame: Frame


@dataclass(frozen=True, slots=True)
class FrontPage(Context):
    """``index.html``."""

    subtitle: str
    authors: tuple[str, ...]
    introduction: Html
    figures: tuple[str, ...]
    """Key figures, each a few words: ``5 articles``."""
    drawing: Html
    """The timeline as SVG; empty where fewer than two events have a date."""
    key_dates: tuple[EventView, ...]
    """The events that weigh most, in order of time."""
    events: int
    """How many events the chronology has."""
    topics: tuple[TopicCard, ...]
    people: tuple[Named, ...]
    articles: tuple[ArticleLine, ...]
    """The latest first, undated ones last."""
    all_articles: int


@dataclass(frozen=True, slots=True)
class ArticlePage(Context):
    """``articles/<slug>.html``."""

    code: str
    publisher: Link
    agency: str
    """Empty where none is named."""
    date: DateView
    date_found: str
    """How the date was found, in words."""
    authors: tuple[str, ...]
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
    anchor: str
    """What a paragraph's number follows in its ``id``."""
    pieces: tuple[Piece, ...]
    statements: tuple[StatementView, ...]
    events: tuple[EventView, ...]
    names: tuple[NamedGroup, ...]
    topics: tuple[Link, ...]
    same_story: tuple[ArticleLine, ...]
    """Other articles that tell the same story."""
    seed: str
    sha256: str
    left_out: tuple[LeftOutLines, ...]
    citation: str
    """The article as a bibliography would name it."""
    earlier: Link | None
    later: Link | None


@dataclass(frozen=True, slots=True)
class TopicsPage(Context):
    """``topics.html``."""

    topics: tuple[TopicCard, ...]


@dataclass(frozen=True, slots=True)
class TopicPage(Context):
    """``topics/<slug>.html``."""

    summary: str
    overview: Html
    match: tuple[str, ...]
    """The words that bring a passage here."""
    review: str
    sources: tuple[SourceExcerpts, ...]
    speakers: tuple[SpeakerGroup, ...]
    events: tuple[EventView, ...]
    figures: tuple[FigureRow, ...]
    names: tuple[NamedGroup, ...]
    related: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EntitiesPage(Context):
    """``people.html``, ``organisations.html`` and ``places.html``."""

    kinds: tuple[Link, ...]
    """The three lists; the page's own has no address."""
    entities: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class EntityPage(Context):
    """``people|organisations|places/<slug>.html``."""

    kind: Link
    """To the list of its kind."""
    role: str
    roles: tuple[RoleLine, ...]
    aliases: tuple[str, ...]
    same_as: tuple[Link, ...]
    """An address that isn't of the web has no ``href``."""
    about: Html
    """The editor's text."""
    statements: tuple[StatementView, ...]
    events: tuple[EventView, ...]
    mentions: tuple[SourceExcerpts, ...]
    count: int
    """Of mentions."""
    together: tuple[NamedGroup, ...]
    """``mentions`` counts shared paragraphs here."""


@dataclass(frozen=True, slots=True)
class ChronologyPage(Context):
    """``chronology.html``."""

    drawing: Html
    """The timeline as SVG; empty where fewer than two events have a date."""
    years: tuple[Year, ...]
    topics: tuple[Link, ...]
    """To each topic's own part of the chronology."""
    sources: tuple[Link, ...]
    """To each publisher's part."""
    planned: int
    background: int


@dataclass(frozen=True, slots=True)
class StatementsPage(Context):
    """``statements.html``."""

    speakers: tuple[SpeakerGroup, ...]
    quotes: int
    claims: int


@dataclass(frozen=True, slots=True)
class SourcesPage(Context):
    """``sources.html``."""

    voices: int
    publishers: tuple[SourceRow, ...]
    articles: tuple[ArticleLine, ...]
    stories: tuple[tuple[ArticleLine, ...], ...]
    """Groups of articles that tell the same story; groups of one left out."""


@dataclass(frozen=True, slots=True)
class SourcePage(Context):
    """``sources/<slug>.html``."""

    about: Html
    """The editor's text."""
    same_as: tuple[Link, ...]
    agencies: tuple[str, ...]
    authors: tuple[str, ...]
    languages: tuple[str, ...]
    articles: tuple[ArticleLine, ...]
    citations: tuple[str, ...]
    """The articles as a bibliography would name them."""
    events: tuple[EventView, ...]
    left_out: tuple[LeftOutArticle, ...]
    """Articles from which nothing was left out do not stand here."""


@dataclass(frozen=True, slots=True)
class AboutPage(Context):
    """``about.html``."""

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


@dataclass(frozen=True, slots=True)
class DossierArticle:
    """An article in the dossier."""

    page: ArticlePage
    anchor: str


@dataclass(frozen=True, slots=True)
class DossierTopic:
    """A topic in the dossier."""

    page: TopicPage
    anchor: str


@dataclass(frozen=True, slots=True)
class DossierPage(Context):
    """``dossier.html``: everything in reading order."""

    subtitle: str
    authors: tuple[str, ...]
    as_of: str
    introduction: Html
    figures: tuple[str, ...]
    topics: tuple[DossierTopic, ...]
    years: tuple[Year, ...]
    speakers: tuple[SpeakerGroup, ...]
    articles: tuple[DossierArticle, ...]
    citations: tuple[tuple[str, str], ...]
    """Code and bibliographic line of each article."""


@dataclass(frozen=True, slots=True)
class SearchPage(Context):
    """``search.html``."""


@dataclass(frozen=True, slots=True)
class NotFoundPage(Context):
    """``404.html``."""


@dataclass(frozen=True, slots=True)
class RedirectPage(Context):
    """A former address of a page."""

    target: Link
