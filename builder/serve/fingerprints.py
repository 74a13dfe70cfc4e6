"""What the watched files hold, so that an event without a change, or the build's own writing, starts no build."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.serve.events import is_temporary
from builder.status import Status, known


@dataclass(frozen=True, slots=True)
class _Mark:
    """What is known about a file."""

    status: Status
    digest: bytes


class Fingerprints:
    """The bytes of all watched files, as they were when last looked at."""

    def __init__(self, roots: Sequence[Path], ignored: Sequence[Path]) -> None:
        self._roots = tuple(map(str, roots))
        self._ignored = frozenset(map(str, ignored))
        self._marks: dict[str, _Mark] = {}
        self._folders: dict[str, int] = {}
        """When something last came into a folder or went, in nanoseconds."""

    def refresh(self) -> frozenset[Path]:
        """Look at every file; return those that were added, removed or changed since the last look.

        A file whose status is the same is not read again; :meth:`refresh_paths` reads regardless.
        """
        before = self._look()
        return _differing(_digests(before), _digests(self._marks))

    def begin(self) -> None:
        """Note how the folders are before files in them are read for a build; the files were looked at just before."""
        self._folders = {folder: _modified(folder) for folder in self._folders}

    def refresh_after(self) -> frozenset[Path]:
        """Look at every file and folder; return what may have been read as something that it is not now.

        That are files that were written since :meth:`begin`, or since the last look by this method, though they be
        what they were before; where there are none, folders into which something came, or from which it went.
        """
        folders = self._folders
        before = self._look()
        return _differing(before, self._marks) or _differing(folders, self._folders)

    def _look(self) -> dict[str, _Mark]:
        """Look at every file, and return how they were."""
        before, self._marks, self._folders = self._marks, {}, {}
        for file in self._files():
            if mark := _mark(file, before.get(file.path)):
                self._marks[file.path] = mark
        return before

    def refresh_paths(self, paths: Iterable[Path]) -> frozenset[Path]:
        """Look at some paths only, and read them; return as :meth:`refresh` does. A folder means a look at all."""
        changed: set[Path] = set()
        for path in paths:
            before = self._marks.pop(str(path), None)
            mark = None if path.is_dir() else _mark(path, None)
            if mark is None and before is None and (path.is_dir() or self._had_files_in(path)):
                return self.refresh() | changed
            if mark is not None:
                self._marks[str(path)] = mark
            if _digest(mark) != _digest(before):
                changed.add(path)
        return frozenset(changed)

    def differ(self, paths: Iterable[Path]) -> bool:
        """Return whether one of some files is not what it was at the last look; that look stays the last."""
        return any(_digest(_mark(path, None)) != _digest(self._marks.get(str(path))) for path in paths)

    def _had_files_in(self, path: Path) -> bool:
        """Return whether what is gone was a folder; most often it is a file that an editor saves by."""
        inside = f"{path}{os.sep}"
        return any(marked.startswith(inside) for marked in self._marks)

    def _files(self) -> Iterator[os.DirEntry[str]]:
        """Yield every file that counts, and note when its folder last changed; links to folders are not followed."""
        folders = list(self._roots)
        while folders:
            folder = folders.pop()
            self._folders[folder] = _modified(folder)
            try:
                with os.scandir(folder) as entries:
                    counting = [one for one in entries if not is_temporary(one.name) and one.path not in self._ignored]
            except OSError:
                continue
            folders += [one.path for one in counting if one.is_dir(follow_symlinks=False)]
            yield from (one for one in counting if one.is_file())


def _mark(file: os.DirEntry[str] | Path, before: _Mark | None) -> _Mark | None:
    """Return what is known about a file now; ``None`` where it is gone or can't be read."""
    try:
        status = known(file.stat())
        if before and before.status == status:
            return before
        return _Mark(status, hashlib.sha256(Path(file).read_bytes()).digest())
    except OSError:
        return None


def _modified(folder: str) -> int:
    """Return when something last came into a folder or went, in nanoseconds; 0 where there is no such folder."""
    try:
        return Path(folder).stat().st_mtime_ns
    except OSError:
        return 0


def _differing(before: Mapping[str, object], after: Mapping[str, object]) -> frozenset[Path]:
    return frozenset(Path(path) for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def _digests(marks: Mapping[str, _Mark]) -> dict[str, bytes]:
    return {path: mark.digest for path, mark in marks.items()}


def _digest(mark: _Mark | None) -> bytes | None:
    return mark.digest if mark else None
