"""What a person should look at: a place, how bad it is, what is wrong and what to do.

Recoverable faults are gathered as :class:`Problem` values over a whole run and printed once. ``BuildError`` is for
what stops a stage; it carries problems too. Any other exception is a bug and shows its traceback.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum

LONGEST_EXCERPT = 96
"""Characters of a line that are shown; paragraphs are one line each and may be long."""


class Severity(StrEnum):
    """How bad a problem is; only errors (and, when strict, warnings) fail a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file of the briefing."""

    path: str
    """Relative to the briefing's folder where the file lies inside it, with forward slashes."""
    line: int = 0
    """Counted from 1; 0 means the file as a whole."""
    column: int = 0
    """In characters, counted from 1; 0 means the line as a whole."""

    def __str__(self) -> str:
        """Return ``path:line:column``, leaving out what is not known."""
        parts = [self.path]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something to look at, with its place and a way to mend it."""

    location: Location
    severity: Severity
    code: str
    """A short stable word such as ``quote-altered``; listed in ``docs/problems.md``."""
    message: str
    hint: str = ""
    """What the reader can do about it."""
    excerpt: str = ""
    """The line of the file that the location names, or a piece of it around the column."""
    caret: int = 0
    """Which character of the excerpt the location's column is, from 1; 0 where there is none."""

    def __str__(self) -> str:
        """Return the problem as the command line prints it, over one to four lines."""
        lines = [f"{self.location}: {self.severity}: {self.message} ({self.code})"]
        if self.excerpt:
            lines.append(f"    {self.excerpt}")
            if self.caret:
                lines.append(f"    {' ' * (self.caret - 1)}^")
        if self.hint:
            lines.append(f"    hint: {self.hint}")
        return "\n".join(lines)


class BuildError(Exception):
    """A fault of the input that a person can mend and that stops what was being done."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def with_excerpt(problem: Problem, line: str) -> Problem:
    """Return a problem that shows the line it is about, cut around its column where the line is long."""
    column = problem.location.column
    start = max(0, min(column - 1 - LONGEST_EXCERPT // 2, len(line) - LONGEST_EXCERPT))
    piece = "".join(character if character.isprintable() else " " for character in line[start:][:LONGEST_EXCERPT])
    before, after = "…" if start else "", "…" if len(line) > start + LONGEST_EXCERPT else ""
    caret = column - start + len(before) if column else 0
    return replace(problem, excerpt=f"{before}{piece}{after}".rstrip(), caret=caret)


def error(path: str, code: str, message: str, *, line: int = 0, column: int = 0, hint: str = "") -> Problem:
    """Return an error at a place of a file."""
    return Problem(Location(path, line, column), Severity.ERROR, code, message, hint)


def warning(path: str, code: str, message: str, *, line: int = 0, column: int = 0, hint: str = "") -> Problem:
    """Return a warning at a place of a file."""
    return Problem(Location(path, line, column), Severity.WARNING, code, message, hint)


def note(path: str, code: str, message: str, *, line: int = 0, column: int = 0, hint: str = "") -> Problem:
    """Return a note at a place of a file."""
    return Problem(Location(path, line, column), Severity.NOTE, code, message, hint)


def did_you_mean(written: str, known: Sequence[str], otherwise: str, shown: str = "“{}”") -> str:
    """Return the hint that names the known word nearest to what was written, or another hint where none is near.

    ``shown`` is how a word stands in the hint.
    """
    near = get_close_matches(written, known, 1)
    return f"did you mean {shown.format(near[0])}?" if near else otherwise
