"""What is known of the files of a published site that are made one by one: what each was made from, and its status."""

import hashlib
import sys
from array import array
from collections.abc import Iterable
from contextlib import suppress
from typing import Final

import msgspec

from builder.content.writing import write_whole
from builder.pages.noting import Read
from builder.problems import BuildError
from builder.project import Project
from builder.status import Status
from builder.urls import PagePath

_FILE: Final = "made.msgpack"


class Made(msgspec.Struct, frozen=True, array_like=True):
    """What a file was made from."""

    by: bytes
    """Fingerprint of its maker with its arguments."""
    reads: bytes
    """The parts that the maker looked at, by their numbers in a list of parts, packed."""


class Known(msgspec.Struct, frozen=True, array_like=True):
    """A file as it was published."""

    made: Made
    leads: bytes
    """What its links lead to, as :class:`builder.site.links.Followed` has it."""
    sha256: str
    status: Status


class Record(msgspec.Struct, frozen=True):
    """The files of a published site that are made one by one."""

    program: str
    """Fingerprint of the program and the templates that made them."""
    common: bytes = b""
    """Fingerprint of what in the catalogue is no table."""
    parts: tuple[Read, ...] = ()
    """Everything that a file's maker looked at."""
    prints: tuple[bytes, ...] = ()
    """The fingerprint of each of these parts."""
    files: dict[PagePath, Known] = {}


def packed(numbers: Iterable[int]) -> bytes:
    """Return numbers in four bytes each."""
    return array("I", numbers).tobytes()


def unpacked(numbers: bytes) -> "memoryview[int]":
    """Return the numbers that were packed."""
    return memoryview(numbers).cast("I")


def without_unread(record: Record) -> Record:
    """Return a record without the parts that no file hangs on, where these are most of them."""
    read = sorted(set().union(*(unpacked(file.made.reads) for file in record.files.values())))
    if 2 * len(read) >= len(record.parts):
        return record
    places = {number: place for place, number in enumerate(read)}

    def renumbered(known: Known) -> Known:
        reads = packed([places[number] for number in unpacked(known.made.reads)])
        return msgspec.structs.replace(known, made=Made(known.made.by, reads))

    return msgspec.structs.replace(
        record,
        parts=tuple([record.parts[number] for number in read]),
        prints=tuple([record.prints[number] for number in read]),
        files={path: renumbered(known) for path, known in record.files.items()},
    )


def recall_files(project: Project, program: str) -> Record:
    """Return the record of the site as it was published; an empty one where none is of this program and its templates.

    ``program`` is the fingerprint of both.
    """
    try:
        sealed = (project.cache / _FILE).read_bytes()
        data = memoryview(sealed)[_SEAL:]
        record = msgspec.msgpack.decode(data, type=Record) if sealed[:_SEAL] == _seal(data) else None
    except (OSError, msgspec.DecodeError):
        return Record(program)
    return record if record and record.program == program else Record(program)


def _seal(data: bytes | memoryview) -> bytes:
    """Return what tells a record from one that is damaged, and from that of a machine which packs in another way."""
    seal = hashlib.sha256(sys.byteorder.encode())
    seal.update(data)
    return seal.digest()


_SEAL = len(_seal(b""))


def keep_record(project: Project, record: Record) -> None:
    """Keep a record for the next process; where it can't be written, all files are made again next time."""
    data = msgspec.msgpack.encode(record)
    with suppress(BuildError):
        write_whole(project.cache / _FILE, _seal(data) + data, project)
