"""What is kept of articles that were read: it never shows, but that they are not parsed again."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content.article import ArticleFile
from builder.content.files import Place, read_each
from builder.content.memory import program
from builder.content.shelf import Shelf, stored_shelf
from builder.problems import Problem
from builder.project import Project, locate
from builder.status import TICK
from builder.workers import FEWEST
from tests.folders import write

Articles = tuple[tuple[ArticleFile, ...], tuple[Problem, ...]]

HEAD = "---\ntitle: Ferry sank\npublished: 2024-05-07\ntopics: [sea]\nseed: {file: a.txt, sha256: 0b9f}\n---\n\n"
BODY = (
    "[The [Tarn Ferry]{.org ref=tarn} sank at dawn.]{.event date=2024-05-07}\n\n“[No]{.quote by=ada-lund},” she said."
    "\n\n# Divers\n\n- forty [crates]{.quantity value=40 unit=crates}\n\n> [ours]{.note}\n"
)
PARTS = st.sampled_from([*BODY.split("\n\n"), "\\[", "`", "[", "]{.person}", "\n", "é", "\x00", "![a](b.png)"])


def of(text: str, path: str = "ferry.md") -> list[Place]:
    return [Place(f"/nowhere/{path}", path, text)]


def again(project: Project, text: str) -> Articles:
    """Return an article as the next process has it."""
    shelf = stored_shelf(project)
    shelf.read(of(text))
    shelf.store(project)
    return stored_shelf(project).read(of(text))


@given(st.lists(PARTS, max_size=8))
def test_an_article_that_was_kept_is_the_one_that_was_read(parts: list[str]) -> None:
    shelf, place = Shelf(), of(HEAD + "\n\n".join(parts))
    read = read_each(place)
    assert repr(shelf.read(place)) == repr(read)
    assert repr(shelf.following().read(place)) == repr(read)


def test_what_one_process_has_read_the_next_one_need_not(tmp_path: Path) -> None:
    project, text = locate(tmp_path), HEAD + BODY
    assert repr(again(project, text)) == repr(read_each(of(text)))
    kept = (tmp_path / ".briefing" / "articles.msgpack").stat()
    again(project, text)
    assert (tmp_path / ".briefing" / "articles.msgpack").stat() == kept


@pytest.mark.parametrize("change", [(HEAD + BODY + "More.", "ferry.md"), (HEAD + BODY, "content/ferry.md")])
def test_another_text_or_path_is_read(tmp_path: Path, change: tuple[str, str]) -> None:
    project = locate(tmp_path)
    again(project, HEAD + BODY)
    assert stored_shelf(project).read(of(*change)) == read_each(of(*change))


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda _: b"{}",
        lambda data: data[:-1],
        lambda data: data + b"\0",
        lambda data: data.replace(program(), bytes(32)),
        lambda data: data + data[:-9],
    ],
)
def test_a_damaged_or_foreign_file_is_of_no_use_and_no_harm(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    project = locate(tmp_path)
    again(project, HEAD + BODY)
    file = project.cache / "articles.msgpack"
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert again(project, HEAD + BODY) == read_each(of(HEAD + BODY))
    assert file.read_bytes() == whole


def test_a_file_that_can_not_be_read_is_told_each_time() -> None:
    shelf = Shelf()
    first = shelf.read(of("no front matter"))
    assert first[1]
    assert shelf.following().read(of("no front matter")) == first


ROUNDS = st.lists(
    st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["", "Seen.", "[Lund]{.person}"])),
    min_size=1,
    max_size=6,
)


@given(ROUNDS)
def test_whatever_changes_the_articles_are_those_that_would_be_read(rounds: list[dict[str, str]]) -> None:
    with TemporaryDirectory() as folder:
        project = locate(Path(folder))
        for texts in rounds:
            places = [place for name, text in texts.items() for place in of(HEAD + BODY + text, f"{name}.md")]
            shelf = stored_shelf(project)
            assert repr(shelf.read(places)) == repr(read_each(places))
            shelf.store(project)
            assert repr(stored_shelf(project).read(places)) == repr(read_each(places))


def test_what_an_edit_adds_to_the_file_is_small_and_taken_out_at_times(tmp_path: Path) -> None:
    project, names = locate(tmp_path), [f"{number}.md" for number in range(20)]
    sizes = []
    for edit in range(40):
        shelf = stored_shelf(project)
        shelf.read([place for name in names for place in of(HEAD + BODY + f"{edit} " * (name == "7.md"), name)])
        shelf.store(project)
        sizes.append((project.cache / "articles.msgpack").stat().st_size)
    assert sizes[1] - sizes[0] < sizes[0] / 10
    assert max(sizes) < 1.3 * sizes[0]


def test_many_articles_are_read_by_several_processes_as_by_one() -> None:
    texts = [HEAD + BODY * (number % 3) if number % 7 else "no front matter" for number in range(2 * FEWEST)]
    places = [place for number, text in enumerate(texts) for place in of(text, f"{number}.md")]
    assert repr(Shelf().read(places, jobs=2)) == repr(read_each(places))


def forged(project: Project, since: int) -> str:
    """Return the title of an article as the next process has it where another text and title are kept for its file."""
    file = write(project.content / "ferry.md", HEAD + BODY)
    places, shelf = [Place(str(file), "ferry.md", None)], Shelf()
    shelf.read(places, since=file.stat().st_ctime_ns + since)
    shelf.store(project)
    cache, digest = project.cache / "articles.msgpack", hashlib.sha256((HEAD + BODY).encode()).digest()
    cache.write_bytes(cache.read_bytes().replace(digest, bytes(32)).replace(b"Ferry sank", b"Ferry swam"))
    return stored_shelf(project).read(places)[0][0].front.title


def test_a_file_that_nobody_has_touched_is_not_read_but_one_that_may_have_changed_unnoticed(tmp_path: Path) -> None:
    assert forged(locate(tmp_path), since=2 * TICK) == "Ferry swam"
    assert forged(locate(tmp_path), since=0) == "Ferry sank"


def test_a_file_that_somebody_has_touched_is_read(tmp_path: Path) -> None:
    file, shelf = write(tmp_path / "ferry.md", HEAD + BODY), Shelf()
    places = [Place(str(file), "ferry.md", None)]
    shelf.read(places, since=file.stat().st_ctime_ns + 2 * TICK)
    write(file, HEAD + BODY + "More.")
    assert repr(shelf.following().read(places)) == repr(read_each(places))
    file.unlink()
    file.symlink_to(write(tmp_path / "other.md", HEAD))
    shelf.following().read(places, since=file.stat().st_ctime_ns + 2 * TICK)
    write(tmp_path / "other.md", HEAD + BODY)
    assert repr(shelf.following().read(places)) == repr(read_each(places))
