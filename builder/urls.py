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
    plain = _APOSTROPHES.sub("", text)
    slug = _OTHERS.sub("-", plain.lower() if plain.isascii() else _without_accents(plain)).strip("-")
    if len(slug) > LONGEST_SLUG:
        slug = slug[: LONGEST_SLUG + 1].rsplit("-", 1)[0][:LONGEST_SLUG].strip("-")
    if not slug:
        slug = fallback
    return Slug(f"{slug}-{fallback}" if slug in _RESERVED else slug)


def _without_accents(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    return "".join(character for character in folded if not unicodedata.combining(character))


def page(*parts: str) -> PagePath:
    """Return the path of an HTML page: ``page("articles", slug)`` is ``articles/<slug>.html``."""
    return PagePath("/".join(parts) + ".html")


def former_path(alias: str) -> PagePath | None:
    """Return the path of the page that a former address names; ``None`` where it leads out of the site."""
    parts = alias.strip().removeprefix("/").split("/")
    if parts[-1] == "":
        parts[-1] = "index.html"
    if any(part in ("", ".", "..") or set(part) & set('\\:?#*"<>|\0') for part in parts):
        return None
    path = "/".join(parts)
    return PagePath(path if path.endswith((".html", ".htm")) else f"{path}.html")


def to_anchor(way: str, fragment: str) -> RelativeLink:
    """Return the link to a place in the file that a way leads to, or on the page itself where that is empty."""
    plain = fragment.isascii() and fragment.replace("-", "").isalnum()
    return RelativeLink(f"{way}#{fragment if plain else quote(fragment)}")


@lru_cache(maxsize=100_000)
def from_folder(folder: str, target: PagePath) -> RelativeLink:
    """Return the link from any page in a folder to a file; the same few ways are asked for again and again."""
    if not folder:
        return RelativeLink(quote(target))
    if "/" in folder:
        return RelativeLink(quote(posixpath.relpath("/" + target, "/" + folder)))
    inside = target.removeprefix(f"{folder}/")
    return RelativeLink(quote(inside if inside != target else f"../{target}"))


def root_of(source: PagePath) -> RelativeLink:
    """Return the link from a page to the site's root folder: empty at the top, ``../`` one folder down."""
    return RelativeLink("../" * source.count("/"))
