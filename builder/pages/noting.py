"""What a page is made from: every part of the catalogue that its maker looked at.

A maker is a function of its arguments and of the catalogue alone. It is given a catalogue that notes what is asked of
it; as long as the arguments and all that was asked for have the same fingerprints, the maker would make the same page
again. So nobody has to tell, and nobody can forget to tell, what a page hangs on.
"""

import hashlib
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import partial
from typing import Any, Final, cast

import msgspec

from builder.briefing.model import Article, Briefing, Entity, Event, Statement
from builder.pages.catalogue import Catalogue

Key = str | int | tuple[str, str | int] | None
Read = tuple[str, Key]
"""A table of the catalogue and a key of it, or no key for the whole table; or one of its briefings and a part of it."""
Making = Callable[[Catalogue], bytes]
"""Makes a file of the site from its arguments and the catalogue; a function, or ``partial`` of one."""

_ABSENT: Final = object()
"""In the place of what is not known."""
_LARGE: Final = frozenset([Article, Entity, Event, Statement])
"""What is handed to many makers and takes longer to encode than to be found again."""
_LENGTH: Final = 16
"""Bytes of a fingerprint."""


class Reads:
    """What makers look at: each part has a number, given when it is first looked at, counted from 0."""

    __slots__ = ("_count", "looked_at", "new")

    def __init__(self) -> None:
        self.looked_at: dict[int, None] = {}
        """The numbers of the parts that were looked at since this was cleared, in order."""
        self.new: list[Read] = []
        """The parts that got their numbers since this was cleared, in order of these."""
        self._count = 0

    def number(self, part: Read) -> int:
        """Return the number of a part that has none yet."""
        self.new.append(part)
        self._count += 1
        return self._count - 1


class _Numbered(dict[Key, tuple[int, object]]):
    """The entries of a table that were looked at, with their numbers: where it is asked often, one look finds both."""

    def __init__(self, name: str, entries: Mapping[Key, object], reads: Reads) -> None:
        super().__init__()
        self._name = name
        self._entries = entries
        self._reads = reads

    def __missing__(self, key: Key) -> tuple[int, object]:
        self[key] = self._reads.number((self._name, key)), self._entries.get(key, _ABSENT)
        return self[key]


class _Table(Mapping[Key, object]):
    """A table that notes which of its entries are looked at."""

    __slots__ = ("_entries", "_looked_at", "_numbered")

    def __init__(self, name: str, entries: Mapping[Key, object], reads: Reads) -> None:
        self._entries = entries
        self._numbered = _Numbered(name, entries, reads)
        self._looked_at = reads.looked_at

    def __getitem__(self, key: Key) -> object:
        number, entry = self._numbered[key]
        self._looked_at[number] = None
        if entry is _ABSENT:
            raise KeyError(key)
        return entry

    def get(self, key: Key, default: object = None) -> object:
        """Return an entry, or the default where there is none."""
        number, entry = self._numbered[key]
        self._looked_at[number] = None
        return default if entry is _ABSENT else entry

    def __contains__(self, key: object) -> bool:
        return self.get(cast("Key", key), _ABSENT) is not _ABSENT

    def __iter__(self) -> Iterator[Key]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def items(self) -> ItemsView[Key, object]:
        """Return all entries with their keys."""
        return self._whole().items()

    def _whole(self) -> Mapping[Key, object]:
        self.get(None)
        return self._entries


class _Whole:
    """Stands for a briefing and notes which of its parts are looked at."""

    def __init__(self, name: str, briefing: Briefing, reads: Reads) -> None:
        self._parts = _Table(name, {field: getattr(briefing, field) for field in Briefing.__struct_fields__}, reads)

    def __getattr__(self, name: str) -> object:
        return self._parts[name]


def noting(found: Catalogue, reads: Reads) -> Catalogue:
    """Return a catalogue that says the same and notes what is asked of it; see :class:`Fingerprints` for the rest."""
    parts: dict[str, Any] = {name: _Table(name, table, reads) for name, table in _tables(found)}
    parts |= {name: _Whole(name, briefing, reads) for name, briefing in _briefings(found)}
    return replace(found, **parts)


def _briefings(found: Catalogue) -> Iterator[tuple[str, Briefing]]:
    for field in fields(found):
        value = getattr(found, field.name)
        if isinstance(value, Briefing):
            yield field.name, value


