"""A file is written beside its place and replaced whole, or added to."""

import os
from pathlib import Path

from builder.problems import BuildError, error
from builder.project import Project


def append(path: Path, content: bytes, project: Project) -> None:
    """Write at the end of a file; a file that can't be written is a problem."""
    try:
        with path.open("ab") as file:
            file.write(content)
    except OSError as fault:
        raise _unwritable(path, fault, project) from fault


def write_whole(path: Path, content: str | bytes, project: Project) -> None:
    """Write a file beside its place and replace it whole; a folder that can't be written is a problem."""
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content.encode() if isinstance(content, str) else content)
        os.replace(beside, path)  # noqa: PTH105 - the atomic replacement, by its own name
    except OSError as fault:
        raise _unwritable(path, fault, project) from fault


def _unwritable(path: Path, fault: OSError, project: Project) -> BuildError:
    message = f"the file can't be written: {fault.strerror}"
    return BuildError([error(project.show(path), "unwritable", message, hint="make the folder writable")])
