"""The first half of a build: what the seeds and the editor's files say becomes the model."""

from dataclasses import dataclass
from functools import partial

from builder.briefing.assemble import assemble
from builder.briefing.checks import check
from builder.briefing.model import Briefing
from builder.content.editions import RecordedEdition, read_editions
from builder.content.files import Content, read_content, same_slugs
from builder.content.refresh import Refreshed
from builder.content.shelf import Shelf, stored_shelf
from builder.content.unread import unread_files
from builder.content.verify import verify
from builder.ingest.document import Seed
from builder.memo import Memo
from builder.pipeline.report import Options
from builder.project import Project
from builder.run import Run


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that a site is made from, but the theme."""

    seeds: tuple[Seed, ...]
    content: Content
    briefing: Briefing
    recorded: tuple[RecordedEdition, ...]
    """The editions published so far."""


def gather(project: Project, options: Options, refreshed: Refreshed, run: Run, memo: Memo) -> Gathered:
    """Read the editor's files, which are up to date with the seeds, make the model of them and check both."""
    with run.stage("read"):
        known = memo.last(Shelf)
        shelf = known or stored_shelf(project)
        read = partial(shelf.read, jobs=options.jobs, since=run.since)
        content = read_content(project, run, refreshed.guidance, refreshed.unwritten, options.settings, read)
        run.problems += unread_files(project)
        memo.keep(shelf.following())
        if not (known or options.dry_run):
            shelf.store(project)
    with run.stage("assemble"):
        recorded = run.gather(read_editions(project))
        briefing = assemble(content, recorded, memo, options.jobs)
        run.problems += [*same_slugs(content), *check(briefing, content, memo)]
        run.problems += verify(content.articles, refreshed.seeds, memo)
    return Gathered(refreshed.seeds, content, briefing, recorded)
