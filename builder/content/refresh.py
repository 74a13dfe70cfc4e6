"""Content brought up to date with its seeds: what changed is converted, edits are merged, the rest is left alone."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from builder.content.changes import Change
from builder.content.files import Guidance, Unwritten, article_names, read_guidance, read_topics
from builder.content.memory import Memory, key_of, open_edits, recall, remember, still_told
from builder.content.origins import Origin, origins_of
from builder.content.outcomes import plan_changes, take_generated
from builder.content.settings import for_conversion
from builder.content.settled_days import settled_days
from builder.content.store import articles_of, keep_bases, load_bases, load_present, path_of, texts_of, write_texts
from builder.content.topics import proposed_topics, rules_of
from builder.ingest.document import Seed
from builder.ingest.folder import read_seeds
from builder.problems import BuildError, Problem, error
from builder.project import Project
from builder.run import Progress, Run
from builder.urls import Slug

if TYPE_CHECKING:
    from builder.content.convert import Conversion


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What bringing content up to date came to."""

    seeds: tuple[Seed, ...]
    guidance: Guidance
    """The editor's files beside the articles, proposed topics included."""
    changes: tuple[Change, ...]
    unwritten: Unwritten
    """Articles that were not written, in a dry run or for want of permission; they are read as if they were."""


def refresh(
    project: Project, run: Run, progress: Progress, *, jobs: int, dry_run: bool, giving_up: Sequence[Path]
) -> Refreshed:
    """Bring ``content/`` up to date with the seeds; unchanged inputs are not converted again.

    ``giving_up`` names articles whose edits are given up for the generated text.
    """
    seeds = run.gather(read_seeds(project))
    guidance = read_guidance(project, run)
    bases = load_bases(project)
    memory = recall(project)
    proposed: Unwritten = {}
    given_up = {path.stem for path in giving_up}
    present = load_present(project) if seeds else {}
    days = {slug: day for slug, day in settled_days(present, bases).items() if slug not in given_up}
    is_known = memory and memory.key == _key(seeds, guidance, project, days)
    if memory and is_known and all(Slug(slug) in bases for slug in memory.slugs):
        generated = {Slug(slug): bases[Slug(slug)] for slug in memory.slugs}
        found = memory.problems
    elif not seeds:
        generated, found = {}, ()
    else:
        origins = origins_of(present, bases, days)
        done = _converted(seeds, guidance, origins, jobs, progress)
        generated, found = dict(done.articles), done.problems
        proposed = proposed_topics(project, done.rules)
        present = load_present(project)  # converting may have taken minutes
    if proposed:
        guidance = replace(guidance, topics=run.gather(read_topics(project, proposed)))
    run.problems += found
    changes = plan_changes(generated, present, bases, project.show(articles_of(project)))
    changes = still_told(changes, present, memory.edits if memory else ())
    changes = take_generated(changes, _slugs_of(giving_up, generated, project))
    run.problems += [problem for change in changes for problem in change.problems]
    texts: Unwritten = {**proposed, **texts_of(project, changes)}
    if dry_run:
        return Refreshed(seeds, guidance, changes, texts)
    if texts:
        run.go_through()
    seen = {path_of(project, slug): text for slug, text in present.items()}
    unwritten, refused = write_texts(project, texts, seen)
    run.problems += refused
    if not refused:
        # While a file waits, seeds are converted anew: its base is not what was generated for it now.
        key = "" if any(change.waits for change in changes) else _key(seeds, guidance, project, days)
        memory = Memory(key, tuple(generated), tuple(found), open_edits(changes, present))
        run.problems += _remembered(project, changes, memory)
    return Refreshed(seeds, guidance, changes, unwritten)


def _remembered(project: Project, changes: Sequence[Change], memory: Memory) -> tuple[Problem, ...]:
    """Keep what the next build starts from; without a cache it starts anew, which takes longer and is no loss."""
    try:
        keep_bases(project, changes)
        remember(project, memory)
    except BuildError as fault:
        return fault.problems
    return ()


def _converted(
    seeds: Sequence[Seed], guidance: Guidance, origins: Sequence[Origin], jobs: int, progress: Progress
) -> "Conversion":
    # What reads and annotates seeds takes longer to load than all else, and most builds have no seed to convert.
    from builder.content.convert import convert

    rules, settings = rules_of(guidance.topics), for_conversion(guidance.index.front)
    return convert(seeds, settings, guidance.entities, rules, origins, jobs, progress)


def _key(seeds: Sequence[Seed], guidance: Guidance, project: Project, days: Mapping[Slug, str]) -> str:
    return key_of(seeds, repr(for_conversion(guidance.index.front)), guidance, article_names(project), days)


def _slugs_of(paths: Sequence[Path], generated: Collection[Slug], project: Project) -> frozenset[Slug]:
    """Return the slugs of article files named on the command line; one that comes from no seed is an error."""
    hint = "name a file of content/articles/ that was made from a seed"
    problems = [
        error(project.show(path.resolve()), "not-generated", "the builder has no text for this file", hint=hint)
        for path in paths
        if path.stem not in generated or path.resolve() != path_of(project, Slug(path.stem))
    ]
    if problems:
        raise BuildError(problems)
    return frozenset(Slug(path.stem) for path in paths)
