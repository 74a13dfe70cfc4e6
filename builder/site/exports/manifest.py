"""``manifest.json``: every file of the site with its size and SHA-256, by which the builder knows its own files."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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


File = bytes | Entry
"""What to publish: the bytes of a file, or the entry of one that stands in the site already."""


@dataclass(frozen=True, slots=True)
class _Manifest:
    files: tuple[Entry, ...]


def entry_of(path: PagePath, file: File) -> Entry:
    """Return how the manifest lists a file."""
    return file if isinstance(file, Entry) else Entry(path, len(file), hashlib.sha256(file).hexdigest())


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
