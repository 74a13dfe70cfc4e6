"""What search engines and archives are told of a page: JSON-LD, canonical address and Open Graph."""

import json
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from builder.briefing.model import Briefing
from builder.pages.catalogue import catalogue
from builder.pages.linked_data import as_json
from builder.pages.plan import plan
from builder.site.render import render
from builder.site.theme import load_theme
from tests.pages.hostile import hostile
from tests.pages.odd import odd
from tests.pages.sample import nothing, sample

THEME = load_theme("default", Path("/nonexistent"))


def page_of(path: str, briefing: Briefing) -> str:
    found = catalogue(briefing)
    pages = [page for page in plan(found) if page.path == path]
    ((_, data),) = render(pages, found, THEME)
    return data.decode()


def data_of(path: str, briefing: Briefing | None = None) -> dict[str, Any]:
    document = html5lib.parse(page_of(path, briefing or sample()), namespaceHTMLElements=False)
    (script,) = [one for one in document.iter("script") if one.get("type") == "application/ld+json"]
    value = json.loads(script.text or "")
    assert value.pop("@context") == "https://schema.org"
    return dict(value)


def test_an_article_says_who_published_it_when_and_what_it_is_about() -> None:
    assert data_of("articles/bridge-opens.html") == {
        "@type": "NewsArticle",
        "headline": "Harbour bridge opens",
        "datePublished": "2023-09-16",
        "inLanguage": "en",
        "url": "https://example.org/bridge",
        "author": [{"@type": "Person", "name": "Jo Pike", "url": "../authors/jo-pike.html"}],
        "publisher": {"@type": "Organization", "name": "The Herald", "url": "../sources/the-herald.html"},
        "sourceOrganization": {"@type": "Organization", "name": "NPA", "url": "../agencies/npa.html"},
        "about": [{"@type": "Thing", "name": "Trams", "url": "../topics/trams.html"}],
        "mentions": [
            {"@type": "Person", "name": "Ada Boone", "url": "../people/ada-boone.html"},
            {"@type": "Organization", "name": "Bank of Port Vale", "url": "../organisations/bank-of-port-vale.html"},
            {"@type": "Place", "name": "Harbour Bridge", "url": "../places/harbour-bridge.html"},
            {"@type": "Place", "name": "Port Vale", "url": "../places/port-vale.html"},
        ],
    }


def test_what_is_not_known_is_left_out() -> None:
    article = data_of("articles/trams-late.html")
    assert not {"datePublished", "publisher", "sourceOrganization", "author", "url"} & set(article)


def test_a_person_has_other_names_and_only_addresses_of_the_web() -> None:
    assert data_of("people/ada-boone.html") == {
        "@type": "Person",
        "name": "Ada Boone",
        "alternateName": ["Boone"],
        "description": "Mayor",
        "sameAs": ["https://example.org/boone"],
    }


def test_events_stand_with_a_certain_date_only() -> None:
    events = data_of("chronology.html")["itemListElement"]
    assert [(event["@id"], event["startDate"]) for event in events] == [
        ("#event-bridge-opens-2-0", "2023-09-16"),
        ("#event-trams-late-2-0", "2026"),
    ]


def test_own_words_are_quotations_and_reported_ones_claims() -> None:
    statements = data_of("statements.html")["itemListElement"]
    assert [(one["@type"], one.get("author", {}).get("name")) for one in statements] == [
        ("Quotation", "Ada Boone"),
        ("Claim", None),
        ("Claim", None),
    ]
    assert statements[1]["appearance"] == ["articles/trams-late.html#p1"]


def test_without_rights_no_words_of_the_article_are_given() -> None:
    briefing = sample()
    first, second = briefing.articles
    briefing = replace(briefing, articles=(first, replace(second, rights="none")))
    told = json.dumps([data_of(path, briefing) for path in ("chronology.html", "statements.html")])
    assert "Trams will not run" not in told
    assert "Trams start" not in told


def test_the_front_page_offers_the_data() -> None:
    dataset = data_of("index.html")
    assert (dataset["@type"], dataset["name"]) == ("Dataset", "The Harbour Bridge")
    assert {one["contentUrl"] for one in dataset["distribution"]} >= {"data/briefing.json", "data/chronology.csv"}


@pytest.mark.parametrize("briefing", [hostile, odd, nothing], ids=lambda make: make.__name__)
def test_the_data_of_every_page_can_be_read(briefing: Any) -> None:
    found = catalogue(briefing())
    for data in (page.make(found).frame.linked_data for page in plan(found)):
        if data:
            json.loads(data)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_stays_inside_the_script_and_comes_back(text: str) -> None:
    shown = as_json([text])
    assert not set("<>&\u2028\u2029") & set(shown)
    assert json.loads(shown) == [text]


def test_pages_say_where_they_stand_and_how_they_are_shared() -> None:
    article = page_of("articles/bridge-opens.html", sample())
    assert '<link rel="canonical" href="https://example.org/bridge/articles/bridge-opens.html">' in article
    assert '<meta property="og:type" content="article">' in article
    assert '<meta property="article:published_time" content="2023-09-16">' in article
    front = page_of("index.html", replace(sample(), base_url=""))
    assert '<meta property="og:type" content="website">' in front
    assert "canonical" not in front
