"""Pages that go on over several parts: what a plan holds of them, and the way from one part to the others."""

from collections.abc import Callable, Iterator
from typing import Final

from builder.pages.catalogue import Catalogue
from builder.pages.contexts import Context
from builder.pages.linker import Linker
from builder.pages.order import part_path
from builder.pages.parts import Pager
from builder.pages.values import Link
from builder.pages.words import Words
from builder.urls import PagePath

Make = Callable[[Catalogue], Context]
"""Makes what a page's template sees; called when the page is rendered, for all contexts together would fill memory."""
Parts = Iterator[tuple[PagePath, Make]]
"""The parts of a page, in order: each with its path and what makes it."""

AROUND: Final = 2
"""Parts before and behind the present one that have a link of their own."""
WAYS: Final = ("Earlier part", "Further part")


def pager(linker: Linker, base: PagePath, number: int, count: int, ways: tuple[str, str] = WAYS) -> Pager:
    """Return the links from a part of a page, counted from 1, to its neighbours, the first and the last part.

    ``ways`` are what the links to the part before it and behind it say.
    """
    shown = {1, count, *range(max(1, number - AROUND), min(count, number + AROUND) + 1)}
    return Pager(
        number,
        count,
        tuple(Link(str(one), "" if one == number else linker.to(part_path(base, one))) for one in sorted(shown)),
        Link(linker.words.say(ways[0]), linker.to(part_path(base, number - 1))) if number > 1 else None,
        Link(linker.words.say(ways[1]), linker.to(part_path(base, number + 1))) if number < count else None,
    )


def titled(title: str, number: int, words: Words) -> str:
    """Return the title of a part of a page."""
    return title if number <= 1 else words.say("{title}, part {number}", title=title, number=str(number))
