"""All annotators together: what stays nests, what is lost is told, and other languages are read with care."""

from hypothesis import given
from hypothesis import strategies as st

from builder.annotate.annotator import annotate
from builder.annotate.names.lexicon import learn
from builder.annotate.sentences import sentences
from builder.annotate.span import ArticleText, Label

TEXT = (
    "Mayor Anna Schmidt opened the rebuilt bridge on Monday. “It will hold for years,” Schmidt told reporters.\n"
    "The repairs cost $12 million and took three months, according to the Harbour Office. Schmidt will resign in July."
)


def article(text: str, language: str = "en") -> ArticleText:
    return ArticleText(text, sentences(text), published="2024-06-05", language=language, article="bridge")


def found(text: str, language: str = "en") -> dict[Label, list[str]]:
    given_article = article(text, language)
    words: dict[Label, list[str]] = {}
    for span in annotate(given_article, learn([given_article])).kept:
        words.setdefault(span.label, []).append(text[span.start : span.end])
    return words


def test_every_annotator_has_its_say() -> None:
    words = found(TEXT)
    assert "Monday" in " ".join(words[Label.DATE])
    assert "It will hold for years," in words[Label.QUOTE]
    assert any("12 million" in quantity for quantity in words[Label.QUANTITY])
    assert "Schmidt will resign in July." in words[Label.EVENT]
    assert Label.CLAIM in words
    assert Label.PERSON in words


def test_another_language_gets_no_english_statements() -> None:
    words = found(TEXT, "fr")
    assert not {Label.QUOTE, Label.CLAIM, Label.EVENT, Label.DATE} & set(words)


def test_another_language_gets_no_number_that_it_may_write_otherwise() -> None:
    words = found("Le pont a coûté 1.200 € ou 3,5 €, et 12 € de plus.", "fr")
    assert words[Label.QUANTITY] == ["12 €"]


@given(st.text(max_size=200), st.sampled_from(["en", "fr", "de"]))
def test_any_text_is_annotated_with_spans_that_nest(text: str, language: str) -> None:
    given_article = article(text.replace("\r", " "), language)
    annotation = annotate(given_article, learn([given_article]))
    open_ends: list[int] = []
    for span in annotation.kept:
        while open_ends and open_ends[-1] <= span.start:
            open_ends.pop()
        assert not open_ends or span.end <= open_ends[-1]
        assert "\n" not in given_article.text[span.start : span.end]
        open_ends.append(span.end)
