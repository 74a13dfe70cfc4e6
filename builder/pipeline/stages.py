"""All stages of a build, one after the other, and a second build to compare with."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from builder.briefing.checks import require_review
from builder.briefing.worklist import worklist
from builder.content.excerpts import excerpted
from builder.content.refresh import Refreshed, refresh
from builder.content.store import bases_of
from builder.memo import NO_MEMO, Memo
from builder.pipeline.gather import gather
from builder.pipeline.make import STAGING, Site, make
from builder.pipeline.publish import publish
from builder.pipeline.report import Options, Report
from builder.problems import BuildError, Problem, error
from builder.project import Project
from builder.run import Progress, Run
from builder.site.audience import Audience
from builder.site.output import Published, differing

if TYPE_CHECKING:
    from builder.briefing.tasks import Task


def differences(project: Project, options: Options, progress: Progress) -> Iterator[Problem]:
    """Build anew beside the site, from nothing but what people wrote and the bases of their edits; compare."""
    with TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        clean = replace(
            project, root=root, content=root / "content", output=root / "site", cache=root / project.cache.name
        )
        shutil.copytree(project.content, clean.content)
        if bases_of(project).is_dir():  # there are none where all articles are written by hand
            shutil.copytree(bases_of(project), bases_of(clean), dirs_exist_ok=True)
        run_stages(clean, replace(options, clean=False, take_generated=()), progress, Run(), NO_MEMO, None)
        hint = "this is a fault of the builder; `briefing build --clean` without .briefing/ puts it right"
        for path in differing(project.output, clean.output):
            place = project.show(project.output / path)
            yield error(place, "not-reproduced", "a build from nothing makes another file", hint=hint)


def run_stages(
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
        run.made += (gathered, site)
        published = publish(project, options, gathered, site, run, memo)
        memo.forget_unused()
    except BuildError as stopped:
        run.problems += stopped.problems
    finally:
        shutil.rmtree(project.cache / STAGING, ignore_errors=True)
    shown = excerpted(sorted(set(run.problems)), project)
    changes = refreshed.changes if refreshed else ()
    made, links = (site.remade.anew, site.followed.count) if site else (0, 0)
    return Report(changes, published, made, links, shown, tasks, run.seconds, options.strict)
