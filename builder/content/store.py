"""Content files and their bases on disk: read, and written beside their place and replaced whole."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from builder.content.changes import Change
from builder.content.files import Unwritten, read_text
from builder.content.writing import write_whole
from builder.problems import BuildError, Problem, warning
from builder.project import Project
from builder.urls import Slug


def bases_of(project: Project) -> Path:
    """Return the folder of the texts generated last time: what edits are told by, not to be worked out again."""
    return project.cache / "generated"


def load_bases(project: Project) -> dict[Slug, str]:
    """Return the texts generated last time, by slug."""
    texts = _load(bases_of(project), project)
    return {slug: text for slug, text in texts.items() if text is not None}


def articles_of(project: Project) -> Path:
    """Return the folder of the articles."""
    return project.content / "articles"


def path_of(project: Project, slug: Slug) -> Path:
    """Return where an article's file lies."""
    return articles_of(project) / f"{slug}.md"


def load_present(project: Project) -> dict[Slug, str | None]:
    """Return the articles' files as they are, by slug; ``None`` for one that is there and can't be read."""
    return _load(articles_of(project), project)


def _load(folder: Path, project: Project) -> dict[Slug, str | None]:
    names = sorted(path.name for path in folder.iterdir() if path.name.endswith(".md")) if folder.is_dir() else []
    above = project.show(folder)
    return {Slug(name.removesuffix(".md")): read_text(folder / name, f"{above}/{name}")[0] for name in names}


def texts_of(project: Project, changes: Sequence[Change]) -> dict[Path, str]:
    """Return what changes write to the articles' folder, by path."""
    return {path_of(project, change.slug): change.text for change in changes if change.text is not None}


def write_texts(
    project: Project, texts: Unwritten, seen: Mapping[Path, str | None]
) -> tuple[Unwritten, tuple[Problem, ...]]:
    """Write content files, by path; return those that could not be written, and a problem for each that was not.

    ``seen`` holds the texts of files as they were when it was decided what to write; what somebody has saved since
    is left as it is.
    """
    failed: dict[Path, str] = {}
    problems: list[Problem] = []
    for path, text in texts.items():
        if not _is_as_seen(path, seen.get(path), project):
            message = "the file was saved while the builder was at work, and was left as it is"
            problems.append(warning(project.show(path), "saved-meanwhile", message, hint="build again"))
            continue
        try:
            write_whole(path, text, project)
        except BuildError as fault:
            failed[path] = text
            problems += fault.problems
    return failed, tuple(problems)


def _is_as_seen(path: Path, seen: str | None, project: Project) -> bool:
    if seen is None:
        return not path.exists()
    return path.is_file() and read_text(path, project.show(path))[0] == seen


def keep_bases(project: Project, changes: Sequence[Change]) -> None:
    """Remember what was generated, the base of the next merge; forget what has neither a seed nor a file any more."""
    for change in changes:
        base = bases_of(project) / f"{change.slug}.md"
        if change.waits:
            continue
        if not base.is_file() or base.read_text(encoding="utf-8") != change.generated:
            write_whole(base, change.generated, project)
    generated = {change.slug for change in changes}
    for slug in load_bases(project) if changes else ():
        if slug not in generated and not path_of(project, slug).exists():
            (bases_of(project) / f"{slug}.md").unlink()
