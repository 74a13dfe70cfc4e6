"""What the system tells of a file, by which it is known whether the file has changed without reading it."""

import os
import stat
from typing import Final

TICK: Final = 20_000_000
"""Nanoseconds. Linux notes changes every 1 to 10 ms; a file may change again in that time and look the same."""

Status = tuple[int, int, int, int]
"""Size of a file in bytes, the times of its last change by a program and by the system, in nanoseconds, its inode."""


def status_of(path: str) -> Status | None:
    """Return a file's status, which no program can change without a trace; ``None`` for a link or where there is none.

    The system itself notes the time of the last change, and no program can set that back: a change is missed only
    where two fall into one tick of the file system's clock.
    """
    try:
        found = os.lstat(path)  # a Path for each of many files would take longer than the rest
    except OSError:
        return None
    return known(found) if stat.S_ISREG(found.st_mode) else None


def known(found: os.stat_result) -> Status:
    """Return what of a file's status tells whether it has changed."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def is_settled(status: Status, now: int) -> bool:
    """Return whether a file that changes from now on will have another status.

    ``now`` is in nanoseconds of the file system's clock; 0 where that is not known.
    """
    return status[2] < now - TICK
