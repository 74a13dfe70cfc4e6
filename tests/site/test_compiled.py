"""Compiled templates are kept, and taken only where the same source would be compiled to the same."""

import os
import sys
from pathlib import Path

import pytest

from builder.site.engine import environment
from builder.site.theme import Theme, load_theme
from tests.folders import write

NAME = "note.html"


@pytest.fixture(autouse=True)
def _keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    folder = tmp_path / "kept"
    folder.mkdir()
    return folder


def theme(folder: Path, source: str = "<p>Search</p>", language: str = "en") -> Theme:
    """Return a theme with one template of its own."""
    write(folder / "own" / "templates" / NAME, source)
    return load_theme("own", folder, language)


def shown(made: Theme, kept: Path) -> str:
    """Return what the template says, put out by an engine of its own."""
    return environment(made, quick=True, kept=kept).get_template(NAME).render()


def files(kept: Path) -> list[tuple[str, int]]:
    """Return the files that are kept, each with when it was last written, in nanoseconds."""
    return sorted((file.name, file.stat().st_mtime_ns) for file in kept.iterdir())


def test_what_is_kept_is_not_compiled_again(tmp_path: Path, kept: Path) -> None:
    made = theme(tmp_path)
    assert shown(made, kept) == "<p>Search</p>"
    (file,) = kept.iterdir()
    os.utime(file, (0, 0))
    before = files(kept)
    assert shown(made, kept) == "<p>Search</p>"
    assert files(kept) == before


def test_another_source_takes_the_place_of_the_one_before(tmp_path: Path, kept: Path) -> None:
    shown(theme(tmp_path), kept)
    before = files(kept)
    assert shown(theme(tmp_path, "<p>Find</p>"), kept) == "<p>Find</p>"
    assert [name for name, _ in files(kept)] == [name for name, _ in before]


def test_the_same_source_in_another_file_is_compiled_for_itself(tmp_path: Path, kept: Path) -> None:
    sources = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        made = theme(folder, "{{ 1 // 0 }}")
        with pytest.raises(ZeroDivisionError) as fault:
            shown(made, kept)
        sources.append(str(fault.traceback[-1].path))
    assert sources == [str(tmp_path / each / "own" / "templates" / NAME) for each in ("one", "two")]


def test_each_language_has_its_own(tmp_path: Path, kept: Path) -> None:
    english, german = theme(tmp_path), theme(tmp_path, language="de")
    assert [shown(each, kept) for each in (english, german, english)] == [
        "<p>Search</p>",
        "<p>Suche</p>",
        "<p>Search</p>",
    ]
    assert len(files(kept)) == 2


def test_other_words_of_a_language_are_put_in(tmp_path: Path, kept: Path) -> None:
    german = theme(tmp_path, language="de")
    shown(german, kept)
    write(tmp_path / "own" / "templates" / "languages" / "de.json", '{"Search": "Finden"}')
    assert shown(german, kept) == "<p>Finden</p>"


def test_damage_is_made_good(tmp_path: Path, kept: Path) -> None:
    made = theme(tmp_path)
    shown(made, kept)
    (file,) = kept.iterdir()
    whole = file.read_bytes()
    cut = [whole[:length] for length in range(0, len(whole), 31)]
    flipped = [whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :] for at in range(0, len(whole), 5)]
    for damaged in (*cut, *flipped, whole + b"0"):
        file.write_bytes(damaged)
        assert shown(made, kept) == "<p>Search</p>"
        assert file.read_bytes() == whole


def test_templates_are_compiled_where_nothing_can_be_kept(tmp_path: Path) -> None:
    made = theme(tmp_path)
    assert shown(made, tmp_path / "nowhere") == "<p>Search</p>"
    write(tmp_path / "file", "")
    assert shown(made, tmp_path / "file") == "<p>Search</p>"


def test_nothing_is_kept_where_python_keeps_nothing(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert shown(theme(tmp_path), kept) == "<p>Search</p>"
    assert files(kept) == []
