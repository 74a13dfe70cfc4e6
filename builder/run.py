"""One run of the builder: the problems found on the way, the time each stage took, and who is told how far it is."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from builder.problems import BuildError, Problem

Value = TypeVar("Value")
Progress = Callable[[str, int, int], None]
"""Told the name of the stage, how much is done, and of how much."""


class Run:
    """Gathers over all stages of a run; stages hand it what they return."""

    def __init__(self, is_overtaken: Callable[[], bool] = bool) -> None:
        self._is_overtaken = is_overtaken
        self.problems: list[Problem] = []
        self.seconds: dict[str, float] = {}
        """Wall time by stage, in order; shown on request, never part of what is built."""
        self.made: list[object] = []
        """What the stages made. A command ends its process with it: freeing it would take longer than publishing."""
        self.since = 0
        """When it began, in nanoseconds of the file system's clock; 0 where that is not known."""

    def go_through(self) -> None:
        """Give up no more: what is about to be written would be taken for something newer."""
        self._is_overtaken = bool

    def gather(self, found: tuple[Value, tuple[Problem, ...]]) -> Value:
        """Put a stage's problems to the others and return its value."""
        value, problems = found
        self.problems += problems
        return value

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure the time between entry and exit; raise :class:`BuildError` where the run is to be given up."""
        if self._is_overtaken():
            raise BuildError(())
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start


def default_jobs() -> int:
    """Return the number of processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
