"""A file is written beside its place and replaced whole."""

import os
from pathlib import Path

from builder.problems import BuildError, error
from builder.project import Project


def write_whole(path: Path, content: str | bytes, project: Project) -> None:
    """Write a file beside its place and replace it whole; a folder that can't be written is a problem."""
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content.encode() if isinstance(content, str) else content)
        os.replace(beside, path)  # noqa: PTH105 - the atomic replacement, by its own name
    except OSError as fault:
        hint = "make the folder writable"
        message = f"the file can't be written: {fault.strerror}"
        raise BuildError([error(project.show(path), "unwritable", message, hint=hint)]) from fault
