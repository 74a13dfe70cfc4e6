"""Lines that hold nothing but an address: of a page, of somebody's mail."""

import re
from collections.abc import Iterator
from typing import Final

from builder.ingest.kinds import Kind
from builder.ingest.page import Page

_ADDRESS: Final = re.compile(
    r"(?P<label>(?:url|link|source|printed from|permalink|address|retrieved from|quelle|fonte|fuente):? )?"
    r"<?(?:https?://|www\.)[^\s<>]+>?"
    r"|(?P<mail>(?:e-?mail:? )?[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)",
    re.IGNORECASE,
)
_EDGE: Final = 3
"""Lines at both ends of a seed where an address is the page's; elsewhere articles list addresses too."""


def lone_addresses(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim lines of one address, with a word at most that says what it is."""
    last = len(page.lines) - _EDGE
    for at, line in enumerate(page.lines):
        if page.sizes[at] <= 3 and ("/" in line.text or "@" in line.text):
            match = _ADDRESS.fullmatch(line.text)
            if match and (match["label"] or match["mail"] or not _EDGE <= at < last):
                yield at, Kind.LABEL
