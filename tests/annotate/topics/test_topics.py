"""Topics: which a passage mentions, and which are proposed from what articles share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.annotate.sentences import sentences
from builder.annotate.span import ArticleText, Label, Span
from builder.annotate.topics.proposals import propose
from builder.annotate.topics.rules import TopicRule, topics_in

BRIDGES = TopicRule("bridges", "Bridges", ("bridge*", "river crossing"))
RATES = TopicRule("interest-rates", "Interest rates", ("interest rate*", "central bank's rate"))
EMPTY = TopicRule("nothing", "Nothing", ("", "*", " - "))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge is old.", ("bridges",)),
        ("Both BRIDGES are old.", ("bridges",)),
        ("A footbridge is old.", ()),
        ("They abridged it.", ()),
        ("The River-Crossing is old.", ("bridges",)),
        ("River crossings are old.", ()),
        ("Interest  rates rise at the bridge.", ("bridges", "interest-rates")),
        ("The central bank’s rate rose.", ("interest-rates",)),
        ("Interests rate highly.", ()),
        ("", ()),
    ],
)
def test_topics_of_a_passage(text: str, expected: tuple[str, ...]) -> None:
    assert topics_in(text, (BRIDGES, RATES, EMPTY)) == expected


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("WHO", "The WHO sent vaccines.", True),
        ("WHO", "The man who sent it is gone. Who was he?", False),
        ("NATO", "Ministers of Nato met.", True),
        ("NATO", "the brand nato paints", False),
        ("MOST", "Most bridges are old.", False),
        ("nato", "Ministers of NATO met.", True),
        ("US Navy", "a former us navy ship", True),
    ],
)
def test_a_word_in_capitals_is_no_word_in_small_letters(phrase: str, text: str, found: bool) -> None:
    assert bool(topics_in(text, (TopicRule("topic", "Topic", (phrase,)),))) is found


@given(st.text(max_size=40), st.text(max_size=200))
def test_any_phrase_can_be_matched(phrase: str, text: str) -> None:
    rule = TopicRule("any", "Any", (phrase,))
    assert topics_in(text, (rule,)) in ((), ("any",))


def articles(*texts: str) -> list[ArticleText]:
    return [ArticleText(text, sentences(text), article=str(number)) for number, text in enumerate(texts)]


def named(text: str, name: str, label: Label) -> list[Span]:
    return [Span(at, at + len(name), label) for at in range(len(text)) if text.startswith(name, at)]


def test_what_articles_share_is_proposed() -> None:
    texts = (
        "The suspension bridge closed. Repairs of the suspension bridge cost more than the ferry service.",
        "Both suspension bridges are safe, engineers found. A ferry service carries the commuters.",
        "Commuters wait for the ferry service. Nobody asked about a tunnel.",
    )
    rules = {rule.title: rule.match for rule in propose(articles(*texts), [[], [], []])}
    assert rules["Ferry service"] == ("ferry service*",)
    assert rules["Suspension bridge"] == ("suspension bridge*",)
    assert not any("tunnel" in title.lower() for title in rules)


def test_organisations_are_proposed_and_people_are_not() -> None:
    texts = ("The Harbour Office warned Ada Brook.", "Ada Brook left the Harbour Office.")
    names = [named(text, "Harbour Office", Label.ORG) + named(text, "Ada Brook", Label.PERSON) for text in texts]
    assert [rule.title for rule in propose(articles(*texts), names)] == ["Harbour Office"]


FOOTER = "The editors welcome a courteous discussion about the house rules of this website."


def titles(texts: list[str], names: list[list[Span]] | None = None) -> list[str]:
    return [rule.title for rule in propose(articles(*texts), names or [[] for _ in texts])]


def test_what_a_site_prints_under_every_article_is_no_topic() -> None:
    told = (
        "Floods closed the suspension bridge on Monday, and nobody could say when it would open again. Page one ",
        "Nobody was there to see how the suspension bridge fell at night, so they asked those who slept. Page two ",
        "What was lost in spring is to be built again by those who lost it, and then it is to be theirs. Next ",
    )
    assert titles([text + FOOTER for text in told]) == ["Suspension bridge"]


def test_copies_of_one_report_share_its_topics() -> None:
    text = "Floods closed the suspension bridge, and nobody could say on Monday when the ferry service would begin."
    assert titles([text] * 40) == ["Ferry service", "Suspension bridge"]


def test_copies_share_no_topic_where_other_articles_do() -> None:
    copied = "Floods closed the suspension bridge, and nobody could say on Monday when the ferry service would begin."
    other = "She takes the ferry service to work, he walks."
    assert titles([copied, other, f"{copied} More follows."]) == ["Ferry service"]


def test_a_name_keeps_its_capitals_and_a_headline_lends_none() -> None:
    assert titles(["They boarded the Harbour Queen.", "HARBOUR QUEEN SINKS", "The Harbour Queen sank."]) == [
        "Harbour Queen"
    ]


def test_a_name_within_a_phrase_keeps_its_capital() -> None:
    assert titles(["They saw the ferry Marina leave.", "Nobody saw the ferry Marina again."]) == ["Ferry Marina"]


def test_a_part_of_a_long_name_is_no_topic() -> None:
    texts = [
        "Savers are paid by the Harbour Savings Compensation Scheme this week.",
        "The Harbour Savings Compensation Scheme expects to pay all savers.",
        "Nobody had asked the Harbour Savings Compensation Scheme before.",
    ]
    assert not any("Compensation" in title or "Harbour" in title for title in titles(texts))


def test_an_office_before_a_name_is_no_topic() -> None:
    texts = ["Alan Pastor heard them. Judge Pastor ruled.", "Judge Pastor ruled again."]
    names = [named(texts[0], "Alan Pastor", Label.PERSON), []]
    assert titles(texts, names) == []


def test_a_house_that_writes_articles_is_no_topic() -> None:
    texts = ["He told BBC Harbour.", "She told BBC Harbour."]
    assert titles(texts, [named(text, "BBC Harbour", Label.ORG) for text in texts]) == []


def test_every_proposed_topic_matches_at_least_two_articles() -> None:
    texts = [
        f"Flood defences along the east bank failed. The {word} council wants new flood defences and a warning system."
        for word in ("town", "county", "parish")
    ]
    for rule in propose(articles(*texts), [[], [], []]):
        assert sum(topics_in(text, (rule,)) != () for text in texts) >= 2


def test_nothing_shared_gives_no_topic() -> None:
    assert propose(articles("One stone bridge stands.", "Two wooden boats sail."), [[], []]) == ()
    assert propose([], []) == ()


WORDS = st.lists(
    st.sampled_from("suspension bridge ferry service flood defences the of . council cost".split(" ")), max_size=30
)


@given(st.lists(WORDS, max_size=5))
def test_proposals_are_few_distinct_and_the_same_every_time(texts: list[list[str]]) -> None:
    given_articles = articles(*(" ".join(words) for words in texts))
    names: list[list[Span]] = [[] for _ in texts]
    rules = propose(given_articles, names)
    assert len(rules) <= 12
    assert len({rule.slug for rule in rules}) == len(rules)
    assert rules == propose(given_articles, names)
    for rule in rules:
        assert sum(topics_in(article.text, (rule,)) != () for article in given_articles) >= 2


def test_another_language_is_told_by_the_capitals_of_its_nouns_alone() -> None:
    texts = (
        "Gestern wurde eine Behelfsbrücke gebaut, sagte Bürgermeister Brandt am Donnerstag.",
        "Heute sagte Bürgermeister Brandt am Donnerstag, dass die Behelfsbrücke hält.",
    )
    german = [ArticleText(text, sentences(text, "de"), language="de") for text in texts]
    assert [(rule.title, rule.match) for rule in propose(german, [[], []])] == [("Behelfsbrücke", ("Behelfsbrücke",))]
    spanish = [ArticleText(text, sentences(text, "es"), language="es") for text in texts]
    assert propose(spanish, [[], []]) == ()
