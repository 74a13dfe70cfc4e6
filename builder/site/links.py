"""Every link inside the site leads somewhere: to a file that will be published, and to an anchor that is on it."""

import posixpath
import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from builder.problems import Problem, error
from builder.site.exports.manifest import PATH as MANIFEST
from builder.site.exports.manifest import Entry, File, bytes_of, read_manifest
from builder.site.record import packed, unpacked
from builder.urls import PagePath

# A pattern that starts with the same two signs for every attribute is found five times faster than one with a space.
_REFERENCE = re.compile(rb'="(?:(?<=\shref=")|(?<=\ssrc="))([^"]*)"')
_ANCHOR = re.compile(rb'="(?<=\sid=")([^"]*)"')
_ELSEWHERE = ("pagefind/", "manifest.json")
"""What need not be there yet: the search index, which a preview leaves out, and the list of all files."""


class Ways(Struct, frozen=True, array_like=True):
    """The ways from and to a page: all that a check of links has to know of it."""

    addresses: bytes
    """Those on the page, each once, with quotation marks between them, which none of them holds."""
    anchors: bytes
    """The identifiers on it, likewise."""


NO_WAYS: Final[Mapping[PagePath, Ways]] = MappingProxyType({})


def ways_of(page: bytes) -> Ways:
    """Return the ways from and to a page; who makes many pages looks for them at once, and nobody reads these again."""
    return Ways(*(b'"'.join(dict.fromkeys(sought.findall(page))) for sought in (_REFERENCE, _ANCHOR)))


@dataclass(frozen=True, slots=True)
class Followed:
    """What came of following the links of pages."""

    count: int
    """Links that lead inside the site."""
    problems: tuple[Problem, ...]
    """One for each that is dead."""
    leads: Mapping[PagePath, bytes]
    """What the pages that were followed lead to: see :func:`_mark`, packed."""


def check_links(
    files: Mapping[PagePath, File],
    folder: Path,
    leads: Mapping[PagePath, bytes],
    ways: Mapping[PagePath, Ways] = NO_WAYS,
) -> Followed:
    """Follow the links and anchors of the HTML pages.

    The pages that stand in ``folder``, where the site is, and are given by their entries alone led somewhere when they
    were published. They are followed again only where something has gone from the site since that they lead to;
    ``leads`` tells what that is. Pages whose ``ways`` are not known are read.
    """
    site = _Site(files, folder, ways)
    pages = [path for path in files if path.endswith(".html")]
    fresh = [path for path in pages if not isinstance(files[path], Entry)]
    if len(fresh) < len(pages):
        gone = site.gone(fresh)
        pages = [
            path
            for path in pages
            if not isinstance(files[path], Entry)
            or path not in leads
            or gone is None
            or not gone.isdisjoint(unpacked(leads[path]))
        ]
    folders: defaultdict[str, list[PagePath]] = defaultdict(list)
    for path in pages:
        folders[posixpath.dirname(path)].append(path)
    count, doubtful = 0, set[PagePath]()
    for place, inside in folders.items():
        followed, unsure = site.follow(place, inside)
        count += followed
        doubtful.update(unsure)
    faults = (site.fault_of(path, *to) for path in pages if path in doubtful for to in site.targets(path))
    return Followed(count, tuple(fault for fault in faults if fault), site.leads)


def anchors_of(
    files: Mapping[PagePath, File], folder: Path, ways: Mapping[PagePath, Ways]
) -> Callable[[PagePath], frozenset[str]]:
    """Return a function that gives the anchors on a page; none for what is no page of the site."""
    site = _Site(files, folder, ways)
    return lambda path: site.anchors_on(path) if path in files else frozenset()


