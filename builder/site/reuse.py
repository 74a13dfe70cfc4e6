"""Files that are as they were: one is made again only where something that it was made from has changed.

The record holds the fingerprint of every part of the catalogue that some file's maker looked at; of each file, which
parts these were, the fingerprint of its maker and of what that was given, and the status of the file. One for which
all of them are the same, and that nobody has touched since, is neither made nor read.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from builder.aside import aside
from builder.pages.catalogue import Catalogue
from builder.pages.noting import Fingerprints, Making, Read, Reads, differences, noting, same_making
from builder.project import Project
from builder.run import Progress
from builder.site.audience import Audience, Early
from builder.site.exports.manifest import Entry, File, Laid, entry_of
from builder.site.links import Ways, ways_of
from builder.site.record import Known, Made, Record, keep_record, packed, unpacked, without_unread
from builder.status import status_of
from builder.urls import PagePath
from builder.workers import FEWEST, over_processes

_LENGTH = 4
"""Bytes in front of a file that tell how long what its maker tells of it is."""
_LARGE = 1_000_000
"""Bytes. What is larger is rather laid on the disk than held in memory and handed around."""
_LONGEST = 5_000_000
"""Bytes. What was so large, the whole briefing as data, takes as long to make as all pages that show an edit."""


@dataclass(frozen=True, slots=True)
class Last:
    """The last site that this process has published, by which it knows without fingerprints what stands."""

    record: Record
    found: Catalogue
    makings: Mapping[PagePath, Making]


@dataclass(frozen=True, slots=True)
class Remade:
    """Files of the site, those as they were and those made again."""

    files: dict[PagePath, File]
    """In the order in which they were given; those that stand as they would be by their entries alone."""
    made: dict[PagePath, Made]
    ways: dict[PagePath, Ways]
    """The links and anchors of the pages that were made in this build."""
    parts: tuple[Read, ...]
    """Everything that their makers looked at."""
    prints: tuple[bytes, ...]
    """The fingerprint of each of these parts."""
    common: bytes
    """Fingerprint of what in the catalogue is no table."""
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
    is the site of the record where this process has published it. What the audience looks at is made first and, where
    that has changed, shown to it. The rest is laid into ``staging``, if there is such a folder, where it is many files
    or a large one. Raises :class:`BuildError` where a template is wrong.
    """
    remaking = _Remaking(makings, found, record, prints or Fingerprints(found))
    changed = remaking.take_standing(str(output), last, jobs, staging)
    watched = audience.pages() if audience else ()
    first = [path for path in changed if path in watched]
    remaking.make(first, 1, lambda *_: None, None)
    if audience and first:
        standing = frozenset(path for path, file in remaking.files.items() if isinstance(file, Entry))
        audience.show(Early({path: remaking.files[path] for path in first}, standing))
    remaking.make([path for path in changed if path not in remaking.made], jobs, progress, staging)
    return remaking.outcome(len(changed))


