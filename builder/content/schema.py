"""The typed front matter of every kind of content file, as editors see it in ``docs/formats.md``."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Review = Literal["machine", "reviewed", "disputed"]
Rights = Literal["full", "excerpt", "none"]
Published = Annotated[str, Meta(examples=["2024-03-16", "2024-03", "2024-03-16?", "2024-03~", "unknown"])]
Day = Annotated[str, Meta(examples=["2024-03-16"])]
Language = Annotated[str, Meta(examples=["en", "de", "pt-BR"])]
Phrases = Annotated[tuple[str, ...], Meta(examples=[["ferry", "sailing*", "time table"]])]


class LeftOutLines(Struct, frozen=True, forbid_unknown_fields=True):
    """A range of seed lines that are not in the article."""

    lines: Annotated[str, Meta(examples=["17", "1-2"])]
    """One line number or two with a hyphen."""
    why: str
    """What the lines are: navigation, related link, comment form …"""
    words: str = ""
    """Of a line that has words of the article too: how the words begin that are left out of it."""


class SeedReference(Struct, frozen=True, forbid_unknown_fields=True):
    """The seed an article was made from."""

    file: str
    """Path below the seeds folder."""
    sha256: str
    """Of the seed's bytes when the article was last generated."""
    left_out: tuple[LeftOutLines, ...] = ()
    """Its lines that are not in the body."""


class ArticleFront(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Front matter of ``content/articles/<slug>.md``."""

    title: str
    """The article's own headline."""
    published: Published = "unknown"
    """Day of publication: EDTF, or ``unknown``."""
    published_from: str = "unknown"
    """How the date was found: given, page date, dateline, weekday in text, …, editor."""
    publisher: str = "unknown"
    """Who published it, or ``unknown``."""
    agency: str = "unknown"
    """The wire service it came from, or ``unknown``."""
    author: tuple[str, ...] = ()
    """Names of who wrote it."""
    url: str | None = None
    """Its address."""
    retrieved: Day | None = None
    """The day it was copied."""
    archive: str | None = None
    """Address of a copy in a web archive."""
    language: Language = "en"
    """Of the text, as ISO 639-1."""
    topics: tuple[str, ...] = ()
    """Slugs of the topics it is on: names of files in ``content/topics/``."""
    review: Review = "machine"
    """Whether somebody has read it through."""
    rights: Rights = "full"
    """How much of the text the site shows: all, what statements and events rest on, or nothing."""
    aliases: tuple[str, ...] = ()
    """Former addresses of the page below the site's root, kept as redirects."""
    seed: SeedReference | None = None
    """Which raw article it was made from; an article without it is your own."""
    generated: str | None = None
    """Fingerprint of the file as the builder wrote it, by which an edit is known; leave it."""


class TopicFront(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Front matter of ``content/topics/<slug>.md``."""

    title: str
    """Name of the topic."""
    match: Phrases = ()
    """Phrases; a trailing ``*`` matches word endings."""
    summary: str = ""
    """One sentence, for lists."""
    review: Review = "machine"
    """Whether somebody has read it through."""
    aliases: tuple[str, ...] = ()
    """Former addresses of the page below the site's root, kept as redirects."""


class EntityFront(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Front matter of ``content/people/<slug>.md`` and of its siblings for organisations, places and sources."""

    name: str
    """As the page is titled."""
    aliases: tuple[str, ...] = ()
    """Other names; the annotator links them to this entity."""
    role: str = ""
    """What they are, for lists."""
    same_as: tuple[str, ...] = ()
    """Addresses of pages elsewhere on the same entity."""


class IndexFront(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Front matter of ``content/index.md``: the briefing's settings."""

    title: str = "Briefing"
    """Name of the briefing."""
    subtitle: str = ""
    """One line below the title."""
    base_url: Annotated[str, Meta(examples=["https://example.org/briefing/"])] = ""
    """Where the site will stand; needed for canonical links, the feed and the sitemap only."""
    language: Language = "en"
    """Of the site, as ISO 639-1; also of articles whose own can't be told."""
    timezone: Annotated[str, Meta(examples=["UTC", "Europe/Berlin"])] = "UTC"
    """IANA name; the zone in which pages that give a time are read."""
    theme: str = "default"
    """``default``, or a folder of ``themes/``."""
    rights: Rights = "full"
    """Of new articles: how much of the text the site shows."""
    as_of: Day = ""
    """The day up to which the articles were collected, as EDTF; empty: the latest full date in any seed."""
    authors: tuple[str, ...] = ()
    """Who edits the briefing."""
    names: Literal["rules", "spacy"] = "rules"
    """Who finds names: the builder's rules, or a spaCy model beside them."""
    names_model: str = "en_core_web_sm"
    """The spaCy model: an installed package, or a folder."""
    require_review: bool = False
    """Publish nothing while an article is only machine-made, or anything is disputed."""


class SeedFront(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What may be given about a seed, above its text or in the ``.yml`` file beside it."""

    url: str = ""
    """The article's address."""
    title: str = ""
    """Its headline."""
    publisher: str = ""
    """Who published it."""
    agency: str = ""
    """The wire service it came from."""
    author: str | tuple[str, ...] = ""
    """Who wrote it."""
    published: Annotated[str, Meta(examples=["2024-03-16", "March 16, 2024"])] = ""
    """The day of publication: EDTF, or written as papers do."""
    retrieved: Day = ""
    """The day it was copied."""
    archive: str = ""
    """Address of a copy in a web archive."""


KINDS: dict[str, type[Struct]] = {
    "article": ArticleFront,
    "topic": TopicFront,
    "entity": EntityFront,
    "index": IndexFront,
    "seed": SeedFront,
}
"""Front matter by the name it has in ``briefing schema``."""
