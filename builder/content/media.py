"""Pictures and other files the editor adds: ``content/media/`` becomes ``media/`` of the site."""

from collections.abc import Iterator

from builder.project import Project
from builder.urls import PagePath


def media_files(project: Project) -> Iterator[tuple[PagePath, bytes]]:
    """Yield each file of ``content/media/`` with its path in the site; hidden files and links out are left aside."""
    folder = project.content / "media"
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        inside = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in inside.parts)
        if not hidden and path.is_file() and path.resolve().is_relative_to(folder.resolve()):
            yield PagePath(f"media/{inside.as_posix()}"), path.read_bytes()
