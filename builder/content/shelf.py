"""Articles as they were read last: a file that is the same is not parsed again, by this process or the next one."""

import hashlib
from collections.abc import Iterable
from contextlib import suppress

import msgspec

from builder.content.article import ArticleFile, read_article
from builder.content.memory import program
from builder.content.writing import write_whole
from builder.problems import BuildError, Problem
from builder.project import Project
from builder.urls import Slug

_FILE = "articles.msgpack"


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """An article without a problem."""

    text: bytes
    """SHA-256 of its file's text."""
    article: ArticleFile


class _Stored(msgspec.Struct, frozen=True):
    """What the file holds."""

    program: bytes
    """Fingerprint of the program that read the articles."""
    kept: tuple[_Kept, ...]


class Shelf:
    """Takes articles from what is kept, and keeps those that it reads."""

    def __init__(self, kept: Iterable[_Kept] = ()) -> None:
        self._before = {one.article.path: one for one in kept}
        self._now: dict[str, _Kept] = {}

    def read(self, slug: Slug, text: str, path: str) -> tuple[ArticleFile | None, tuple[Problem, ...]]:
        """Return what :func:`builder.content.article.read_article` returns."""
        digest = hashlib.sha256(text.encode()).digest()
        known = self._before.get(path)
        if known is None or known.text != digest or known.article.slug != slug:
            article, problems = read_article(slug, text, path)
            if article is None or problems:
                return article, problems
            known = _Kept(digest, article)
        self._now[path] = known
        return known.article, ()

    def following(self) -> "Shelf":
        """Return the shelf of the next round, which keeps what was read in this one."""
        return Shelf(self._now.values())

    def store(self, project: Project) -> None:
        """Keep what was read for the next process, where it is not what was kept for this one.

        Where it can't be written, all is read again next time.
        """
        if self._now != self._before:
            stored = _Stored(program(), tuple(self._now.values()))
            with suppress(BuildError):
                write_whole(project.cache / _FILE, msgspec.msgpack.encode(stored), project)


def stored_shelf(project: Project) -> Shelf:
    """Return what the last process kept; an empty shelf where that is damaged or another program's."""
    try:
        stored = msgspec.msgpack.decode((project.cache / _FILE).read_bytes(), type=_Stored)
    except (OSError, msgspec.DecodeError):
        return Shelf()
    return Shelf(stored.kept if stored.program == program() else ())
