"""The frozen model of a briefing: what every page and export is made from.

Everything here is derived from content files alone. Identifiers are stable across builds as long as the text they
come from stands; references between parts are slugs or identifiers, looked up through :class:`Briefing`.
"""

from enum import StrEnum

from msgspec import Struct

from builder.annotate.span import Span
from builder.briefing.citation import Citation
from builder.briefing.comparison import Conflict, Edition, SharedWording
from builder.ingest.document import BlockKind
from builder.markdown.tokens import Body
from builder.urls import Slug


class EntityKind(StrEnum):
    """What an entity is; the value names its folder in ``content/`` and in the site."""

    PERSON = "people"
    ORGANISATION = "organisations"
    PLACE = "places"


class Passage(Struct, frozen=True):
    """A block of an article."""

    citation: Citation
    kind: BlockKind
    text: str
    start: int
    """Offset of the block in the article's text."""
    spans: tuple[Span, ...]
    """Outer before inner, offsets in the block's own text."""
    topics: tuple[Slug, ...]
    editorial: bool
    """True where the paragraph is the editor's own note, not the source's text."""


class LeftOut(Struct, frozen=True):
    """Lines of a seed that are not in its article, and why."""

    lines: str
    why: str


class ArticleHead(Struct, frozen=True):
    """What is known of an article beside its text: all that most pages tell of it."""

    slug: Slug
    code: str
    """``S1``, ``S2`` … in order of publication, undated ones last."""
    title: str
    published: str
    """EDTF or ``unknown``."""
    published_from: str
    publisher: str
    """``unknown`` where no one is named."""
    publisher_slug: Slug
    agency: str
    authors: tuple[str, ...]
    url: str | None
    retrieved: str | None
    archive: str | None
    """Address of a copy in a web archive."""
    language: str
    review: str
    rights: str
    aliases: tuple[str, ...]
    topics: tuple[Slug, ...]
    seed: str
    """Path below the seeds folder; empty where the article has none."""
    sha256: str
    left_out: tuple[LeftOut, ...]
    words: int
    """How many words its text has."""
    voice: int
    """Number of the independent voice the article belongs to; articles of one voice share it."""


class Article(ArticleHead, frozen=True):
    """One article of the briefing."""

    body: Body
    """The parsed Markdown, for rendering."""
    passages: tuple[Passage, ...]

    @property
    def head(self) -> ArticleHead:
        """The article without its text."""
        return ArticleHead(*map(self.__getattribute__, ArticleHead.__struct_fields__))


class Mention(Struct, frozen=True):
    """One place where an entity is named."""

    citation: Citation
    start: int
    """Offset in the passage's text."""
    end: int
    role: str
    """Words of office or function beside the name, as they stand; empty where there are none."""


class Entity(Struct, frozen=True):
    """A person, organisation or place."""

    kind: EntityKind
    slug: Slug
    name: str
    aliases: tuple[str, ...]
    """Other forms found in the articles or given by the editor, most used first."""
    role: str
    """The editor's, else the most telling role found; empty where none is known."""
    roles: tuple[tuple[str, Citation], ...]
    """Each role found, with the passage that says so."""
    same_as: tuple[str, ...]
    body: Body | None
    """The editor's text."""
    mentions: tuple[Mention, ...]
    articles: tuple[Slug, ...]
    together: tuple[tuple[EntityKind, Slug, int], ...]
    """Entities named in the same paragraphs, with the number of such paragraphs, most first."""


class Statement(Struct, frozen=True):
    """What somebody is reported to have said, once for all outlets that carry it."""

    id: str
    kind: str
    """``quote`` or ``claim``."""
    text: str
    speaker: Slug | None
    """The entity who spoke, where the text allows to tell."""
    speaker_kind: EntityKind | None
    speaker_words: str
    """The words used for the speaker where no entity is known, or its name; empty: nobody is named."""
    verb: str
    stance: str
    """``asserts``, ``denies``, ``doubts``, ``expects``, ``unknown``."""
    citations: tuple[Citation, ...]
    """Where it is reported; the first is the earliest."""
    variants: tuple[tuple[str, Citation], ...]
    """Other wordings of the same utterance, each with its passage."""
    published: str
    """EDTF of the earliest article that carries it, or ``unknown``."""
    topics: tuple[Slug, ...]
    voices: int
    """How many independent sources carry it."""
    review: str


