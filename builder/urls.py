"""Slugs, page paths and relative links: three kinds of path, three types, and the only conversions between them."""

import posixpath
import re
import unicodedata
from functools import lru_cache
from typing import NewType
from urllib.parse import quote

Slug = NewType("Slug", str)
"""A name that is safe as a file name and in an address: ASCII letters, digits and single hyphens, lower case."""

PagePath = NewType("PagePath", str)
"""The path of a file of the site below its root, with forward slashes: ``articles/some-title.html``."""

RelativeLink = NewType("RelativeLink", str)
"""An address as it stands in a page's ``href``: relative to that page, percent-encoded, with its fragment."""

LONGEST_SLUG = 80
"""Characters. Long enough for most headlines, short enough for any file system with a folder and a suffix around it."""

_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))]
)
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ħ": "h"}
)
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_OTHERS = re.compile(r"[^a-z0-9]+")


def slugify(text: str, fallback: str = "untitled") -> Slug:
    """Return the slug of a title or a name.

    Letters lose their accents, apostrophes vanish, all else becomes a hyphen. Text without a Latin letter or digit
    gets the ``fallback``; names that Windows reserves get a hyphen and the fallback behind them.
    """
    folded = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text)).casefold().translate(_LETTERS)
    folded = "".join(character for character in folded if not unicodedata.combining(character))
    slug = _OTHERS.sub("-", folded).strip("-")
    if len(slug) > LONGEST_SLUG:
        slug = slug[: LONGEST_SLUG + 1].rsplit("-", 1)[0][:LONGEST_SLUG].strip("-")
    if not slug:
        slug = fallback
    return Slug(f"{slug}-{fallback}" if slug in _RESERVED else slug)


def page(*parts: str) -> PagePath:
    """Return the path of an HTML page: ``page("articles", slug)`` is ``articles/<slug>.html``."""
    return PagePath("/".join(parts) + ".html")


def relative(source: PagePath, target: PagePath, fragment: str = "") -> RelativeLink:
    """Return the link that leads from one page of the site to a file of it, wherever the site lies."""
    if not fragment:
        return _way(source.rpartition("/")[0], target)
    path = "" if source == target else _way(source.rpartition("/")[0], target)
    plain = fragment.isascii() and fragment.replace("-", "").isalnum()
    return RelativeLink(f"{path}#{fragment if plain else quote(fragment)}")


@lru_cache(maxsize=100_000)
def _way(folder: str, target: str) -> RelativeLink:
    """Return the link from any page in a folder to a file; the same few ways are asked for again and again."""
    return RelativeLink(quote(posixpath.relpath("/" + target, "/" + folder) if folder else target))


def root_of(source: PagePath) -> RelativeLink:
    """Return the link from a page to the site's root folder: empty at the top, ``../`` one folder down."""
    return RelativeLink("../" * source.count("/"))
