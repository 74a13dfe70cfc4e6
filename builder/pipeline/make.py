"""The second half of a build: what was gathered becomes the files of the site."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from builder.briefing.model import Briefing
from builder.content.media import media_files
from builder.ingest.decode import decode
from builder.ingest.document import Seed
from builder.memo import Memo
from builder.pages.body_links import check_body_anchors, check_body_links, check_body_pictures
from builder.pages.catalogue import catalogue
from builder.pages.linker import DOSSIER, as_pdf
from builder.pages.noting import Fingerprints
from builder.pages.order import part_path
from builder.pages.plan import plan
from builder.pages.volumes import volume_count
from builder.pipeline.gather import Gathered
from builder.pipeline.glance import Ground
from builder.pipeline.report import Options, blocking
from builder.problems import Problem
from builder.project import Project
from builder.run import Progress, Run
from builder.site.audience import Audience, Beside
from builder.site.exports.all import exports
from builder.site.exports.annotations import annotations
from builder.site.exports.manifest import File
from builder.site.links import Followed, anchors_of, check_links
from builder.site.output import collect
from builder.site.paper import printed
from builder.site.picture import making_pictures, pictures
from builder.site.record import Record, recall_files
from builder.site.render import Renderer, static_files
from builder.site.reuse import Last, Remade, remake
from builder.site.search import search_files
from builder.site.theme import load_theme
from builder.site.translation import words_of
from builder.urls import PagePath

STAGING: Final = "staging"
"""The folder below the cache where the files of a large site lie until they are put in place."""


@dataclass(frozen=True, slots=True)
class Site:
    """The files of the site before they are published."""

    files: Mapping[PagePath, File]
    """All of them; those that stand as they would be by their entries alone."""
    remade: Remade
    """Those of them that are made one by one."""
    making: Last
    """What they are made from; its record is that of the site before."""
    ground: Ground
    followed: Followed


def make(
    project: Project,
    options: Options,
    gathered: Gathered,
    run: Run,
    progress: Progress,
    memo: Memo,
    audience: Audience | None,
) -> Site:
    """Return the files of the site: those that have changed are made, the others are taken as they stand.

    What the audience looks at is shown to it at once, unless a problem will keep the site from being published.
    """
    content, briefing = gathered.content, gathered.briefing
    with run.stage("plan"):
        theme = load_theme(content.index.front.theme, project.themes, briefing.language)
        found = catalogue(briefing, words_of(theme))
        pages = plan(found, pdf=options.pdf)
        media = dict(media_files(project))
        dead = tuple(check_body_links(content, {*(page.path for page in pages), *media}, memo))
        run.problems += (*dead, *check_body_pictures(content, memo))
    renderer = Renderer(theme)
    with run.stage("render"), renderer.telling_all(pages, found):
        beside = [*static_files(theme), *renderer.running_heads(found), *media.items()]
        prints = Fingerprints(found, memo.last(Fingerprints))
        memo.keep(prints)
        last, record = _published(project, options, memo, renderer.fingerprint)
        shown = Beside(audience, beside, project.output) if audience and not blocking(run.problems, project) else None
        makings = dict(exports(found, [page.path for page in pages]))
        makings |= {page.path: renderer.making(page) for page in pages}
        makings |= annotations(found, _texts(briefing, gathered.seeds))
        makings |= making_pictures(found, theme)
        staging = None if options.dry_run else project.cache / STAGING
        remade = remake(makings, found, record, project.output, options.jobs, progress, prints, shown, last, staging)
    with run.stage("search"):
        index = run.gather(_search(project, options, remade.files))
    with run.stage("collect"):
        files = collect([*remade.files.items(), *beside, *pictures(found, theme), *index.items()])
    with run.stage("paper"):
        files = collect([*files.items(), *_paper(project, options, files, briefing).items()])
    with run.stage("links"):
        leads = {path: known.leads for path, known in record.files.items()}
        followed = check_links(files, project.output, leads, remade.ways)
        astray = tuple(check_body_anchors(content, anchors_of(files, project.output, remade.ways), memo))
        # What the editor's links lead to is told at their own place, not once more for each page they are on.
        run.problems += astray if dead or astray else followed.problems
    linked, put_beside = frozenset([*(page.path for page in pages), *media]), frozenset(path for path, _ in beside)
    ground = Ground(content, found, renderer, linked, put_beside)
    return Site(files, remade, Last(record, found, makings), ground, followed)


def _published(project: Project, options: Options, memo: Memo, program: str) -> tuple[Last | None, Record]:
    """Return what this process published last by this program, if it did, and what is known of the files."""
    if options.clean:
        return None, Record(program)
    last = memo.last(Last)
    if last and last.record.program == program:
        return last, last.record
    return None, recall_files(project, program)


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
    """Print the volumes of the dossier where that is asked for."""
    if not options.pdf:
        return {}
    with _cache(project, options) as cache:
        volumes = [part_path(DOSSIER, number) for number in range(1, volume_count(briefing) + 1)]
        return {as_pdf(path): printed(path, files, project.output, briefing.base_url, cache) for path in volumes}


@contextmanager
def _cache(project: Project, options: Options) -> Iterator[Path]:
    """Give the folder that a stage may keep things in: of a dry run one beside the cache, which it must not change."""
    if options.dry_run:
        with TemporaryDirectory() as folder:
            yield Path(folder)
    else:
        yield project.cache
