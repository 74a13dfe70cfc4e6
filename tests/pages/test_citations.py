"""Citations in the forms that other programs read."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from builder.pages.citations import bibliographic, bibtex, csl_json, wikipedia
from builder.pages.words import ENGLISH
from tests.making import article
from tests.pages.sample import sample

FIRST, SECOND = sample().articles
ANY = st.text(st.characters(codec="utf-8"), max_size=40)


def test_an_entry_for_bibtex() -> None:
    assert bibtex(FIRST) == (
        "@article{bridge-opens,\n"
        "  author = {{Jo Pike}},\n"
        "  title = {{Harbour bridge opens}},\n"
        "  journal = {The Herald},\n"
        "  date = {2023-09-16},\n"
        "  year = {2023},\n"
        "  url = {https://example.org/bridge},\n"
        "  langid = {en},\n"
        "  note = {Agency: NPA}\n"
        "}"
    )


def test_what_runs_right_to_left_keeps_the_numbers_beside_it_in_place() -> None:
    cited = bibliographic(replace(FIRST, title="الجسر", authors=(), publisher="الميناء", agency="unknown"), ENGLISH)
    assert cited.startswith("“\u2068الجسر\u2069”. \u2068الميناء\u2069, 16 September 2023.")
    assert not {"\u2068", "\u2069"} & set(bibliographic(FIRST, ENGLISH))


def test_what_is_not_known_is_left_out() -> None:
    assert bibtex(SECOND) == "@misc{trams-late,\n  title = {{Trams may come late}},\n  langid = {en}\n}"
    assert json.loads(csl_json(SECOND)) == [
        {"id": "trams-late", "type": "article-newspaper", "title": "Trams may come late", "language": "en"}
    ]
    assert wikipedia(SECOND) == "{{cite news |title=Trams may come late |language=en}}"


def test_an_item_of_csl_json() -> None:
    assert json.loads(csl_json(replace(FIRST, retrieved="2023-10-01"))) == [
        {
            "id": "bridge-opens",
            "type": "article-newspaper",
            "title": "Harbour bridge opens",
            "author": [{"literal": "Jo Pike"}],
            "container-title": "The Herald",
            "source": "NPA",
            "issued": {"date-parts": [[2023, 9, 16]]},
            "accessed": {"date-parts": [[2023, 10, 1]]},
            "URL": "https://example.org/bridge",
            "language": "en",
        }
    ]


def test_a_bibliography_says_when_the_address_was_looked_at() -> None:
    assert bibliographic(replace(FIRST, retrieved="2023-10-01"), ENGLISH) == (
        "Jo Pike: “Harbour bridge opens”. The Herald (NPA), 16 September 2023. https://example.org/bridge "
        "(accessed 1 October 2023)"
    )


def test_a_template_for_wikipedia() -> None:
    assert wikipedia(replace(FIRST, retrieved="2023-10-01")) == (
        "{{cite news |author1=Jo Pike |title=Harbour bridge opens |work=The Herald |agency=NPA "
        "|date=16 September 2023 |language=en |url=https://example.org/bridge |access-date=2023-10-01}}"
    )


ARCHIVED = replace(FIRST, archive="https://kept.example/web/20231002030405/https://example.org/bridge")


def test_an_archived_copy_is_cited_in_every_form() -> None:
    assert bibliographic(ARCHIVED, ENGLISH).endswith(f"https://example.org/bridge Archived: {ARCHIVED.archive}")
    assert f"note = {{Agency: NPA. Archived: \\url{{{ARCHIVED.archive}}}}}" in bibtex(ARCHIVED)
    assert json.loads(csl_json(ARCHIVED))[0]["archive_location"] == ARCHIVED.archive
    assert wikipedia(ARCHIVED).endswith(f"|archive-url={ARCHIVED.archive} |archive-date=2023-10-02}}}}")


@pytest.mark.parametrize("address", ["https://kept.example/bridge", "javascript:alert(1)"])
def test_wikipedia_gets_no_copy_without_its_day(address: str) -> None:
    assert "archive" not in wikipedia(replace(FIRST, archive=address))


def test_a_script_is_no_archived_copy() -> None:
    attacked = replace(FIRST, archive="javascript:alert(1)")
    assert "javascript" not in "".join([bibliographic(attacked, ENGLISH), bibtex(attacked), csl_json(attacked)])


def test_a_date_in_doubt_says_so() -> None:
    about = replace(FIRST, published="2024-06~")
    assert json.loads(csl_json(about))[0]["issued"] == {"date-parts": [[2024, 6]], "circa": True}
    assert "date = {2024-06~}" in bibtex(about)
    assert "|date=c. June 2024 " in wikipedia(about)
    assert "date" not in wikipedia(replace(FIRST, published="2024-06/2024-08"))


@given(ANY, ANY)
def test_no_text_breaks_out_of_a_form(title: str, author: str) -> None:
    one = replace(article("a", "S1", title, "Text.\n"), authors=(author,))
    entry = re.sub(r"\\[{}]", "", bibtex(one))
    assert entry.count("{") == entry.count("}")
    assert json.loads(csl_json(one))[0].get("title", "") == title
    inside = wikipedia(one).removeprefix("{{").removesuffix("}}").replace("{{!}}", "")
    assert not set("{}[]<") & set(inside)
    assert "\n" not in inside
    assert inside.count("|") == len(re.findall(r"\|(?:author1|title|work|language)=", inside))
