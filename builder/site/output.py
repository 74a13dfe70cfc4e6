"""The site's folder: the only place where the builder writes what it publishes.

A folder is the builder's own where its ``manifest.json`` lists what was written. Everything is checked first, then
staged in a hidden folder beside the files, then put in place file by file, the manifest last; what fails on the way
is undone. While files change, the manifest lists the old and the new ones, so that even a run that was killed leaves
a folder which the next run knows as its own.
"""

import os
import posixpath
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from builder.grouping import grouped
from builder.problems import BuildError, Problem, error
from builder.site.exports.manifest import PATH as MANIFEST
from builder.site.exports.manifest import Entry, File, entry_of, listing, manifest, read_manifest
from builder.site.swap import Swap
from builder.urls import PagePath


@dataclass(frozen=True, slots=True)
class Published:
    """What became of the site's files; the manifest is not counted."""

    written: tuple[PagePath, ...]
    unchanged: tuple[PagePath, ...]
    removed: tuple[PagePath, ...]

    @property
    def present(self) -> tuple[PagePath, ...]:
        """The files the site has now, in order."""
        return tuple(sorted((*self.written, *self.unchanged)))


def collect(files: Iterable[tuple[PagePath, File]]) -> dict[PagePath, File]:
    """Gather a site's files; raise :class:`BuildError` (``path-twice``) where two have one path.

    Paths that differ in case alone count as one, for many file systems take them so.
    """
    gathered: dict[PagePath, File] = {}
    spelled: dict[str, PagePath] = {}
    problems: list[Problem] = []
    for path, data in files:
        if (first := spelled.setdefault(path.casefold(), path)) in gathered:
            other = "" if first == path else f" (the other is {first})"
            problems.append(error(path, "path-twice", f"two files of the site have this path{other}"))
        gathered[path] = data
    if problems:
        raise BuildError(problems)
    return gathered


