"""A newspaper's slogan below its name: what stands at the top of a page as a headline would, and is none."""

from collections.abc import Mapping, Sequence
from typing import Final

from builder.ingest.kinds import Kind
from builder.ingest.mastheads import is_masthead
from builder.ingest.page import Page

STAMPS: Final = frozenset({Kind.BYLINE, Kind.DATE})
"""What stands below a headline."""


def has_slogan(page: Page, claimed: Mapping[int, Kind], candidates: Sequence[int]) -> bool:
    """Tell whether the first of the lines that may be the title is a slogan.

    The newspaper's name stands above it, a part of the page below, and then a headline with its day or byline.
    """
    if len(candidates) < 2:
        return False
    slogan, below = candidates[:2]
    apart = below > slogan + 1 and claimed.get(below + 1) in STAMPS
    return apart and slogan > 0 and is_masthead(page.lines[slogan - 1].text)
