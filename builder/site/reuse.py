"""Files that are as they were: one is made again only where something that it was made from has changed.

Of each file the record holds which parts of the catalogue its maker looked at, the fingerprint of these and of its
arguments, and the status of the file. One whose fingerprint is the same, and that nobody has touched since, is
neither made nor read.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from builder.content.writing import write_whole
from builder.pages.catalogue import Catalogue
from builder.pages.noting import Fingerprints, Making, Read, Reads, differences, noting, same_making
from builder.problems import BuildError
from builder.project import Project
from builder.run import Progress
from builder.site.audience import Audience, Early
from builder.site.exports.manifest import Entry, File, Laid, entry_of
from builder.site.workers import FEWEST, over_processes
from builder.urls import PagePath

_FILE = "made.json"
_LENGTH = 4
"""Bytes in front of a file that tell how long the list of what its maker looked at is."""

Status = tuple[int, int, int, int]
"""Size of a file in bytes, the times of its last change by a program and by the system, in nanoseconds, its inode."""


class _Known(msgspec.Struct, frozen=True, array_like=True):
    """A file as it was published."""

    made_from: str
    """Fingerprint of its arguments and of all that its maker looked at."""
    reads: tuple[int, ...]
    """What that was, by its place in the record's list."""
    sha256: str
    status: Status


class Record(msgspec.Struct, frozen=True):
    """The files of a published site that are made one by one."""

    program: str
    """Fingerprint of the program and the templates that made them."""
    parts: tuple[Read, ...] = ()
    """Everything that a file's maker looked at."""
    files: dict[PagePath, _Known] = {}


@dataclass(frozen=True, slots=True)
class Last:
    """The last site that this process has published, by which it knows without fingerprints what stands."""

    record: Record
    found: Catalogue
    common: bytes
    """Fingerprint of what in the catalogue is no table."""
    makings: Mapping[PagePath, Making]


@dataclass(frozen=True, slots=True)
class Made:
    """What a file was made from."""

    fingerprint: str
    reads: tuple[Read, ...]


@dataclass(frozen=True, slots=True)
class Remade:
    """Files of the site, those as they were and those made again."""

    files: dict[PagePath, File]
    """In the order in which they were given; those that stand as they would be by their entries alone."""
    made: dict[PagePath, Made]
    anew: int
    """How many of them were made in this build."""


def remake(
    makings: Mapping[PagePath, Making],
    found: Catalogue,
    record: Record,
    output: Path,
    jobs: int,
    progress: Progress,
    prints: Fingerprints | None = None,
    audience: Audience | None = None,
    last: Last | None = None,
    staging: Path | None = None,
) -> Remade:
    """Return the files, taking those that have not changed from ``output``, where the site stands.

    ``jobs`` is the number of processes; the bytes are the same for any. ``prints`` are those of the catalogue, ``last``
    is the site of the record where this process has published it. What
    the audience looks at is made first and, where that has changed, shown to it. Where many are made they are laid into
    ``staging``, if there is such a folder. Raises :class:`BuildError` where a template is wrong.
    """
    remaking = _Remaking(makings, found, record, prints or Fingerprints(found))
    changed = remaking.take_standing(str(output), last)
    watched = audience.pages() if audience else ()
    first = [path for path in changed if path in watched]
    remaking.make(first, 1, lambda *_: None, None)
    if audience and first:
        standing = frozenset(path for path, file in remaking.files.items() if isinstance(file, Entry))
        audience.show(Early({path: remaking.files[path] for path in first}, standing))
    remaking.make([path for path in changed if path not in remaking.made], jobs, progress, staging)
    return Remade(remaking.files, remaking.made, len(changed))


