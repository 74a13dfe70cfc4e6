"""The default theme's pages: valid, whole, linked, escaped; and its contract with the contexts."""

import posixpath
import re
from collections import Counter, defaultdict
from functools import cache
from html import unescape
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from jinja2 import meta, nodes
from msgspec.structs import fields, replace

from builder.briefing.model import Briefing
from builder.pages.catalogue import catalogue
from builder.pages.plan import Page, plan
from builder.site.engine import environment
from builder.site.render import Renderer, render, static_files
from builder.site.theme import load_theme
from tests.pages.hostile import hostile
from tests.pages.long import long
from tests.pages.odd import odd
from tests.pages.sample import nothing, sample

THEME = load_theme("default", Path("/nonexistent"))
OWN = ("default-src 'self'", "object-src 'none'", "base-uri 'none'")
ALIKE = re.compile(r"/(?:report|place)-[0-9]*[1-9]\.html$")
"""Of the long briefing: pages of articles and places that differ in a number, but for each tenth."""
WRITTEN_ELSEWHERE = ("feed.xml", "data/briefing.json")


def german() -> Briefing:
    """Return a briefing in German of articles in English."""
    return replace(sample(), language="de")


BRIEFINGS = {"sample": sample, "nothing": nothing, "hostile": hostile, "odd": odd, "long": long, "german": german}


@cache
def site(name: str) -> dict[str, bytes]:
    found = catalogue(BRIEFINGS[name]())
    files = (*render(plan(found), found, THEME), *static_files(THEME), *Renderer(THEME).running_heads(found))
    return {str(path): data for path, data in files}


