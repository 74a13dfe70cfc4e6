"""``feed.xml``: what changed and the latest articles, as an Atom feed (RFC 4287).

Where the site's own address is not known, links are relative and identifiers are tags (RFC 4151). No date comes from
the clock: an article counts as updated on its day of publication, else on the day the briefing is ``as_of``; an
edition on its own ``as_of``.
"""

from collections.abc import Sequence
from datetime import date
from urllib.parse import quote
from xml.etree.ElementTree import Element

from builder.briefing.comparison import Edition
from builder.briefing.model import Article, Briefing
from builder.edtf import Precision, parse
from builder.pages.catalogue import Catalogue
from builder.pages.changes import brought, edition_path
from builder.pages.linker import HOME, web_address
from builder.site.exports.encoding import element, xml_bytes
from builder.site.exports.hosting import address
from builder.site.exports.material import Material, gathered
from builder.urls import PagePath, page, slugify

PATH = PagePath("feed.xml")

_NAMESPACE = "http://www.w3.org/2005/Atom"
_LENGTH = 50
"""Articles in the feed; a reader's program fetches it often."""
_EDITIONS = 10
"""Editions in the feed."""

_OF_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"
"""Signs that mean something in an address; all others that are no letters or digits are encoded (RFC 3986)."""

_NO_DAY = date(1970, 1, 1)
"""Atom wants a time of updating; the start of Unix time stands where none is known."""


def feed(found: Catalogue) -> bytes:
    """Return the feed: the newest editions, then articles, latest publication first, undated ones last."""
    material = gathered(found)
    briefing = material.briefing
    latest = sorted(briefing.articles, key=lambda article: _published(article) or date.min, reverse=True)[:_LENGTH]
    tree = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": briefing.language})
    element(tree, "id", _identifier(material, HOME))
    element(tree, "title", briefing.title or "Briefing")
    if briefing.subtitle:
        element(tree, "subtitle", briefing.subtitle)
    element(tree, "updated", _moment(_latest_day(latest, briefing)))
    _add_authors(tree, briefing.authors or (briefing.title or "Briefing",))
    element(tree, "generator", briefing.generator or "briefing-builder")
    element(tree, "link", rel="self", type="application/atom+xml", href=address(material.briefing.base_url, PATH))
    element(tree, "link", rel="alternate", type="text/html", href=address(material.briefing.base_url, HOME))
    for number, edition in _changed(briefing):
        _add_edition(tree, edition, number, material)
    for article in latest:
        _add_entry(tree, article, material)
    return xml_bytes(tree)


def _changed(briefing: Briefing) -> list[tuple[int, Edition]]:
    """Return the newest editions with their numbers; the first of all changed nothing."""
    count = len(briefing.editions)
    return [(count - place, edition) for place, edition in enumerate(briefing.editions[:-1][:_EDITIONS])]


def _add_edition(tree: Element, edition: Edition, number: int, material: Material) -> None:
    briefing = material.briefing
    entry = element(tree, "entry")
    element(entry, "id", _identifier(material, PagePath(f"editions/{number}")))
    element(entry, "title", f"{briefing.title or 'Briefing'}: {brought(edition, material.found.words)}")
    element(entry, "updated", _moment(_last_day(edition.as_of) or _NO_DAY))
    _add_authors(entry, briefing.authors or (briefing.title or "Briefing",))
    path = edition_path(number, len(briefing.editions))
    element(entry, "link", rel="alternate", type="text/html", href=address(material.briefing.base_url, path))
    titles = [material.headlines[slug][0] or slug for slug in edition.articles]
    element(entry, "summary", "; ".join(titles) or brought(edition, material.found.words))


def _add_entry(tree: Element, article: Article, material: Material) -> None:
    path = page("articles", article.slug)
    published = _published(article)
    entry = element(tree, "entry", **{"xml:lang": article.language})
    element(entry, "id", _identifier(material, path))
    element(entry, "title", article.title or article.slug)
    element(entry, "updated", _moment(published or _as_of(material.briefing)))
    if published:
        element(entry, "published", _moment(published))
    named = [name for name in (article.publisher, article.agency) if name not in ("", "unknown")]
    _add_authors(entry, article.authors or named[:1] or ("unknown",))
    element(entry, "link", rel="alternate", type="text/html", href=address(material.briefing.base_url, path))
    if source := web_address(article.url):
        element(entry, "link", rel="via", href=quote(source, safe=_OF_ADDRESSES))
    for slug in article.topics:
        element(entry, "category", term=slug, label=material.topic_titles.get(slug, slug))
    if summary := _summary(article, material):
        element(entry, "summary", summary)


def _add_authors(parent: Element, names: Sequence[str]) -> None:
    for name in names:
        element(element(parent, "author"), "name", name)


def _summary(article: Article, material: Material) -> str:
    """Return the first words of the source's that may be shown."""
    shown = (text for passage, text in material.passages(article) if not passage.editorial)
    return next((text for text in shown if text), "")


def _identifier(material: Material, path: PagePath) -> str:
    briefing = material.briefing
    if briefing.base_url:
        return address(material.briefing.base_url, path)
    return f"tag:{slugify(briefing.title)}.invalid,2026:{path}"


def _published(article: Article) -> date | None:
    dated = parse(article.published)
    return dated.first if dated and dated.precision is Precision.DAY else None


def _as_of(briefing: Briefing) -> date:
    return _last_day(briefing.as_of) or _NO_DAY


def _last_day(value: str) -> date | None:
    dated = parse(value)
    return dated.last if dated else None


def _latest_day(articles: Sequence[Article], briefing: Briefing) -> date:
    published = [day for article in articles if (day := _published(article))]
    changed = [day for _, edition in _changed(briefing) if (day := _last_day(edition.as_of))]
    return max([*published, *changed], default=_as_of(briefing))


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