class _Remaking:
    """The files of a site while they are gathered: some stand, others are made."""

    def __init__(
        self, makings: Mapping[PagePath, Making], found: Catalogue, record: Record, prints: Fingerprints
    ) -> None:
        self._makings = makings
        self._found = found
        self._record = record
        self._prints = prints
        self._seen = {part: part for part in record.parts}
        """One of each, for files by the thousand look at the same."""
        self.files: dict[PagePath, File] = dict.fromkeys(makings, b"")
        self.made: dict[PagePath, Made] = {}

    def take_standing(self, folder: str, last: Last | None) -> list[PagePath]:
        """Take the files that stand in a folder as they would be made; return the others."""
        parts = self._record.parts
        is_same = self._as_last(last) if last and last.common == self._prints.common else self._as_recorded()
        for path, making in self._makings.items():
            was = self._record.files.get(path)
            if was and was.status == _status(folder, path) and is_same(path, making, was):
                self.files[path] = Entry(path, was.status[0], was.sha256)
                self.made[path] = Made(was.made_from, tuple([parts[number] for number in was.reads]))
        return [path for path in self._makings if path not in self.made]

    def _as_recorded(self) -> Callable[[PagePath, Making, _Known], bool]:
        """Return what tells by fingerprints whether a file would be made as it was."""
        current = [self._prints.of_read(part) for part in self._record.parts]

        def is_same(_path: PagePath, making: Making, was: _Known) -> bool:
            return self._prints.of_file(making, [current[number] for number in was.reads]) == was.made_from

        return is_same

    def _as_last(self, last: Last) -> Callable[[PagePath, Making, _Known], bool]:
        """Return what tells by the values themselves whether a file would be made as it was."""
        changed = set(differences(last.found, self._found))
        numbers = {number for number, part in enumerate(self._record.parts) if part in changed}

        def is_same(path: PagePath, making: Making, was: _Known) -> bool:
            return numbers.isdisjoint(was.reads) and same_making(making, last.makings.get(path))

        return is_same

    def make(self, paths: Sequence[PagePath], jobs: int, progress: Progress, staging: Path | None) -> None:
        """Make files in so many processes; where they are many, lay them into a folder."""
        maker = _maker(self._makings, self._found, staging if len(paths) >= FEWEST else None)
        for done, (number, result) in enumerate(over_processes(maker, list(enumerate(paths)), jobs), 1):
            path = paths[number]
            start = _LENGTH + int.from_bytes(result[:_LENGTH], "big")
            listed, laid = _decode(result[_LENGTH:start])
            reads = tuple([self._seen.setdefault(read, read) for read in listed])
            self.files[path] = laid or result[start:]
            made_from = self._prints.of_file(self._makings[path], map(self._prints.of_read, reads))
            self.made[path] = Made(made_from, reads)
            progress("render", done, len(paths))


def _maker(
    makings: Mapping[PagePath, Making], found: Catalogue, staging: Path | None
) -> Callable[[tuple[int, PagePath]], bytes]:
    """Return what makes a file by its number and path.

    It gives the list of what the file's maker looked at and where the file lies, with its bytes behind them where it
    lies nowhere.
    """
    reads: Reads = {}
    noted = noting(found, reads)
    if staging:
        with suppress(OSError):
            staging.mkdir(parents=True, exist_ok=True)

    def make(numbered: tuple[int, PagePath]) -> bytes:
        number, path = numbered
        reads.clear()
        data = makings[path](noted)
        laid = _lay(path, data, staging / str(number)) if staging else None
        told = _encode((list(reads), laid))
        return len(told).to_bytes(_LENGTH, "big") + told + (b"" if laid else data)

    return make


def _lay(path: PagePath, data: bytes, where: Path) -> Laid | None:
    """Write a file where it lies until it is put in its place; return nothing where it can't be written."""
    try:
        where.write_bytes(data)
    except OSError:
        return None
    return Laid(entry_of(path, data), str(where))


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(tuple[tuple[Read, ...], Laid | None]).decode


def _status(folder: str, path: PagePath) -> Status | None:
    """Return a file's status, which no program can change without a trace; ``None`` where there is no such file."""
    try:
        status = os.lstat(f"{folder}/{path}")  # a Path for each of many files would take longer than the rest
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def recall_files(project: Project, program: str) -> Record:
    """Return the record of the site as it was published; an empty one where none is of this program and its templates.

    ``program`` is the fingerprint of both.
    """
    try:
        record = msgspec.json.decode((project.cache / _FILE).read_bytes(), type=Record)
    except (OSError, msgspec.DecodeError):
        return Record(program)
    return record if record.program == program else Record(program)


def remember_files(project: Project, remade: Remade, before: Record) -> Record:
    """Keep the record of a site that has been published, and return it.

    Where it can't be written, all files are made again next time. ``before`` is the record as it is; where it is the
    site's already, it stays.
    """
    if not remade.anew and before.files.keys() == remade.files.keys():
        return before
    folder = str(project.output)
    places: dict[Read, int] = {}
    files: dict[PagePath, _Known] = {}
    for path, file in remade.files.items():
        made, status = remade.made[path], _status(folder, path)
        if status:
            reads = tuple([places.setdefault(read, len(places)) for read in made.reads])
            files[path] = _Known(made.fingerprint, reads, entry_of(path, file).sha256, status)
    record = Record(before.program, tuple(places), files)
    with suppress(BuildError):
        write_whole(project.cache / _FILE, msgspec.json.encode(record).decode() + "\n", project)
    return record
