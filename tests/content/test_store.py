"""What becomes of an article when it is generated again: an edit is never lost."""

from pathlib import Path

import pytest

from builder.content.article import sealed
from builder.content.changes import Outcome
from builder.content.outcomes import plan_changes
from builder.content.store import keep_bases, load_bases, load_present, path_of, texts_of, write_texts
from builder.project import Project, locate
from builder.urls import Slug


def article(*paragraphs: str, publisher: str = "unknown", agency: str = "unknown", topics: str = "[]") -> str:
    keys = f"publisher: {publisher}\nagency: {agency}\ntopics: {topics}\n"
    head = f"---\ntitle: A title\npublished: unknown\n{keys}---\n\n"
    return sealed(head + "\n\n".join(paragraphs) + "\n")


OLD = article("First.", "Second.", "Third.")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return locate(tmp_path)


def build(project: Project, generated: str) -> tuple[Outcome, list[str]]:
    bases, present = load_bases(project), load_present(project)
    (change,) = plan_changes({Slug("a"): generated}, present, bases, "content/articles")
    seen = {path_of(project, slug): text for slug, text in present.items()}
    write_texts(project, texts_of(project, [change]), seen)
    keep_bases(project, [change])
    return change.outcome, [f"{problem.code}:{problem.location.line}" for problem in change.problems]


def on_disk(project: Project) -> Path:
    return project.content / "articles" / "a.md"


def test_a_new_article_is_written_and_then_kept(project: Project) -> None:
    assert build(project, OLD) == (Outcome.NEW, [])
    stamp = on_disk(project).stat().st_mtime_ns
    assert build(project, OLD) == (Outcome.KEPT, [])
    assert on_disk(project).stat().st_mtime_ns == stamp


def test_an_untouched_article_follows_its_seed(project: Project) -> None:
    build(project, OLD)
    new = article("First.", "Second, changed.", "Third.")
    assert build(project, new) == (Outcome.CHANGED, [])
    assert on_disk(project).read_text() == new


def test_an_edit_survives_a_build_without_changes(project: Project) -> None:
    build(project, OLD)
    edited = OLD.replace("First.", "First, corrected.")
    on_disk(project).write_text(edited)
    assert build(project, OLD) == (Outcome.KEPT, [])
    assert on_disk(project).read_text() == edited


def test_an_edit_and_a_change_elsewhere_are_merged(project: Project) -> None:
    build(project, OLD)
    on_disk(project).write_text(
        OLD.replace("First.", "First, corrected.").replace("publisher: unknown", "publisher: AB")
    )
    outcome, problems = build(project, article("First.", "Second.", "Third, changed.", agency="AP"))
    text = on_disk(project).read_text()
    assert (outcome, problems) == (Outcome.CHANGED, [])
    for words in ("First, corrected.", "Second.", "Third, changed.", "publisher: AB", "agency: AP"):
        assert words in text


def test_a_conflict_keeps_the_edit_and_is_reported(project: Project) -> None:
    build(project, OLD)
    edited = OLD.replace("Second.", "Second, mine.").replace("publisher: unknown", "publisher: AB")
    on_disk(project).write_text(edited)
    outcome, problems = build(project, article("First.", "Second, theirs.", "Third.", publisher="CD"))
    lines = on_disk(project).read_text().split("\n")
    assert outcome is Outcome.CHANGED
    assert "Second, mine." in lines
    assert "publisher: AB" in lines
    assert "Second, theirs." not in lines
    assert problems == [
        f"merge-conflict:{lines.index('publisher: AB') + 1}",
        f"merge-conflict:{lines.index('Second, mine.') + 1}",
    ]


def test_lists_are_merged_by_element(project: Project) -> None:
    build(project, article("First.", topics="[dams, nato, ships]"))
    edited = on_disk(project).read_text().replace("[dams, nato, ships]", "[dams, editors-own, ships]")
    on_disk(project).write_text(edited)
    outcome = build(project, article("First.", topics="[nato, new-one, ships]"))
    assert outcome == (Outcome.CHANGED, [])
    assert "topics: [editors-own, ships, new-one]\n" in on_disk(project).read_text()


