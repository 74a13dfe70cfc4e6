"""What the templates of topics, of names and of sources see."""

from builder.pages.contexts import Context
from builder.pages.parts import AliasLine, FigureGroup, Pager, Pair, RoleLine, SpeakerGroup, TopicCard
from builder.pages.source_parts import Alone, CitationForms, ConflictView, LeftOutArticle, SharedWith, SourceRow, Story
from builder.pages.values import ArticleLine, EventView, Html, Link, Named, NamedGroup, SourceExcerpts, StatementView


class TopicsPage(Context, frozen=True):
    """``topics.html``."""

    topics: tuple[TopicCard, ...]
    coverage: Html
    """Publishers by topic as SVG; empty where there are not two of each."""


class TopicPage(Context, frozen=True):
    """``topics/<slug>.html``."""

    pager: Pager
    summary: str
    overview: Html
    match: tuple[str, ...]
    """The words that bring a passage here."""
    review: str
    independence: str
    """From how many articles and independent sources its passages come."""
    conflicts: tuple[ConflictView, ...]
    sources: tuple[SourceExcerpts, ...]
    speakers: tuple[SpeakerGroup, ...]
    events: tuple[EventView, ...]
    figures: tuple[FigureGroup, ...]
    names: tuple[NamedGroup, ...]
    related: tuple[Link, ...]


class EntitiesPage(Context, frozen=True):
    """``people.html``, ``organisations.html`` and ``places.html``."""

    pager: Pager
    kinds: tuple[Link, ...]
    """The three lists; the page's own has no address."""
    entities: tuple[Named, ...]
    drawing: Html
    """SVG: of people, who is named together with whom; of places, a map. Empty where it would show next to nothing."""
    together: tuple[Pair, ...]
    """Who shares more than one paragraph, strongest first: what the drawing of names shows foremost, in words."""


class EntityPage(Context, frozen=True):
    """``people|organisations|places/<slug>.html``."""

    pager: Pager
    kind: Link
    """To the list of its kind."""
    role: str
    independence: str
    """From how many articles and independent sources its mentions come."""
    roles: tuple[RoleLine, ...]
    aliases: tuple[AliasLine, ...]
    same_as: tuple[Link, ...]
    """An address that isn't of the web has no ``href``."""
    about: Html
    """The editor's text."""
    conflicts: tuple[ConflictView, ...]
    """What sources tell differently of it, or what it asserts or denies against others."""
    statements: tuple[StatementView, ...]
    about_it: tuple[StatementView, ...]
    """What others say that names it."""
    events: tuple[EventView, ...]
    mentions: tuple[SourceExcerpts, ...]
    count: int
    """Of mentions."""
    together: tuple[NamedGroup, ...]
    """``mentions`` counts shared paragraphs here."""


class SourcesPage(Context, frozen=True):
    """``sources.html``."""

    pager: Pager
    independence: str
    """From how many articles and independent sources."""
    publishers: tuple[SourceRow, ...]
    agencies: tuple[SourceRow, ...]
    authors: tuple[SourceRow, ...]
    articles: tuple[ArticleLine, ...]
    stories: tuple[Story, ...]
    """Groups of articles that tell the same story; groups of one left out."""


class SourcePage(Context, frozen=True):
    """``sources/<slug>.html``, ``agencies/<slug>.html`` and ``authors/<slug>.html``."""

    pager: Pager
    kind: str
    """``publisher``, ``agency`` or ``author``."""
    independence: str
    alone: Alone | None
    about: Html
    """The editor's text."""
    same_as: tuple[Link, ...]
    publishers: tuple[Link, ...]
    """Who published the articles of an agency or an author."""
    agencies: tuple[Link, ...]
    """Where the articles of a publisher or an author come from."""
    authors: tuple[Link, ...]
    """Who wrote the articles of a publisher or an agency."""
    languages: tuple[str, ...]
    articles: tuple[ArticleLine, ...]
    citations: tuple[CitationForms, ...]
    """How to cite the articles."""
    shared: tuple[SharedWith, ...]
    """Articles that share passages with its articles."""
    events: tuple[EventView, ...]
    left_out: tuple[LeftOutArticle, ...]
    """Articles from which nothing was left out do not stand here."""
