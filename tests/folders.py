"""Files to run the commands on, written and read back."""

from collections.abc import Mapping
from pathlib import Path

SEED = """---
title: Harbour bridge to close
published: 2024-05-03
publisher: Portly Herald
---
The harbour bridge of Portly will close in June, Mayor Carla Jensen said on Friday.

“We have no choice but to close it,” Jensen told reporters. The repairs will cost 12 million dollars, she said.

Engineers found cracks in two of its pillars on April 12, 2024.
"""
"""A seed that gives no reason for a problem."""


def write(path: Path, text: str) -> Path:
    """Write a text, its folders included, and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def write_all(folder: Path, texts: Mapping[str, str]) -> Path:
    """Write texts below a folder, by relative path, and return the folder."""
    for path, text in texts.items():
        write(folder / path, text)
    return folder


OF_THIS_MACHINE = ("articles.msgpack", "finished.json", "lock", "made.msgpack")
"""What the cache holds about the files' status, which is another for each copy of the same files."""


def tree(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder, by relative path; without those that no two builds share."""
    found = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    files = [path for path in found if path.parent.name != ".briefing" or path.name not in OF_THIS_MACHINE]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
