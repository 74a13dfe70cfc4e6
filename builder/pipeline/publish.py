"""The end of a build: the files of the site are put in place, and what the next build starts from is kept."""

from dataclasses import replace

from builder.briefing.changes import with_this_edition
from builder.content.editions import record_editions
from builder.memo import Memo
from builder.pipeline.gather import Gathered
from builder.pipeline.make import Site
from builder.pipeline.report import Options, blocking, fails, unsettled
from builder.project import Project
from builder.run import Run
from builder.site.output import Output, Published
from builder.site.reuse import remember_files


def publish(
    project: Project, options: Options, gathered: Gathered, site: Site, run: Run, memo: Memo
) -> Published | None:
    """Publish, unless the build has failed: then a site that was published before stays as it was.

    A first site is published in spite of errors in single files, but not where the settings are in doubt.
    """
    with run.stage("write"):
        published = _publish(project, options, site, run)
        stands = options.dry_run and published is not None and not (published.written or published.removed)
        if stands and not blocking(run.problems, project):
            memo.keep(site.making)
            memo.keep(site.ground)
        if published is None or options.dry_run:
            return published
        if options.search:
            editions = with_this_edition(gathered.recorded, gathered.briefing.articles, gathered.briefing.as_of)
            run.problems += record_editions(project, gathered.recorded, editions)
        if not blocking(run.problems, project):
            record = remember_files(project, site.remade, site.followed.leads, site.making.record)
            memo.keep(replace(site.making, record=record))
            memo.keep(site.ground)
    return published


def _publish(project: Project, options: Options, site: Site, run: Run) -> Published | None:
    output = Output(project.output)
    if options.strict and fails(run.problems, strict=True):
        return None
    if unsettled(run.problems, project) or (blocking(run.problems, project) and output.has_site()):
        return None
    if options.dry_run:
        return output.preview(site.files)
    if options.clean:
        output.clean()
    return output.publish(site.files)
