"""The build, stage by stage: seeds become content, content becomes the model, the model becomes the site."""

import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import msgspec

from builder.briefing.assemble import assemble
from builder.briefing.checks import check, require_review
from builder.briefing.model import Briefing
from builder.briefing.topics import rules_of
from builder.briefing.worklist import Task, worklist
from builder.content.convert import Progress, convert
from builder.content.excerpts import excerpted
from builder.content.files import (
    Content,
    Index,
    TopicFile,
    Unwritten,
    article_names,
    read_articles,
    read_entities,
    read_index,
    read_origins,
    read_topics,
)
from builder.content.media import media_files
from builder.content.memory import Memory, key_of, recall, remember
from builder.content.store import (
    Change,
    Outcome,
    apply_changes,
    load_bases,
    load_present,
    plan_changes,
    take_generated,
    texts_of,
    write_whole,
)
from builder.content.topics import proposed_topics
from builder.content.verify import verify
from builder.ingest.decode import decode
from builder.ingest.document import Seed
from builder.ingest.folder import read_seeds
from builder.ingest.reader import IngestSettings
from builder.pages.plan import Page, plan
from builder.problems import BuildError, Problem, Severity, error
from builder.project import Project
from builder.site.exports.all import exports
from builder.site.links import check_links
from builder.site.output import Output, Published, collect
from builder.site.render import render, static_files
from builder.site.search import search_files
from builder.site.theme import load_theme
from builder.urls import PagePath, Slug

