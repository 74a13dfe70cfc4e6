"""A day of publication that the editor settles in an article: what hangs on it follows, what else is edited stays."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import main
from tests.folders import tree, write

SEED = """The bridge stays shut

The bridge over the harbour was shut last Tuesday, Mayor Ana Ruiz said.

She will meet the builders on 4 March, and the council a week later.

Ships may pass from next month.
"""
OTHER = "The tunnel\n\nThe tunnel stays open, harbour master Bo Ek said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "content" / "index.md", "---\ntitle: The bridge\nas_of: 2024-06-30\n---\n")
    write(tmp_path / "seeds" / "bridge.txt", SEED)
    write(tmp_path / "seeds" / "tunnel.txt", OTHER)
    assert build(tmp_path).exit_code == 0
    return tmp_path


def build(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["build", "--root", str(folder), "-v", *arguments])


def article(folder: Path) -> Path:
    return folder / "content" / "articles" / "the-bridge-stays-shut.md"


def edit(folder: Path, *changes: tuple[str, str]) -> None:
    text = article(folder).read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    article(folder).write_text(text)


def dates(folder: Path) -> dict[str, str]:
    return dict(re.findall(r"\[([^][]+)\]\{\.date(?: value=([^ }]+))?", article(folder).read_text()))


def test_dates_that_hang_on_it_are_worked_out_from_it(folder: Path) -> None:
    assert set(dates(folder).values()) <= {"", "XXXX-03-04"}
    edit(folder, ("published: unknown", "published: 2024-02-22"))
    assert build(folder).exit_code == 0
    assert dates(folder)["last Tuesday"] == "2024-02-20"
    assert dates(folder)["4 March"] == "2024-03-04"
    assert dates(folder)["next month"] == "2024-03"
    head = article(folder).read_text().split("---")[1]
    assert "\npublished: 2024-02-22\npublished_from: editor\n" in head


def test_it_counts_like_a_day_that_is_given_beside_the_seed(folder: Path) -> None:
    edit(folder, ("published: unknown", "published: 2024-02-22"))
    build(folder)
    mine = article(folder).read_text()
    shutil.rmtree(folder / ".briefing")
    shutil.rmtree(folder / "content" / "articles")
    write(folder / "seeds" / "bridge.yml", "published: 2024-02-22\n")
    build(folder)
    given = article(folder).read_text()
    assert mine.split("\n---\n")[1] == given.split("\n---\n")[1]


@pytest.mark.parametrize("day", ["2024-02-22", '"2024-02-22"', "2024-02-22  # rang them"])
def test_nothing_is_left_to_do_after_it_and_no_conflict_is_told(folder: Path, day: str) -> None:
    edit(folder, ("published: unknown", f"published: {day}"), ("published_from: unknown", "published_from: editor"))
    told = build(folder)
    assert "merge-conflict" not in told.stderr
    assert "date-unknown" not in "".join(line for line in told.stderr.split("\n") if "bridge" in line)
    assert f"published: {day}\n" in article(folder).read_text()
    made = tree(folder)
    again = build(folder, "--verify")
    assert again.exit_code == 0
    assert tree(folder) == made


def test_without_the_cache_it_still_counts(folder: Path) -> None:
    edit(folder, ("published: unknown", "published: 2024-02-22"))
    build(folder)
    before = article(folder).read_text()
    shutil.rmtree(folder / ".briefing")
    build(folder)
    assert article(folder).read_text() == before


def test_a_mark_that_the_editor_changed_stays_and_the_conflict_is_told(folder: Path) -> None:
    edit(folder, ("[last Tuesday]{.date}", "[last Tuesday]{.date value=2024-02-06}"))
    edit(folder, ("published: unknown", "published: 2024-02-22"))
    told = build(folder)
    assert dates(folder)["last Tuesday"] == "2024-02-06"
    assert dates(folder)["next month"] == "2024-03"
    assert "value=2024-02-20" in told.stderr
    assert "(merge-conflict)" in told.stderr


def test_it_can_be_changed_given_up_and_held_for_unknown(folder: Path) -> None:
    made = article(folder).read_text()
    edit(folder, ("published: unknown", "published: 2024-02-22"))
    build(folder)
    edit(folder, ("published: 2024-02-22", "published: 2024-02-29"))
    build(folder)
    assert dates(folder)["last Tuesday"] == "2024-02-27"
    edit(folder, ("published: 2024-02-29", "published: unknown"))
    build(folder)
    assert dates(folder)["last Tuesday"] == ""
    edit(folder, ("published: unknown", "published: 2024-02-22"))
    build(folder)
    build(folder, "--take-generated", str(article(folder)))
    assert article(folder).read_text() == made
    write(folder / "seeds" / "bridge.txt", SEED.replace("\n\n", "\n\nMarch 5, 2024\n\n", 1))
    build(folder, "--take-generated", str(article(folder)))
    edit(folder, ("published: 2024-03-05", "published: unknown"))
    build(folder)
    assert dates(folder)["last Tuesday"] == ""


def test_how_it_was_found_may_be_said_otherwise(folder: Path) -> None:
    edit(folder, ("published: unknown", "published: 2024-02-22"), ("published_from: unknown", "published_from: a call"))
    for _ in range(2):
        build(folder)
        assert dates(folder)["last Tuesday"] == "2024-02-20"
        assert "published_from: a call\n" in article(folder).read_text()


def test_what_is_no_date_settles_nothing(folder: Path) -> None:
    edit(folder, ("published: unknown", "published: last week"))
    before = article(folder).read_text()
    assert "“last week” is not a date (date-invalid)" in build(folder).stderr
    assert article(folder).read_text() == before


def test_a_renamed_article_keeps_it(folder: Path) -> None:
    edit(folder, ("published: unknown", "published: 2024-02-22"))
    article(folder).rename(folder / "content" / "articles" / "shut.md")
    build(folder)
    assert "[last Tuesday]{.date value=2024-02-20" in (folder / "content" / "articles" / "shut.md").read_text()


def test_another_day_beside_the_seed_is_told_and_does_not_count(folder: Path) -> None:
    edit(folder, ("published: unknown", "published: 2024-02-22"))
    write(folder / "seeds" / "bridge.yml", "published: 2024-02-29\n")
    told = build(folder)
    assert dates(folder)["last Tuesday"] == "2024-02-20"
    assert "seeds/bridge.txt:1: note: 2024-02-29 is given for the day of publication" in told.stderr


def test_other_articles_are_dated_by_it(folder: Path) -> None:
    """A day without a year is that which lies close to the most similar article."""
    same = SEED.replace("The bridge stays shut", "No way over the harbour").replace("last Tuesday", "on Tuesday")
    write(folder / "seeds" / "way.txt", same.replace("\n\nThe bridge", "\n\nPORT ALDO, Feb 22 - The bridge", 1))
    build(folder)
    way = folder / "content" / "articles" / "no-way-over-the-harbour.md"
    assert "published: 2024-02-22" not in way.read_text()
    edit(folder, ("published: unknown", "published: 2022-02-24"))
    build(folder)
    assert "published: 2022-02-22?" in way.read_text()


def test_explain_works_out_the_same(folder: Path) -> None:
    edit(folder, ("published: unknown", "published: 2024-02-22"))
    build(folder)
    told = CliRunner().invoke(main, ["explain", "--root", str(folder), str(article(folder))]).stdout
    assert "published: 2024-02-22  (editor; the seed: unknown)" in told
    assert re.search(r"\.date value=2024-02-20 from=published “last Tuesday”  \((?!editor)", told)
