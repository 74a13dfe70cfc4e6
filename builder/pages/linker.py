"""Links from one page to every other thing of the briefing."""

import posixpath
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from builder.briefing.articles import UNKNOWN, source_slug
from builder.briefing.citation import Citation
from builder.briefing.model import EntityKind, SourceKind
from builder.pages.anchors import article_anchor, conflict_anchor, event_anchor, statement_anchor
from builder.pages.catalogue import Catalogue, EntityKey
from builder.pages.order import part_path
from builder.pages.phrases import UNKNOWN_PUBLISHER
from builder.pages.values import Cited, Link
from builder.pages.words import Words
from builder.urls import PagePath, RelativeLink, Slug, from_folder, page, to_anchor

HOME = page("index")
TOPICS = page("topics")
CHRONOLOGY = page("chronology")
STATEMENTS = page("statements")
SOURCES = page("sources")
SEARCH = page("search")
CHANGES = page("changes")
DOSSIER = page("dossier")
PICTURE = PagePath("picture.png")
"""Of the whole timeline; shown where a page is shared."""
ABOUT = page("about")
NOT_FOUND = page("404")


@dataclass(frozen=True, slots=True)
class Linker:
    """Makes the links of one page; those in the dossier lead to its own copy of the text."""

    catalogue: Catalogue
    here: PagePath
    entities: dict[EntityKey, Link] = field(default_factory=dict, repr=False, compare=False)
    """The links to entities that were asked for, since a page names the same few again and again."""
    citations: dict[Citation, Cited] = field(default_factory=dict, repr=False, compare=False)
    """Those to passages likewise."""
    folder: str = field(init=False, repr=False, compare=False)
    """That of the page."""
    in_dossier: bool = field(init=False, repr=False, compare=False)
    """Whether the page is a volume of the dossier."""
    words: Words = field(init=False, repr=False, compare=False)
    """Those of the interface."""

    def __post_init__(self) -> None:
        """Look once at what is asked for at every link."""
        object.__setattr__(self, "folder", self.here.rpartition("/")[0])
        object.__setattr__(self, "in_dossier", self.here.startswith("dossier."))
        object.__setattr__(self, "words", self.catalogue.words)

    def to(self, path: PagePath, fragment: str = "") -> RelativeLink:
        """Return the link to a file of the site."""
        if not fragment:
            return from_folder(self.folder, path)
        return to_anchor("" if path == self.here else from_folder(self.folder, path), fragment)

    def article(self, slug: Slug, paragraph: int = 0) -> RelativeLink:
        """Return the link to an article, or to a paragraph of it."""
        if self.in_dossier:
            anchor = article_anchor(self.catalogue.articles[slug].code)
            return self._in_volume(anchor, self.paragraph_anchor(slug, paragraph))
        return self.to(page("articles", slug), f"p{paragraph}" if paragraph else "")

    def paragraph_anchor(self, slug: Slug, paragraph: int = 0) -> str:
        """Return the identifier of an article or a paragraph in the dossier."""
        article = article_anchor(self.catalogue.articles[slug].code)
        return f"{article}-p{paragraph}" if paragraph else article

    def entity(self, kind: EntityKind, slug: Slug) -> Link:
        """Return the link to an entity's page under its name; without an address where it isn't known."""
        link = self.entities.get((kind, slug))
        if link is None:
            known = self.catalogue.names.get((kind, slug))
            link = Link(known.name, self.to(page(kind, slug)), known.role) if known else Link(slug, "")
            self.entities[kind, slug] = link
        return link

    def topic(self, slug: Slug) -> Link:
        """Return the link to a topic, which every volume of the dossier has that speaks of it.

        It has no address where no such topic exists.
        """
        title = self.catalogue.titles.get(slug)
        if title is None:
            return Link(slug, "")
        return Link(title, self.to(self.here, f"topic-{slug}") if self.in_dossier else self.to(page("topics", slug)))

    def publisher(self, slug: Slug) -> Link:
        """Return the link to a publisher's page; without an address where it isn't known."""
        return self.source(SourceKind.PUBLISHER, slug) or Link(self.words.say(UNKNOWN_PUBLISHER), "")

    def source(self, kind: SourceKind, slug: Slug) -> Link | None:
        """Return the link to the page of a publisher, an agency or an author; ``None`` where there is none."""
        name = self.catalogue.source_names.get((kind, slug))
        if name is None:
            return None
        return Link(self.words.say(UNKNOWN_PUBLISHER) if name == UNKNOWN else name, self.to(page(kind, slug)))

    def named_source(self, kind: SourceKind, name: str) -> Link:
        """Return the link to the page of whom an article names; without an address where there is none."""
        link = self.source(kind, source_slug(name))
        return Link(name, link.href if link else "")

    def event(self, identifier: str) -> RelativeLink:
        """Return the link to an event's entry in the chronology."""
        anchor = event_anchor(identifier)
        if self.in_dossier:
            return self._in_volume(anchor, anchor)
        return self.to(part_path(CHRONOLOGY, self.catalogue.event_parts[identifier]), anchor)

    def statement(self, identifier: str) -> RelativeLink:
        """Return the link to a statement's entry among all statements."""
        anchor = statement_anchor(identifier)
        if self.in_dossier:
            return self._in_volume(anchor, anchor)
        return self.to(part_path(STATEMENTS, self.catalogue.statement_parts[identifier]), anchor)

    def conflict(self, identifier: str) -> RelativeLink:
        """Return the link to conflicting accounts among all statements."""
        anchor = conflict_anchor(identifier)
        if self.in_dossier:
            return self._in_volume(anchor, anchor)
        return self.to(part_path(STATEMENTS, self.catalogue.conflict_parts[identifier]), anchor)

    def _in_volume(self, holder: str, anchor: str) -> RelativeLink:
        """Return the link to an anchor in the dossier; ``holder`` is what stands in one of its volumes."""
        return self.to(part_path(DOSSIER, self.catalogue.volumes[holder]), anchor)

    def cite(self, citation: Citation) -> Cited:
        """Return the link to a passage, with what it is from as its title."""
        cited = self.citations.get(citation)
        if cited is None:
            article = self.catalogue.described[citation.article]
            cited = self.citations[citation] = Cited(
                str(citation),
                self.article(citation.article, citation.paragraph),
                article.title,
                article.foreign,
            )
        return cited

    def resolve(self, home: PagePath, address: str) -> str:
        """Return an address out of a content file as it stands in this page.

        ``home`` is the page of the file. A link to another content file (``../topics/nato.md``) leads to its page, an
        anchor alone to the place on the file's own page, wherever the link is shown; addresses elsewhere stay.
        """
        target = target_of(home, address)
        return address if target is None else self.to(*target)


def as_pdf(page: PagePath) -> PagePath:
    """Return the path of a page's PDF."""
    return PagePath(page.removesuffix(".html") + ".pdf")


def target_of(home: PagePath, address: str) -> tuple[PagePath, str] | None:
    """Return the file of the site and the anchor that a relative address out of a content file leads to.

    ``home`` is the page of that file. ``None`` for addresses elsewhere.
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not (parts.path or parts.fragment):
        return None
    if not parts.path:
        return home, unquote(parts.fragment)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(home), unquote(parts.path)))
    if target.startswith(("..", "/")):
        return None
    stem = target.removesuffix(".md")
    return (page(stem) if stem != target else PagePath(target)), unquote(parts.fragment)


@lru_cache(maxsize=1 << 10)
def web_address(address: str | None) -> str:
    """Return an address that may become a link: ``http`` or ``https`` with a host; else the empty string."""
    if not address:
        return ""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    return address.strip() if parts.scheme in ("http", "https") and parts.netloc else ""
