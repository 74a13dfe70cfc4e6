"""The text of a saved page as it stands in its file: pieces of a line, in order, with what they link to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from lxml import html
from lxml.etree import LxmlError, iterwalk

from builder.ingest.lines import clean

_UNSEEN: Final = frozenset({"script", "style", "template", "svg", "iframe", "object", "noembed"})
"""Elements whose text no reader sees."""
_PARTS: Final = frozenset({"nav", "footer", "aside", "figcaption"})
"""Elements that tell what the text in them is for."""
_LINE_END: Final = re.compile(r"&#(?:0*1[03]|[xX]0*[aAdD]);?|&NewLine;")
"""Line ends of the text that are none of the file."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a page that stand on one line of its file and in one element."""

    text: str
    """Clean; never empty."""
    line: int
    """Of the page, counted from 1."""
    part: str
    """The nearest element around it that tells what it is for: ``nav``, ``footer`` …; empty for others."""
    address: str
    """Of the link it is in, as written; empty outside of links."""
    link: int
    """Number of that link on the page, from 1; 0 outside of links."""


@dataclass(slots=True)
class _Place:
    """Where a walk through the page is."""

    line: int = 1
    unseen: int = 0
    """Elements around the place whose text no reader sees."""
    links: int = 0
    """Links seen so far."""


def base_of(page: Any) -> str:
    """Return the address that a page's relative links start from, where the page itself says so."""
    return next((str(base.get("href")) for base in page.iter("base") if base.get("href")), "")


def parse_page(text: str) -> Any:
    """Return the elements of a page; ``None`` where there are none."""
    try:
        return html.document_fromstring(_LINE_END.sub(" ", text).encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError):
        return None


def read_pieces(page: Any) -> Iterator[Piece]:
    """Yield the pieces of text of a parsed page, in order.

    libxml2 tells the line on which an element's start tag ends; line ends in the text behind it are counted on.
    """
    place = _Place()
    parts: list[str] = [""]
    links: list[tuple[str, int]] = [("", 0)]
    for event, element in iterwalk(page, events=("start", "end", "comment", "pi")):
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "end":
            parts.pop()
            links.pop()
            place.unseen -= name in _UNSEEN
        else:
            place.line = element.sourceline or place.line
        if event == "start":
            place.unseen += name in _UNSEEN
            parts.append(name if name in _PARTS else parts[-1])
            links.append(_link(element, place) if name == "a" else links[-1])
            yield from _pieces(element.text, place, parts[-1], links[-1])
        else:
            yield from _pieces(element.tail, place, parts[-1], links[-1])


def _link(element: Any, place: _Place) -> tuple[str, int]:
    place.links += 1
    return str(element.get("href") or ""), place.links


def _pieces(text: str | None, place: _Place, part: str, link: tuple[str, int]) -> Iterator[Piece]:
    for number, row in enumerate((text or "").split("\n")):
        place.line += number > 0
        if not place.unseen and (words := clean(row)):
            yield Piece(words, place.line, part, *link)
