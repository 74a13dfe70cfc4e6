"""A saved web page → blocks and metadata, through trafilatura, which sees the page's structure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urljoin

from lxml.etree import LxmlError
from trafilatura import bare_extraction, extract_metadata
from trafilatura.settings import Extractor

from builder.ingest.document import Block, BlockKind, Fact, LeftOut, Metadata
from builder.ingest.kinds import Kind
from builder.ingest.language import language_of
from builder.ingest.lines import Line, clean
from builder.ingest.page import read_page
from builder.ingest.page_left_out import left_out_of_page
from builder.ingest.page_links import with_links
from builder.ingest.page_pieces import base_of, parse_page, read_pieces
from builder.ingest.page_places import PageText, place_blocks
from builder.ingest.rules import claims
from builder.ingest.walls import is_wall

_LATEST: Final = "2100-12-31"
"""A date bound for pages of briefings without one; given always, so that nothing reads the clock."""
_KINDS: Final = {
    "head": BlockKind.HEADING,
    "item": BlockKind.LIST_ITEM,
    "quote": BlockKind.QUOTE,
}
_CONTAINERS: Final = frozenset(("body", "list", "div", "main", "table", "row", "doc", "text"))
_STAMPS: Final = frozenset({Kind.BYLINE, Kind.DATE, Kind.PAGE_DATE, Kind.LABEL, Kind.SHARE})
_FOUND: Final = "page's own data"


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a page holds."""

    blocks: tuple[Block, ...]
    metadata: Metadata
    left_out: tuple[LeftOut, ...]


def read_web_page(raw: Sequence[str], language: str, as_of: str, offset: int) -> WebPage:
    """Return the article of a page and what the page's tags tell about it; no blocks where there is no article.

    :param raw: the page's lines
    :param language: ISO 639-1, where too little tells
    :param as_of: a date up to this day is preferred; empty without a bound
    :param offset: lines of the seed above the page
    """
    html = "\n".join(raw)
    blocks, metadata = _article(html, language, as_of)
    walled = is_wall([block.text for block in blocks])
    blocks = () if walled else blocks
    tree = parse_page(html)
    page = PageText(tuple(read_pieces(tree)) if tree is not None else ())
    places = place_blocks(page, blocks)
    used = {number for runs in places for run in runs for number in page.pieces_of(run)}
    title = metadata.title.value if metadata.title else ""
    left = left_out_of_page(raw, page.pieces, used, title, offset)
    if walled:
        left = (LeftOut(offset + 1, offset + len(raw), Kind.WALL),)
    base = urljoin(metadata.url.value if metadata.url else "", base_of(tree)) if tree is not None else ""
    return WebPage(with_links(blocks, places, page, base), metadata, left)


def _article(html: str, language: str, as_of: str) -> tuple[tuple[Block, ...], Metadata]:
    extracted = _extract(html, as_of)
    if extracted is None:
        return (), Metadata(language=language)
    found = tuple(_blocks(extracted.body)) if extracted.body is not None else ()
    if found and as_of and not extracted.date:
        extracted.date = _claimed_day(html)
    metadata = _metadata(extracted, language_of("\n".join(block.text for block in found), language))
    title = metadata.title.value if metadata.title else ""
    if found and title and found[0].text.casefold() == title.casefold():
        found = found[1:]
    return tuple(_without_stamps(found)), metadata


def _without_stamps(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks but for those above the text that the rules for text know for a byline, a date or its label."""
    page = read_page([Line(at, at, block.text, gap=True) for at, block in enumerate(blocks)])
    claimed = claims(page)
    start = next((at for at, prose in enumerate(page.prose) if prose), 0)
    return (block for at, block in enumerate(blocks) if at >= start or claimed.get(at) not in _STAMPS)


def _extract(html: str, as_of: str) -> Any:
    options = Extractor(
        output_format="python", comments=False, tables=True, formatting=False, links=False, with_metadata=True
    )
    options.date_params = _date_options(as_of)
    try:
        return bare_extraction(html, options=options)
    except (LxmlError, ValueError, RecursionError):
        return None


def _date_options(latest: str) -> dict[str, Any]:
    return {
        "extensive_search": False,
        "original_date": True,
        "max_date": latest or _LATEST,
        "outputformat": "%Y-%m-%d",
    }


def _claimed_day(html: str) -> str | None:
    """Return the day a page claims, however late, so that it can be told why none is taken."""
    try:
        return extract_metadata(html, date_config=_date_options("")).date
    except (LxmlError, ValueError, RecursionError):
        return None


def _metadata(extracted: Any, language: str) -> Metadata:
    authors = tuple(name.strip() for name in (extracted.author or "").split(";"))
    return Metadata(
        title=_fact(extracted.title),
        published=_fact(extracted.date),
        publisher=_fact(extracted.sitename),
        authors=tuple(fact for name in authors if (fact := _fact(name))),
        url=_fact(extracted.url),
        language=language,
    )


def _fact(value: str | None) -> Fact | None:
    text = clean(value or "")
    return Fact(text, _FOUND, text[:120]) if text else None


def _blocks(element: Any) -> Iterator[Block]:
    """Yield a block for each element that holds text itself, in the order of the page."""
    for child in element:
        name = child.tag if isinstance(child.tag, str) else ""
        if name in _CONTAINERS and len(child):
            yield from _blocks(child)
        elif name == "quote" and any(part.tag in ("p", "head", "list") for part in child):
            yield from (Block(BlockKind.QUOTE, block.text) for block in _blocks(child))
        else:
            yield from _block(child, _KINDS.get(name, BlockKind.PARAGRAPH))
        if text := clean(child.tail or ""):
            yield Block(BlockKind.PARAGRAPH, text)


def _block(element: Any, kind: BlockKind) -> Iterator[Block]:
    for breaking in element.iter("lb"):
        breaking.tail = "\n" + (breaking.tail or "")
    for part in "".join(element.itertext()).split("\n\n"):
        if text := clean(part):
            yield Block(kind, text)
