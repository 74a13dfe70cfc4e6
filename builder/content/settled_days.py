"""Days of publication that the editor settled in the articles: what hangs on them is worked out from these.

``published_from: editor`` says so, and the builder writes it where it finds ``published`` changed.
"""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from builder import edtf
from builder.content import front_matter
from builder.content.article import is_untouched
from builder.content.bases import base_finder
from builder.ingest.given import EDITOR
from builder.urls import Slug

_KEYS: Final = ("\npublished:", "\npublished_from:")
_UNKNOWN: Final = "unknown"


class _Told(Struct, frozen=True):
    """The part of an article's front matter that tells its day."""

    published: str = ""
    published_from: str = ""


def settled_days(present: Mapping[Slug, str | None], bases: Mapping[Slug, str]) -> dict[Slug, str]:
    """Return the days that the editor settled: EDTF, or ``unknown`` for one that the editor holds for unknown.

    A file that is half saved, or can't be read, says what was generated for it. What is no date is told when the
    article is read as a whole, and settles nothing.

    :param present: the articles' files as they are
    :param bases: the texts generated last time
    """
    base_of = base_finder(bases)
    days: dict[Slug, str] = {}
    for slug, text in present.items():
        base = base_of(slug, text or "") or ""
        lines, generated = _lines(text or ""), _lines(base)
        if EDITOR in lines + generated or (base and lines != generated):
            day = _settled(text or "", base)
            if day == _UNKNOWN or edtf.parse(day) is not None:
                days[slug] = day
    return days


def _settled(text: str, base: str) -> str:
    """Return the day that a file says by its editor; empty where the day is the builder's."""
    text = text if front_matter.has_front_matter(text) else base
    mine, known = _told(text), _told(base)
    if mine.published_from == EDITOR:
        return mine.published
    edited = bool(base) and not is_untouched(text)
    return mine.published if edited and (mine.published != known.published or known.published_from == EDITOR) else ""


def _told(text: str) -> _Told:
    told, _ = front_matter.read(_lines(text), _Told, "")
    return told or _Told()


def _lines(text: str) -> str:
    """Return the lines of front matter that tell the day, each with its end."""
    end = text.find("\n---", 1)
    starts = (text.find(key, 0, end) + 1 for key in _KEYS)
    return "".join(text[start : text.find("\n", start) + 1] for start in starts if start)
