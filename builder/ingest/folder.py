"""The seeds folder: which files are seeds, read as bytes and never written."""

from collections.abc import Iterator
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
    paths = sorted(_files(folder))
    for path in paths:
        shown = project.show(path)
        if path.suffix.lower() in SUFFIXES:
            try:
                seeds.append(_read(path, folder))
            except OSError as fault:
                problems.append(error(shown, "seed-unreadable", f"the seed can't be read: {fault.strerror}"))
        elif path.suffix.lower() not in SIDECARS:
            hint = f"seeds are {', '.join(sorted(SUFFIXES))} files"
            problems.append(warning(shown, "seed-unknown", "this kind of file is not read", hint=hint))
    return tuple(seeds), tuple(problems)


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, hidden ones and links that lead out of it left aside."""
    for path in folder.rglob("*"):
        inside = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in inside.parts)
        if not hidden and path.is_file() and path.resolve().is_relative_to(folder.resolve()):
            yield path


def _read(path: Path, folder: Path) -> Seed:
    beside = next((path.with_suffix(suffix) for suffix in sorted(SIDECARS) if path.with_suffix(suffix).is_file()), None)
    sidecar = beside.read_bytes() if beside else None
    return Seed(path.relative_to(folder).as_posix(), path.read_bytes(), sidecar)