Value = TypeVar("Value")


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
    take_generated: tuple[Path, ...] = ()
    """Articles whose edits are given up for what the builder writes now."""
    search: bool = True
    """Index changed pages for searching; a preview serves the last index."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    changes: tuple[Change, ...] = ()
    published: Published | None = None
    """``None`` where the build stopped before anything was published."""
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
    """Build a briefing: gather everything, then publish.

    A fault of a single file leaves that file out and the rest goes on; where a stage can't go on, or a strict build
    has a warning, what was published before stays as it was.
    """
    timer = _Timer()
    problems: list[Problem] = []
    changes: tuple[Change, ...] = ()
    tasks: tuple[Task, ...] = ()
    links = 0
    published: Published | None = None
    try:
        with timer("convert"):
            seeds, changes, unwritten = _convert(project, options, problems, progress)
        with timer("read"):
            content = _read(project, options, unwritten, problems)
        with timer("assemble"):
            briefing = assemble(content)
            problems += [*check(briefing, content), *verify(content.articles, seeds)]
            tasks = worklist(briefing)
            require_review(content)
        with timer("plan"):
            pages = plan(briefing)
            theme = load_theme(content.index.front.theme, project.themes)
        with timer("render"):
            rendered = collect(render(_followed(pages, progress), theme))
            links = _gather(check_links(rendered), problems)
        with timer("export"):
            data = exports(briefing, list(rendered), _texts(briefing, seeds))
        with timer("search"):
            index = _gather(_search(project, options, rendered), problems)
        with timer("write"):
            media = media_files(project)
            files = collect([*rendered.items(), *static_files(theme), *data, *index.items(), *media])
            published = None if options.strict and fails(problems, strict=True) else _publish(project, options, files)
    except BuildError as stopped:
        problems += stopped.problems
    shown = excerpted(sorted(set(problems)), project)
    return Report(changes, published, links, shown, tasks, timer.seconds, options.strict)


def _convert(
    project: Project, options: Options, problems: list[Problem], progress: Progress
) -> tuple[tuple[Seed, ...], tuple[Change, ...], Unwritten]:
    """Bring ``content/`` up to date with the seeds; unchanged inputs are not converted again."""
    index = _gather(read_index(project), problems)
    seeds = _gather(read_seeds(project), problems)
    entities = _gather(read_entities(project), problems)
    topics = _gather(read_topics(project), problems)
    bases = load_bases(project)
    memory = recall(project)
    if memory and memory.key == _key(index, seeds, project) and all(Slug(slug) in bases for slug in memory.slugs):
        generated = {Slug(slug): bases[Slug(slug)] for slug in memory.slugs}
        found, proposed = memory.problems, {}
    else:
        settings = _ingest_settings(index)
        origins = read_origins(project)
        rules = rules_of(topics)
        done = convert(seeds, settings, index.front.rights, entities, rules, origins, options.jobs, progress)
        generated, found = dict(done.articles), done.problems
        proposed = {} if topics else proposed_topics(project, done.rules)
    problems += found
    present = load_present(project)
    changes = plan_changes(generated, present, bases, project.show(project.content / "articles"))
    changes = take_generated(changes, _slugs_of(options.take_generated, generated, project))
    problems += [problem for change in changes for problem in change.problems]
    if options.dry_run:
        return seeds, changes, {**proposed, **texts_of(project, changes)}
    for path, text in proposed.items():
        write_whole(path, text, project)
    apply_changes(project, changes)
    remember(project, Memory(_key(index, seeds, project), tuple(generated), tuple(found)))
    return seeds, changes, {}


def _key(index: Index, seeds: Sequence[Seed], project: Project) -> str:
    entities, _ = read_entities(project)
    topics, _ = read_topics(project)
    settings = [*astuple(_ingest_settings(index)), index.front.rights]
    return key_of(seeds, settings, entities, topics, article_names(project))


def _slugs_of(paths: Sequence[Path], generated: Collection[Slug], project: Project) -> frozenset[Slug]:
    """Return the slugs of article files named on the command line; one that comes from no seed is an error."""
    slugs = {path: Slug(path.stem) for path in paths}
    hint = "name a file of content/articles/ that was made from a seed"
    problems = [
        error(project.show(path.resolve()), "not-generated", "the builder has no text for this file", hint=hint)
        for path, slug in slugs.items()
        if slug not in generated
    ]
    if problems:
        raise BuildError(problems)
    return frozenset(slugs.values())


def _ingest_settings(index: Index) -> IngestSettings:
    return IngestSettings(as_of=index.front.as_of, language=index.front.language, timezone=index.front.timezone)


def _read(project: Project, options: Options, unwritten: Unwritten, problems: list[Problem]) -> Content:
    """Read the editor's files as they are now; options of the command line go before the settings in them."""
    index = _gather(read_index(project), problems)
    topics: tuple[TopicFile, ...] = _gather(read_topics(project, unwritten), problems)
    given = {"theme": options.theme, "base_url": options.base_url}
    front = msgspec.structs.replace(index.front, **{key: value for key, value in given.items() if value})
    articles = _gather(read_articles(project, unwritten), problems)
    return Content(Index(front, index.body), articles, topics, _gather(read_entities(project), problems))


def _texts(briefing: Briefing, seeds: Sequence[Seed]) -> dict[str, str]:
    """Return the decoded text of every seed that an article was made from."""
    used = {article.seed for article in briefing.articles}
    return {seed.path: decode(seed.data).text for seed in seeds if seed.path in used}


def _search(
    project: Project, options: Options, rendered: Mapping[PagePath, bytes]
) -> tuple[dict[PagePath, bytes], tuple[Problem, ...]]:
    """Index the pages; a dry run does so beside the cache, which it must not change."""
    if not (options.search and options.dry_run):
        return search_files(rendered, project.cache, refresh=options.search)
    with TemporaryDirectory() as cache:
        return search_files(rendered, Path(cache))


def _publish(project: Project, options: Options, files: Mapping[PagePath, bytes]) -> Published:
    output = Output(project.output)
    if options.dry_run:
        return output.preview(files)
    if options.clean:
        output.clean()
    return output.publish(files)


def _followed(pages: Sequence[Page], progress: Progress) -> Iterator[Page]:
    for number, page in enumerate(pages, 1):
        yield page
        progress("render", number, len(pages))


def _gather(found: tuple[Value, tuple[Problem, ...]], problems: list[Problem]) -> Value:
    """Put a stage's problems to the others and return its value."""
    value, more = found
    problems += more
    return value


class _Timer:
    """Measures the wall time of the stages; shown on request, never part of what is built."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - start
