"""The feed, the sitemap and the files for hosts."""

import feedparser
from lxml import etree
from msgspec.structs import replace

from builder.briefing.comparison import Edition
from builder.briefing.model import Briefing
from builder.pages.catalogue import catalogue
from builder.site.exports.all import exports
from builder.urls import page
from tests.site.exports.conftest import Export

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
HOME = "https://news.example/storm/"


def test_the_feed_is_read_without_a_complaint(export: Export) -> None:
    feed = feedparser.parse(export(base_url=HOME)["feed.xml"])
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.title == "The storm at the harbour"
    assert feed.feed.updated == "2024-02-05T00:00:00Z"
    assert [entry.link for entry in feed.entries] == [
        HOME + "articles/no-ship-was-lost.html",
        HOME + "articles/a-second-view.html",
    ]


def test_an_entry_says_who_and_when_and_from_where(export: Export) -> None:
    first, second = feedparser.parse(export()["feed.xml"]).entries
    assert first.title_detail.value == "No ship was lost, says <harbour> & co"
    assert (first.published, first.updated) == ("2024-02-05T00:00:00Z", "2024-02-05T00:00:00Z")
    assert [author.name for author in first.authors] == ["Bo Ek"]
    assert [link.href for link in first.links if link.rel == "via"] == ["https://coast.example/a?b=1&c=2"]
    assert first.tags[0].label == "The harbour, and its piers"
    assert first.summary.startswith("The harbour master")
    assert "published" not in second
    assert second.updated == "2024-03-01T00:00:00Z"
    assert [author.name for author in second.authors] == ["NTB"]


def test_without_an_address_links_are_relative_and_identifiers_tags(export: Export) -> None:
    feed = etree.fromstring(export()["feed.xml"])
    names = {"a": "http://www.w3.org/2005/Atom"}
    assert feed.xpath("a:entry/a:link[@rel='alternate']/@href", namespaces=names) == [
        "articles/no-ship-was-lost.html",
        "articles/a-second-view.html",
    ]
    assert all(name.startswith("tag:") for name in feed.xpath("//a:id/text()", namespaces=names))


def test_editions_stand_before_the_articles(briefing: Briefing, export: Export) -> None:
    first, second = briefing.articles
    editions = (
        Edition("2024-03-01", (second.slug,), (), (), (), ()),
        Edition("2024-02-10", (first.slug,), (), (), (), ()),
    )
    feed = feedparser.parse(export(base_url=HOME, editions=editions)["feed.xml"])
    assert not feed.bozo
    assert feed.feed.updated == feed.entries[0].updated == "2024-03-01T00:00:00Z"
    assert feed.entries[0].title == "The storm at the harbour: 1 new article"
    assert (feed.entries[0].id, feed.entries[0].link) == (HOME + "editions/2", HOME + "changes.html")
    assert feed.entries[0].summary == second.title
    assert len(feed.entries) == 3


def test_a_script_is_no_address(briefing: Briefing, export: Export) -> None:
    bad = ["javascript:alert(1)", "//x", "http://[", "data:text/html,x"]
    first, second = briefing.articles
    for url in bad:
        assert b'"via"' not in export(articles=(replace(first, url=url), second))["feed.xml"]


def test_an_address_with_a_blank_is_encoded(briefing: Briefing, export: Export) -> None:
    first, second = briefing.articles
    articles = (replace(first, url=" https://coast.example/a b\nc?d=%20é "), second)
    assert b'href="https://coast.example/a%20b%0Ac?d=%20%C3%A9"' in export(articles=articles)["feed.xml"]


def test_with_no_day_at_all_the_feed_is_still_valid(briefing: Briefing, export: Export) -> None:
    undated = tuple(replace(article, published="unknown") for article in briefing.articles)
    feed = feedparser.parse(export(articles=undated, as_of="")["feed.xml"])
    assert not feed.bozo
    assert feed.feed.updated == feed.entries[0].updated == "1970-01-01T00:00:00Z"


def test_the_sitemap_names_the_pages_that_stand_for_themselves(export: Export) -> None:
    tree = etree.fromstring(export(base_url=HOME)["sitemap.xml"])
    assert tree.xpath("s:url/s:loc/text()", namespaces=SITEMAP) == [
        HOME + "articles/no-ship-was-lost.html",
        HOME + "chronology.html",
        HOME,
        HOME + "people/%C3%A5dal.html",
    ]
    assert set(tree.xpath("s:url/s:lastmod/text()", namespaces=SITEMAP)) == {"2024-03-01"}


def test_a_large_site_has_an_index_of_sitemaps(briefing: Briefing) -> None:
    pages = [page("p", str(number)) for number in range(50_001)]
    found = catalogue(replace(briefing, base_url=HOME))
    files = {str(path): make(found) for path, make in exports(found, pages)}
    index = etree.fromstring(files["sitemap.xml"])
    assert index.xpath("s:sitemap/s:loc/text()", namespaces=SITEMAP) == [
        HOME + "sitemap-1.xml",
        HOME + "sitemap-2.xml",
    ]
    assert len(etree.fromstring(files["sitemap-1.xml"])) == 50_000
    assert len(etree.fromstring(files["sitemap-2.xml"])) == 1


def test_without_an_address_there_is_no_sitemap(export: Export) -> None:
    files = export()
    assert "sitemap.xml" not in files
    assert files["robots.txt"] == b"User-agent: *\nDisallow:\n"
    assert files[".nojekyll"] == b""


def test_crawlers_are_told_of_the_sitemap(export: Export) -> None:
    assert export(base_url=HOME)["robots.txt"].endswith(f"Sitemap: {HOME}sitemap.xml\n".encode())