def _tables(found: Catalogue) -> Iterator[tuple[str, Mapping[Key, object]]]:
    for field in fields(found):
        value = getattr(found, field.name)
        if isinstance(value, Mapping):
            yield field.name, value


def differences(before: Catalogue, after: Catalogue) -> Iterator[Read]:
    """Give every part that is not the same in two catalogues which agree in what is no table."""
    for (name, was_written), (_, written) in zip(_briefings(before), _briefings(after), strict=True):
        for field in Briefing.__struct_fields__:
            if getattr(was_written, field) != getattr(written, field):
                yield name, field
    for (name, old), (_, new) in zip(_tables(before), _tables(after), strict=True):
        changed = [key for key, value in new.items() if (was := old.get(key)) is not value and was != value]
        changed += [key for key in old if key not in new]
        yield from ((name, key) for key in changed)
        if changed or list(old) != list(new):
            yield name, None


def same_making(one: object, other: object) -> bool:
    """Return whether two makers, or two arguments of them, are the same."""
    if not isinstance(one, partial) or not isinstance(other, partial):
        return one is other or (_name(one) == _name(other) if callable(one) and callable(other) else one == other)
    given, compared = ((each.func, *each.args, *each.keywords.values()) for each in (one, other))
    return (
        len(given) == len(compared)
        and one.keywords.keys() == other.keywords.keys()
        and all(map(same_making, given, compared))
    )


class Fingerprints:
    """Fingerprints of a catalogue's parts, and of the makers of files.

    That of what is large and handed to many makers is worked out once; where it stands since ``before``, never again.
    """

    def __init__(self, found: Catalogue, before: "Fingerprints | None" = None) -> None:
        self._briefings = dict(_briefings(found))
        self._tables = dict(_tables(found))
        self._known: dict[int, tuple[object, bytes]] = {}
        self._before = before._known if before else {}
        noted = {*self._briefings, *self._tables}
        others = [getattr(found, field.name) for field in fields(found) if field.name not in noted]
        self.common = _short(_encode([self._plain(value) for value in others]))
        """Of what is no table and so can't be noted: every page is taken to show it."""

    def of_making(self, make: Making) -> bytes:
        """Return the fingerprint of a maker with its arguments, without what it looks at in the catalogue."""
        return _short(_encode(self._plain(make)))

    def of_parts(self, parts: Iterable[Read]) -> list[bytes]:
        """Return the fingerprint of each part of the catalogue as it is now; empty where there is no such part."""
        tables = self._tables
        return [
            self._of_whole(name, key)
            if key is None or name not in tables
            else _short(_encode(value))
            if (value := tables[name].get(key, _ABSENT)) is not _ABSENT
            else b""
            for name, key in parts
        ]

    def _of_whole(self, name: str, key: Key) -> bytes:
        briefing = self._briefings.get(name)
        value = getattr(briefing, str(key), _ABSENT) if briefing else self._tables.get(name, _ABSENT)
        if value is _ABSENT:
            return b""
        return _short(_encode(self._plain(list(value.items()) if isinstance(value, Mapping) else value)))

    def _plain(self, value: object) -> object:
        """Return a maker or what one is given as values that can be encoded, the large ones by their fingerprints."""
        kind = type(value)
        if kind in _LARGE:
            return self._of_thing(value)
        if isinstance(value, tuple | list) and value and type(value[0]) in _LARGE:
            return [self._plain(one) for one in value]
        if isinstance(value, partial):
            named = {name: self._plain(one) for name, one in value.keywords.items()}
            return {"function": _name(value.func), "given": [self._plain(one) for one in value.args], "named": named}
        return {"function": _name(value)} if callable(value) else value

    def _of_thing(self, thing: object) -> bytes:
        known = self._known.get(id(thing))
        if known is None:  # the thing is kept, so that no other one gets its place in memory
            known = self._before.get(id(thing)) or (thing, _short(_encode(thing)))
            self._known[id(thing)] = known
        return known[1]


def _short(data: bytes) -> bytes:
    """Return data that are shorter than a fingerprint as they are, of others the first bytes of their SHA-256."""
    return data if len(data) < _LENGTH else hashlib.sha256(data).digest()[:_LENGTH]


def _name(function: Callable[..., object]) -> str:
    if getattr(function, "__closure__", None):
        raise TypeError(f"{function} has values of its own, which have no fingerprint; hand them over by `partial`")
    return f"{function.__module__}.{getattr(function, '__qualname__', function)}"


_encode = msgspec.msgpack.Encoder().encode
