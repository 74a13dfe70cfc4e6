"""The build, stage by stage: seeds become content, content becomes the model, the model becomes the site."""

import gc
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.briefing.assemble import assemble
from builder.briefing.changes import with_this_edition
from builder.briefing.checks import check, require_review
from builder.briefing.model import Briefing
from builder.briefing.worklist import Task, worklist
from builder.content.convert import Progress
from builder.content.editions import read_editions, record_editions
from builder.content.excerpts import excerpted
from builder.content.files import read_content, same_slugs
from builder.content.media import media_files
from builder.content.outcomes import Change, Outcome
from builder.content.refresh import Refreshed, refresh
from builder.content.store import bases_of
from builder.content.verify import verify
from builder.ingest.decode import decode
from builder.ingest.document import Seed
from builder.pages.body_links import check_body_anchors, check_body_links
from builder.pages.catalogue import catalogue
from builder.pages.linker import DOSSIER_PDF
from builder.pages.plan import plan
from builder.problems import BuildError, Problem, Severity, error
from builder.project import Project, require_own_output
from builder.run import Run
from builder.site.exports.all import exports
from builder.site.exports.annotations import annotations
from builder.site.exports.manifest import File
from builder.site.links import anchors_of, check_links
from builder.site.lock import locked
from builder.site.output import Output, Published, collect, differing
from builder.site.paper import printed
from builder.site.picture import pictures
from builder.site.render import Renderer, static_files
from builder.site.reuse import Record, Remade, recall_files, remake, remember_files
from builder.site.search import search_files
from builder.site.stamp import inputs_of, keep, recall
from builder.site.theme import load_theme
from builder.site.translation import words_of
from builder.urls import PagePath


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks of a build."""

    theme: str | None = None
    """Instead of the one that ``content/index.md`` names."""
    base_url: str | None = None
    """Instead of the one that ``content/index.md`` names."""
    strict: bool = False
    """Warnings fail the build, and nothing is published."""
    clean: bool = False
    """Remove what was published first."""
    dry_run: bool = False
    """Write nothing."""
    jobs: int = 1
    """Processes."""
    verify: bool = False
    """Build everything anew beside the site, and tell of each file that is not the same."""
    take_generated: tuple[Path, ...] = ()
    """Articles whose edits are given up for what the builder writes now."""
    pdf: bool = False
    """Print the dossier to a PDF too."""
    search: bool = True
    """Index changed pages for searching, and record the edition; a preview serves the last index and records none."""
    wait: bool = False
    """Wait for another build of the same briefing to end; else that it runs is a problem."""

    @property
    def anew(self) -> bool:
        """Whether to build even where nothing has changed since the last build."""
        return self.clean or self.verify or bool(self.take_generated)

    @property
    def settings(self) -> dict[str, str]:
        """The settings that the command line gives in place of those in ``content/index.md``."""
        given = {"theme": self.theme, "base_url": self.base_url}
        return {key: value for key, value in given.items() if value}


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    changes: tuple[Change, ...] = ()
    published: Published | None = None
    """``None`` where the build stopped before anything was published."""
    made: int = 0
    """Files of one page or one article that were made; the others stood as they would be."""
    links: int = 0
    """Links that were followed inside the site."""
    problems: tuple[Problem, ...] = ()
    """Sorted by place, each once."""
    tasks: tuple[Task, ...] = ()
    """What an editor should look at next, the worthiest first."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """Wall time by stage, in order."""
    strict: bool = False

    @property
    def ok(self) -> bool:
        """Return whether the build succeeded: no errors and, when strict, no warnings."""
        return not fails(self.problems, self.strict)

    def count(self, outcome: Outcome) -> int:
        """Return how many articles had an outcome."""
        return sum(change.outcome is outcome for change in self.changes)


def fails(problems: Sequence[Problem], strict: bool) -> bool:
    """Return whether problems fail a build."""
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(problem.severity in failing for problem in problems)


def build(project: Project, options: Options, progress: Progress) -> Report:
    """Build a briefing, one build at a time; where nothing has changed since the last one, tell what that told."""
    run = Run()
    try:
        require_own_output(project)
        if options.dry_run:
            with _without_collector():
                return _build(project, options, progress, run)
        with locked(project, wait=options.wait) as start, _without_collector():
            with run.stage("compare"):
                asked = {
                    **options.settings,
                    "strict": str(options.strict),
                    "search": str(options.search),
                    "pdf": str(options.pdf),
                }
                inputs = inputs_of(project, asked, start)
                known = None if options.anew else recall(project, inputs, Report)
            if known:
                return replace(known, seconds=run.seconds)
            report = _build(project, options, progress, run)
            if options.verify and report.published:
                with run.stage("verify"):
                    found = tuple(_differences(project, options, progress))
                report = replace(report, problems=tuple(sorted({*report.problems, *found})))
            published = report.published and not blocking(report.problems, project)
            with run.stage("remember"):
                if inputs and published and inputs_of(project, asked, start) == inputs:
                    keep(project, inputs, _as_unchanged(report))
            return report
    except BuildError as refused:
        return Report(problems=refused.problems, strict=options.strict)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the collector of cyclic garbage out of the way: a build makes millions of values and hardly any cycle.

    It would look through all of them again and again, for a third of the build's time.
    """
    gc.disable()
    try:
        yield
    finally:
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
        _build(clean, replace(options, clean=False, take_generated=()), progress, Run())
        hint = "this is a fault of the builder; `briefing build --clean` without .briefing/ puts it right"
        for path in differing(project.output, clean.output):
            place = project.show(project.output / path)
            yield error(place, "not-reproduced", "a build from nothing makes another file", hint=hint)


