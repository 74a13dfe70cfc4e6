"""Files that are as they were: one is made again only where something that it was made from has changed.

Of each file the record holds which parts of the catalogue its maker looked at, the fingerprint of these and of its
arguments, and the status of the file. One whose fingerprint is the same, and that nobody has touched since, is
neither made nor read.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from builder.content.convert import Progress
from builder.content.store import write_whole
from builder.pages.catalogue import Catalogue
from builder.pages.noting import Fingerprints, Making, Read, Reads, noting
from builder.problems import BuildError
from builder.project import Project
from builder.site.exports.manifest import Entry, File, entry_of
from builder.site.workers import over_processes
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
) -> Remade:
    """Return the files, taking those that have not changed from ``output``, where the site stands.

    ``jobs`` is the number of processes; the bytes are the same for any. Raises :class:`BuildError` where a template is
    wrong.
    """
    prints, folder = Fingerprints(found), str(output)
    current = [prints.of_read(part) for part in record.parts]
    files: dict[PagePath, File] = dict.fromkeys(makings, b"")
    made: dict[PagePath, Made] = {}
    for path, making in makings.items():
        if (was := record.files.get(path)) and was.status == _status(folder, path):
            fingerprint = prints.of_file(making, [current[number] for number in was.reads])
            if fingerprint == was.made_from:
                files[path] = Entry(path, was.status[0], was.sha256)
                made[path] = Made(fingerprint, tuple([record.parts[number] for number in was.reads]))
    changed = [path for path in makings if path not in made]
    seen = {part: part for part in record.parts}  # one of each, for files by the thousand look at the same
    for done, (number, result) in enumerate(over_processes(_maker(makings, found), changed, jobs), 1):
        path = changed[number]
        start = _LENGTH + int.from_bytes(result[:_LENGTH], "big")
        listed = msgspec.msgpack.decode(result[_LENGTH:start], type=tuple[Read, ...])
        reads = tuple([seen.setdefault(read, read) for read in listed])
        files[path] = result[start:]
        made[path] = Made(prints.of_file(makings[path], map(prints.of_read, reads)), reads)
        progress("render", done, len(changed))
    return Remade(files, made, len(changed))


def _maker(makings: Mapping[PagePath, Making], found: Catalogue) -> Callable[[PagePath], bytes]:
    """Return what makes a file by its path, with the list of what its maker looked at in front of it."""
    reads: Reads = {}
    noted = noting(found, reads)

    def make(path: PagePath) -> bytes:
        reads.clear()
        data = makings[path](noted)
        listed = msgspec.msgpack.encode(list(reads))
        return len(listed).to_bytes(_LENGTH, "big") + listed + data

    return make


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


def remember_files(project: Project, remade: Remade, before: Record) -> None:
    """Keep the record of a site that has been published; where that can't be, all files are made again next time.

    ``before`` is the record as it is; where it is the site's already, it stays.
    """
    if not remade.anew and before.files.keys() == remade.files.keys():
        return
    folder = str(project.output)
    places: dict[Read, int] = {}
    files: dict[PagePath, _Known] = {}
    for path, file in remade.files.items():
        made, status = remade.made[path], _status(folder, path)
        if status:
            reads = tuple([places.setdefault(read, len(places)) for read in made.reads])
            files[path] = _Known(made.fingerprint, reads, entry_of(path, file).sha256, status)
    record = Record(before.program, tuple(places), files)
    try:
        write_whole(project.cache / _FILE, msgspec.json.encode(record).decode() + "\n", project)
    except BuildError:
        return