class _Site:
    """The files to be published, with what is read of them only where it is asked for."""

    def __init__(self, files: Mapping[PagePath, File], folder: Path, ways: Mapping[PagePath, Ways]) -> None:
        self._files = files
        self._folder = folder
        self._ways = ways
        self._anchors: dict[str, frozenset[bytes]] = {}
        self.leads: dict[PagePath, bytes] = {}
        """What each page that was followed leads to."""

    def gone(self, fresh: Iterable[PagePath]) -> set[int] | None:
        """Return the marks of all that the site has where it stands and will not have any more; ``None``: not known."""
        manifest = self._folder / MANIFEST
        before = read_manifest(manifest.read_bytes()) if manifest.is_file() else None
        if before is None:
            return None
        marks = set[int]()
        for path in (entry.path for entry in before if entry.path not in self._files):
            marks.add(_mark(path))
            marks.update(_mark(path, anchor) for anchor in self._anchors_before(path))
        for path in fresh:
            marks.update(_mark(path, anchor) for anchor in self._anchors_before(path) - self._anchors_of(path))
        return marks

    def _anchors_before(self, path: PagePath) -> frozenset[bytes]:
        file = self._folder / path
        stood = file.read_bytes() if path.endswith(".html") and file.is_file() else b""
        return frozenset(_apart(ways_of(stood).anchors))

    def follow(self, folder: str, pages: Sequence[PagePath]) -> tuple[int, Sequence[PagePath]]:
        """Follow the addresses on the pages of a folder, those that many of them have once for all.

        Return how many lead inside the site, each counted once a page, and the pages that may have one that is dead.
        """
        addresses = _Addresses(folder)
        count, unsure = 0, []
        for path in pages:
            found = self._addresses(path)
            marks = [mark for raw in found if (mark := addresses[raw])]
            own = {raw[1:] for raw in found if raw.startswith(b"#")}
            count += len(marks) + len(own)
            self.leads[path] = packed(marks)
            if not own <= self._anchors_of(path):
                unsure.append(path)
        return count, unsure if all(self._is_sound(*target) for target in addresses.targets) else pages

    def _is_sound(self, path: str, fragment: str) -> bool:
        """Return whether an address leads somewhere, on whichever page it stands."""
        return self.fault_of(path, path, fragment) is None if path else not fragment

    def targets(self, path: PagePath) -> Iterator[tuple[str, str]]:
        """Give the path and the fragment of each address inside the site that stands on a page, each once."""
        folder = posixpath.dirname(path)
        for raw in self._addresses(path):
            if target := _inside(folder, raw):
                yield target[0] or path, target[1]

    def fault_of(self, path: str, wanted: str, fragment: str) -> Problem | None:
        """Return what is wrong with a link on a page, if anything is."""
        if wanted.startswith(_ELSEWHERE):
            return None
        if wanted not in self._files:
            return error(f"site/{path}", "link-dead", f"link to {wanted}, which is not a page of the site")
        if fragment and unquote(fragment).encode() not in self._anchors_of(wanted):
            message = f"link to {wanted}#{fragment}, but there is no such anchor"
            return error(f"site/{path}", "anchor-dead", message)
        return None

    def anchors_on(self, path: PagePath) -> frozenset[str]:
        """Return the identifiers on a page; none for another file."""
        return frozenset(unescape(anchor.decode()) for anchor in self._anchors_of(path))

    def _anchors_of(self, path: str) -> frozenset[bytes]:
        if path not in self._anchors:
            known = self._ways_of(PagePath(path)).anchors if path.endswith(".html") else b""
            self._anchors[path] = frozenset(_apart(known))
        return self._anchors[path]

    def _addresses(self, path: PagePath) -> list[bytes]:
        return _apart(self._ways_of(path).addresses)

    def _ways_of(self, path: PagePath) -> Ways:
        known = self._ways.get(path)
        return ways_of(bytes_of(path, self._files[path], self._folder)) if known is None else known


class _Addresses(dict[bytes, int]):
    """The mark of what each address on the pages of a folder leads to; 0 for the page itself, or elsewhere."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder
        self.targets: list[tuple[str, str]] = []
        """The path and the fragment that each of them leads to inside the site."""

    def __missing__(self, raw: bytes) -> int:
        target = None if raw.startswith(b"#") else _inside(self._folder, raw)
        if target:
            self.targets.append(target)
        self[raw] = _mark(target[0], unquote(target[1]).encode()) if target else 0
        return self[raw]


def _mark(path: str, anchor: bytes = b"") -> int:
    """Return what stands for a file or an anchor where it is only asked whether a page leads to it.

    Two may have the same mark: then a page is followed that need not be.
    """
    return zlib.crc32(b"#".join([path.encode(), anchor])) or 1


def _apart(joined: bytes) -> list[bytes]:
    """Return what stands with quotation marks between."""
    return joined.split(b'"') if joined else []


def _inside(folder: str, raw: bytes) -> tuple[str, str] | None:
    """Return the path and the fragment that an address on a page in a folder leads to; ``None`` for one elsewhere.

    The path is empty where the address leads to the page itself.
    """
    address, _, fragment = unescape(raw.decode()).partition("#")
    path = _path(folder, address)
    return None if path is None else (path, fragment)


@lru_cache(maxsize=1 << 17)
def _path(folder: str, address: str) -> str | None:
    """Return the path that an address without its fragment leads to; many places of a page are led to."""
    target = urlsplit(address)
    if target.scheme or target.netloc:
        return None
    return posixpath.normpath(posixpath.join(folder, unquote(target.path))) if target.path else ""
