"""The seeds folder: which files are seeds, read as bytes and never written."""

from pathlib import Path

from builder.ingest.document import Seed
from builder.problems import Problem, error, warning
from builder.project import Project

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm"})
SIDECARS = frozenset({".yml", ".yaml"})


def read_seeds(project: Project) -> tuple[tuple[Seed, ...], tuple[Problem, ...]]:
    """Read every seed below the seeds folder, in order of path; what can't be read or isn't a seed is a problem."""
    folder = project.seeds
    if not folder.is_dir():
        hint = "make the folder and copy articles into it as .txt, .md or .html files"
        return (), (warning(project.show(folder), "seeds-missing", "there is no folder of seeds", hint=hint),)
    seeds: list[Seed] = []
    problems: list[Problem] = []
    for path in sorted(path for path in folder.rglob("*") if not _is_hidden(path.relative_to(folder))):
        fault = _fault(path, folder, project)
        if fault:
            problems.append(fault)
        elif path.is_file() and path.suffix.lower() in SUFFIXES:
            try:
                seeds.append(_read(path, folder))
            except OSError as refused:
                message = f"the seed can't be read: {refused.strerror}"
                problems.append(error(project.show(path), "seed-unreadable", message))
    return tuple(seeds), tuple(problems)


def seed_at(project: Project, path: str) -> Seed | None:
    """Return the seed of a path below the seeds folder; ``None`` where there is none that can be read."""
    folder = project.seeds.resolve()
    place = (folder / path).resolve()
    try:
        return _read(place, folder) if place.is_relative_to(folder) else None
    except OSError:
        return None


def _is_hidden(inside: Path) -> bool:
    return any(part.startswith(".") for part in inside.parts)


def _fault(path: Path, folder: Path, project: Project) -> Problem | None:
    """Return why something in the seeds folder is not read; ``None`` for seeds, their sidecars, and folders."""
    if not _is_unicode(path.name):
        shown = project.show(path).encode("utf-8", "backslashreplace").decode()
        hint = "rename the file"
        return error(shown, "seed-name", "the file's name is not Unicode", hint=hint)
    shown = project.show(path)
    if path.is_symlink() and not (path.exists() and path.resolve().is_relative_to(folder.resolve())):
        hint = "copy the file into the folder"
        return warning(shown, "seed-elsewhere", "the link leads out of the seeds folder and is not followed", hint=hint)
    if path.is_dir() or path.suffix.lower() in SUFFIXES | SIDECARS:
        return None
    hint = f"seeds are {', '.join(sorted(SUFFIXES))} files"
    return warning(shown, "seed-unknown", "this kind of file is not read", hint=hint)


def _is_unicode(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _read(path: Path, folder: Path) -> Seed:
    beside = next((path.with_suffix(suffix) for suffix in sorted(SIDECARS) if path.with_suffix(suffix).is_file()), None)
    sidecar = beside.read_bytes() if beside else None
    return Seed(path.relative_to(folder).as_posix(), path.read_bytes(), sidecar)
