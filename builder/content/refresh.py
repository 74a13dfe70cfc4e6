"""Content brought up to date with its seeds: what changed is converted, edits are merged, the rest is left alone."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.content.convert import Conversion, ConversionSettings, Progress, convert
from builder.content.files import (
    Index,
    TopicFile,
    Unwritten,
    article_names,
    read_entities,
    read_index,
    read_origins,
    read_topics,
)
from builder.content.memory import Memory, key_of, recall, remember
from builder.content.store import (
    Change,
    keep_bases,
    load_bases,
    load_present,
    plan_changes,
    take_generated,
    texts_of,
    write_texts,
)
from builder.content.topics import proposed_topics, rules_of
from builder.ingest.document import Seed
from builder.ingest.folder import read_seeds
from builder.ingest.reader import IngestSettings
from builder.problems import BuildError, Problem, error
from builder.project import Project
from builder.run import Run
from builder.urls import Slug


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What bringing content up to date came to."""

    seeds: tuple[Seed, ...]
    changes: tuple[Change, ...]
    unwritten: Unwritten
    """Content files that were not written, in a dry run or for want of permission; they are read as if they were."""


def refresh(
    project: Project, run: Run, progress: Progress, *, jobs: int, dry_run: bool, giving_up: Sequence[Path]
) -> Refreshed:
    """Bring ``content/`` up to date with the seeds; unchanged inputs are not converted again.

    ``giving_up`` names articles whose edits are given up for the generated text.
    """
    index = run.gather(read_index(project))
    seeds = run.gather(read_seeds(project))
    topics = run.gather(read_topics(project))
    run.gather(read_entities(project))
    bases = load_bases(project)
    memory = recall(project)
    proposed: Unwritten = {}
    if memory and memory.key == _key(index, seeds, project) and all(Slug(slug) in bases for slug in memory.slugs):
        generated = {Slug(slug): bases[Slug(slug)] for slug in memory.slugs}
        found = memory.problems
    else:
        done = _converted(project, index, seeds, topics, jobs, progress)
        generated, found = dict(done.articles), done.problems
        proposed = {} if topics else proposed_topics(project, done.rules)
    run.problems += found
    changes = plan_changes(generated, load_present(project), bases, project.show(project.content / "articles"))
    changes = take_generated(changes, _slugs_of(giving_up, generated, project))
    run.problems += [problem for change in changes for problem in change.problems]
    texts: Unwritten = {**proposed, **texts_of(project, changes)}
    if dry_run:
        return Refreshed(seeds, changes, texts)
    unwritten = run.gather(write_texts(project, texts))
    if not unwritten:
        memory = Memory(_key(index, seeds, project), tuple(generated), tuple(found))
        run.problems += _remembered(project, changes, memory)
    return Refreshed(seeds, changes, unwritten)


def _remembered(project: Project, changes: Sequence[Change], memory: Memory) -> tuple[Problem, ...]:
    """Keep what the next build starts from; without a cache it starts anew, which takes longer and is no loss."""
    try:
        keep_bases(project, changes)
        remember(project, memory)
    except BuildError as fault:
        return fault.problems
    return ()


def settings_of(index: Index) -> ConversionSettings:
    """Return what of a briefing's settings decides how seeds become articles."""
    front = index.front
    model = front.names_model if front.names == "spacy" else ""
    return ConversionSettings(IngestSettings(front.as_of, front.language, front.timezone), front.rights, model)


def _converted(
    project: Project, index: Index, seeds: Sequence[Seed], topics: Sequence[TopicFile], jobs: int, progress: Progress
) -> Conversion:
    entities, _ = read_entities(project)
    return convert(seeds, settings_of(index), entities, rules_of(topics), read_origins(project), jobs, progress)


def _key(index: Index, seeds: Sequence[Seed], project: Project) -> str:
    entities, _ = read_entities(project)
    topics, _ = read_topics(project)
    return key_of(seeds, repr(settings_of(index)), entities, topics, article_names(project))


def _slugs_of(paths: Sequence[Path], generated: Collection[Slug], project: Project) -> frozenset[Slug]:
    """Return the slugs of article files named on the command line; one that comes from no seed is an error."""
    hint = "name a file of content/articles/ that was made from a seed"
    problems = [
        error(project.show(path.resolve()), "not-generated", "the builder has no text for this file", hint=hint)
        for path in paths
        if path.stem not in generated
    ]
    if problems:
        raise BuildError(problems)
    return frozenset(Slug(path.stem) for path in paths)
