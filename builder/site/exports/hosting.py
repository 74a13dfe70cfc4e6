"""What hosts and search engines look for: ``sitemap.xml``, ``robots.txt`` and ``.nojekyll``."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from urllib.parse import quote
from xml.etree.ElementTree import Element

from builder.briefing.model import Briefing
from builder.edtf import Precision, parse
from builder.pages.catalogue import Catalogue
from builder.pages.linker import HOME, NOT_FOUND
from builder.pages.noting import Making
from builder.site.exports.encoding import element, xml_bytes
from builder.urls import PagePath, former_path

SITEMAP = PagePath("sitemap.xml")
ROBOTS = PagePath("robots.txt")
NOJEKYLL = PagePath(".nojekyll")

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_LONGEST = 50_000
"""Addresses in one file (https://www.sitemaps.org/protocol.html); a larger site gets an index of several files."""


def sitemap(found: Catalogue, pages: Iterable[PagePath]) -> Iterator[tuple[PagePath, Making]]:
    """Plan the addresses of all pages that stand for themselves; nothing where the site's own address is not known."""
    if not found.briefing.base_url:
        return
    own = _own_pages(found.briefing, pages)
    parts = [own[start : start + _LONGEST] for start in range(0, len(own), _LONGEST)]
    if len(parts) <= 1:
        yield SITEMAP, partial(_listing, root="urlset", item="url", paths=own)
        return
    names = [PagePath(f"sitemap-{number}.xml") for number in range(1, len(parts) + 1)]
    yield SITEMAP, partial(_listing, root="sitemapindex", item="sitemap", paths=names)
    for name, part in zip(names, parts, strict=True):
        yield name, partial(_listing, root="urlset", item="url", paths=part)


def _own_pages(briefing: Briefing, pages: Iterable[PagePath]) -> list[PagePath]:
    former = [article.aliases for article in briefing.articles] + [topic.aliases for topic in briefing.topics]
    elsewhere = frozenset([NOT_FOUND, *(former_path(alias) for aliases in former for alias in aliases)])
    return [page for page in sorted(pages) if page not in elsewhere]


def _listing(found: Catalogue, root: str, item: str, paths: Sequence[PagePath]) -> bytes:
    tree = Element(root, xmlns=_NAMESPACE)
    base, day = found.briefing.base_url, parse(found.briefing.as_of)
    for path in paths:
        entry = element(tree, item)
        element(entry, "loc", address(base, path))
        if day and day.precision is Precision.DAY and day.first:
            element(entry, "lastmod", day.first.isoformat())
    return xml_bytes(tree)


def address(base: str, path: PagePath, fragment: str = "") -> str:
    """Return where a file of the site stands: a whole address where the site's is known, else one from its root."""
    relative = "" if path == HOME and base else quote(path)
    return base + relative + (f"#{quote(fragment)}" if fragment else "")


def robots(found: Catalogue) -> bytes:
    """Return the rules for crawlers: all may be read."""
    lines = ["User-agent: *", "Disallow:"]
    if base := found.briefing.base_url:
        lines += ["", f"Sitemap: {address(base, SITEMAP)}"]
    return ("\n".join(lines) + "\n").encode()


def nojekyll(_found: Catalogue) -> bytes:
    """Return the empty file that tells GitHub Pages to publish the files as they are."""
    return b""