@cache
def documents(name: str) -> dict[str, Element]:
    """Parse each page as strictly as HTML's own rules go: any fault raises. Of many that are alike, each tenth does."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    pages = {path: data for path, data in site(name).items() if path.endswith(".html") and not ALIKE.search(path)}
    return {path: parser.parse(data.decode()) for path, data in pages.items()}


every_briefing = pytest.mark.parametrize("name", BRIEFINGS)


def test_choices_that_are_many_are_folded_and_few_stand_open() -> None:
    document = documents("long")["chronology.html"]
    ways = [one for one in document.iter() if one.get("class") == "apparatus filter"]
    shown = [(one.tag, "".join(one.itertext()).split("(")[0].strip().split(":")[0]) for one in ways]
    assert shown == [("p", "By topic"), ("p", "By publisher"), ("details", "Years on other parts")]
    assert len(list(ways[-1].iter("a"))) == int("".join(ways[-1][0].itertext()).split("(")[1].removesuffix(")"))


@pytest.mark.parametrize(("name", "language"), [("sample", None), ("german", "en")])
def test_words_in_another_language_than_the_page_say_so_wherever_they_stand(name: str, language: str | None) -> None:
    found = {
        (path, next((part.get("lang") for part in one.iter() if part.get("lang")), None))
        for path, document in documents(name).items()
        for one in document.iter()
        if one.get("class") == "words" and not any(part.get("class") == "withheld" for part in one.iter())
    }
    pages = {path.partition("/")[0] for path, _ in found}
    assert {"index.html", "statements.html", "chronology.html", "topics", "people", "dossier.html"} <= pages
    assert {spoken for _, spoken in found} == {language}


@every_briefing
def test_each_page_is_valid_has_one_heading_and_no_identifier_twice(name: str) -> None:
    for path, document in documents(name).items():
        headings = [element for element in document.iter() if element.tag == "h1"]
        assert len(headings) == 1, path
        assert "".join(headings[0].itertext()).strip(), path
        identifiers = Counter(element.get("id") for element in document.iter() if element.get("id") is not None)
        assert [one for one, count in identifiers.items() if count > 1] == [], path
        assert "" not in identifiers


@every_briefing
def test_headings_go_down_one_level_at_a_time(name: str) -> None:
    for path, document in documents(name).items():
        levels = [int(element.tag[1]) for element in document.iter() if element.tag in ("h1", "h2", "h3", "h4", "h5")]
        steps = [later - earlier for earlier, later in pairwise(levels)]
        assert max(steps, default=0) <= 1, (path, levels)


@every_briefing
def test_each_page_has_its_language_landmarks_and_a_way_past_the_header(name: str) -> None:
    language = BRIEFINGS[name]().language
    for path, document in documents(name).items():
        assert document.get("lang") == language
        tags = Counter(element.tag for element in document.iter())
        assert tags["main"] == 1, path
        labels = [element.get("aria-label") for element in document.iter("nav")]
        assert all(labels), path
        assert len(set(labels)) == len(labels), path
        assert next(document.iter("a")).get("href") in ("#main", f"{path}#main"), path


@every_briefing
def test_tables_have_captions_and_headers(name: str) -> None:
    for path, document in documents(name).items():
        own = [table for table in document.iter("table") if table.get("class")]
        for table in own:
            assert table.find("caption") is not None, path
            assert all(header.get("scope") for header in table.iter("th")), path


@every_briefing
def test_every_link_and_anchor_inside_the_site_resolves(name: str) -> None:
    pages = {path: data.decode() for path, data in site(name).items() if path.endswith(".html")}
    anchors = {path: {unescape(one) for one in re.findall(r' id="([^"]+)"', text)} for path, text in pages.items()}
    for path, document in documents(name).items():
        for address in references(document):
            target = urlsplit(address)
            if target.scheme:
                assert target.scheme == "https", (path, address)
                continue
            inside = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target.path)))
            inside = inside if target.path else path
            assert inside in site(name) or inside in WRITTEN_ELSEWHERE, (path, address)
            if target.fragment:
                assert unquote(target.fragment) in anchors[inside], (path, address)


def references(document: Element) -> list[str]:
    return [address for element in document.iter() for key in ("href", "src") if (address := element.get(key))]


@every_briefing
def test_nothing_in_a_page_runs_or_is_styled_but_its_own_files(name: str) -> None:
    for path, document in documents(name).items():
        policies = [element.get("content") or "" for element in document.iter("meta") if element.get("http-equiv")]
        own = OWN if path != "404.html" else (*OWN[:2], "base-uri 'self'")
        assert all(part in policies[0] for part in own), path
        for element in document.iter():
            assert element.tag not in ("style", "iframe", "object", "embed", "form"), path
            assert element.tag != "base" or (path, element.get("href")) == ("404.html", BRIEFINGS[name]().base_url)
            assert not [key for key in element.attrib if str(key).startswith("on") or key == "style"], path
        for script in document.iter("script"):
            if script.get("type") == "application/ld+json":
                continue
            assert (script.get("src") or "").lstrip("./").startswith("static/"), path
            assert not script.text, path


def test_hostile_text_comes_out_as_text() -> None:
    shown = 0
    for path, document in documents("hostile").items():
        assert not list(document.iter("img")), path
        assert not list(document.iter("b")), path
        for element in document.iter("a"):
            assert urlsplit(element.get("href") or "").scheme in ("", "https"), path
        shown += "".join(document.itertext()).count("<script>alert(1)</script>")
    assert shown > 100


@every_briefing
def test_a_section_without_content_says_why(name: str) -> None:
    for path, document in documents(name).items():
        for section in document.iter("section"):
            text = "".join(section.itertext()).split()
            heading = [
                word
                for tag in ("h2", "h3", "h4")
                for one in section.iter(tag)
                for word in "".join(one.itertext()).split()
            ]
            assert len(text) > len(heading), (path, section.attrib)


def test_rendering_twice_gives_the_same_bytes() -> None:
    found = catalogue(sample())
    assert dict(render(plan(found), found, THEME)) == {
        path: data for path, data in site("sample").items() if not path.startswith("static/")
    }


def test_templates_and_contexts_agree_both_ways() -> None:
    """A template uses only fields of its context, and each field is used by its template."""
    engine = environment(THEME)
    used: dict[str, set[str]] = {}
    given: dict[str, set[str]] = defaultdict(set)
    for found in (catalogue(sample()), catalogue(nothing())):
        for page in plan(found):
            given[page.template] |= {field.name for field in fields(page.make(found))}
            used[page.template] = used.get(page.template) or variables(page)
    names = {name for name in engine.list_templates(["html"]) if not name.startswith("default/")}
    assert names - set(used) == {"base.html", "macros.html", "topic_parts.html", "comparisons.html"}
    assert used == given


def variables(page: Page) -> set[str]:
    """Return the variables that a template and what it extends want from outside."""
    engine = environment(THEME)
    names, wanted, defined = [page.template], set[str](), set[str]()
    for name in names:
        assert engine.loader is not None
        tree = engine.parse(engine.loader.get_source(engine, name)[0])
        wanted |= meta.find_undeclared_variables(tree)
        defined |= {node.target for node in tree.find_all(nodes.Import)}
        names += [other for other in meta.find_referenced_templates(tree) if other and not _imported(tree, other)]
    return wanted - defined


def _imported(tree: nodes.Template, name: str) -> bool:
    return any(getattr(node.template, "value", "") == name for node in tree.find_all(nodes.Import))


def test_styles_and_scripts_stay_small() -> None:
    sizes = {path: len(data) for path, data in static_files(THEME)}
    assert sum(size for path, size in sizes.items() if path.endswith(".css")) < 30_000
    assert sum(size for path, size in sizes.items() if path.endswith(".js")) < 10_000


def test_a_running_head_says_any_title() -> None:
    styles = site("hostile")["static/running-heads.css"].decode()
    (head,) = re.findall(r'content: "(.*?)";.*600', styles)
    said = re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), head)
    assert said == hostile().title
    assert not set("<>'&;}") & set(head)
