"""One build of a briefing at a time: the system holds the lock, and lets go of it when the process ends in any way."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from builder.problems import BuildError, error
from builder.project import Project

if sys.platform == "win32":
    import msvcrt

    def _take(file: TextIO, wait: bool) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)

    _Taken: type[OSError] = PermissionError
else:
    import fcntl

    def _take(file: TextIO, wait: bool) -> None:
        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)

    _Taken: type[OSError] = BlockingIOError

_FILE = "lock"


@contextmanager
def locked(project: Project, *, wait: bool) -> Iterator[int]:
    """Hold a briefing's lock; give the time it was taken, in nanoseconds of the file system's clock.

    Where another build holds it, wait for its end or raise :class:`BuildError` (``build-running``). Where the cache
    can't be written there is no lock, and the time is 0.
    """
    try:
        project.cache.mkdir(exist_ok=True)
        file = (project.cache / _FILE).open("a", encoding="ascii")
    except OSError:
        yield 0
        return
    with file:
        try:
            _take(file, wait)
        except _Taken as taken:
            hint = "wait for it to end; a preview builds by itself when a file changes"
            message = "another build of this briefing is running"
            raise BuildError([error(project.show(project.cache), "build-running", message, hint=hint)]) from taken
        file.truncate(0)
        file.write("held while a build runs\n")
        file.flush()
        yield os.fstat(file.fileno()).st_mtime_ns
