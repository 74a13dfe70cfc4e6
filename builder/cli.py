"""The commands and their exit status; what they print is in :mod:`builder.terminal`.

Each command loads what it needs when it is called, since loading all there is takes longer than most of them.
"""

import atexit
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from builder import __version__
from builder.content.schema import KINDS
from builder.problems import BuildError, Problem
from builder.project import Project, locate
from builder.run import Run, default_jobs

if TYPE_CHECKING:
    from builder.memo import Memo
    from builder.pipeline.report import Options
    from builder.site.audience import Audience

_FOLDER = click.Path(file_okay=False, path_type=Path)
_CONTEXT = {"help_option_names": ["-h", "--help"], "show_default": True}

Decorator = Callable[[Callable[..., None]], Callable[..., None]]


def _folders(command: Callable[..., None]) -> Callable[..., None]:
    options: Sequence[Decorator] = (
        click.option("--root", type=_FOLDER, help="The briefing's folder; found upward from here if not given."),
        click.option("--seeds", type=_FOLDER, help="Folder of raw articles.  [default: seeds]"),
        click.option("--content", type=_FOLDER, help="Folder of annotated articles.  [default: content]"),
        click.option("-o", "--output", type=_FOLDER, help="Folder of the site.  [default: site]"),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _address(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from builder.content.settings import is_address_or_empty

    if not is_address_or_empty(value):
        raise click.BadParameter(f"{value!r} is not an address such as https://example.org/briefing/")
    return value


@click.group(context_settings=_CONTEXT)
@click.version_option(__version__, prog_name="briefing")
def main() -> None:
    """Turn a folder of raw news articles on one story into a briefing site."""


@main.command("build")
@_folders
@click.option("--theme", help="Theme, instead of the one in content/index.md.")
@click.option(
    "--base-url", callback=_address, help="Address the site will stand at, instead of the one in content/index.md."
)
@click.option("-s", "--strict", is_flag=True, help="Warnings fail the build.")
@click.option("--clean", is_flag=True, help="Remove what was published before.")
@click.option("-j", "--jobs", type=click.IntRange(1), default=default_jobs, show_default="all cores", help="Processes.")
@click.option(
    "--take-generated",
    type=click.Path(dir_okay=False, path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Give up the edits of an article for what the builder writes now.",
)
@click.option("--pdf", is_flag=True, help="Print the dossier to dossier.pdf too; needs Chromium or Chrome.")
@click.option("--verify", is_flag=True, help="Build everything anew beside the site, and compare.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option("-v", "--verbose", is_flag=True, help="Print notes and the time each stage took.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def build_command(
    root: Path | None,
    seeds: Path | None,
    content: Path | None,
    output: Path | None,
    as_json: bool,
    verbose: bool,
    quiet: bool,
    **asked: Any,
) -> None:
    """Build the briefing: seeds to content, content to site."""
    from builder.pipeline.build import build
    from builder.pipeline.report import Options
    from builder.terminal import Bars, print_json, print_problems, print_summary, report_values

    project, run = locate(root, seeds=seeds, content=content, output=output), Run()
    with Bars(hidden=quiet or as_json) as bars:
        report = build(project, Options(**asked), bars.advance, run=run)
    if as_json:
        print_json(report_values(project, report))
    else:
        print_problems(report.problems, verbose=verbose, quiet=quiet)
        if not quiet:
            print_summary(project, report, verbose=verbose, dry_run=asked["dry_run"])
    sys.exit(0 if report.ok else 1)


@main.command("serve")
@_folders
@click.option("--theme", help="Theme, instead of the one in content/index.md.")
@click.option("--watch/--no-watch", default=True, help="Build again when a file changes.")
@click.option("--host", default="127.0.0.1", help="Address to listen on.")
@click.option(
    "-p", "--port", type=click.IntRange(0, 65535), help="Port to listen on.  [default: 8000 or the next free]"
)
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
@click.option("--poll", is_flag=True, help="Look for changes by polling, where notifications don't come.")
def serve_command(
    root: Path | None,
    seeds: Path | None,
    content: Path | None,
    output: Path | None,
    theme: str | None,
    **asked: Any,
) -> None:
    """Build, serve on this machine, and build again at every change."""
    from builder.memo import Memo
    from builder.pipeline.report import Options
    from builder.serve.server import serve
    from builder.terminal import print_problems

    project = locate(root, seeds=seeds, content=content, output=output)
    options = Options(theme=theme, jobs=default_jobs(), search=False, wait=True)
    folders, memo = (project.seeds, project.content, project.themes), Memo(keeps=True)
    build, prepare = (partial(step, project, options, memo) for step in (_build_for_preview, _prepare_preview))
    try:
        serve(build, folders, project.output, prepare=prepare, **asked)
    except BuildError as fault:
        print_problems(fault.problems)
        sys.exit(1)


@main.command("check")
@_folders
@click.option("-s", "--strict", is_flag=True, help="Warnings fail the check.")
@click.option("--diff", is_flag=True, help="Show how edited articles differ from what the builder would write.")
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON.")
def check_command(
    root: Path | None,
    seeds: Path | None,
    content: Path | None,
    output: Path | None,
    strict: bool,
    diff: bool,
    as_json: bool,
) -> None:
    """Check every file of the briefing, and write nothing."""
    from builder.content.outcomes import difference
    from builder.content.store import load_present
    from builder.pipeline.build import build
    from builder.pipeline.report import Options
    from builder.terminal import Bars, count_problems, print_json, print_problems, print_tasks, problem_values

    project = locate(root, seeds=seeds, content=content, output=output)
    with Bars(hidden=as_json) as bars:
        report = build(project, Options(strict=strict, dry_run=True, search=False), bars.advance)
    if diff:
        present, folder = load_present(project), project.show(project.content / "articles")
        for change in report.changes:
            click.echo(difference(change, present, folder), nl=False)
    if as_json:
        problems = [problem_values(problem) for problem in report.problems]
        print_json(
            {"problems": problems, "next": [{"what": task.what, "places": task.places} for task in report.tasks]}
        )
    else:
        print_problems(report.problems, verbose=True)
        print_tasks(report.tasks)
        click.echo(count_problems(report.problems))
    sys.exit(0 if report.ok else 1)


@main.command("schema")
@click.argument("kind", type=click.Choice(list(KINDS)))
def schema_command(kind: str) -> None:
    """Print the JSON Schema of a KIND of front matter, for editors that complete it."""
    from builder.content.json_schema import json_schema
    from builder.terminal import print_json

    print_json(json_schema(kind))


@main.command("new")
@click.argument("folder", type=_FOLDER)
@click.option("--title", default="Briefing", help="Title of the briefing.")
def new_command(folder: Path, title: str) -> None:
    """Start a briefing in FOLDER."""
    from builder.content.starter import write_starter
    from builder.terminal import print_problems

    try:
        written = write_starter(folder, title, date.today().isoformat())
    except BuildError as fault:
        print_problems(fault.problems)
        sys.exit(1)
    for path in written:
        click.echo(f"wrote {path}")
    click.echo(f"Copy articles into {folder / 'seeds'}, then run `briefing build` in {folder}.")


@main.command("explain")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_folders
def explain_command(
    file: Path, root: Path | None, seeds: Path | None, content: Path | None, output: Path | None
) -> None:
    """Print each value and span of FILE (a seed or an article), its rule and evidence, and which are the editor's."""
    from builder.content.explain import explain
    from builder.terminal import print_problems

    project = locate(root, seeds=seeds, content=content, output=output)
    try:
        for line in explain(project, file):
            click.echo(line)
    except BuildError as fault:
        print_problems(fault.problems)
        sys.exit(1)


def program() -> NoReturn:
    """Run a command as a program.

    The process ends with all that the command has in memory, as mypy's does: it would be freed value by value, which
    takes a third of a second after 10,000 articles. ``end`` holds the command's frame, and so its values, until then.
    """
    try:
        main()
    except SystemExit as end:
        atexit._run_exitfuncs()
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError):
                stream.flush()
        os._exit(end.code if isinstance(end.code, int) else end.code is not None)
    raise AssertionError("a command ends by an exit")


@dataclass(frozen=True, slots=True)
class _Preview:
    """What the preview is told of a build."""

    problems: tuple[Problem, ...]
    ok: bool
    """Whether to show the site: an editor who broke a file wants to see that first, a seed that can't be read waits."""


def _build_for_preview(
    project: Project, options: "Options", memo: "Memo", audience: "Audience", changed: frozenset[Path]
) -> _Preview:
    from builder.pipeline.build import build
    from builder.pipeline.report import blocking
    from builder.terminal import print_problems, print_summary

    if changed:
        from builder.pipeline.glance import show_glance

        show_glance(project, changed, audience, memo)
    report = build(project, options, lambda _stage, _done, _total: None, memo, audience)
    if report.published or not audience.is_overtaken():
        print_problems(report.problems)
        print_summary(project, report)
    return _Preview(report.problems, report.published is not None and not blocking(report.problems, project))


def _prepare_preview(project: Project, options: "Options", memo: "Memo", audience: "Audience") -> _Preview:
    """Learn what builds to come start from, where the first had nothing to do and so did not learn it."""
    from builder.pipeline.build import build
    from builder.pipeline.glance import Ground

    if memo.last(Ground) is None:
        build(project, replace(options, dry_run=True), lambda _stage, _done, _total: None, memo, audience)
    return _Preview((), ok=True)
