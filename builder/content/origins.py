"""Which seed each article was made from: on disk, and among those that the editor deleted."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec import Struct

from builder.content import front_matter
from builder.ingest.document import Document
from builder.urls import Slug

_ABOUT_SEED = re.compile(r"^seed:.*\n(?:[ \t].*\n)*", re.MULTILINE)


class _Seed(Struct):
    file: str = ""
    sha256: str = ""


class _Named(Struct):
    """The part of an article's front matter that names its seed."""

    seed: _Seed | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Which seed an article was made from."""

    slug: Slug
    seed: str
    """The seed's path below the seeds folder; empty where the file doesn't tell."""
    sha256: str
    deleted: bool
    """Whether the article's file is gone, and only the text generated for it last time is known."""
    day: str = ""
    """The day of publication that the editor settled in the article, as EDTF or ``unknown``; else empty."""


def origins_of(
    present: Mapping[Slug, str | None], bases: Mapping[Slug, str], days: Mapping[Slug, str]
) -> tuple[Origin, ...]:
    """Return the origin of each article, those deleted first.

    ``present`` holds the articles' files as they are, ``bases`` the texts generated last time, ``days`` what the
    editor settled. Problems are told when an article is read as a whole.
    """
    deleted = [_origin(slug, text, "", deleted=True) for slug, text in bases.items() if slug not in present]
    there = (
        _origin(slug, _readable(text, bases.get(slug)), days.get(slug, ""), deleted=False)
        for slug, text in present.items()
    )
    return (*deleted, *there)


def _readable(text: str | None, base: str | None) -> str:
    """Return an article's text, or what was generated for it where its file is half saved or can't be read."""
    return text if text and front_matter.has_front_matter(text) else base or ""


def _origin(slug: Slug, text: str, day: str, *, deleted: bool) -> Origin:
    """Read the lines on its seed alone, so that an article with a mistake elsewhere is not taken for none."""
    lines = _ABOUT_SEED.search(text)
    named, _ = front_matter.read(lines[0] if lines else "", _Named, slug)
    seed = (named and named.seed) or _Seed()
    return Origin(slug, seed.file, seed.sha256, deleted, day)


def origins_by_document(documents: Sequence[Document], origins: Sequence[Origin]) -> list[Origin | None]:
    """Return for each document the article that was made from it before, where there is one.

    It is found again by its seed's path, or by its seed's bytes where that path is gone.
    """
    by_path = {origin.seed: origin for origin in origins if origin.seed}
    paths = {document.seed for document in documents}
    by_bytes = {origin.sha256: origin for origin in origins if origin.seed and origin.seed not in paths}
    return [by_path.get(document.seed) or by_bytes.pop(document.sha256, None) for document in documents]
