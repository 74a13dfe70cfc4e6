"""Which pages there are, and what must not be."""

import pytest
from msgspec.structs import replace

from builder.pages.catalogue import catalogue
from builder.pages.contexts import RedirectPage
from builder.pages.plan import plan
from builder.problems import BuildError
from builder.urls import former_path
from tests.pages.sample import nothing, sample

ALWAYS = {
    "index.html",
    "topics.html",
    "chronology.html",
    "statements.html",
    "people.html",
    "organisations.html",
    "places.html",
    "sources.html",
    "search.html",
    "changes.html",
    "dossier.html",
    "about.html",
    "404.html",
}


def test_an_empty_briefing_has_the_pages_that_are_always_there() -> None:
    assert {page.path for page in plan(catalogue(nothing()))} == ALWAYS


def test_each_thing_has_its_page() -> None:
    paths = {page.path for page in plan(catalogue(sample()))} - ALWAYS
    assert paths == {
        "articles/bridge-opens.html",
        "articles/trams-late.html",
        "changes.1.html",
        "chronology.background.html",
        "chronology.planned.html",
        "chronology.story.html",
        "topics/trams.html",
        "people/ada-boone.html",
        "organisations/bank-of-port-vale.html",
        "places/harbour-bridge.html",
        "places/port-vale.html",
        "sources/the-herald.html",
        "sources/unknown.html",
        "agencies/npa.html",
        "authors/jo-pike.html",
        "old/trams.html",
    }


def test_a_former_address_leads_to_the_page() -> None:
    found = catalogue(sample())
    redirect = next(page for page in plan(found) if page.path == "old/trams.html").make(found)
    assert isinstance(redirect, RedirectPage)
    assert redirect.target.href == "../articles/trams-late.html"
    assert redirect.frame.canonical == "https://example.org/bridge/articles/trams-late.html"


@pytest.mark.parametrize(
    ("alias", "path"),
    [
        ("old/trams", "old/trams.html"),
        ("/old/trams.html", "old/trams.html"),
        ("/2023/09/", "2023/09/index.html"),
        ("page.htm", "page.htm"),
        ("../secret", None),
        ("a//b", None),
        ("a/./b", None),
        ("C:\\x", None),
        ("https://example.org/x", None),
        ("a?b", None),
        ("", "index.html"),
    ],
)
def test_former_addresses_stay_inside_the_site(alias: str, path: str | None) -> None:
    assert former_path(alias) == path


def with_alias(*aliases: str) -> list[str]:
    briefing = sample()
    first, second = briefing.articles
    changed = replace(briefing, articles=(first, replace(second, aliases=aliases)))
    with pytest.raises(BuildError) as caught:
        plan(catalogue(changed))
    return [str(problem) for problem in caught.value.problems]


def test_two_pages_for_one_path_name_both_inputs() -> None:
    assert with_alias("articles/Bridge-Opens.html") == [
        "content/articles/trams-late.md: error: articles/Bridge-Opens.html would be written twice: for "
        "content/articles/trams-late.md and for content/articles/bridge-opens.md (page-collision)\n"
        "    hint: rename one of the files, or take the address out of `aliases`"
    ]
    assert "the builder's own page" in with_alias("index")[0]
    assert len(with_alias("x", "x.html")) == 1


def test_all_bad_addresses_are_told_at_once() -> None:
    assert [problem.split(":")[1] for problem in with_alias("../up", "index", "a\\b")] == [" error"] * 3


def test_planning_twice_gives_the_same() -> None:
    first, second = (
        [(page.path, page.make(found)) for page in plan(found)] for found in map(catalogue, (sample(),) * 2)
    )
    assert first == second
