"""The interface in another language: the theme's own texts and the dates, never the words of sources."""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import asdict, replace

from builder.ingest.kinds import KEPT, Kind
from builder.ingest.metadata.candidate import _FOUND
from builder.markdown.tokens import Body
from builder.pages.catalogue import catalogue
from builder.pages.dates import in_words
from builder.pages.plan import plan
from builder.pages.words import Words
from builder.site.render import Renderer, render, static_files
from builder.site.theme import load_theme
from builder.site.translation import words_of
from tests.pages.long import long
from tests.pages.odd import odd
from tests.pages.sample import nothing, sample

NOWHERE = Path("/nonexistent")
PAGES = Path(__file__).parents[2] / "builder/pages"
GERMAN = Path(__file__).parents[2] / "themes/default/templates/languages/de.json"


def shown(path: str, language: str, themes: Path = NOWHERE, theme: str = "default") -> str:
    read = load_theme(theme, themes, language)
    found = catalogue(replace(sample(), language=language), words_of(read))
    pages = [page for page in plan(found) if page.path == path]
    ((_, data),) = render(pages, found, load_theme(theme, themes, language))
    return data.decode()


def test_the_interface_speaks_the_language_of_the_briefing() -> None:
    front = shown("index.html", "de")
    for words in (
        "Wichtige Tage",
        "Wer ist wer",
        ">Chronologie</a>",
        "<bdi>2 Artikel</bdi> · <bdi>2 unabhängige Quellen</bdi>",
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
    assert 'data-pagefind-filter="Art:Artikel"' in article
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


def forms(text: str | dict[str, str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text.values())


def test_no_text_is_translated_to_nothing_and_none_breaks_markup_or_loses_a_value() -> None:
    for english, german in json.loads(GERMAN.read_text("utf-8")).items():
        for form in forms(german):
            assert form.strip(), english
            assert not set('<>"') & set(form), english
            assert sorted(re.findall(r"{\w+}|#", form)) == sorted(re.findall(r"{\w+}|#", english)), english


class Asked(dict[str, str | dict[str, str]]):
    """The German texts, which note for what they are asked."""

    def __init__(self) -> None:
        super().__init__(json.loads(GERMAN.read_text("utf-8")))
        self.missing: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        if key not in self:
            self.missing.add(key)
        return super().get(key, default)


NO_WORDS = {"content/index.md", "content/topics/", "seeds/", "[S3 ¶4]", "SHA-256"}
"""What a template says in every language."""


def test_german_has_a_text_for_everything_that_any_page_says(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = Asked()
    words = Words("de", texts)
    theme = load_theme("default", NOWHERE, "de")
    monkeypatch.setattr("builder.site.translation.words_of", lambda _theme: words)
    for make in (sample, nothing, odd, long):
        found = catalogue(replace(make(), language="de"), words)
        assert dict(render(plan(found, pdf=True), found, theme))
        assert dict(Renderer(theme).running_heads(found))
    assert {text for text in texts.missing if re.search("[a-zA-Z]{2}", text)} - NO_WORDS == set()


def test_german_has_a_text_for_everything_that_the_pages_word_themselves() -> None:
    texts = json.loads(GERMAN.read_text("utf-8"))
    said = {text for file in PAGES.glob("*.py") for text in worded(ast.parse(file.read_text("utf-8")))}
    assert len(said) > 60
    assert said - texts.keys() == set()


def worded(tree: ast.AST) -> Iterator[str]:
    """Give the literal texts that a module says or counts, as the list of texts has them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("say", "count"):
            found = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if node.func.attr == "say":
                yield from filter(None, found)
            elif found and found[0].replace(" ", "").isalpha():
                yield f"# {found[-1] if len(found) > 1 else found[0] + 's'}"


def test_reasons_and_ways_of_finding_have_german_words() -> None:
    texts = json.loads(GERMAN.read_text("utf-8"))
    assert {str(kind) for kind in Kind if kind not in KEPT} <= texts.keys()
    assert {*_FOUND.values(), "given", "weekday in text", "editor"} <= texts.keys()


LATIN = re.compile(r"[A-Za-z]{2,}")


def test_no_english_is_left_where_every_text_is_in_another_script(monkeypatch: pytest.MonkeyPatch) -> None:
    words = Words("uk", Cyrillic())
    theme = load_theme("default", NOWHERE, "uk")
    monkeypatch.setattr("builder.site.translation.words_of", lambda _theme: words)
    briefing = replace(sample(), language="uk")
    found = catalogue(briefing, words)
    theirs = {
        *LATIN.findall(" ".join(values(briefing))),
        *LATIN.findall(" ".join([*NO_WORDS, "BibTeX CSL JSON Wikipedia"])),
    }
    for path, data in render(plan(found, pdf=True), found, theme):
        page = html5lib.parse(data.decode(), namespaceHTMLElements=False)
        left = {word for text in spoken(page) for word in LATIN.findall(text)} - theirs
        assert left == set(), path


def values(value: object) -> Iterator[str]:
    """Give every text in a value of the model."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        yield from (text for one in value for text in values(one))
    elif isinstance(value, Body):
        yield value.source
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (text for field in fields(value) for text in values(getattr(value, field.name)))
    elif isinstance(value, Struct):
        yield from values(list(asdict(value).values()))


class Cyrillic(dict[str, str]):
    """Has every text, in letters that English has not."""

    LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопярстувшюыз")

    def __bool__(self) -> bool:
        return True

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ARG002 (named by Mapping)
        pieces = re.split(r"({\w+})", key)
        return "".join(one if one.startswith("{") else one.lower().translate(self.LETTERS) for one in pieces)


SILENT = frozenset(["script", "style", "pre", "code", "head"])


def spoken(element: Element) -> Iterator[str]:
    """Give what a page says: its text and what its attributes tell; citations in other programs' forms are data."""
    if element.tag in SILENT:
        return
    yield from (element.get(name, "") for name in ("title", "aria-label", "data-label"))
    yield element.text or ""
    for child in element:
        yield from spoken(child)
        yield child.tail or ""


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
        ("199X", "1990er-Jahre"),
        ("2024-22", "Sommer 2024"),
        ("2024-34~", "um zweites Quartal 2024"),
        ("[2024-05,2024-06]", "Mai 2024 oder Juni 2024"),
    ],
)
def test_dates_in_german(value: str, words: str) -> None:
    assert in_words(value, Words("de-AT", json.loads(GERMAN.read_text("utf-8")))) == words


@given(st.from_regex(r"[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?(/([0-9]{4}(-[0-9]{2}){0,2}[?~%]?|\.\.)?)?", fullmatch=True))
def test_any_date_can_be_said(value: str) -> None:
    assert in_words(value, Words("de", {"unknown": "unbekannt"}))


def test_static_files_are_the_same_in_every_language() -> None:
    assert dict(static_files(load_theme("default", NOWHERE, "de"))) == dict(
        static_files(load_theme("default", NOWHERE))
    )


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("en", 1234, "1,234 articles"),
        ("en", 1, "1 article"),
        ("de", 1234, "1.234 Artikel"),
        ("pl", 1, "1 artykuł"),
        ("pl", 3, "3 artykuły"),
        ("pl", 5, "5 artykułów"),
        ("pl", 22, "22 artykuły"),
        ("fi", 2, "2 articles"),
        ("tlh", 2, "2 articles"),
    ],
)
def test_numbers_take_the_plural_of_the_language(language: str, number: int, said: str) -> None:
    texts: dict[str, dict[str, dict[str, str]]] = {
        "de": {"# articles": {"one": "# Artikel", "other": "# Artikel"}},
        "pl": {"# articles": {"one": "# artykuł", "few": "# artykuły", "many": "# artykułów", "other": "# artykułu"}},
    }
    assert Words(language, texts.get(language, {})).count(number, "article") == said
