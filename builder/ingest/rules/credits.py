"""Lines that credit a wire service and say nothing else: ``(With AP inputs)``, ``— Reuters``."""

import re
from collections.abc import Iterator
from typing import Final

from builder.ingest.agencies import AGENCIES, ANY
from builder.ingest.kinds import Kind
from builder.ingest.page import Page
from builder.ingest.phrases import fold
from builder.ingest.words import word_lists

_LONGEST: Final = 120
"""Characters."""
_AGENCY: Final = re.compile(rf"\b{ANY}\b")
_WITH: Final = frozenset({"avec", "with", "mit", "con", "com", "met"})
_PAPER_WITH: Final = re.compile(
    rf"[^\W\d_][^.!?:;,|\d]{{1,40}} (?:{'|'.join(sorted(_WITH))}) {ANY}"
    r"(?:(?:,| et| and| und| y| e) [A-Z][A-Za-z]{1,12})?"
)
"""A paper, a desk, and the agency whose report they took up: ``La Gazette avec AFP``."""
_LONGEST_PAPER: Final = 8
"""Words."""
_NO_NAME: Final = re.compile(r"\b(?:agenc(?:y|ies)|wires?|inputs)\b", re.IGNORECASE)
_AROUND: Final = frozenset(word_lists("beside")["credits"])
"""Words that stand beside an agency's name in a credit."""
_POSSIBLE: Final = _AROUND | {word for _, names in AGENCIES for word in fold(names).split()}
"""All words of credits; a quick look before the careful one."""


def credits_of_agencies(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim lines made of a credit's words only, with an agency or the word itself among them, or a paper with one."""
    for at, line in enumerate(page.lines):
        short = 2 < page.sizes[at] <= _LONGEST_PAPER
        if short and not _WITH.isdisjoint(page.folded[at].split()) and _PAPER_WITH.fullmatch(line.text):
            yield at, Kind.CREDIT
        if page.first[at] not in _POSSIBLE or len(line.text) > _LONGEST:
            continue
        if _POSSIBLE.issuperset(page.folded[at].split()) and is_credit(line.text):
            yield at, Kind.CREDIT


def is_credit(text: str) -> bool:
    """Tell whether a short line does nothing but credit an agency."""
    if not _AGENCY.search(text) and not _NO_NAME.search(text):
        return False
    rest = fold(_AGENCY.sub(" ", text)).split()
    return all(word in _AROUND for word in rest) and (len(rest) > 0 or text[0] in "(-–—[" or len(text) < 20)
