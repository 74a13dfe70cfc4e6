"""Names in articles, as cases of text: articles of one briefing are parted by a line of three hyphens."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.annotate.names.finder import find_names
from builder.annotate.names.lexicon import KnownEntity, Lexicon, learn
from builder.annotate.sentences import sentences
from builder.annotate.span import ArticleText, Label, Span
from builder.urls import slugify
from tests.cases import TextCase

CASES = "names.txt"
PARTED = "\n---\n"


def articles_of(text: str) -> tuple[ArticleText, ...]:
    return tuple(
        ArticleText(part, sentences(part), article=f"a{number}") for number, part in enumerate(text.split(PARTED))
    )


def written(article: ArticleText, spans: tuple[Span, ...]) -> str:
    parts, end = [], 0
    for span in spans:
        ref = span.value("ref")
        parts += [article.text[end : span.start], "[", article.text[span.start : span.end], "]"]
        parts += ["{.", span.label, f" ref={ref}" if ref else "", "}"]
        end = span.end
    return "".join(parts) + article.text[end:]


def test_names_of_a_briefing(text_case: TextCase) -> None:
    articles = articles_of(text_case.given)
    lexicon = learn(articles, ())
    assert PARTED.join(written(article, find_names(article, lexicon)) for article in articles) == text_case.expected


def briefing(*texts: str, known: tuple[KnownEntity, ...] = ()) -> tuple[tuple[ArticleText, ...], Lexicon]:
    articles = articles_of(PARTED.join(texts))
    return articles, learn(articles, known)


def test_an_editor_s_alias_names_the_entity_whatever_the_rules_say() -> None:
    known = (KnownEntity(Label.ORG, "harbour-watch", "Harbour Watch", ("the Watch", "Dockers United")),)
    (article,), lexicon = briefing("Volunteers of Dockers United counted the boats.", known=known)
    assert written(article, find_names(article, lexicon)) == (
        "Volunteers of [Dockers United]{.org ref=harbour-watch} counted the boats."
    )
    assert [(entity.slug, entity.name, entity.aliases) for entity in lexicon.entities] == [
        ("harbour-watch", "Harbour Watch", ("the Watch", "Dockers United"))
    ]


@pytest.mark.parametrize("name", ["Lind Dockers' Union", "Lind Dockers’ Union", "Brook & Larch"])
def test_marks_may_stand_between_the_words_of_an_editor_s_name(name: str) -> None:
    known = (KnownEntity(Label.ORG, "own", name, ()),)
    (article,), lexicon = briefing(f"Volunteers of {name} counted the boats.", known=known)
    assert (
        written(article, find_names(article, lexicon)) == f"Volunteers of [{name}]{{.org ref=own}} counted the boats."
    )


def test_an_editor_s_alias_in_small_letters_is_found_as_it_is_written() -> None:
    known = (KnownEntity(Label.ORG, "board", "Harbour Board", ("the harbour board", "the Board", "Dockers")),)
    text = "On Friday the harbour board’s vote was close, and the board, the Board and dockers left. The Board met."
    (article,), lexicon = briefing(text, known=known)
    assert written(article, find_names(article, lexicon)) == (
        "On Friday [the harbour board]{.org ref=board}’s vote was close, and the board, [the Board]{.org ref=board} "
        "and dockers left. [The Board]{.org ref=board} met."
    )


def test_an_editor_s_alias_undoes_a_merge() -> None:
    text = "Ana Torres spoke first. Torres smiled."
    (article,), lexicon = briefing(text, known=(KnownEntity(Label.PERSON, "luis-torres", "Luis Torres", ("Torres",)),))
    assert [span.value("ref") for span in find_names(article, lexicon)] == ["", "luis-torres"]


def test_each_merge_has_a_reason() -> None:
    _, lexicon = briefing("Gen. Ana Torres spoke. Torres smiled.")
    (entity,) = lexicon.entities
    assert (entity.slug, entity.name, entity.aliases) == ("ana-torres", "Ana Torres", ("Torres",))
    assert entity.reasons == ("Torres: surname of Ana Torres in this article",)


def test_a_surname_stays_open_where_one_of_many_articles_names_the_person() -> None:
    elsewhere = [f"The harbour of town {number} was closed." for number in range(20)]
    texts = ["Ana Torres spoke first.", "Torres smiled, said Mr. Torres.", *elsewhere]
    articles, lexicon = briefing(*texts)
    assert [span.value("ref") for span in find_names(articles[1], lexicon)] == ["", ""]


def test_a_title_tells_which_of_two_people_a_surname_stands_for() -> None:
    texts = ["Judge Ana Torres met Senator Luis Torres.", "Judge Torres spoke, and Torres left."]
    articles, lexicon = briefing(*texts)
    assert [span.value("ref") for span in find_names(articles[1], lexicon)] == ["ana-torres", "ana-torres"]


def test_a_title_tells_nothing_where_one_of_many_articles_names_the_person() -> None:
    elsewhere = [f"The harbour of town {number} was closed." for number in range(20)]
    articles, lexicon = briefing("Judge Ana Torres spoke.", "Judge Torres spoke.", *elsewhere)
    assert [span.value("ref") for span in find_names(articles[1], lexicon)] == [""]


def test_a_lexicon_reaches_other_processes() -> None:
    _, lexicon = briefing("Ana Torres spoke in Oslo.")
    assert pickle.loads(pickle.dumps(lexicon)) == lexicon


def test_spans_tell_their_evidence() -> None:
    (article,), lexicon = briefing("Gen. Ana Torres spoke.")
    (span,) = find_names(article, lexicon)
    assert (span.rule, "title Gen." in span.evidence) == ("names", True)


WORDS = st.sampled_from(
    """Ana Torres Gen. President of the and & U.S. Bank Russian North Korea-Russia Oslo's , . ( ) “ ” - – said in US
    NATO ‘ 's van Kim Jong-un 7 May é 漢字 A. The Department for Kiev""".split()
) | st.sampled_from(("Ministry\nJan", "\x00", "\u2028Torres"))


@settings(deadline=None, max_examples=150)
@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=300))
def test_any_text_gives_names_in_order_on_one_line_each_with_an_entity(text: str) -> None:
    articles = articles_of(text)
    lexicon = learn(articles, (KnownEntity(Label.PERSON, "ana", "Ana Torres", ("Torres Oslo",)),))
    entities = {(entity.kind, entity.slug) for entity in lexicon.entities}
    for article in articles:
        end = 0
        for span in find_names(article, lexicon):
            words = article.text[span.start : span.end]
            assert end <= span.start < span.end
            assert words.strip() == words
            assert "\n" not in words
            assert (span.label, span.value("ref") or slugify(words)) in entities
            end = span.end


def test_learning_twice_gives_the_same_lexicon() -> None:
    texts = ("Ana Torres of the Harbour Trust (HT) met Kim Jong Un in Kiev.", "Torres said HT left Kyiv.")
    assert briefing(*texts)[1] == briefing(*texts)[1]