def _build(project: Project, options: Options, progress: Progress, run: Run) -> Report:
    """Gather everything, then publish.

    A fault of a single file leaves that file out and the rest goes on, so that all problems are told at once. What
    was published before stays as it was where a stage can't go on, where an error lies in what the editor wrote, and
    where a strict build has a warning.
    """
    refreshed: Refreshed | None = None
    tasks: tuple[Task, ...] = ()
    remade: Remade | None = None
    links = 0
    published: Published | None = None
    try:
        with run.stage("convert"):
            refreshed = refresh(
                project, run, progress, jobs=options.jobs, dry_run=options.dry_run, giving_up=options.take_generated
            )
        with run.stage("read"):
            content = read_content(project, run, refreshed.guidance, refreshed.unwritten, options.settings)
        with run.stage("assemble"):
            recorded = run.gather(read_editions(project))
            briefing = assemble(content, recorded)
            run.problems += [*same_slugs(content), *check(briefing, content)]
            run.problems += verify(content.articles, refreshed.seeds)
            tasks = worklist(briefing)
            require_review(content)
        with run.stage("plan"):
            theme = load_theme(content.index.front.theme, project.themes, briefing.language)
            found = catalogue(briefing, words_of(theme))
            pages = plan(found, pdf=options.pdf)
            media = dict(media_files(project))
            dead = tuple(check_body_links(content, {*(page.path for page in pages), *media}))
            run.problems += dead
        with run.stage("render"):
            renderer = Renderer(theme)
            record = Record(renderer.fingerprint) if options.clean else recall_files(project, renderer.fingerprint)
            makings = {page.path: renderer.making(page) for page in pages}
            makings |= annotations(found, _texts(briefing, refreshed.seeds))
            remade = remake(makings, found, record, project.output, options.jobs, progress)
        with run.stage("export"):
            data = dict(exports(briefing, [page.path for page in pages], found.words))
        with run.stage("search"):
            index = run.gather(_search(project, options, remade.files))
        with run.stage("collect"):
            files = collect(
                [
                    *remade.files.items(),
                    *static_files(theme),
                    renderer.running_heads(found),
                    *pictures(found, theme),
                    *data.items(),
                    *index.items(),
                    *media.items(),
                ]
            )
        with run.stage("paper"):
            files = collect([*files.items(), *_paper(project, options, files, briefing).items()])
        with run.stage("links"):
            links, broken = check_links(files, project.output)
            astray = tuple(check_body_anchors(content, anchors_of(files, project.output)))
            # What the editor's links lead to is told at their own place, not once more for each page they are on.
            run.problems += astray if dead or astray else broken
        with run.stage("write"):
            published = _publish(project, options, files, run.problems)
            if published and options.search and not options.dry_run:
                editions = with_this_edition(recorded, briefing.articles, briefing.as_of)
                run.problems += record_editions(project, recorded, editions)
            if published and not options.dry_run and not blocking(run.problems, project):
                remember_files(project, remade, record)
    except BuildError as stopped:
        run.problems += stopped.problems
    shown = excerpted(sorted(set(run.problems)), project)
    changes = refreshed.changes if refreshed else ()
    anew = remade.anew if remade else 0
    return Report(changes, published, anew, links, shown, tasks, run.seconds, options.strict)


def _texts(briefing: Briefing, seeds: Sequence[Seed]) -> dict[str, str]:
    """Return the decoded text of every seed that an article was made from."""
    used = {article.seed for article in briefing.articles}
    return {seed.path: decode(seed.data).text for seed in seeds if seed.path in used}


def _search(
    project: Project, options: Options, files: Mapping[PagePath, File]
) -> tuple[dict[PagePath, bytes], tuple[Problem, ...]]:
    """Index the pages, or take the last index where none is asked for."""
    if not options.search:
        return search_files(files, project.output, project.cache, refresh=False)
    with _cache(project, options) as cache:
        return search_files(files, project.output, cache)


def _paper(
    project: Project, options: Options, files: Mapping[PagePath, File], briefing: Briefing
) -> dict[PagePath, File]:
    """Print the dossier where that is asked for."""
    if not options.pdf:
        return {}
    with _cache(project, options) as cache:
        return {DOSSIER_PDF: printed(files, project.output, briefing.base_url, cache)}


@contextmanager
def _cache(project: Project, options: Options) -> Iterator[Path]:
    """Give the folder that a stage may keep things in: of a dry run one beside the cache, which it must not change."""
    if options.dry_run:
        with TemporaryDirectory() as folder:
            yield Path(folder)
    else:
        yield project.cache


def _publish(
    project: Project, options: Options, files: Mapping[PagePath, File], problems: Sequence[Problem]
) -> Published | None:
    """Publish, unless the build has failed: then a site that was published before stays as it was."""
    output = Output(project.output)
    if options.strict and fails(problems, strict=True):
        return None
    if blocking(problems, project) and output.has_site():
        return None
    if options.dry_run:
        return output.preview(files)
    if options.clean:
        output.clean()
    return output.publish(files)


def blocking(problems: Sequence[Problem], project: Project) -> bool:
    """Return whether an error lies in what the editor wrote; a seed that can't be read only stays out."""
    seeds = (project.show(project.seeds) + "/", "seeds/")
    return any(
        problem.severity is Severity.ERROR and not problem.location.path.startswith(seeds) for problem in problems
    )
