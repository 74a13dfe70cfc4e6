"""Building again: once at the start, then after every change that is one."""

import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
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


Build = Callable[[frozenset[Path]], None]
"""Told which watched files have changed since the last build began; none before the first."""


def keep_building(build: Build, watcher: Watcher, roots: Sequence[Path], ignored: Sequence[Path]) -> None:
    """Build, then build again whenever a watched file's bytes change, until the watcher is closed."""
    prints = Fingerprints(roots, ignored)
    prints.refresh()
    _build_and_settle(build, prints, frozenset())
    while changes := watcher.wait():
        if changed := prints.refresh_paths([change.path for change in changes]):
            _build_and_settle(build, prints, changed)


def _build_and_settle(build: Build, prints: Fingerprints, changed: frozenset[Path]) -> None:
    """Build, and once more where files changed meanwhile: no edit made, or taken back, during a build is lost."""
    prints.begin()
    build(changed)
    for _ in range(FOLLOW_UPS):
        if not (changed := prints.refresh_after()):
            return
        build(changed)
    prints.refresh()
