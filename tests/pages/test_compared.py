"""What sources tell differently or in the same words, who is called what, and what changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from builder.pages.contexts import ArticlePage, ChangesPage, FrontPage, StatementsPage
from builder.pages.contexts_subjects import EntityPage, SourcePage, SourcesPage, TopicPage
from builder.pages.same_words import same_words
from builder.pages.source_parts import Alone
from tests.pages.sample import sample
from tests.pages.test_contexts import context, with_second

WORDS = st.lists(st.sampled_from(["a", "b", "C", "c"]), max_size=20).map(" ".join)


def test_accounts_stand_side_by_side_with_the_words_in_question_marked() -> None:
    cost, denied, born = context("statements.html", StatementsPage).conflicts
    assert (cost.heading, cost.about.text) == ("Different figures", "crowns")
    assert [account.value for account in cost.accounts] == ["40 million", "45 million"]
    assert [[piece.text for piece in account.sentence if piece.marked] for account in cost.accounts] == [
        ["40 million"],
        ["45 million"],
    ]
    assert [account.citation.label for account in cost.accounts] == ["S1 ¶3", "S2 ¶1"]
    assert [(account.speaker.text, account.value) for account in denied.accounts] == [
        ("Ada Boone", "asserts"),
        ("Bank of Port Vale", "denies"),
    ]
    assert (born.heading, born.about.href) == ("Different dates of birth", "people/ada-boone.html")
    assert [account.value for account in born.accounts] == ["1961", "1963 ≈"]


def test_conflicts_are_shown_where_they_matter() -> None:
    front = context("index.html", FrontPage)
    assert [one.href for one in front.conflicts] == [
        "statements.html#conflict-cost",
        "statements.html#conflict-denied",
        "statements.html#conflict-born",
    ]
    assert [one.anchor for one in context("topics/trams.html", TopicPage).conflicts] == [
        "conflict-cost",
        "conflict-denied",
    ]
    assert [one.anchor for one in context("people/ada-boone.html", EntityPage).conflicts] == [
        "conflict-denied",
        "conflict-born",
    ]


def test_without_rights_an_account_keeps_its_value_alone() -> None:
    briefing = with_second(rights="none")
    cost = context("statements.html", StatementsPage, briefing).conflicts[0]
    assert [bool(account.sentence) for account in cost.accounts] == [True, False]
    shared = context("articles/bridge-opens.html", ArticlePage, briefing).shared[0]
    assert (bool(shared.own.segments), bool(shared.other.excerpts[0].segments)) == (True, False)


def test_shared_passages_stand_side_by_side() -> None:
    (shared,) = context("articles/trams-late.html", ArticlePage).shared
    assert (shared.own.citation.label, shared.other.excerpts[0].citation.label) == ("S2 ¶1", "S1 ¶2")
    (row,) = context("sources/the-herald.html", SourcePage).shared
    assert (row.code, row.other.code, row.one_voice) == ("S1", "S2", False)
    assert row.passages.href == "../articles/bridge-opens.html#shared"


def test_the_words_of_another_text_are_found_whatever_their_case() -> None:
    text = "On Monday the old bridge Was closed."
    assert [text[start:end] for start, end in same_words(text, "They said the old bridge was closed, again.")] == [
        "the old bridge Was closed"
    ]


@given(WORDS, WORDS)
def test_stretches_are_in_order_and_apart(text: str, other: str) -> None:
    found = same_words(text, other)
    bounds = [bound for stretch in found for bound in stretch]
    assert bounds == sorted(set(bounds))
    assert all(text[start:end].split()[0].casefold() in other.casefold().split() for start, end in found)


def test_names_say_where_their_forms_come_from() -> None:
    page = context("people/ada-boone.html", EntityPage)
    assert [(alias.name, alias.citation and alias.citation.label) for alias in page.aliases] == [("Boone", "S1 ¶3")]
    (role,) = page.roles
    assert (role.role, [one.label for one in role.citations], role.more) == ("Mayor", ["S1 ¶2"], 0)
    assert [date.text for date in role.dates] == ["16 September 2023"]


def test_what_others_say_of_a_name_is_told_apart_from_what_it_says() -> None:
    briefing = sample()
    said = briefing.statements[1]
    about = replace(said, id="about", text="The Harbour Bridge opened")
    briefing = replace(briefing, statements=(*briefing.statements, about))
    page = context("places/harbour-bridge.html", EntityPage, briefing)
    assert ([one.anchor for one in page.statements], [one.anchor for one in page.about_it]) == ([], ["statement-about"])


def test_sources_say_how_much_they_carry_alone() -> None:
    page = context("sources.html", SourcesPage)
    assert [(row.link.text, row.alone, row.left_out) for row in page.publishers] == [
        ("The Herald", Alone(0, 0), 2),
        ("Publisher not named", None, 0),
    ]
    assert [(row.link.text, row.link.href) for row in page.agencies] == [("NPA", "agencies/npa.html")]
    assert [(row.link.text, row.link.href, row.independence) for row in page.authors] == [
        ("Jo Pike", "authors/jo-pike.html", "1 article, 1 independent source")
    ]


@pytest.mark.parametrize(
    ("path", "kind", "others"),
    [
        ("sources/the-herald.html", "publisher", ["../agencies/npa.html", "../authors/jo-pike.html"]),
        ("agencies/npa.html", "agency", ["../sources/the-herald.html", "../authors/jo-pike.html"]),
        ("authors/jo-pike.html", "author", ["../sources/the-herald.html", "../agencies/npa.html"]),
    ],
)
def test_whoever_stands_behind_an_article_has_a_page_that_leads_to_the_others(
    path: str, kind: str, others: list[str]
) -> None:
    page = context(path, SourcePage)
    assert (page.kind, [line.code for line in page.articles]) == (kind, ["S1"])
    assert [link.href for link in (*page.publishers, *page.agencies, *page.authors)] == others
    assert [(group.article.code, len(group.left_out)) for group in page.left_out] == [("S1", 2)]
    assert [forms.title.text for forms in page.citations] == ["Harbour bridge opens"]


def test_an_article_leads_to_its_agency_and_its_authors() -> None:
    page = context("articles/bridge-opens.html", ArticlePage)
    assert page.agency and page.agency.href == "../agencies/npa.html"
    assert [link.href for link in page.authors] == ["../authors/jo-pike.html"]
    assert context("articles/trams-late.html", ArticlePage).agency is None


def test_each_edition_says_what_it_brought() -> None:
    newest, first = context("changes.html", ChangesPage), context("changes.1.html", ChangesPage)
    assert newest.edition is not None
    assert first.edition is not None
    assert newest.edition.brought == (
        "1 new article, 2 new events, 1 new statement, 1 changed figure, 1 article taken out"
    )
    assert [line.code for line in newest.edition.articles] == ["S2"]
    assert [(was.value, now.value) for was, now in newest.edition.figures] == [("40 million", "45 million")]
    assert (newest.earlier and newest.earlier.href, newest.later) == ("changes.1.html", None)
    assert (first.edition.first, first.edition.events) == (True, ())
    assert context("index.html", FrontPage).changed == newest.edition.brought


def test_the_front_page_shows_one_account_of_each_kind_before_a_second_of_any() -> None:
    briefing = sample()
    conflict = briefing.conflicts[0]
    some, other = conflict.accounts
    briefing = replace(briefing, conflicts=(replace(conflict, accounts=(*(some,) * 9, other)),))
    (shown,) = context("index.html", FrontPage, briefing).conflicts
    assert [account.value for account in shown.accounts] == ["40 million", "40 million", "40 million", "45 million"]
    assert shown.more == 6
