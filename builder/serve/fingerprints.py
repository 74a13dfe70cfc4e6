"""What the watched files hold, so that an event without a change, or the build's own writing, starts no build."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.serve.events import is_watched


@dataclass(frozen=True, slots=True)
class _Mark:
    """What is known about a file."""

    size: int
    modified: int
    """In nanoseconds."""
    inode: int
    digest: bytes


class Fingerprints:
    """The bytes of all watched files, as they were when last looked at."""

    def __init__(self, roots: Sequence[Path], ignored: Sequence[Path]) -> None:
        self._roots = roots
        self._ignored = ignored
        self._marks: dict[Path, _Mark] = {}

    def refresh(self) -> bool:
        """Look at every file; return whether any was added, removed or changed since the last look.

        A file whose size, time and inode are the same is not read again; :meth:`refresh_paths` reads regardless.
        """
        found = {path: mark for path in self._walk() if (mark := _mark(path, self._marks.get(path)))}
        before, self._marks = self._marks, found
        return _digests(before) != _digests(found)

    def refresh_paths(self, paths: Iterable[Path]) -> bool:
        """Look at some paths only, and read them; return as :meth:`refresh` does. A folder means a look at all."""
        changed = False
        for path in paths:
            known = self._marks.pop(path, None)
            mark = None if path.is_dir() else _mark(path, None)
            if mark is None and known is None:
                return self.refresh() or changed
            if mark is not None:
                self._marks[path] = mark
            changed |= (mark and mark.digest) != (known and known.digest)
        return changed

    def _walk(self) -> Iterator[Path]:
        for root in self._roots:
            for folder, folders, names in os.walk(root):
                here = Path(folder)
                folders[:] = [name for name in folders if is_watched(here / name, self._roots, self._ignored)]
                yield from (here / name for name in names if is_watched(here / name, self._roots, self._ignored))


def _mark(path: Path, known: _Mark | None) -> _Mark | None:
    """Return what is known about a file now; ``None`` where it is gone or can't be read."""
    try:
        status = path.stat()
        if known and (known.size, known.modified, known.inode) == (status.st_size, status.st_mtime_ns, status.st_ino):
            return known
        return _Mark(status.st_size, status.st_mtime_ns, status.st_ino, hashlib.sha256(path.read_bytes()).digest())
    except OSError:
        return None


def _digests(marks: dict[Path, _Mark]) -> dict[Path, bytes]:
    return {path: mark.digest for path, mark in marks.items()}
