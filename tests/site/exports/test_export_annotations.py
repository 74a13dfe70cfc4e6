"""Web annotations: whoever has the seed finds the words."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pyld import jsonld

from builder.briefing.model import Briefing
from builder.site.exports.positions import find, squeeze
from tests.site.exports.conftest import Export

PATH = "data/annotations/no-ship-was-lost.jsonld"
HOME = "https://news.example/"
RDF, OA = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/ns/oa#"
CONTEXT = json.loads((Path(__file__).parent / "annotation_context.json").read_text(encoding="utf-8"))
"""The terms of the data model's own context that an annotation may use; any other would be lost on its reader."""


def context_of_the_data_model(address: str, _options: object) -> dict[str, Any]:
    assert address == "http://www.w3.org/ns/anno.jsonld"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address, "document": CONTEXT}


Items = list[dict[str, Any]]

READER = {"documentLoader": context_of_the_data_model}


def unwrapped(value: Any) -> Any:
    """Return JSON-LD with lists of one as that one: both say the same."""
    if isinstance(value, dict):
        return {key: unwrapped(item) for key, item in value.items()}
    if isinstance(value, list):
        return unwrapped(value[0]) if len(value) == 1 else [unwrapped(item) for item in value]
    return value


@pytest.fixture
def items(export: Export) -> Items:
    found: Items = json.loads(export()[PATH])["items"]
    return found


def selectors(item: dict[str, Any]) -> dict[str, Any]:
    return {selector["type"]: selector for selector in item["target"]["selector"]}


def test_positions_and_quotes_lead_to_the_same_words_of_the_seed(items: Items, seed: str) -> None:
    for item in items[:3]:
        found = selectors(item)
        place, quote = found["TextPositionSelector"], found["TextQuoteSelector"]
        assert seed[place["start"] : place["end"]] == quote["exact"]
        assert seed.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1


def test_the_words_are_those_of_the_span(items: Items) -> None:
    quoted = [selectors(item)["TextQuoteSelector"]["exact"] for item in items]
    assert quoted == ["Ada Lund", "Monday", "No ship was lost.", "Nothing"]


def test_a_passage_that_stands_twice_has_no_position(items: Items) -> None:
    assert set(selectors(items[3])) == {"TextQuoteSelector"}


def test_context_ends_with_the_paragraph(items: Items) -> None:
    quote = selectors(items[0])["TextQuoteSelector"]
    assert quote["prefix"] == "The harbour  master,\n"
    assert quote["suffix"] == ", said on Monday: “No ship was l"


def test_bodies_tell_the_label_the_values_and_the_entity(items: Items) -> None:
    person, date, quote, _ = items
    assert person["motivation"] == "identifying"
    assert person["body"][0] == {"type": "TextualBody", "purpose": "tagging", "value": "person"}
    assert person["body"][-1]["source"] == "../../people/ada-lund.html"
    assert [body["value"] for body in date["body"]] == ["date", "value=2024-02-05"]
    assert [body["value"] for body in quote["body"]] == ["quote", "by=ada-lund", "verb=said"]


def test_the_page_is_one_of_the_data_model(export: Export) -> None:
    page = json.loads(export(base_url="https://news.example/")[PATH])
    assert page["@context"] == [
        "http://www.w3.org/ns/anno.jsonld",
        {"@base": f"https://news.example/{PATH}"},
    ]
    assert page["type"] == "AnnotationPage"
    assert page["id"] == "no-ship-was-lost.jsonld"
    names = [item["id"] for item in page["items"]]
    assert len(set(names)) == len(names)
    assert all(
        item["type"] == "Annotation" and item["target"]["source"] == page["dcterms:source"]["id"]
        for item in page["items"]
    )
    assert page["dcterms:source"]["id"].startswith("ni:///sha-256;")
    assert page["dcterms:source"]["dcterms:identifier"] == "001.txt"


@pytest.mark.parametrize("slug", ["no-ship-was-lost", "a-second-view"])
def test_a_linked_data_processor_loses_nothing(slug: str, export: Export) -> None:
    page = json.loads(export(base_url=HOME)[f"data/annotations/{slug}.jsonld"])
    read = jsonld.expand(page, READER)
    assert unwrapped(jsonld.compact(read, page["@context"], READER)) == unwrapped(page)


def test_as_statements_each_annotation_leads_to_its_words(export: Export) -> None:
    triples = jsonld.to_rdf(json.loads(export(base_url=HOME)[PATH]), READER)["@default"]
    said: dict[str, dict[str, list[str]]] = {}
    for triple in triples:
        of_subject = said.setdefault(triple["subject"]["value"], {})
        of_subject.setdefault(triple["predicate"]["value"], []).append(triple["object"]["value"])
    first = said[f"{HOME}{PATH}#p1-1"]
    assert first[f"{RDF}type"] == [f"{OA}Annotation"]
    assert first[f"{OA}motivatedBy"] == [f"{OA}identifying"]
    (target,) = first[f"{OA}hasTarget"]
    quoted = [said[selector].get(f"{OA}exact") for selector in said[target][f"{OA}hasSelector"]]
    assert ["Ada Lund"] in quoted
    named = [said[body].get(f"{OA}hasSource") for body in first[f"{OA}hasBody"]]
    assert [f"{HOME}people/ada-lund.html"] in named


def test_without_a_seed_the_article_s_page_is_the_target(export: Export) -> None:
    page = json.loads(export()["data/annotations/a-second-view.jsonld"])
    assert page["dcterms:source"]["id"] == "../../articles/a-second-view.html"
    assert set(selectors(page["items"][0])) == {"TextQuoteSelector"}


def test_a_fingerprint_that_is_none_is_no_name(briefing: Briefing, export: Export) -> None:
    articles = (replace(briefing.articles[0], sha256="changed by hand"), *briefing.articles[1:])
    assert json.loads(export(articles=articles)[PATH])["dcterms:source"]["id"] == "../../articles/no-ship-was-lost.html"


WORDS = st.text("ab “é𝔸", max_size=12)
SPACES = st.text(" \n\t\u00a0", max_size=3)


@given(st.lists(WORDS), SPACES, st.text("xyz \n", max_size=20), st.text("xyz \n", max_size=20), st.data())
def test_a_stretch_of_a_passage_is_found_however_lines_are_broken(
    words: list[str], between: str, before: str, after: str, data: st.DataObject
) -> None:
    passage = " ".join(words).strip()
    text = before + between.join(words) + after
    placed = find(passage, squeeze(text))
    assert (placed is None) == (not passage)
    if placed:
        start = data.draw(st.integers(0, len(passage) - 1))
        end = data.draw(st.integers(start + 1, len(passage)))
        if stretch := "".join(passage[start:end].split()):
            first, last = placed.range(start, end)
            assert "".join(text[first:last].split()) == stretch
            assert text[first:last] == text[first:last].strip()
