"""The interface in another language: the theme's own texts and the dates, never the words of sources."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages.sample import sample

from builder.pages.catalogue import catalogue
from builder.pages.local_dates import in_language
from builder.pages.plan import plan
from builder.site.render import render, static_files
from builder.site.theme import load_theme

NOWHERE = Path("/nonexistent")
GERMAN = Path(__file__).parents[2] / "themes/default/templates/languages/de.json"


def shown(path: str, language: str, themes: Path = NOWHERE, theme: str = "default") -> str:
    found = catalogue(replace(sample(), language=language))
    pages = [page for page in plan(found) if page.path == path]
    ((_, data),) = render(pages, found, load_theme(theme, themes, language))
    return data.decode()


def test_the_interface_speaks_the_language_of_the_briefing() -> None:
    front = shown("index.html", "de")
    for words in (
        "Wichtige Tage",
        "Wer ist wer",
        ">Chronologie</a>",
        "2 Artikel · 2 unabhängige Quellen",
        "Zum Inhalt",
        "Farben|wie das System|",
    ):
        assert words in front
    for words in ("Key dates", "Who’s who", "Skip to the content"):
        assert words not in front


def test_dates_are_in_the_language() -> None:
    article = shown("articles/bridge-opens.html", "de")
    assert '<time datetime="2023-09-16">16. September 2023</time>' in article
    assert "Kein Datum in der Quelle" in shown("articles/trams-late.html", "de")


def test_the_words_of_sources_stay_theirs() -> None:
    english, german = (
        re.findall(r'id="p\d+">(.*?)</p>', shown("articles/bridge-opens.html", language)) for language in ("en", "de")
    )
    plain = [re.sub("<[^>]*>", "", text) for text in english]
    assert plain
    assert plain == [re.sub("<[^>]*>", "", text) for text in german]


def test_a_word_in_markup_is_no_text() -> None:
    article = shown("articles/bridge-opens.html", "de")
    assert '<body class="article">' in article
    assert 'data-pagefind-filter="kind:Article' in article
    assert 'title="Maschinell gefunden, noch von niemandem geprüft."' in article


def test_a_language_the_theme_does_not_know_is_left_english() -> None:
    assert shown("404.html", "fi").replace('lang="fi"', 'lang="en"').replace('content="fi"', 'content="en"') == shown(
        "404.html", "en"
    )


def test_a_theme_may_bring_a_language_and_change_a_text(tmp_path: Path) -> None:
    languages = tmp_path / "mine/templates/languages"
    languages.mkdir(parents=True)
    (languages / "fi.json").write_text('{"There is nothing at this address.": "Tässä ei ole mitään."}', "utf-8")
    (languages / "de.json").write_text('{"Menu": "Inhalt"}', "utf-8")
    assert "Tässä ei ole mitään." in shown("404.html", "fi", tmp_path, "mine")
    german = shown("404.html", "de", tmp_path, "mine")
    assert "<summary>Inhalt</summary>" in german
    assert "Unter dieser Adresse gibt es nichts." in german


def test_no_text_is_translated_to_nothing_and_none_breaks_markup() -> None:
    for english, german in json.loads(GERMAN.read_text("utf-8")).items():
        assert german.strip(), english
        assert not set('<>"{}') & set(german), english


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2023-09-16", "16. September 2023"),
        ("2023-09", "September 2023"),
        ("2023", "2023"),
        ("2024-06~", "um Juni 2024"),
        ("2023-09-16?", "16. September 2023"),
        ("2023-09-16/2023-10-02", "16. September 2023 – 2. Oktober 2023"),
        ("2023-09/..", "seit September 2023"),
        ("../2023-09-16", "bis 16. September 2023"),
        ("XXXX-09-10", "10. September, Jahr unbekannt"),
        ("XXXX-05", "Mai, Jahr unbekannt"),
        ("unknown", "Kein Datum in der Quelle"),
        ("199X", "the 1990s"),
        ("2024-22", "summer 2024"),
    ],
)
def test_dates_in_german(value: str, words: str) -> None:
    assert in_language(value, "de-AT") == words


@given(st.from_regex(r"[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?(/([0-9]{4}(-[0-9]{2}){0,2}[?~%]?|\.\.)?)?", fullmatch=True))
def test_any_date_can_be_said(value: str) -> None:
    assert in_language(value, "de")


def test_static_files_are_the_same_in_every_language() -> None:
    assert dict(static_files(load_theme("default", NOWHERE, "de"))) == dict(
        static_files(load_theme("default", NOWHERE))
    )
