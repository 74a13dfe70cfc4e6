"""Which files hold other bytes than before."""

import os
from pathlib import Path

import pytest

from builder.serve.fingerprints import Fingerprints


@pytest.fixture
def prints(tmp_path: Path) -> Fingerprints:
    (tmp_path / "content" / "topics").mkdir(parents=True)
    (tmp_path / "content" / "site").mkdir()
    (tmp_path / "content" / "a.md").write_text("one")
    (tmp_path / "content" / "loop").symlink_to(tmp_path / "content")
    found = Fingerprints([tmp_path / "content", tmp_path / "missing"], [tmp_path / "content" / "site"])
    assert found.refresh()
    assert not found.refresh()
    return found


def test_other_bytes_are_a_change_and_the_same_bytes_are_none(prints: Fingerprints, tmp_path: Path) -> None:
    page = tmp_path / "content" / "a.md"
    page.write_text("one")
    os.utime(page, ns=(0, 0))
    assert not prints.refresh()
    page.write_text("other")
    assert prints.refresh()
    assert not prints.refresh_paths([page])


def test_a_named_path_is_read_though_its_time_and_size_are_the_same(prints: Fingerprints, tmp_path: Path) -> None:
    page = tmp_path / "content" / "a.md"
    times = page.stat().st_atime_ns, page.stat().st_mtime_ns
    page.write_text("two")
    os.utime(page, ns=times)
    assert prints.refresh_paths([page])
    assert not prints.refresh()


def test_files_that_come_and_go_are_changes(prints: Fingerprints, tmp_path: Path) -> None:
    page = tmp_path / "content" / "topics" / "b.md"
    page.write_text("two")
    assert prints.refresh_paths([page])
    page.unlink()
    assert prints.refresh_paths([page])
    page.write_text("two")
    assert prints.refresh_paths([page.parent])
    page.unlink()
    page.parent.rmdir()
    assert prints.refresh_paths([page.parent])
    (tmp_path / "missing").mkdir()
    assert not prints.refresh()


def test_the_site_and_editors_files_do_not_count(prints: Fingerprints, tmp_path: Path) -> None:
    for name in ("site/index.html", ".a.md.swp", "a.md~"):
        (tmp_path / "content" / name).write_text("two")
    assert not prints.refresh()


def test_what_was_different_during_a_build_is_told_after_it(prints: Fingerprints, tmp_path: Path) -> None:
    page, other = tmp_path / "content" / "a.md", tmp_path / "content" / "topics" / "b.md"
    prints.begin()
    assert not prints.refresh_after()
    page.write_text("other")
    os.utime(page, ns=(0, 0))
    assert prints.refresh_after() == {page}
    page.write_text("other")
    assert prints.refresh_after() == {page}
    before = other.parent.stat().st_mtime_ns
    other.write_text("two")
    other.unlink()
    os.utime(other.parent, ns=(before, before + 1))
    assert prints.refresh_after() == {other.parent}
    assert not prints.refresh_after()


def test_what_came_and_went_before_a_build_began_is_not_told_after_it(prints: Fingerprints, tmp_path: Path) -> None:
    page = tmp_path / "content" / "topics" / "b.md"
    page.write_text("two")
    page.unlink()
    assert not prints.refresh_paths([page])
    prints.begin()
    assert not prints.refresh_after()
