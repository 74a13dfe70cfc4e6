"""``manifest.json``: every file of the site with its size and SHA-256, by which the builder knows its own files."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from builder.site.exports.encoding import json_bytes
from builder.urls import PagePath

PATH = PagePath("manifest.json")
"""The manifest does not list itself."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the site."""

    path: PagePath
    size: int
    """In bytes."""
    sha256: str
    """In hexadecimal."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A file that lies ready on the disk, to be put in its place."""

    entry: Entry
    where: str
    """Its whole path."""


File = bytes | Entry | Laid
"""What to publish: the bytes of a file, one that lies ready, or the entry of one that stands in the site already."""


@dataclass(frozen=True, slots=True)
class _Manifest:
    files: tuple[Entry, ...]


def entry_of(path: PagePath, file: File) -> Entry:
    """Return how the manifest lists a file."""
    if isinstance(file, Laid):
        return file.entry
    return file if isinstance(file, Entry) else Entry(path, len(file), hashlib.sha256(file).hexdigest())


def bytes_of(path: PagePath, file: File, folder: Path) -> bytes:
    """Return the bytes of a file; ``folder`` is where the site stands."""
    if isinstance(file, bytes):
        return file
    return (folder / path if isinstance(file, Entry) else Path(file.where)).read_bytes()


def manifest(files: Mapping[PagePath, File]) -> bytes:
    """Return the manifest of a site's files, in order of their paths."""
    return listing(entry_of(path, file) for path, file in files.items())


def listing(entries: Iterable[Entry]) -> bytes:
    """Return a manifest of given entries, in order of their paths."""
    return json_bytes(_Manifest(tuple(sorted(entries, key=lambda entry: entry.path))))


def read_manifest(data: bytes) -> tuple[Entry, ...] | None:
    """Return the entries of a manifest; ``None`` where the bytes are no manifest of ours."""
    try:
        return msgspec.json.decode(data, type=_Manifest).files
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
