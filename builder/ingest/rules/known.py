"""Lines that are known as a whole or by how they begin: share bars, forms, labels, footers."""

import re
from collections.abc import Iterator
from typing import Final

from builder.ingest.kinds import Kind
from builder.ingest.page import PROSE, Page
from builder.ingest.phrases import phrases

_EVEN_AS_PROSE: Final = frozenset({Kind.DISCLAIMER, Kind.COMMENT, Kind.FEEDBACK})
"""Kinds whose openings are so much their own that a whole sentence behind them is no article's."""
_LONGEST_BAR: Final = 8
"""Words."""
_READER: Final = re.compile(r"\b(?:you|your|our|vous|votre|Sie|Ihre|tu|tus|você|seu)\b")
"""Words by which a page speaks to its reader."""
_POINTER: Final = re.compile(r"[^|:]{3,24}[|:]")
"""Words, then a sign: ``ALSO READ | …``."""


def known_phrases(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim lines by ``data/phrases.txt``; a long sentence that merely begins like one is left to the line model."""
    for at, name in enumerate(page.kinds):
        if not name or name.endswith("?"):
            continue
        kind = Kind(name)
        is_prose = page.sizes[at] >= PROSE and page.ends[at] == "."
        if not is_prose or kind in _EVEN_AS_PROSE or _points(kind, page, at) or _asks(kind, page, at):
            yield at, kind


def is_share_bar(page: Page, at: int) -> bool:
    """Tell a row of nothing but a share bar's words: ``Share Save Print``.

    It is no claim: where nothing else tells where the article ends, the line model goes by such rows, too.
    """
    shares, words = phrases().whole, page.folded[at].split(" ", _LONGEST_BAR)
    is_row = 1 < len(words) <= _LONGEST_BAR and not page.ends[at]
    return is_row and all(shares.get(word) == Kind.SHARE for word in words)


def _asks(kind: Kind, page: Page, at: int) -> bool:
    return kind is Kind.SIGN_UP and bool(_READER.search(page.lines[at].text))


def _points(kind: Kind, page: Page, at: int) -> bool:
    return kind is Kind.RELATED and bool(_POINTER.match(page.lines[at].text))
