"""What each published edition brought."""

from pathlib import Path

import pytest

from builder.briefing.assemble import assemble
from builder.briefing.changes import with_this_edition
from builder.briefing.model import Briefing
from builder.content.editions import RecordedEdition, path_of, read_editions, write_editions
from builder.content.files import Content, read_articles, read_entities, read_index, read_topics
from builder.project import Project, locate

FIRST = """---
title: Dam cracks
published: 2024-06-18
---

[The dam of [Orla]{.place} cracked on [Tuesday]{.date value=2024-06-18}.]{.event} Floods in the valley of [Orla]{.place}
took [31 cows]{.quantity value=31 unit=cows} and two barns, farmers said.

[Mina Sol]{.person} said [it was safe]{.claim by=mina-sol verb=said stance=asserts}.
"""
SECOND = """---
title: Valley counts
published: 2024-07-20
---

[The dam of [Orla]{.place} cracked on [June 18]{.date value=2024-06-18}.]{.event} Floods in the valley of [Orla]{.place}
took [84 cows]{.quantity value=84 unit=cows} and two barns, farmers said.

[[Bo Lind]{.person} resigned on [July 19]{.date value=2024-07-19}.]{.event}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "content" / "articles").mkdir(parents=True)
    return locate(tmp_path)


def put(project: Project, name: str, text: str) -> None:
    (project.content / "articles" / name).write_text(text)


def publish(project: Project) -> Briefing:
    """Assemble the briefing and record its edition, as a build does when it publishes."""
    index, articles = read_index(project)[0], read_articles(project)[0]
    content = Content(index, articles, read_topics(project)[0], read_entities(project)[0])
    recorded, problems = read_editions(project)
    assert problems == ()
    briefing = assemble(content, recorded)
    path_of(project).write_text(write_editions(with_this_edition(recorded, briefing.articles, briefing.as_of)))
    return briefing


def test_the_first_edition_is_all_new(project: Project) -> None:
    put(project, "first.md", FIRST)
    (edition,) = publish(project).editions
    assert (edition.as_of, edition.articles, edition.removed, edition.figures) == ("2024-06-18", ("first",), (), ())
    assert (len(edition.events), len(edition.statements)) == (1, 1)


def test_publishing_again_changes_nothing(project: Project) -> None:
    put(project, "first.md", FIRST)
    first = publish(project)
    written = path_of(project).read_bytes()
    assert publish(project) == first
    assert path_of(project).read_bytes() == written


def test_an_edition_has_new_articles_events_and_changed_figures(project: Project) -> None:
    put(project, "first.md", FIRST)
    publish(project)
    put(project, "second.md", SECOND)
    briefing = publish(project)
    newest, oldest = briefing.editions
    (resigned,) = [event for event in briefing.events if "resigned" in event.text]
    assert (newest.as_of, newest.articles, newest.events, newest.statements) == (
        "2024-07-20",
        ("second",),
        (resigned.id,),
        (),
    )
    assert [(was.words, now.words) for was, now in newest.figures] == [("31 cows", "84 cows")]
    assert oldest.articles == ("first",)


def test_an_article_taken_away_is_named_and_may_come_back(project: Project) -> None:
    put(project, "first.md", FIRST)
    put(project, "second.md", SECOND)
    publish(project)
    (project.content / "articles" / "first.md").unlink()
    assert publish(project).editions[0].removed == ("first",)
    put(project, "first.md", FIRST)
    editions = publish(project).editions
    assert [(edition.articles, edition.removed) for edition in editions] == [
        (("first",), ()),
        ((), ("first",)),
        (("second",), ()),
    ]


@pytest.mark.parametrize("publishes_between", [False, True])
def test_a_renamed_article_that_keeps_its_address_is_not_new(project: Project, publishes_between: bool) -> None:
    put(project, "first.md", FIRST)
    publish(project)
    (project.content / "articles" / "first.md").unlink()
    if publishes_between:
        put(project, "dam.md", FIRST)
        assert publish(project).editions[0].removed == ("first",)
    put(project, "dam.md", FIRST.replace("published:", "aliases: [articles/first.html]\npublished:"))
    put(project, "second.md", SECOND)
    editions = publish(project).editions
    assert [(edition.articles, edition.removed) for edition in editions] == [(("second",), ()), (("dam",), ())]
    assert editions == publish(project).editions


def test_two_articles_may_not_be_one_though_one_has_the_others_address(project: Project) -> None:
    put(project, "first.md", FIRST)
    put(project, "second.md", SECOND.replace("published:", "aliases: [articles/first.html]\npublished:"))
    publish(project)
    (edition,) = publish(project).editions
    assert edition.articles == ("first", "second")


def test_the_file_is_one_line_for_each_article(project: Project) -> None:
    editions = (
        RecordedEdition(as_of="2024-06-18", articles=("a", "b")),
        RecordedEdition(as_of="", articles=("null",), removed=("a",)),
    )
    text = write_editions(editions)
    assert text.split("\n", 1)[1] == (
        'editions:\n- as_of: "2024-06-18"\n  articles:\n  - "a"\n  - "b"\n'
        '- as_of: ""\n  articles:\n  - "null"\n  removed:\n  - "a"\n'
    )
    path_of(project).write_text(text)
    assert read_editions(project) == (editions, ())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("editions: a: b", "content/changes.yml:1: error: it is not YAML (changes-broken)"),
        ("editions:\n- articles: soon\n", "content/changes.yml:1: error: it does not list editions"),
        ("editions:\n- article: [a]\n", "content/changes.yml:1: error: it does not list editions"),
        ("- a\n", "content/changes.yml:1: error: it does not list editions"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem(project: Project, text: str, told: str) -> None:
    path_of(project).write_text(text)
    editions, (problem,) = read_editions(project)
    assert editions == ()
    assert str(problem).startswith(told)


def test_an_empty_file_and_none_hold_no_editions(project: Project) -> None:
    assert read_editions(project) == ((), ())
    path_of(project).write_text("")
    assert read_editions(project) == ((), ())
