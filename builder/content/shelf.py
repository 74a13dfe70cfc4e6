"""Articles as they were read last: a file that is the same is not parsed again, by this process or the next one.

One whose status says that nobody has touched it since is not even read.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import msgspec

from builder.content.article import ArticleFile, read_article
from builder.content.files import Place
from builder.content.memory import program
from builder.content.writing import append, write_whole
from builder.problems import BuildError, Problem
from builder.project import Project
from builder.status import Status, is_settled
from builder.workers import is_worth_while, over_processes

_FILE = "articles.msgpack"
_LENGTH = 8
"""Bytes in front of each block of the file that tell how long it is."""
_SPARE = 1.25
"""How many times as many articles as there are the file may hold; then those that are no more are taken out."""

Read = tuple[ArticleFile | None, tuple[Problem, ...]]


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """An article without a problem."""

    status: Status | None
    """Of its file; nothing where that may have changed again unnoticed since."""
    text: bytes
    """SHA-256 of its file's text."""
    article: ArticleFile


class _Block(msgspec.Struct, frozen=True):
    """What is written to the file at once: articles that take the place of those of the same path before them."""

    program: bytes
    """Fingerprint of the program that read the articles."""
    kept: tuple[_Kept, ...]
    gone: tuple[str, ...]
    """Paths of articles that there are no more."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A file that is not known by its status."""

    place: Place
    status: Status | None
    text: str
    digest: bytes


class Shelf:
    """Takes articles from what is kept, and keeps those that it reads."""

    def __init__(self, kept: Iterable[_Kept] = (), stored: int = 0) -> None:
        self._before = {one.article.path: one for one in kept}
        self._now: dict[str, _Kept] = {}
        self._stored = stored
        """How many articles the file holds, those that are not any more included."""

    def read(
        self, places: Sequence[Place], jobs: int = 1, since: int = 0
    ) -> tuple[tuple[ArticleFile, ...], tuple[Problem, ...]]:
        """Return what :func:`builder.content.files.read_each` returns.

        ``jobs`` is the number of processes. ``since`` is a time before which no file was looked at, in nanoseconds of
        the file system's clock; 0 where it is not known.
        """
        told: dict[str, Read] = {}
        anew: list[_Found] = []
        for place in places:
            status, known = place.status(), self._before.get(place.path)
            if known and known.status and known.status == status:
                self._now[place.path] = known
                continue
            text, problems = place.text()
            told[place.path] = None, problems
            if text is not None:
                settled = status if status and is_settled(status, since) else None
                anew.append(_Found(place, settled, text, hashlib.sha256(text.encode()).digest()))
        changed = [found for found in anew if not self._has_kept(found)]
        for found, (article, problems) in zip(changed, _parsed(changed, jobs), strict=True):
            told[found.place.path] = article, problems
            if article and not problems:
                self._now[found.place.path] = _Kept(found.status, found.digest, article)
        return self._outcome(places, told)

    def _has_kept(self, found: _Found) -> bool:
        """Keep a text's article further, if it is known."""
        known = self._before.get(found.place.path)
        if known is None or known.text != found.digest:
            return False
        same = known.status == found.status
        self._now[found.place.path] = known if same else _Kept(found.status, found.digest, known.article)
        return True

    def _outcome(
        self, places: Sequence[Place], told: Mapping[str, Read]
    ) -> tuple[tuple[ArticleFile, ...], tuple[Problem, ...]]:
        articles: list[ArticleFile] = []
        problems: list[Problem] = []
        for place in places:
            kept = self._now.get(place.path)
            article, found = (kept.article, ()) if kept else told[place.path]
            problems.extend(found)
            if article:
                articles.append(article)
        return tuple(articles), tuple(problems)

    def following(self) -> "Shelf":
        """Return the shelf of the next round, which keeps what was read in this one."""
        return Shelf(self._now.values(), self._stored)

    def store(self, project: Project) -> None:
        """Keep what was read for the next process, where it is not what was kept for this one.

        Where it can't be written, all is read again next time.
        """
        new = tuple(one for path, one in self._now.items() if self._before.get(path) is not one)
        gone = tuple(path for path in self._before if path not in self._now)
        if not new and not gone:
            return
        adds = self._stored and self._stored + len(new) <= _SPARE * len(self._now)
        block = _Block(program(), new, gone) if adds else _Block(program(), tuple(self._now.values()), ())
        data = msgspec.msgpack.encode(block)
        with suppress(BuildError):
            write = append if adds else write_whole
            write(project.cache / _FILE, len(data).to_bytes(_LENGTH, "big") + data, project)


def _parsed(anew: Sequence[_Found], jobs: int) -> Iterator[Read]:
    """Give what is read of each text."""
    if not is_worth_while(len(anew), jobs):
        yield from (_parse(found) for found in anew)
        return
    spread = over_processes(lambda found: _encode(_parse(found)), anew, jobs)
    results = {number: _decode(result) for number, result in spread}
    yield from (results[number] for number in range(len(anew)))


def _parse(found: _Found) -> Read:
    return read_article(found.place.slug(), found.text, found.place.path)


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Read).decode


def stored_shelf(project: Project) -> Shelf:
    """Return what the last process kept; an empty shelf where that is damaged or another program's."""
    kept: dict[str, _Kept] = {}
    stored, position = 0, 0
    try:
        data = memoryview((project.cache / _FILE).read_bytes())
        while position < len(data):
            start = position + _LENGTH
            position = start + int.from_bytes(data[position:start], "big")
            block = msgspec.msgpack.decode(data[start:position], type=_Block)
            if block.program != program():
                return Shelf()
            stored += len(block.kept)
            kept |= {one.article.path: one for one in block.kept}
            for path in block.gone:
                kept.pop(path, None)
    except (OSError, msgspec.DecodeError):
        return Shelf()
    return Shelf(kept.values(), stored)
