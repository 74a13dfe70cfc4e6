"""What the commands print: problems, progress, summaries; colour and bars on a terminal only.

A build after an edit most often has no problem to print and no long work, and so does without what draws them.
"""

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import click

from builder.briefing.tasks import Task
from builder.content.changes import Outcome
from builder.pipeline.report import Report
from builder.problems import Problem, Severity
from builder.project import Project

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_LONG: Final = 50
"""Items. Work with fewer is done before a bar could be read."""
_EXAMPLES = 3
"""How many places of each kind of work are named; ``--json`` names all."""


class Bars:
    """Progress bars for long work, on a terminal only."""

    def __init__(self, *, hidden: bool) -> None:
        self._hidden = hidden or not sys.stderr.isatty()
        self._progress: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> "Bars":
        return self

    def __exit__(self, *_fault: object) -> None:
        if self._progress:
            self._progress.stop()

    def advance(self, stage: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` are done in a stage."""
        if self._hidden or total < _LONG:
            return
        self._progress = self._progress or _started()
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(stage, total=total)
        self._progress.update(self._tasks[stage], completed=done)


def _started() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    progress.start()
    return progress


def print_problems(problems: Sequence[Problem], *, verbose: bool = False, quiet: bool = False) -> None:
    """Print problems to standard error: errors when quiet, notes only when verbose."""
    wanted = {Severity.ERROR} if quiet else set(Severity) if verbose else {Severity.ERROR, Severity.WARNING}
    shown = [problem for problem in problems if problem.severity in wanted]
    if not shown:
        return
    from rich.console import Console

    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for problem in shown:
        first, *rest = str(problem).split("\n")
        place, _, message = first.partition(f"{problem.severity}: ")
        console.print(place, end="", markup=False)
        console.print(f"{problem.severity}: ", end="", style=_STYLES[problem.severity], markup=False)
        console.print("\n".join([message, *rest]), markup=False)


def print_tasks(tasks: Sequence[Task]) -> None:
    """Print what an editor should look at next, a line for each kind."""
    if tasks:
        click.echo("look at next:")
    for task in tasks:
        more = f"; and {len(task.places) - _EXAMPLES} more" if len(task.places) > _EXAMPLES else ""
        click.echo(f"  {task.what} ({len(task.places)}): {'; '.join(task.places[:_EXAMPLES])}{more}")


def print_summary(project: Project, report: Report, *, verbose: bool = False, dry_run: bool = False) -> None:
    """Print the last line of a build, and with ``verbose`` the time of each stage above it."""
    if verbose:
        for stage, seconds in report.seconds.items():
            click.echo(f"{stage:>10} {seconds:8.3f} s")
    articles = f"articles: {report.count(Outcome.NEW)} new, {report.count(Outcome.CHANGED)} changed, "
    articles += f"{report.count(Outcome.KEPT)} kept"
    if report.published is None:
        pages = "nothing published; the site is as it was"
    else:
        done = report.published
        pages = f"files: {len(done.written)} written, {len(done.unchanged)} unchanged, {len(done.removed)} removed"
    total = sum(report.seconds.values())
    lead = "would build" if dry_run else "built" if report.published else "failed"
    parts = [articles, pages, f"{report.links} links checked", count_problems(report.problems), f"{total:.1f} s"]
    click.echo(f"{lead} {project.show(project.output)} · " + " · ".join(parts))


def count_problems(problems: Sequence[Problem]) -> str:
    """Return how many problems there are of each severity, in words."""
    counts = [(severity, sum(problem.severity is severity for problem in problems)) for severity in Severity]
    told = [f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts if count]
    return ", ".join(told) or "no problems"


def problem_values(problem: Problem) -> dict[str, object]:
    """Return a problem as ``--json`` prints it."""
    place = problem.location
    return {
        "path": place.path,
        "line": place.line or None,
        "column": place.column or None,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint or None,
    }


def report_values(project: Project, report: Report) -> dict[str, object]:
    """Return a build's report as ``--json`` prints it."""
    published = report.published
    return {
        "output": str(project.output),
        "ok": report.ok,
        "articles": {str(outcome): report.count(outcome) for outcome in Outcome},
        "files": {
            "written": len(published.written),
            "unchanged": len(published.unchanged),
            "removed": len(published.removed),
        }
        if published
        else None,
        "links": report.links,
        "problems": [problem_values(problem) for problem in report.problems],
        "seconds": {stage: round(seconds, 4) for stage, seconds in report.seconds.items()},
    }


def print_json(values: object) -> None:
    """Print values as indented JSON."""
    click.echo(json.dumps(values, indent=2, ensure_ascii=False))
