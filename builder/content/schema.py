"""The typed front matter of every kind of content file, as editors see it in ``docs/formats.md``."""

from typing import Any, Literal

import msgspec
from msgspec import Struct

Review = Literal["machine", "reviewed", "disputed"]
Rights = Literal["full", "excerpt", "none"]


class LeftOutLines(Struct, frozen=True, forbid_unknown_fields=True):
    """A range of seed lines that are not in the article."""

    lines: str
    """One line number or two with a hyphen: ``17``, ``1-2``."""
    why: str


class SeedReference(Struct, frozen=True, forbid_unknown_fields=True):
    """The seed an article was made from."""

    file: str
    """Path below the seeds folder."""
    sha256: str
    """Of the seed's bytes when the article was last generated."""
    left_out: tuple[LeftOutLines, ...] = ()


class ArticleFront(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Front matter of ``content/articles/<slug>.md``."""

    title: str
    published: str = "unknown"
    """EDTF, or ``unknown``."""
    published_from: str = "unknown"
    """How the date was found: given, page date, dateline, weekday in text, …, editor."""
    publisher: str = "unknown"
    agency: str = "unknown"
    author: tuple[str, ...] = ()
    url: str | None = None
    retrieved: str | None = None
    archive: str | None = None
    """Address of a copy in a web archive."""
    language: str = "en"
    topics: tuple[str, ...] = ()
    """Slugs of topics."""
    review: Review = "machine"
    rights: Rights = "full"
    aliases: tuple[str, ...] = ()
    """Former addresses of the page below the site's root, kept as redirects."""
    seed: SeedReference | None = None
    generated: str | None = None
    """Fingerprint of the file as the builder wrote it."""


class TopicFront(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Front matter of ``content/topics/<slug>.md``."""

    title: str
    match: tuple[str, ...] = ()
    """Phrases; a trailing ``*`` matches word endings."""
    summary: str = ""
    review: Review = "machine"
    aliases: tuple[str, ...] = ()


class EntityFront(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Front matter of ``content/people/<slug>.md`` and of its siblings for organisations, places and sources."""

    name: str
    aliases: tuple[str, ...] = ()
    """Other names; the annotator links them to this entity."""
    role: str = ""
    same_as: tuple[str, ...] = ()
    """Addresses of pages elsewhere on the same entity."""


class IndexFront(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Front matter of ``content/index.md``: the briefing's settings."""

    title: str = "Briefing"
    subtitle: str = ""
    base_url: str = ""
    """Where the site will stand; needed for canonical links, the feed and the sitemap only."""
    language: str = "en"
    timezone: str = "UTC"
    theme: str = "default"
    rights: Rights = "full"
    as_of: str = ""
    """The day up to which the articles were collected, as EDTF; empty: the latest full date in any seed."""
    authors: tuple[str, ...] = ()
    """Who edits the briefing."""
    names: Literal["rules", "spacy"] = "rules"
    """Who finds names: the builder's rules, or a spaCy model beside them."""
    names_model: str = "en_core_web_sm"
    """The spaCy model: an installed package, or a folder."""
    require_review: bool = False
    """Publish nothing while an article is only machine-made, or anything is disputed."""


KINDS: dict[str, type[Struct]] = {
    "article": ArticleFront,
    "topic": TopicFront,
    "entity": EntityFront,
    "index": IndexFront,
}
"""Front matter by the name it has in ``briefing schema``."""


def json_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of one of :data:`KINDS`."""
    return msgspec.json.schema(KINDS[kind])
