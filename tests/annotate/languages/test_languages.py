"""A folder of lists is all that a language needs: what the folders hold can be read, and what German finds."""

from importlib import resources

import pytest

from builder.annotate import wordlists
from builder.annotate.annotator import annotate
from builder.annotate.dates.forms import calendar
from builder.annotate.names.lexicon import learn
from builder.annotate.names.lists import lists
from builder.annotate.sentences import sentences
from builder.annotate.span import ArticleText, Label, Span
from tests.annotate.marked import write_marked
from tests.cases import TextCase

CASES = "german.txt"
NAMES = wordlists.of_language(wordlists.ENGLISH, "names")
SECTIONS = {
    "calendar": {"months", "weekdays", "units", "counts", "forms", "future words", "past forms"},
    "names": {"everyday words", "have capitals", *NAMES, *(f"not {name}" for name in NAMES)},
    "sentences": {*wordlists.of_language(wordlists.ENGLISH, "sentences"), "behind ordinals"},
    "speech": {"saying", "pronouns", "articles", "end the speaker", "of"},
}
ROWS = ("places", "organisations")
OTHERS = sorted(wordlists.languages() - {wordlists.ENGLISH})


def test_german_is_read_with_its_lists(text_case: TextCase) -> None:
    article = ArticleText(
        text_case.given, sentences(text_case.given, "de"), published="2024-06-05", language="de", article="eins"
    )
    found = annotate(article, learn([article])).kept
    kept = [
        Span(span.start, span.end, span.label, tuple(pair for pair in span.values if pair[0] not in ("from", "verb")))
        for span in found
    ]
    assert write_marked(article.text, kept) == text_case.expected


@pytest.mark.parametrize("language", OTHERS)
def test_a_folder_holds_only_lists_that_are_read(language: str) -> None:
    files = {
        entry.name.removesuffix(".txt")
        for entry in resources.files("builder.annotate.languages").joinpath(language).iterdir()
    }
    assert files <= {*SECTIONS, *ROWS}
    for name in files & set(SECTIONS):
        assert set(wordlists.of_language(language, name)) <= SECTIONS[name], name


@pytest.mark.parametrize("language", OTHERS)
def test_the_forms_of_a_calendar_can_be_read(language: str) -> None:
    known = calendar(language)
    assert known is not None
    assert set(known.words["month"].values()) == set(range(1, 13))
    assert set(known.words["weekday"].values()) == set(range(7))


@pytest.mark.parametrize("language", OTHERS)
def test_places_of_a_language_are_those_of_the_english_lists(language: str) -> None:
    english = lists()
    known = {*english.countries, *english.large_cities, *english.spellings}
    rows = wordlists.rows_of_language(language, "places")
    assert [name for name, _, _ in rows if name not in known] == []


def test_a_language_without_a_folder_has_no_dates_and_no_quotes() -> None:
    text = "Le 3 juin 2024, « nous avons perdu beaucoup de temps », a dit la maire Anna Schmidt."
    article = ArticleText(text, sentences(text, "fr"), published="2024-06-05", language="fr", article="un")
    labels = {span.label for span in annotate(article, learn([article])).kept}
    assert labels <= {Label.PERSON, Label.ORG, Label.PLACE, Label.QUANTITY}


def test_one_entity_in_two_languages() -> None:
    texts = {
        "en": "Talks with North Korea went on in Moscow.",
        "de": "Die Gespräche mit Nordkorea fanden in Moskau statt.",
    }
    articles = [
        ArticleText(text, sentences(text, language), language=language, article=language)
        for language, text in texts.items()
    ]
    lexicon = learn(articles)
    found = [
        [(span.value("ref") or article.text[span.start : span.end]) for span in annotate(article, lexicon).kept]
        for article in articles
    ]
    assert found[1] == ["north-korea", "moscow"]
    assert {entity.slug for entity in lexicon.entities} == {"north-korea", "moscow"}
