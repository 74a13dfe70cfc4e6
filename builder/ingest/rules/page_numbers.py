"""Lines that number the pages of a printed document: “Page 2 of 7”, and the running head beside the number."""

import re
from collections.abc import Iterator
from typing import Final

from builder.ingest.kinds import Kind
from builder.ingest.page import Page

_LONGEST: Final = 120
"""Characters."""
_FIRST: Final = frozenset({"page", "seite", "pagina", "página"})
_NUMBERED: Final = re.compile(
    r"(?:.{0,100}[\s|–—-])??(?:page|seite|pagina|página) (?P<page>\d{1,4})(?: ?(?:of|von|de|sur|di|/) ?\d{1,4})\W{0,3}",
    re.IGNORECASE,
)


def page_numbers(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim lines that end with the number of a page and of all pages."""
    for at, line in enumerate(page.lines):
        possible = page.digits[at] and len(line.text) <= _LONGEST and not _FIRST.isdisjoint(page.folded[at].split())
        if possible and _NUMBERED.fullmatch(line.text):
            yield at, Kind.FOOTER
