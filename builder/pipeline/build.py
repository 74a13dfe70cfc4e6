"""The build as a whole: what it does in which order, and what it does where nothing has changed or a stage fails."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from builder.memo import NO_MEMO, Memo
from builder.pipeline.report import Options, Report, blocking
from builder.problems import BuildError
from builder.project import Project, require_own_output
from builder.run import Progress, Run
from builder.site.audience import Audience
from builder.site.lock import locked
from builder.site.output import Published
from builder.site.stamp import inputs_of, keep, recall


def build(
    project: Project,
    options: Options,
    progress: Progress,
    memo: Memo = NO_MEMO,
    audience: Audience | None = None,
    run: Run | None = None,
) -> Report:
    """Build a briefing, one build at a time; where nothing has changed since the last one, tell what that told.

    ``memo`` holds what the builds before worked out, where one process builds again and again. ``audience`` is shown
    what it looks at before the rest is done, and asked between stages whether to go on. ``run`` is where what the
    stages make is left, for a caller who has a reason to keep it.
    """
    run = run or (Run(audience.is_overtaken) if audience else Run())
    try:
        require_own_output(project)
        if options.dry_run:
            with _without_collector():
                return _run_stages(project, options, progress, run, memo, None)
        with locked(project, wait=options.wait) as start, _without_collector():
            run.since = start
            with run.stage("compare"):
                inputs = inputs_of(project, options.asked, start)
                known = None if options.anew else recall(project, inputs, Report)
            if known:
                return replace(known, seconds=run.seconds)
            report = _run_stages(project, options, progress, run, memo, audience)
            published = report.published and not blocking(report.problems, project)
            with run.stage("remember"):
                if inputs and published and inputs_of(project, options.asked, start) == inputs:
                    keep(project, inputs, _as_unchanged(report))
            return report
    except BuildError as refused:
        return Report(problems=refused.problems, strict=options.strict)


def _run_stages(
    project: Project, options: Options, progress: Progress, run: Run, memo: Memo, audience: Audience | None
) -> Report:
    with run.stage("load"):  # a build with nothing to do needs nothing of all that the stages use
        from builder.pipeline.stages import differences, run_stages

    report = run_stages(project, options, progress, run, memo, audience)
    if options.verify and report.published:
        with run.stage("verify"):
            found = tuple(differences(project, options, progress))
        report = replace(report, problems=tuple(sorted({*report.problems, *found})))
    return report


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the collector of cyclic garbage out of the way: a build makes millions of values and hardly any cycle.

    It would look through all of them again and again, for a third of the build's time, and once more when it comes
    back: what a preview keeps is put out of its sight, and vanishes as soon as nothing refers to it any more. The few
    cycles of a build that follows others (what templates were given) are collected before, for nobody would find them
    any more; there is little to look through then.
    """
    follows = gc.get_freeze_count() > 0
    gc.disable()
    try:
        yield
    finally:
        if follows:
            gc.collect()
        gc.freeze()
        gc.enable()


def _as_unchanged(report: Report) -> Report:
    """Return what a build tells when it is made again with nothing changed."""
    changes = tuple(replace(change, generated="") for change in report.changes)
    published = report.published and Published((), report.published.present, ())
    return replace(report, changes=changes, published=published, made=0, seconds={})
