"""What ingest hands on: an article's blocks, what was left out of the seed, and what is known about the article."""

from dataclasses import dataclass
from enum import StrEnum

from builder.problems import Problem


@dataclass(frozen=True, slots=True)
class Seed:
    """One raw article file, as bytes."""

    path: str
    """The file's path below the seeds folder, with forward slashes."""
    data: bytes
    sidecar: bytes | None = None
    """The bytes of ``<name>.yml`` beside the seed, where there is one."""


class BlockKind(StrEnum):
    """What a block of the article is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a block that lead to another page."""

    start: int
    """Characters of the block's text."""
    end: int
    address: str
    """Whole, of a safe scheme, and percent-encoded: no white space and no bracket that Markdown would count."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, subheading, list item or block quotation of an article."""

    kind: BlockKind
    text: str
    """One line: no line break of any kind, no white space at either end, not empty."""
    links: tuple[Link, ...] = ()
    """In order; they never overlap."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Lines of the seed that are not in the article, and why."""

    first: int
    """The first line, counted from 1 in the decoded seed."""
    last: int
    """The last line, inclusive."""
    why: str
    """A word or two for the reader: ``navigation``, ``share bar``, ``related link`` …"""
    words: str = ""
    """How the words begin that are left out, where they share their line with words of the article."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A value about an article, how it was found, and the words that show it."""

    value: str
    found: str
    """``given``, ``page date``, ``dateline``, ``byline``, ``weekday in text`` …; written as ``published_from``."""
    evidence: str = ""
    """The seed's words the value was read from."""
    line: int = 0
    """The line of the seed these words stand on; 0 where it is not known."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article; ``None`` and empty mean that the seed does not tell."""

    title: Fact | None = None
    published: Fact | None = None
    """EDTF; a year that was worked out carries ``?``."""
    published_open: str = ""
    """Why a day that the page shows is not taken for that of publication; empty where one is, or none is shown."""
    publisher: Fact | None = None
    agency: Fact | None = None
    authors: tuple[Fact, ...] = ()
    url: Fact | None = None
    retrieved: Fact | None = None
    archive: Fact | None = None
    """The address of a copy in a web archive."""
    language: str = "en"
    """ISO 639-1."""


@dataclass(frozen=True, slots=True)
class Document:
    """One ingested seed. ``left_out``, the blocks and the lines that metadata was read from cover every line of it."""

    seed: str
    """The seed's path below the seeds folder."""
    sha256: str
    """Of the seed's bytes, in hexadecimal."""
    blocks: tuple[Block, ...]
    left_out: tuple[LeftOut, ...]
    metadata: Metadata
    problems: tuple[Problem, ...] = ()
    latest_day: str = ""
    """The latest full day that stands anywhere in the seed, as EDTF; what lies ahead of the text does not count."""

    @property
    def text(self) -> str:
        """The article's text: its blocks, one a line."""
        return "\n".join(block.text for block in self.blocks)