class Telling(Struct, frozen=True):
    """One article's wording of an event."""

    citation: Citation
    text: str
    date_words: str
    """The words of the source the date was read from, or could not be; empty where the sentence has none."""
    publisher: str
    agency: str
    dated_from: str = "text"
    """``text``; ``publication``: the article's day of publication, about which it happened; empty: not dated."""


class Event(Struct, frozen=True):
    """Something that happened or is planned, with every source's wording."""

    id: str
    date: str
    """EDTF, or ``unknown``."""
    text: str
    """The wording of the weightiest telling."""
    weight: float
    """0 to 1: how much the briefing turns on it."""
    status: str
    """``past`` or ``planned``."""
    background: bool
    """True where it lies well before the story's own period."""
    people: tuple[Slug, ...]
    organisations: tuple[Slug, ...]
    places: tuple[Slug, ...]
    topics: tuple[Slug, ...]
    tellings: tuple[Telling, ...]
    voices: int
    review: str
    plan: str = ""
    """What became of an announcement: ``told`` as done by a source, still ``ahead`` of the newest article, or
    ``open``: its date has passed and no telling of it as done was found. Empty: not announced, or without a date."""
    foretold: tuple[Citation, ...] = ()
    """The passages that tell of it beforehand."""


class Figure(Struct, frozen=True):
    """A quantity reported on a topic."""

    citation: Citation
    words: str
    """The quantity as it stands."""
    value: str
    unit: str
    sentence: str


class Topic(Struct, frozen=True):
    """A subject that several articles share."""

    slug: Slug
    title: str
    summary: str
    match: tuple[str, ...]
    aliases: tuple[str, ...]
    review: str
    body: Body | None
    passages: tuple[Citation, ...]
    articles: tuple[Slug, ...]
    statements: tuple[str, ...]
    """Identifiers of statements."""
    events: tuple[str, ...]
    """Identifiers of events."""
    entities: tuple[tuple[EntityKind, Slug, int], ...]
    """Who and what is named in its passages, with counts, most first."""
    figures: tuple[Figure, ...]
    related: tuple[tuple[Slug, int], ...]
    """Topics that share passages with it, with the number of shared passages."""


class SourceKind(StrEnum):
    """Who may stand behind an article; the value names the folder of their pages in the site."""

    PUBLISHER = "sources"
    AGENCY = "agencies"
    AUTHOR = "authors"


class Source(Struct, frozen=True):
    """A publisher, an agency or an author, with what the briefing has from them."""

    kind: SourceKind
    slug: Slug
    """Unique among those of the kind."""
    name: str
    """``unknown`` for the articles that name no publisher."""
    same_as: tuple[str, ...]
    body: Body | None
    articles: tuple[Slug, ...]
    publishers: tuple[str, ...]
    """Of the articles; those that are not known left out."""
    agencies: tuple[str, ...]
    authors: tuple[str, ...]
    languages: tuple[str, ...]


class Briefing(Struct, frozen=True):
    """The whole briefing."""

    title: str
    subtitle: str
    base_url: str
    """Ends with a slash where it is set; else empty."""
    language: str
    timezone: str
    as_of: str
    authors: tuple[str, ...]
    introduction: Body
    articles: tuple[Article, ...]
    """In order of their codes."""
    entities: tuple[Entity, ...]
    """By kind, then number of mentions, most first, then name."""
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    """In chronological order; undated ones last."""
    topics: tuple[Topic, ...]
    """By number of passages, most first."""
    sources: tuple[Source, ...]
    """Publishers, then agencies, then authors; of a kind those with most articles first."""
    voices: int
    """How many independent sources the articles come down to."""
    stories: tuple[tuple[Slug, ...], ...]
    """Articles that tell the same story, grouped; every article stands in one group."""
    generator: str
    """Name and version of the builder."""
    shared: tuple[SharedWording, ...] = ()
    """What several articles have in the same words, in order of the first passage."""
    conflicts: tuple[Conflict, ...] = ()
    """What sources tell differently, by kind, then in order of the first account."""
    editions: tuple[Edition, ...] = ()
    """The newest first. The last one in the tuple is the first that was published: all of it was new."""
