"""The build as a whole: what it does in which order, and what it does where nothing has changed or a stage fails."""

import gc
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.briefing.checks import require_review
from builder.briefing.worklist import Task, worklist
from builder.content.convert import Progress
from builder.content.excerpts import excerpted
from builder.content.refresh import Refreshed, refresh
from builder.content.store import bases_of
from builder.memo import Memo
from builder.pipeline.gather import gather
from builder.pipeline.make import STAGING, Site, make
from builder.pipeline.publish import publish
from builder.pipeline.report import Options, Report, blocking
from builder.problems import BuildError, Problem, error
from builder.project import Project, require_own_output
from builder.run import Run
from builder.site.audience import Audience
from builder.site.lock import locked
from builder.site.output import Published, differing
from builder.site.stamp import inputs_of, keep, recall


def build(
    project: Project, options: Options, progress: Progress, memo: Memo | None = None, audience: Audience | None = None
) -> Report:
    """Build a briefing, one build at a time; where nothing has changed since the last one, tell what that told.

    ``memo`` holds what the builds before worked out, where one process builds again and again. ``audience`` is shown
    what it looks at before the rest is done.
    """
    run, memo = Run(), memo or Memo()
    try:
        require_own_output(project)
        if options.dry_run:
            with _without_collector():
                return _build(project, options, progress, run, memo, None)
        with locked(project, wait=options.wait) as start, _without_collector():
            with run.stage("compare"):
                inputs = inputs_of(project, options.asked, start)
                known = None if options.anew else recall(project, inputs, Report)
            if known:
                return replace(known, seconds=run.seconds)
            report = _build(project, options, progress, run, memo, audience)
            if options.verify and report.published:
                with run.stage("verify"):
                    found = tuple(_differences(project, options, progress))
                report = replace(report, problems=tuple(sorted({*report.problems, *found})))
            published = report.published and not blocking(report.problems, project)
            with run.stage("remember"):
                if inputs and published and inputs_of(project, options.asked, start) == inputs:
                    keep(project, inputs, _as_unchanged(report))
            return report
    except BuildError as refused:
        return Report(problems=refused.problems, strict=options.strict)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the collector of cyclic garbage out of the way: a build makes millions of values and hardly any cycle.

    It would look through all of them again and again, for a third of the build's time, and once more when it comes
    back: what a preview keeps is put out of its sight, and vanishes as soon as nothing refers to it any more.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _as_unchanged(report: Report) -> Report:
    """Return what a build tells when it is made again with nothing changed."""
    changes = tuple(replace(change, generated="") for change in report.changes)
    published = report.published and Published((), report.published.present, ())
    return replace(report, changes=changes, published=published, made=0, seconds={})


def _differences(project: Project, options: Options, progress: Progress) -> Iterator[Problem]:
    """Build anew beside the site, from nothing but what people wrote and the bases of their edits; compare."""
    with TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        clean = replace(
            project, root=root, content=root / "content", output=root / "site", cache=root / project.cache.name
        )
        shutil.copytree(project.content, clean.content)
        shutil.copytree(bases_of(project), bases_of(clean), dirs_exist_ok=True)
        _build(clean, replace(options, clean=False, take_generated=()), progress, Run(), Memo(), None)
        hint = "this is a fault of the builder; `briefing build --clean` without .briefing/ puts it right"
        for path in differing(project.output, clean.output):
            place = project.show(project.output / path)
            yield error(place, "not-reproduced", "a build from nothing makes another file", hint=hint)


def _build(
    project: Project, options: Options, progress: Progress, run: Run, memo: Memo, audience: Audience | None
) -> Report:
    """Gather everything, then publish.

    A fault of a single file leaves that file out and the rest goes on, so that all problems are told at once. What
    was published before stays as it was where a stage can't go on, where an error lies in what the editor wrote, and
    where a strict build has a warning.
    """
    refreshed: Refreshed | None = None
    tasks: tuple[Task, ...] = ()
    site: Site | None = None
    published: Published | None = None
    try:
        with run.stage("convert"):
            refreshed = refresh(
                project, run, progress, jobs=options.jobs, dry_run=options.dry_run, giving_up=options.take_generated
            )
        gathered = gather(project, options, refreshed, run, memo)
        tasks = worklist(gathered.briefing) if options.dry_run else ()
        require_review(gathered.content)
        site = make(project, options, gathered, run, progress, memo, audience)
        published = publish(project, options, gathered, site, run, memo)
        memo.forget_unused()
    except BuildError as stopped:
        run.problems += stopped.problems
    finally:
        shutil.rmtree(project.cache / STAGING, ignore_errors=True)
    shown = excerpted(sorted(set(run.problems)), project)
    changes = refreshed.changes if refreshed else ()
    made, links = (site.remade.anew, site.links) if site else (0, 0)
    return Report(changes, published, made, links, shown, tasks, run.seconds, options.strict)
