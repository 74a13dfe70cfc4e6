"""Files of the content folder that look like content and that nothing reads: told, since they would be missed."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from builder.content.files import ENTITY_FOLDERS
from builder.problems import Problem, did_you_mean, warning
from builder.project import Project

_READ: Final = ("articles", "topics", *ENTITY_FOLDERS)
"""The folders of Markdown files; ``media`` holds what pages show, whatever it is."""
_WRITTEN: Final = (".md", ".markdown", ".mdown", ".txt", ".html", ".htm")
"""How the names of files end that hold somebody's words."""


def unread_files(project: Project) -> Iterator[Problem]:
    """Yield a warning for each file of words that is not read, and for each folder of such files."""
    for entry in _entries(project.content):
        shown = f"{project.show(project.content)}/{entry.name}"
        if entry.is_dir() and entry.name in _READ:
            yield from _inside(Path(entry.path), shown)
        elif entry.is_dir() and entry.name != "media" and _holds_words(entry):
            hint = did_you_mean(entry.name, _READ, f"files are read from {', '.join(_READ)}")
            yield warning(shown, "file-unread", "no file in this folder is read", hint=hint)
        elif _has_words(entry) and entry.name != "index.md":
            yield warning(shown, "file-unread", "the file is not read", hint=f"move it to one of {', '.join(_READ)}")


def _inside(folder: Path, shown: str) -> Iterator[Problem]:
    for entry in _entries(folder, but_for=".md"):
        path = f"{shown}/{entry.name}"
        if entry.is_dir() and _holds_words(entry):
            message, hint = "no file in this folder is read", f"move its files to {shown}/ itself"
            yield warning(path, "file-unread", message, hint=hint)
        elif _has_words(entry):
            message, hint = "only files that end in .md are read here", f"call it {Path(entry.name).stem}.md"
            yield warning(path, "file-unread", message, hint=hint)


def _entries(folder: Path, but_for: str = "/") -> list[os.DirEntry[str]]:
    """Return what is in a folder, hidden files and those with one ending left aside, in order of their names."""
    if not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        found = [entry for entry in entries if not entry.name.startswith(".") and not entry.name.endswith(but_for)]
    return sorted(found, key=lambda entry: entry.name)


def _has_words(entry: os.DirEntry[str]) -> bool:
    return entry.name.lower().endswith(_WRITTEN) and entry.is_file()


def _holds_words(folder: os.DirEntry[str]) -> bool:
    return any(map(_has_words, _entries(Path(folder.path))))
