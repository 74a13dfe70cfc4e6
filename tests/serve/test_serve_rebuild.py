"""Which changes start a build: step by step, without a server and without a race."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.serve.events import Change
from builder.serve.rebuild import FOLLOW_UPS, Ended, IsOvertaken, keep_building
from builder.serve.watch import Watcher
from tests.folders import write, write_all

Step = Callable[[], tuple[Path, ...]]


class Scripted(Watcher):
    """Takes a step whenever all builds are done, and tells the paths of it as changed; ends after the last."""

    def __init__(self, *steps: Step) -> None:
        self._steps = iter(steps)

    def wait(self) -> tuple[Change, ...]:
        step = next(self._steps, None)
        return tuple(Change(path, not path.exists()) for path in step()) if step else ()

    def coming(self) -> tuple[Change, ...]:
        return ()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Two files, written long ago: the system's clock does not tell changes apart that come at once."""
    folder = write_all(tmp_path / "content", {"index.md": "first words", "other.md": "other words"})
    for path in (*folder.iterdir(), folder):
        os.utime(path, (0, 0))
    return folder


def builds(content: Path, *steps: Step, build: Callable[[], object] = lambda: None) -> list[set[str]]:
    """Return what each build was told of as changed, by name."""
    told: list[set[str]] = []

    def built(changed: frozenset[Path], _is_overtaken: IsOvertaken) -> Ended:
        told.append({path.name for path in changed})
        build()
        return Ended.PUBLISHED

    keep_building(built, lambda _: None, Scripted(*steps), [content], [])
    return told


def test_a_change_is_told_once(content: Path) -> None:
    assert builds(content, lambda: (write(content / "index.md", "second words"),)) == [set(), {"index.md"}]


def test_a_save_of_the_same_words_starts_no_build(content: Path) -> None:
    same = (write(content / "index.md", "first words"), content / "gone.md")
    assert builds(content, lambda: same) == [set()]


def test_what_a_build_writes_starts_one_more_and_no_third(content: Path) -> None:
    def build() -> None:
        made = content / "made.md"
        if not made.exists():
            write(made, "made by the build")

    assert builds(content, lambda: (content / "made.md",), build=build) == [set(), {"made.md"}]


def test_what_changes_under_each_build_is_given_up_after_a_while(content: Path) -> None:
    told = builds(content, build=lambda: write(content / "index.md", (content / "index.md").read_text() + " and more"))
    assert told == [set()] + [{"index.md"}] * FOLLOW_UPS


def test_an_edit_taken_back_during_a_build_starts_another(content: Path) -> None:
    steps = iter([("second words", "first words")])

    def build() -> None:
        for words in next(steps, ()):
            write(content / "index.md", words)

    assert builds(content, build=build) == [set(), {"index.md"}]


def test_a_file_that_comes_and_goes_during_a_build_starts_another(content: Path) -> None:
    steps = iter([content / "short.md"])

    def build() -> None:
        for path in steps:
            write(path, "gone at once").unlink()

    assert builds(content, build=build) == [set(), {"content"}]