class Output:
    """A folder to publish into; made with its path, which need not exist yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def has_site(self) -> bool:
        """Return whether something is published here."""
        return self._has_manifest()

    def preview(self, files: Mapping[PagePath, File]) -> Published:
        """Return what :meth:`publish` would do, and raise what it would raise, without writing."""
        with self._reporting():
            return self._plan(files, self._own_files())

    def publish(self, files: Mapping[PagePath, File]) -> Published:
        """Make the folder hold exactly these files, beside what is not the builder's.

        Files that are given by their entries are taken to stand there, and those that lie ready are moved. Files whose
        bytes are the same are left untouched. Raises :class:`BuildError`, and leaves the folder as it was, where a path
        leads out of the folder (``output-path``), where the folder holds other things and no manifest of the builder's
        (``output-not-ours``), where somebody else's file is in the way (``output-in-the-way``) and where the system
        refuses to write (``output-unwritable``).
        """
        with self._reporting():
            before = self._own_files()
            plan = self._plan(files, before)
            new = manifest(files)
            if plan.written or plan.removed or not self._has_manifest(new):
                fresh = [(path, file) for path in plan.written if not isinstance(file := files[path], Entry)]
                both = listing({**before, **{path: entry_of(path, file) for path, file in fresh}}.values())
                Swap(self._folder).run([(MANIFEST, both), *fresh], plan.removed, new)
            return plan

    def clean(self) -> tuple[PagePath, ...]:
        """Remove what the manifest lists, the manifest itself and folders left empty; return what was removed."""
        with self._reporting():
            own = self._own(self._own_files())
            if self._has_manifest():
                Swap(self._folder).remove([*own, MANIFEST])
            return tuple(own)

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        """Turn what the system refuses into a problem."""
        try:
            yield
        except OSError as refused:
            reason = f"{refused.strerror or refused}" + (f": {refused.filename}" if refused.filename else "")
            hint = "see that the folder may be written to and that the disk has room, or name another with -o"
            message = f"the site could not be written: {reason}"
            raise BuildError([error(str(self._folder), "output-unwritable", message, hint=hint)]) from refused

    def _own_files(self) -> dict[PagePath, Entry]:
        """Return what the builder wrote here before; raise where the folder is somebody else's."""
        if not self._folder.exists():
            return {}
        place = self._folder / MANIFEST
        if place.is_file() and not place.is_symlink():
            entries = read_manifest(place.read_bytes())
            if entries is not None and all(is_safe(entry.path) for entry in entries):
                return {entry.path: entry for entry in entries}
        elif all(child.name.startswith(".") for child in self._folder.iterdir()):
            return {}
        message = "the folder holds files, and no manifest.json that says they were written by the builder"
        hint = "name an empty or new folder with -o, or empty this one yourself"
        raise BuildError([error(str(self._folder), "output-not-ours", message, hint=hint)])

    def _has_manifest(self, data: bytes | None = None) -> bool:
        place = self._folder / MANIFEST
        return place.is_file() and (data is None or place.read_bytes() == data)

    def _plan(self, files: Mapping[PagePath, File], before: Collection[PagePath]) -> Published:
        self._raise_for(files, before)
        written = [path for path, data in files.items() if not holds(f"{self._folder}/{path}", data)]
        changing = frozenset(written)
        return Published(
            written=tuple(sorted(written)),
            unchanged=tuple(sorted(path for path in files if path not in changing)),
            removed=tuple(self._own(path for path in before if path not in files)),
        )

    def _raise_for(self, files: Mapping[PagePath, File], before: Collection[PagePath]) -> None:
        """Raise for every path that can't be written safely; what is not written was seen to stand there."""
        unsafe = [path for path in files if not is_safe(path) or path == MANIFEST]
        if unsafe:
            raise BuildError(
                [error(path, "output-path", "this is no path of a file inside the site") for path in unsafe]
            )
        folders = sorted({posixpath.dirname(path) for path in files})
        closed = {folder: fault for folder in folders if (fault := self._fault_of_folder(folder))}
        written = (path for path, file in files.items() if not isinstance(file, Entry))
        reachable = [path for path in written if posixpath.dirname(path) not in closed]
        faults = closed | {path: fault for path in reachable if (fault := self._fault_of_file(path, before))}
        hint = "move it away, or name another folder with -o"
        if faults:
            raise BuildError(
                error(str(self._folder / path), "output-in-the-way", fault, hint=hint) for path, fault in faults.items()
            )

    def _fault_of_folder(self, relative: str) -> str:
        folder = self._folder / relative
        if not folder.resolve().is_relative_to(self._folder):
            return "a link leads out of the site's folder"
        inside = [parent for parent in (folder, *folder.parents) if parent.is_relative_to(self._folder)]
        return (
            "" if all(parent.is_dir() for parent in inside if parent.exists()) else "a file is where a folder is needed"
        )

    def _fault_of_file(self, path: PagePath, before: Collection[PagePath]) -> str:
        try:
            mode = os.lstat(f"{self._folder}/{path}").st_mode
        except (FileNotFoundError, NotADirectoryError):
            return ""
        if stat.S_ISLNK(mode):
            return "a link is in the way of a file of the site"
        if stat.S_ISDIR(mode):
            return "a folder is in the way of a file of the site"
        return "" if path in before else "somebody else's file is in the way of a file of the site"

    def _own(self, paths: Iterable[PagePath]) -> list[PagePath]:
        """Return those of the files that the builder wrote which stand where they were put."""
        by_folder = grouped(paths, lambda path: path.rpartition("/")[0])
        inside = [one for one in by_folder if (self._folder / one).resolve().is_relative_to(self._folder)]
        return sorted(path for folder in inside for path in by_folder[folder] if _is_file(f"{self._folder}/{path}"))


def differing(one: Path, other: Path) -> tuple[PagePath, ...]:
    """Return the files that two published sites list and that are not the same in both, the manifest included."""
    listed = {MANIFEST}
    for folder in (one, other):
        listed.update(entry.path for entry in read_manifest((folder / MANIFEST).read_bytes()) or ())
    return tuple(path for path in sorted(listed) if _bytes(one / path) != _bytes(other / path))


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def is_safe(path: str) -> bool:
    """Return whether a path names a file inside the folder it is relative to, on every system."""
    parts = path.split("/")
    return all(part not in ("", ".", "..") for part in parts) and not any(sign in path for sign in ("\\", ":", "\0"))


def holds(target: str | Path, file: File) -> bool:
    """Return whether a file stands as it should."""
    if isinstance(file, Entry):
        return True
    size = len(file) if isinstance(file, bytes) else file.entry.size
    if not os.path.isfile(target) or os.path.getsize(target) != size:  # noqa: PTH113, PTH202 - many, as in swap.py
        return False
    return Path(target).read_bytes() == (file if isinstance(file, bytes) else Path(file.where).read_bytes())


def _is_file(target: str) -> bool:
    return os.path.isfile(target) and not os.path.islink(target)  # noqa: PTH113, PTH114 - many, as in swap.py
