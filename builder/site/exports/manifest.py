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


@dataclass(frozen=True, slots=True)
class _Manifest:
    files: tuple[Entry, ...]


def manifest(files: Mapping[PagePath, bytes]) -> bytes:
    """Return the manifest of a site's files, in order of their paths."""
    return listing(Entry(path, len(data), hashlib.sha256(data).hexdigest()) for path, data in files.items())


def listing(entries: Iterable[Entry]) -> bytes:
    """Return a manifest of given entries, in order of their paths."""
    return json_bytes(_Manifest(tuple(sorted(entries, key=lambda entry: entry.path))))


def read_manifest(data: bytes) -> tuple[Entry, ...] | None:
    """Return the entries of a manifest; ``None`` where the bytes are no manifest of ours."""
    try:
        return msgspec.json.decode(data, type=_Manifest).files
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
