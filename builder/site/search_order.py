"""Pagefind's index in one order: the same pages give the same bytes.

Pagefind writes filters, and the values of a filter, in an order that changes from run to run. Both lie in small files
(gzip over CBOR behind a signature) whose names carry a hash of their bytes; they are put in order and named anew.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

_SIGNATURE: Final = b"pagefind_dcd"
_ENTRY: Final = "pagefind-entry.json"
_FILTERS: Final = 3
"""Where in the array of a language's metadata the filters stand."""
_UNSIGNED, _TEXT, _ARRAY = 0, 3, 4
"""CBOR's major types (RFC 8949 §3.1) that these files are made of."""

Value = int | str | Sequence["Value"]
Filter = tuple[str, list[tuple[str, list[int]]]]
"""A filter's name and, for each of its values, the numbers of the pages that have it."""


def put_in_order(index: Path) -> None:
    """Put the files of an index in order; raises :class:`ValueError` where one is not as this module knows it."""
    renamed = {path.stem: _settle_filter(path) for path in sorted((index / "filter").glob("*.pf_filter"))}
    place = index / _ENTRY
    entry = json.loads(place.read_bytes())
    entry["languages"] = dict(sorted(entry["languages"].items()))
    for language in entry["languages"].values():
        language["hash"] = _settle_metadata(index / f"pagefind.{language['hash']}.pf_meta", renamed)
    place.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _settle_filter(path: Path) -> str:
    name, values = msgspec.convert(_read(path), Filter)
    return _replace(path, (name, sorted(values)), path.stem)


def _settle_metadata(path: Path, renamed: Mapping[str, str]) -> str:
    parts = msgspec.convert(_read(path), list[Any])
    filters = msgspec.convert(parts[_FILTERS], list[tuple[str, str]])
    parts[_FILTERS] = sorted((name, renamed[file]) for name, file in filters)
    return _replace(path, parts, path.stem.partition(".")[2])


def _read(path: Path) -> Value:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_SIGNATURE):
        raise ValueError(f"{path.name} is no file of an index")
    return decode(data[len(_SIGNATURE) :])


def _replace(path: Path, value: Value, name: str) -> str:
    """Write a file anew in the place of the old, under a name with the hash of its bytes; return that name."""
    data = _SIGNATURE + encode(value)
    language, _, digits = name.rpartition("_")
    new = f"{language}_{hashlib.sha256(data).hexdigest()[: len(digits)]}"
    path.unlink()
    path.with_name(path.name.replace(name, new)).write_bytes(gzip.compress(data, mtime=0))
    return new


def decode(data: bytes) -> Value:
    """Return the value of CBOR made of unsigned integers, texts and arrays."""
    value, end = _decode(data, 0)
    if end != len(data):
        raise ValueError("more bytes than one value")
    return value


def _decode(data: bytes, at: int) -> tuple[Value, int]:
    kind, low = data[at] >> 5, data[at] & 0x1F
    size = 1 << (low - 24) if 24 <= low <= 27 else 0
    number = int.from_bytes(data[at + 1 : at + 1 + size], "big") if size else low
    at += 1 + size
    if low > 27 or kind not in (_UNSIGNED, _TEXT, _ARRAY):
        raise ValueError(f"unknown kind of value: {kind}, {low}")
    if kind == _UNSIGNED:
        return number, at
    if kind == _TEXT:
        return data[at : at + number].decode(), at + number
    values: list[Value] = []
    for _ in range(number):
        value, at = _decode(data, at)
        values.append(value)
    return values, at


def encode(value: Value) -> bytes:
    """Return a value as CBOR, the shortest way: the inverse of :func:`decode`."""
    if isinstance(value, int):
        return _head(_UNSIGNED, value)
    if isinstance(value, str):
        return _head(_TEXT, len(value.encode())) + value.encode()
    return _head(_ARRAY, len(value)) + b"".join(map(encode, value))


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    power = next(power for power in range(4) if number < 1 << (8 << power))
    return bytes([kind << 5 | 24 + power]) + number.to_bytes(1 << power, "big")