class _Remaking:
    """The files of a site while they are gathered: some stand, others are made."""

    def __init__(
        self, makings: Mapping[PagePath, Making], found: Catalogue, record: Record, prints: Fingerprints
    ) -> None:
        self._makings = makings
        self._found = found
        self._record = record
        self._prints = prints
        self._parts = list(record.parts)
        self._current: list[bytes] = []
        """The fingerprint of each part, as far as they are worked out."""
        self._begun: dict[PagePath, Callable[[], bytes]] = {}
        """What waits for the result of a file's maker that works aside."""
        self._numbers: dict[Read, int] = {}
        """Of each part its place in the list; empty until something is made."""
        self.files: dict[PagePath, File] = dict.fromkeys(makings, b"")
        self.made: dict[PagePath, Made] = {}
        self.ways: dict[PagePath, Ways] = {}

    def take_standing(self, folder: str, last: Last | None, jobs: int, staging: Path | None) -> list[PagePath]:
        """Take the files that stand in a folder as they would be made; return the others.

        The first of them that is among the longest is begun aside, while it is found out which others have changed.
        """
        changed = self._changed_parts(last.found if last else None)
        before = self._record.files if self._record.common == self._prints.common else {}
        for path, making in self._makings.items():
            was = before.get(path)
            if (
                was
                and changed.isdisjoint(unpacked(was.made.reads))
                and (same_making(making, last.makings.get(path)) if last else self._is_same(making, was))
                and was.status == status_of(f"{folder}/{path}")
            ):
                self.files[path] = Entry(path, was.status[0], was.sha256)
                self.made[path] = was.made
            elif was and was.status[0] >= _LONGEST and staging and not self._begun:
                maker = _maker(self._makings, self._found, staging, _LARGE)
                self._begun[path] = aside(jobs, maker, (len(self._makings), path))
        return [path for path in self._makings if path not in self.made]

    def _is_same(self, making: Making, was: Known) -> bool:
        return self._prints.of_making(making) == was.made.by

    def _changed_parts(self, last: Catalogue | None) -> set[int]:
        """Return the numbers of the parts that are not what they were, by the values themselves where these are there.

        Of all parts the fingerprints are known then.
        """
        if last is None:
            self._current = self._prints.of_parts(self._parts)
            return {
                number
                for number, (now, was) in enumerate(zip(self._current, self._record.prints, strict=True))
                if now != was
            }
        different = set(differences(last, self._found))
        changed = [number for number, part in enumerate(self._parts) if part in different]
        self._current = list(self._record.prints)
        for number, now in zip(
            changed, self._prints.of_parts([self._parts[number] for number in changed]), strict=True
        ):
            self._current[number] = now
        return set(changed)

    def make(self, paths: Sequence[PagePath], jobs: int, progress: Progress, staging: Path | None) -> None:
        """Make files in so many processes; where they are many or large, lay them into a folder."""
        begun = [path for path in paths if path in self._begun]
        others = [path for path in paths if path not in self._begun]
        maker = _maker(self._makings, self._found, staging, 0 if len(others) >= FEWEST else _LARGE)
        lists: dict[int, list[int]] = {}
        for done, (number, result) in enumerate(over_processes(maker, list(enumerate(others)), jobs), 1):
            self._take(others[number], result, lists)
            progress("render", done, len(paths))
        for path in begun:
            self._take(path, self._begun.pop(path)(), {})

    def _take(self, path: PagePath, result: bytes, lists: dict[int, list[int]]) -> None:
        """Take what a maker gave; ``lists`` are those of the parts that it has told of, in each process."""
        start = _LENGTH + int.from_bytes(result[:_LENGTH], "big")
        told = _decode(result[_LENGTH:start])
        self.files[path] = told.laid or result[start:]
        if told.ways:
            self.ways[path] = told.ways
        self.made[path] = Made(self._prints.of_making(self._makings[path]), self._numbered(told, lists))
        # The processes go on meanwhile; once they are done, this one would be alone with it.
        self._current += self._prints.of_parts(self._parts[len(self._current) :])

    def _numbered(self, told: "_Told", lists: dict[int, list[int]]) -> bytes:
        """Return the parts that a maker looked at by their numbers, packed; a new part gets the next number.

        ``lists`` are those of the processes, each part by its number here.
        """
        self._numbers = self._numbers or {part: number for number, part in enumerate(self._parts)}
        listed = lists.setdefault(told.process, [])
        for part in told.listed:
            number = self._numbers.setdefault(part, len(self._parts))
            if number == len(self._parts):
                self._parts.append(part)
            listed.append(number)
        return packed([listed[number] for number in unpacked(told.reads)])

    def outcome(self, anew: int) -> Remade:
        """Return all files, with what they were made from."""
        parts, prints = tuple(self._parts), tuple(self._current)
        return Remade(self.files, self.made, self.ways, parts, prints, self._prints.common, anew)


class _Told(msgspec.Struct, array_like=True):
    """What a maker tells of a file beside its bytes."""

    process: int
    """Which process made it; each has a list of parts of its own."""
    listed: tuple[Read, ...]
    """The parts that this file puts at the end of that list."""
    reads: bytes
    """What its maker looked at, by the numbers of that list, packed."""
    ways: Ways | None
    """Its links and anchors where it is a page."""
    laid: Laid | None
    """Where the file lies, if it lies anywhere; else its bytes follow."""


def _maker(
    makings: Mapping[PagePath, Making], found: Catalogue, staging: Path | None, least: int
) -> Callable[[tuple[int, PagePath]], bytes]:
    """Return what makes a file by its number and path, and gives what is to be told of it, and its bytes behind that.

    Files of ``least`` bytes or more are laid into a folder, if there is one. Files by the thousand look
    at the same parts: each process tells of a part once, and of its number after that.
    """
    reads = Reads()
    noted = noting(found, reads)
    if staging:
        with suppress(OSError):
            staging.mkdir(parents=True, exist_ok=True)

    def make(numbered: tuple[int, PagePath]) -> bytes:
        number, path = numbered
        reads.looked_at.clear()
        reads.new.clear()
        data = makings[path](noted)
        laid = _lay(path, data, staging / str(number)) if staging and len(data) >= least else None
        ways = ways_of(data) if path.endswith(".html") else None
        told = _encode(_Told(os.getpid(), tuple(reads.new), packed(reads.looked_at), ways, laid))
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
_decode = msgspec.msgpack.Decoder(_Told).decode


def remember_files(project: Project, remade: Remade, leads: Mapping[PagePath, bytes], before: Record) -> Record:
    """Keep the record of a site that has been published, and return it.

    Where it can't be written, all files are made again next time. ``leads`` is what the files that were made lead to,
    ``before`` the record as it is; where it is the site's already, it stays.
    """
    if not remade.anew and before.files.keys() == remade.files.keys():
        return before
    folder = str(project.output)
    files: dict[PagePath, Known] = {}
    for path, file in remade.files.items():
        if isinstance(file, Entry):
            files[path] = before.files[path]
        elif status := status_of(f"{folder}/{path}"):
            files[path] = Known(remade.made[path], leads.get(path, b""), entry_of(path, file).sha256, status)
    record = without_unread(Record(before.program, remade.common, remade.parts, remade.prints, files))
    keep_record(project, record)
    return record
