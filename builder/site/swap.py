"""Many files put in place as one: staged first, each replaced whole, all undone where one of them fails."""

import os
import posixpath
import shutil
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from builder.site.exports.manifest import PATH as MANIFEST
from builder.site.exports.manifest import Laid
from builder.urls import PagePath

STAGING = ".briefing-new"
"""Inside the site's folder, where renaming never crosses a file system and no other folder needs to be writable."""


class Swap:
    """One change of a site's folder; every method leaves the folder as it was where it raises ``OSError``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._staging = folder / STAGING
        self._kept = 0
        self._near: str | None = None
        """A folder from which files can be renamed to their places."""
        self._made: set[str] = set()
        """Folders that are there."""

    def run(self, files: Sequence[tuple[PagePath, bytes | Laid]], removed: Iterable[PagePath], manifest: bytes) -> None:
        """Put files in place in their order, remove others, and put the manifest in place at last."""
        with ExitStack() as undo:
            self._open(undo)
            staged = [(path, self._stage(number, file)) for number, (path, file) in enumerate(files)]
            last = self._stage(len(staged), manifest)
            for path, source in staged:
                self._put(source, path, undo)
            self._take_all(removed, undo)
            self._put(last, MANIFEST, undo)
            undo.pop_all()
        self._close()

    def remove(self, paths: Iterable[PagePath]) -> None:
        """Remove files."""
        with ExitStack() as undo:
            self._open(undo)
            self._take_all(paths, undo)
            undo.pop_all()
        self._close()

    def _open(self, undo: ExitStack) -> None:
        """Make the folder and an empty staging folder in it; what a killed run left there is of no use."""
        existed = self._folder.exists()
        self._folder.mkdir(parents=True, exist_ok=True)
        if not existed:
            undo.callback(self._folder.rmdir)
        if self._staging.exists():
            shutil.rmtree(self._staging)
        self._staging.mkdir()
        undo.callback(shutil.rmtree, self._staging)

    def _stage(self, number: int, file: bytes | Laid) -> str:
        """Return where a file lies from where it need only be renamed."""
        staged = f"{self._staging}/new-{number}"
        if isinstance(file, bytes):
            Path(staged).write_bytes(file)
        elif posixpath.dirname(file.where) == self._near:
            return file.where
        else:
            self._fetch(file.where, staged)
        return staged

    def _fetch(self, where: str, staged: str) -> None:
        """Move a file into the staging folder; where that copies nothing, its neighbours may stay till they are put."""
        try:
            os.rename(where, staged)  # noqa: PTH104 - strings for many files, as below
            self._near = posixpath.dirname(where)
        except OSError:
            shutil.move(where, staged)

    def _put(self, source: str, path: PagePath, undo: ExitStack) -> None:
        # A Path for each of many files would take longer than the rest.
        target = f"{self._folder}/{path}"
        if os.path.exists(target):  # noqa: PTH110
            undo.callback(os.replace, self._keep(Path(target)), target)
        else:
            undo.callback(self._drop, target)
            self._make_folder(posixpath.dirname(target))
        os.replace(source, target)  # noqa: PTH105

    def _make_folder(self, folder: str) -> None:
        if folder not in self._made:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self._made.add(folder)

    def _keep(self, target: Path) -> Path:
        """Return a second name of a file's present bytes; a copy where the file system has no second names."""
        kept = self._next_kept()
        try:
            kept.hardlink_to(target)
        except OSError:
            shutil.copy2(target, kept)
        return kept

    def _take_all(self, paths: Iterable[PagePath], undo: ExitStack) -> None:
        for path in paths:
            kept, target = self._next_kept(), self._folder / path
            target.replace(kept)
            undo.callback(os.replace, kept, target)
            undo.callback(target.parent.mkdir, parents=True, exist_ok=True)
            self._prune(target)

    def _next_kept(self) -> Path:
        self._kept += 1
        return self._staging / f"old-{self._kept}"

    def _drop(self, target: str) -> None:
        Path(target).unlink(missing_ok=True)
        self._prune(Path(target))

    def _prune(self, target: Path) -> None:
        """Remove the folders above a removed file that are empty now, up to the site's own."""
        for folder in target.parents:
            if folder == self._folder:
                return
            with suppress(OSError):
                folder.rmdir()

    def _close(self) -> None:
        """Remove the staging folder; the site is whole already, and the next run removes what stays."""
        shutil.rmtree(self._staging, ignore_errors=True)
