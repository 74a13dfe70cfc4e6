"""What is kept of articles that were read: it never shows, but that they are not parsed again."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content.article import ArticleFile, read_article
from builder.content.shelf import Shelf, stored_shelf
from builder.project import Project, locate
from builder.urls import Slug

HEAD = "---\ntitle: Ferry sank\npublished: 2024-05-07\ntopics: [sea]\nseed: {file: a.txt, sha256: 0b9f}\n---\n\n"
BODY = (
    "[The [Tarn Ferry]{.org ref=tarn} sank at dawn.]{.event date=2024-05-07}\n\n“[No]{.quote by=ada-lund},” she said."
    "\n\n# Divers\n\n- forty [crates]{.quantity value=40 unit=crates}\n\n> [ours]{.note}\n"
)
PARTS = st.sampled_from([*BODY.split("\n\n"), "\\[", "`", "[", "]{.person}", "\n", "é", "\x00", "![a](b.png)"])


def again(project: Project, text: str, path: str = "ferry.md") -> ArticleFile | None:
    """Return an article as the next process has it."""
    shelf = stored_shelf(project)
    shelf.read(Slug("ferry"), text, path)
    shelf.store(project)
    return stored_shelf(project).following().read(Slug("ferry"), text, path)[0]


@given(st.lists(PARTS, max_size=8))
def test_an_article_that_was_kept_is_the_one_that_was_read(parts: list[str]) -> None:
    shelf, text = Shelf(), HEAD + "\n\n".join(parts)
    read = read_article(Slug("ferry"), text, "ferry.md")
    assert repr(shelf.read(Slug("ferry"), text, "ferry.md")) == repr(read)
    assert repr(shelf.following().read(Slug("ferry"), text, "ferry.md")) == repr(read)


def test_what_one_process_has_read_the_next_one_need_not(tmp_path: Path) -> None:
    project, text = locate(tmp_path), HEAD + BODY
    assert repr(again(project, text)) == repr(read_article(Slug("ferry"), text, "ferry.md")[0])
    kept = (tmp_path / ".briefing" / "articles.msgpack").stat()
    again(project, text)
    assert (tmp_path / ".briefing" / "articles.msgpack").stat() == kept


@pytest.mark.parametrize("change", [(HEAD + BODY + "More.", "ferry.md"), (HEAD + BODY, "content/ferry.md")])
def test_another_text_or_path_is_read(tmp_path: Path, change: tuple[str, str]) -> None:
    project = locate(tmp_path)
    again(project, HEAD + BODY)
    assert stored_shelf(project).read(Slug("ferry"), *change) == read_article(Slug("ferry"), *change)


@pytest.mark.parametrize("damage", [b"", b"\x93", b"{}", b"\x82\xa7program\xc4\x01x\xa4kept\x90"])
def test_a_damaged_or_foreign_file_is_of_no_use_and_no_harm(tmp_path: Path, damage: bytes) -> None:
    project = locate(tmp_path)
    again(project, HEAD + BODY)
    (project.cache / "articles.msgpack").write_bytes(damage)
    assert again(project, HEAD + BODY) == read_article(Slug("ferry"), HEAD + BODY, "ferry.md")[0]


def test_a_file_that_can_not_be_read_is_told_each_time() -> None:
    shelf = Shelf()
    first = shelf.read(Slug("ferry"), "no front matter", "ferry.md")
    assert first[1]
    assert shelf.following().read(Slug("ferry"), "no front matter", "ferry.md") == first
