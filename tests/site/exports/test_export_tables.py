"""JSON and CSV: nothing of the model is lost, nothing of a text that may not be shown gets out."""

import io
import json
from collections.abc import Callable, Mapping
from typing import Any

import pandas
import pytest
from msgspec.structs import fields

from builder.briefing import model
from tests.site.exports.conftest import Export

KEPT_ELSEWHERE: Mapping[type, set[str]] = {
    model.Article: {"body"},  # its passages say the same
    model.Passage: {"citation"},
    model.Mention: {"citation"},
    model.Telling: {"citation"},
    model.Figure: {"citation"},
}


def rows(data: bytes) -> list[dict[str, str]]:
    table = pandas.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False)
    found: list[dict[str, str]] = table.to_dict("records")
    return found


@pytest.mark.parametrize(
    ("kind", "find"),
    [
        (model.Briefing, lambda data: data),
        (model.Article, lambda data: data["articles"][0]),
        (model.Passage, lambda data: data["articles"][0]["passages"][0]),
        (model.Entity, lambda data: data["entities"][0]),
        (model.Mention, lambda data: data["entities"][0]["mentions"][0]),
        (model.Statement, lambda data: data["statements"][0]),
        (model.Event, lambda data: data["events"][0]),
        (model.Telling, lambda data: data["events"][0]["tellings"][0]),
        (model.Topic, lambda data: data["topics"][0]),
        (model.Figure, lambda data: data["topics"][0]["figures"][0]),
        (model.Source, lambda data: data["sources"][0]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_briefing_json_holds_every_field_of_the_model(
    kind: type[Any], find: Callable[[Any], Mapping[str, object]], export: Export
) -> None:
    given = find(json.loads(export()["data/briefing.json"]))
    assert {field.name for field in fields(kind)} - KEPT_ELSEWHERE.get(kind, set()) <= set(given)


def test_stories_are_lists_of_slugs(export: Export) -> None:
    assert json.loads(export()["data/briefing.json"])["stories"] == [["no-ship-was-lost", "a-second-view"]]


def test_a_row_of_the_chronology(export: Export) -> None:
    row = json.loads(export()["data/chronology.json"])[2]
    assert row == {
        "id": "e3",
        "date": "2024-02-05",
        "text": "=SUM(A1) was the <b>code</b> & nothing else.",
        "weight": 0.5,
        "status": "past",
        "background": False,
        "voices": 2,
        "review": "machine",
        "people": ["ada-lund"],
        "organisations": [],
        "places": [],
        "topics": ["harbour"],
        "sources": [
            {
                "article": "no-ship-was-lost",
                "paragraph": 1,
                "code": "S1",
                "publisher": "Coast Daily",
                "agency": "unknown",
            },
            {"article": "a-second-view", "paragraph": 1, "code": "S2", "publisher": "Coast Daily", "agency": "unknown"},
        ],
    }


def test_the_table_has_the_chronology_row_by_row_and_no_formula(export: Export) -> None:
    files = export()
    table = rows(files["data/chronology.csv"])
    assert [row["id"] for row in table] == [row["id"] for row in json.loads(files["data/chronology.json"])]
    assert table[2]["text"] == "'=SUM(A1) was the <b>code</b> & nothing else."
    assert table[2]["sources"] == "no-ship-was-lost ¶1; a-second-view ¶1"
    assert table[1]["text"].endswith("ø" * 90)


def test_the_table_of_statements(export: Export) -> None:
    (row,) = rows(export()["data/statements.csv"])
    assert (row["speaker"], row["speaker_words"], row["verb"], row["stance"]) == (
        "ada-lund",
        "Ada Lund",
        "said",
        "denies",
    )
    assert row["text"] == "No ship was lost."
    assert row["publishers"] == "Coast Daily; unknown"


def test_without_rights_no_word_of_the_text_gets_out(export: Export) -> None:
    files = export(rights="none")
    everything = b"".join(files.values()).decode()
    assert "No ship was lost." not in everything
    assert "Nothing else is known" not in everything


def test_a_wording_that_may_be_shown_stands_in_for_one_that_may_not(export: Export) -> None:
    (row,) = rows(export(rights="none")["data/statements.csv"])
    assert row["text"] == "No vessel was lost"


def test_an_excerpt_shows_the_cited_passages_alone(export: Export) -> None:
    passages = json.loads(export(rights="excerpt")["data/briefing.json"])["articles"][0]["passages"]
    assert [passage["text"] is not None for passage in passages] == [True, False]


def test_every_text_file_ends_with_a_newline_and_is_utf_8(export: Export) -> None:
    for path, data in export(base_url="https://example.org/b/").items():
        assert data.decode().endswith("\n") or path == ".nojekyll", path


def test_the_same_briefing_gives_the_same_bytes(export: Export) -> None:
    assert export() == export()


def test_a_briefing_without_anything_has_all_its_files(export: Export) -> None:
    bare = dict.fromkeys(("articles", "entities", "statements", "events", "topics", "sources", "stories"), ())
    empty = export(title="", subtitle="", as_of="", authors=(), generator="", **bare)
    assert set(export()) - set(empty) == {
        "data/annotations/no-ship-was-lost.jsonld",
        "data/annotations/a-second-view.jsonld",
    }
