"""Problems with the line they are about."""

from collections.abc import Iterable
from pathlib import Path

from builder.content.files import read_text
from builder.problems import Problem, with_excerpt
from builder.project import Project


def excerpted(problems: Iterable[Problem], project: Project) -> tuple[Problem, ...]:
    """Return the problems, those that name a line of a readable file of the briefing with that line."""
    texts: dict[str, list[str]] = {}
    return tuple(_excerpted(problem, project, texts) for problem in problems)


def _excerpted(problem: Problem, project: Project, texts: dict[str, list[str]]) -> Problem:
    place = problem.location
    if not place.line:
        return problem
    if place.path not in texts:
        texts[place.path] = _lines(project.root / place.path, place.path, project)
    lines = texts[place.path]
    return with_excerpt(problem, lines[place.line - 1]) if place.line <= len(lines) else problem


def _lines(path: Path, shown: str, project: Project) -> list[str]:
    # A seed's problems name it below seeds/, wherever that folder lies.
    if shown.startswith("seeds/"):
        path = project.seeds / shown.removeprefix("seeds/")
    text, _ = read_text(path, shown) if path.is_file() else (None, ())
    return text.split("\n") if text else []
