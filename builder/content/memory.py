"""What the last conversion came from and what it complained of, so that unchanged seeds are not converted again."""

import hashlib
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import msgspec

from builder.content.article import fingerprint
from builder.content.changes import Change, Outcome
from builder.content.files import Guidance
from builder.content.writing import write_whole
from builder.ingest.document import Seed
from builder.problems import Problem
from builder.project import Project
from builder.urls import Slug

_FILE = "conversion.json"
_MAKERS = ("edtf.py", "urls.py", "ingest", "annotate", "content", "markdown")
"""The parts of the package that decide what an article says; a change in them converts every seed anew."""


class OpenEdit(msgspec.Struct, frozen=True):
    """An edited article with something to look at, told until the file is edited again."""

    slug: str
    text: str
    """Fingerprint of the file as it was left."""
    problems: tuple[Problem, ...]


class Memory(msgspec.Struct, frozen=True):
    """The last conversion."""

    key: str
    """Fingerprint of everything it was made from."""
    slugs: tuple[str, ...]
    """The articles it generated, whose texts lie in the cache."""
    problems: tuple[Problem, ...]
    edits: tuple[OpenEdit, ...] = ()


def key_of(
    seeds: Sequence[Seed], settings: str, guidance: Guidance, present: Sequence[str], days: Mapping[Slug, str]
) -> str:
    """Return the fingerprint of a conversion's inputs: seeds, settings, what the editor taught, and this program.

    ``present`` holds the names of the articles' files: a renamed article is found again by a new conversion. ``days``
    are those that the editor settled in articles.
    """
    digest = hashlib.sha256()
    for seed in seeds:
        for part in (seed.path.encode(), seed.data, seed.sidecar or b"\0"):
            digest.update(hashlib.sha256(part).digest())
    taught = [
        settings,
        repr(sorted(present)),
        repr(sorted(days.items())),
        *(repr((file.folder, file.slug, file.front.name, file.front.aliases)) for file in guidance.entities),
        *(repr((file.slug, file.front.title, file.front.match)) for file in guidance.topics),
    ]
    for text in taught:
        digest.update(hashlib.sha256(text.encode()).digest())
    digest.update(program())
    return digest.hexdigest()


@cache
def program() -> bytes:
    """Return the fingerprint of the program; that which runs stays the same whatever is installed meanwhile."""
    digest = hashlib.sha256(sys.version.encode())  # which decides what is a letter, and how numbers are hashed
    package = resources.files("builder")
    for maker in _MAKERS:
        _update(digest, package / maker)
    return digest.digest()


def _update(digest: "hashlib._Hash", part: Traversable) -> None:
    if part.is_file():
        digest.update(hashlib.sha256(part.read_bytes()).digest())
    elif part.name != "__pycache__":
        for entry in sorted(part.iterdir(), key=lambda entry: entry.name):
            _update(digest, entry)


def recall(project: Project) -> Memory | None:
    """Return the last conversion, or ``None`` where none is known or the cache is damaged."""
    try:
        return msgspec.json.decode((project.cache / _FILE).read_bytes(), type=Memory)
    except (OSError, msgspec.DecodeError):
        return None


def remember(project: Project, memory: Memory) -> None:
    """Keep a conversion for the next build; an unchanged one is not written again."""
    if recall(project) != memory:
        write_whole(project.cache / _FILE, msgspec.json.encode(memory).decode() + "\n", project)


def still_told(
    changes: Sequence[Change], present: Mapping[Slug, str | None], edits: Collection[OpenEdit]
) -> tuple[Change, ...]:
    """Return the changes with what was told of edited articles before, where nobody has edited them since."""
    known = {(edit.slug, edit.text): edit.problems for edit in edits}
    return tuple(
        replace(change, problems=known.get((change.slug, fingerprint(present.get(change.slug) or "")), ()))
        if change.outcome is Outcome.KEPT and not change.problems
        else change
        for change in changes
    )


def open_edits(changes: Sequence[Change], present: Mapping[Slug, str | None]) -> tuple[OpenEdit, ...]:
    """Return what is to be told again of edited articles, with the text they are left with."""
    return tuple(
        OpenEdit(change.slug, fingerprint(change.text or present.get(change.slug) or ""), change.problems)
        for change in changes
        if change.problems and change.outcome is not Outcome.REMOVED
    )
