"""Slugs, page paths and relative links."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.urls import LONGEST_SLUG, PagePath, from_folder, page, root_of, slugify, to_anchor

SLUGS = [
    ("Kim Jong Un", "kim-jong-un"),
    ("  North Korea’s Arms: a $2bn “deal” ", "north-koreas-arms-a-2bn-deal"),
    ("Zelenskyy’s Straße in Łódź", "zelenskyys-strasse-in-lodz"),
    ("../../etc/passwd", "etc-passwd"),
    ("CON", "con-untitled"),
    ("com1", "com1-untitled"),
    ("Владимир", "untitled"),
    ("", "untitled"),
    ("a" * 200, "a" * LONGEST_SLUG),
    ("word " * 40, ("word-" * 16).rstrip("-")),
]


@pytest.mark.parametrize(("text", "slug"), SLUGS)
def test_slugs(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text())
def test_any_text_has_a_safe_slug(text: str) -> None:
    slug = slugify(text)
    assert 0 < len(slug) <= LONGEST_SLUG + len("-untitled")
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slugify(slug) == slug


LINKS = [
    ("", "articles/a.html", "articles/a.html"),
    ("articles", "index.html", "../index.html"),
    ("articles", "articles/b.html", "b.html"),
    ("articles", "people/c.html", "../people/c.html"),
    ("people", "people.html", "../people.html"),
    ("data/annotations", "data/b.json", "../b.json"),
    ("data/annotations", "articles/a.html", "../../articles/a.html"),
    ("", "data/a b.json", "data/a%20b.json"),
]


@pytest.mark.parametrize(("folder", "target", "link"), LINKS)
def test_links(folder: str, target: str, link: str) -> None:
    assert from_folder(folder, PagePath(target)) == link


def test_links_to_anchors() -> None:
    assert to_anchor("b.html", "p4") == "b.html#p4"
    assert to_anchor("", "p4") == "#p4"
    assert to_anchor("data/a.json", "x y") == "data/a.json#x%20y"


def test_the_way_to_the_root_and_back() -> None:
    assert page("articles", "a") == "articles/a.html"
    for path in ("index.html", "articles/a.html"):
        source = PagePath(path)
        assert posixpath.normpath(posixpath.join(posixpath.dirname(path), root_of(source) + "feed.xml")) == "feed.xml"
