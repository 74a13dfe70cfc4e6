"""Building again: once at the start, then after every change that is one."""

import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Protocol

from builder.problems import BuildError, Problem, error
from builder.serve.fingerprints import Fingerprints
from builder.serve.watch import Watcher

FOLLOW_UPS = 5
"""Builds in a row after files changed under a build. The builder's own writing settles after one; a file that changes
under each of so many builds is taken for their doing, so that no build calls for another without end."""


class BuildResult(Protocol):
    """What a build tells the preview."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems found."""

    @property
    def ok(self) -> bool:
        """Whether the site was published."""


def outcome(build: Callable[[], BuildResult]) -> tuple[Problem, ...]:
    """Build, and return the problems where it failed; nothing where the site was published.

    A fault of the builder itself is printed with its traceback and becomes a problem too: the preview lives on.
    """
    with ThreadPoolExecutor(1) as apart:
        running = apart.submit(build)
        failure = running.exception()
    if failure is None:
        result = running.result()
        return () if result.ok else result.problems or (_unknown("the build failed and told no problem"),)
    if isinstance(failure, BuildError):
        return failure.problems
    traceback.print_exception(failure)
    return (_unknown(f"{type(failure).__name__}: {failure}"),)


def _unknown(message: str) -> Problem:
    return error("builder", "builder-fault", message, hint="this is a fault of the builder; the terminal shows where")


class Ended(Enum):
    """How a build ended."""

    PUBLISHED = "published"
    FAILED = "failed"
    OVERTAKEN = "overtaken"
    """It was given up for files that have changed since it began."""


IsOvertaken = Callable[[], bool]
"""Tells whether files have changed since a build began."""
Build = Callable[[frozenset[Path], IsOvertaken], Ended]
"""Told which watched files have changed since a site was published last; none before the first build."""


def keep_building(
    build: Build,
    prepare: Callable[[IsOvertaken], None],
    watcher: Watcher,
    roots: Sequence[Path],
    ignored: Sequence[Path],
) -> None:
    """Build, then build again whenever a watched file's bytes change, until the watcher is closed.

    ``prepare`` is called once after the first build, for what the builds to come may have done beforehand.
    """
    prints = Fingerprints(roots, ignored)
    prints.refresh()
    unpublished = _build_and_settle(build, prints, watcher, frozenset())
    prepare(partial(_is_overtaken, prints, watcher))
    while changes := watcher.wait():
        if changed := prints.refresh_paths([change.path for change in changes]):
            unpublished = _build_and_settle(build, prints, watcher, unpublished | changed)


def _build_and_settle(
    build: Build, prints: Fingerprints, watcher: Watcher, changed: frozenset[Path]
) -> frozenset[Path]:
    """Build, and once more where files changed meanwhile: no edit made, or taken back, during a build is lost.

    Return the files that have changed since a site was published last.
    """
    for number in range(FOLLOW_UPS + 1):
        prints.begin()
        ended = build(changed, partial(_is_overtaken, prints, watcher) if number < FOLLOW_UPS else _is_not_overtaken)
        if ended is Ended.PUBLISHED:
            changed = frozenset()
        if ended is Ended.OVERTAKEN:
            if not (changes := watcher.wait()):
                return changed
            newer = prints.refresh_paths([change.path for change in changes])
        elif not (newer := prints.refresh_after()):
            return changed
        changed |= newer
    prints.refresh()
    return changed


def _is_overtaken(prints: Fingerprints, watcher: Watcher) -> bool:
    return prints.differ([change.path for change in watcher.coming()])


def _is_not_overtaken() -> bool:
    return False