def test_comments_and_order_of_keys_survive_a_merge(project: Project) -> None:
    build(project, OLD)
    edited = OLD.replace("title: A title\n", "# checked by phone\ntitle: A better title\n")
    on_disk(project).write_text(edited)
    build(project, article("First.", "Second.", "Third.", agency="AP"))
    start = "---\n# checked by phone\ntitle: A better title\npublished: unknown\npublisher: unknown\nagency: AP\n"
    assert on_disk(project).read_text().startswith(start)


def test_an_edit_without_a_base_is_kept_and_reported(project: Project) -> None:
    edited = OLD.replace("First.", "First, corrected.")
    on_disk(project).parent.mkdir(parents=True)
    on_disk(project).write_text(edited)
    assert build(project, OLD) == (Outcome.KEPT, [])
    (project.cache / "generated" / "a.md").unlink()
    assert build(project, article("Other.")) == (Outcome.KEPT, ["edit-without-base:0"])
    assert on_disk(project).read_text() == edited


def test_an_article_deleted_on_purpose_stays_deleted(project: Project) -> None:
    build(project, OLD)
    on_disk(project).unlink()
    assert build(project, OLD) == (Outcome.REMOVED, ["article-removed:0"])
    assert not on_disk(project).exists()


def renamed(project: Project, text: str) -> list[str]:
    """Plan what becomes of article a where its file is called b and has a text; return what is told."""
    path_of(project, Slug("a")).rename(path_of(project, Slug("b")))
    path_of(project, Slug("b")).write_text(text)
    (change,) = plan_changes({Slug("b"): OLD}, load_present(project), load_bases(project), "content/articles")
    assert change.text is None
    return [str(problem) for problem in change.problems]


def test_a_renamed_article_is_told_how_its_address_stays(project: Project) -> None:
    build(project, OLD)
    assert renamed(project, OLD) == [
        "content/articles/b.md:1: warning: the article was renamed: there is no page articles/a.html any more "
        "(article-renamed)\n    hint: write `aliases: [articles/a.html]` in its front matter, and links to the old "
        "address lead here"
    ]


def test_a_renamed_article_that_has_its_old_address_is_told_nothing(project: Project) -> None:
    build(project, OLD)
    assert renamed(project, OLD.replace("title:", "aliases: [articles/a.html]\ntitle:")) == []


def test_a_copy_of_an_article_is_not_taken_for_a_renamed_one(project: Project) -> None:
    build(project, OLD)
    path_of(project, Slug("b")).write_text(OLD)
    generated = {Slug("a"): OLD, Slug("b"): OLD}
    changes = plan_changes(generated, load_present(project), load_bases(project), "content/articles")
    assert [change.problems for change in changes] == [(), ()]


def test_a_file_that_cannot_be_read_is_left_alone(project: Project) -> None:
    build(project, OLD)
    on_disk(project).write_bytes(b"---\ntitle: \xff\n---\n")
    assert build(project, article("New."))[0] is Outcome.KEPT
    assert on_disk(project).read_bytes() == b"---\ntitle: \xff\n---\n"


@pytest.mark.parametrize("was", [None, OLD])
def test_what_is_saved_while_the_builder_is_at_work_stays(project: Project, was: str | None) -> None:
    on_disk(project).parent.mkdir(parents=True)
    on_disk(project).write_text("saved meanwhile")
    new = article("First.", "Second, changed.", "Third.")
    unwritten, problems = write_texts(project, {on_disk(project): new}, {on_disk(project): was})
    assert [str(problem).split("\n")[0] for problem in problems] == [
        "content/articles/a.md: warning: the file was saved while the builder was at work, and was left as it is "
        "(saved-meanwhile)"
    ]
    assert unwritten == {}
    assert on_disk(project).read_text() == "saved meanwhile"
