"""The folders of a briefing, resolved once and frozen."""

from dataclasses import dataclass
from pathlib import Path

from builder.problems import BuildError, error

INDEX = "content/index.md"
"""The file that marks a briefing's folder."""


@dataclass(frozen=True, slots=True)
class Project:
    """Where the parts of a briefing lie; every path is absolute."""

    root: Path
    seeds: Path
    content: Path
    output: Path
    themes: Path
    cache: Path

    def show(self, path: Path) -> str:
        """Return a path as problems name it: relative to the root where it lies inside, with forward slashes."""
        resolved = path if path.is_absolute() else self.root / path
        if resolved.is_relative_to(self.root):
            return resolved.relative_to(self.root).as_posix()
        return resolved.as_posix()


def require_own_output(project: Project) -> None:
    """Raise :class:`BuildError` where the site would lie among the briefing's own files, or around them."""
    for folder in (project.seeds, project.content, project.themes, project.cache):
        if project.output.is_relative_to(folder) or folder.is_relative_to(project.output):
            message = f"the site's folder and {project.show(folder)} lie in each other"
            hint = "name a folder of its own with -o"
            raise BuildError([error(project.show(project.output), "output-misplaced", message, hint=hint)])


def find_root(start: Path) -> Path:
    """Return the nearest folder from ``start`` upward that holds ``content/index.md``; ``start`` where none does."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if (folder / INDEX).is_file()), start)


def locate(
    root: Path | None,
    *,
    seeds: Path | None = None,
    content: Path | None = None,
    output: Path | None = None,
) -> Project:
    """Return the project at ``root``, or around the working directory; single folders may lie elsewhere.

    Relative paths count from the working directory, as everywhere on the command line. With ``content`` given and
    no ``root``, the cache lies beside that folder, so that two briefings built from one place stay apart.
    """
    if root is None:
        root = content.resolve().parent if content is not None else find_root(Path.cwd())
    root = root.resolve()
    return Project(
        root=root,
        seeds=(seeds or root / "seeds").resolve(),
        content=(content or root / "content").resolve(),
        output=(output or root / "site").resolve(),
        themes=root / "themes",
        cache=root / ".briefing",
    )
