"""Where the words of an article's blocks stand among the pieces of its page."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from builder.ingest.document import Block
from builder.ingest.page_pieces import Piece

_KEY: Final = 12
"""Characters by which the parts of a block are looked up that does not stand on the page as a whole; fewer, across
pieces, may be the end of one word and the start of another."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a block that stand on the page side by side; white space is not counted."""

    start: int
    """In the block."""
    at: int
    """In the page's letters."""
    length: int


@dataclass(slots=True)
class PageText:
    """All pieces of a page as one text without white space."""

    pieces: Sequence[Piece]
    letters: str = ""
    starts: Sequence[int] = ()
    """Where each piece starts in the letters, and where the last one ends."""
    _alike: dict[str, list[int]] = field(default_factory=dict)
    """The text of a piece → where such pieces start, in order."""
    _words: dict[str, list[int]] = field(default_factory=dict)
    """A word, and the first letters of a word with what follows → where they stand, in order."""

    def __post_init__(self) -> None:
        """Put the letters together."""
        parts = [letters_of(piece.text) for piece in self.pieces]
        self.letters = "".join(parts)
        self.starts = tuple(accumulate(map(len, parts), initial=0))
        for piece, start in zip(self.pieces, self.starts, strict=False):
            self._alike.setdefault(piece.text, []).append(start)

    def pieces_of(self, run: Run) -> range:
        """Return the indices of the pieces that a run covers."""
        return range(bisect_right(self.starts, run.at) - 1, bisect_left(self.starts, run.at + run.length))

    def only_place_of(self, text: str) -> int:
        """Return where a text stands that is one piece or stands on the page once; -1 for others."""
        alike, letters = self._alike.get(text, ()), letters_of(text)
        if len(alike) == 1:
            return alike[0]
        once = not alike and len(letters) >= _KEY and self.letters.count(letters) == 1
        return self.letters.find(letters) if once else -1

    def place_before(self, text: str, high: int) -> int:
        """Return the last place before another where a text stands; its first where it stands behind it; else -1."""
        if alike := self._alike.get(text):
            return alike[max(0, bisect_left(alike, high) - 1)]
        letters = letters_of(text)
        return self.letters.rfind(letters, 0, high) if len(letters) >= _KEY else -1

    def place_behind(self, text: str, low: int) -> int:
        """Return the first place from another on where a text stands; its last where it stands before it; else -1."""
        if alike := self._alike.get(text):
            return alike[min(bisect_left(alike, low), len(alike) - 1)]
        letters = letters_of(text)
        return self.letters.find(letters, low) if len(letters) >= _KEY else -1

    def without_a_start(self, at: int, length: int) -> int:
        """Return how long a run is without the first few letters of a last piece that it does not hold whole."""
        end = at + length
        last = bisect_left(self.starts, end) - 1
        is_start = at < self.starts[last] and end < self.starts[last + 1] and end - self.starts[last] < _KEY
        return self.starts[last] - at if is_start else length

    def places_of_words(self) -> dict[str, list[int]]:
        """Return where words stand, by themselves and by their first letters."""
        if not self._words:
            found: dict[str, list[int]] = defaultdict(list)
            for piece, start in zip(self.pieces, self.starts, strict=False):
                for at, word in _words(piece.text, start):
                    for key in {word, self.letters[at : at + _KEY]}:
                        found[key].append(at)
            self._words = dict(found)
        return self._words


def place_blocks(page: PageText, blocks: Sequence[Block]) -> tuple[tuple[Run, ...], ...]:
    """Return where the words of each block stand on a page.

    Blocks that stand there once are found first. Of those that stand there more often, the place nearest above the
    next block counts, since what repeats an article's words is more often above it than within it.
    """
    letters = [letters_of(block.text) for block in blocks]
    found = [page.only_place_of(block.text) for block in blocks]
    last = max((number for number, at in enumerate(found) if at >= 0), default=-1)
    high = found[last] if last >= 0 else 0
    for number in reversed(range(max(0, last))):
        found[number] = found[number] if found[number] >= 0 else page.place_before(blocks[number].text, high)
        high = found[number] if found[number] >= 0 else high
    low = found[last] + len(letters[last]) if last >= 0 else 0
    for number in range(last + 1, len(blocks)):
        found[number] = page.place_behind(blocks[number].text, low)
        low = found[number] + len(letters[number]) if found[number] >= 0 else low
    result, low = [], 0
    for block, at, text in zip(blocks, found, letters, strict=True):
        runs = (Run(0, at, len(text)),) if at >= 0 else tuple(_in_parts(page, block.text, text, low))
        result.append(runs)
        low = runs[-1].at + runs[-1].length if runs else low
    return tuple(result)


def _in_parts(page: PageText, words: str, letters: str, cursor: int) -> Iterator[Run]:
    """Yield the parts of a block that stand on the page, where it does not stand there as a whole."""
    behind = 0
    for start, word in _words(words, 0):
        known = page.places_of_words() if start >= behind else {}
        places = known.get(letters[start : start + _KEY]) if len(letters) - start >= _KEY else None
        places = places or known.get(word)
        if not places:
            continue
        at = places[min(bisect_left(places, cursor), len(places) - 1)]
        length = page.without_a_start(at, _shared(letters, start, page.letters, at))
        yield Run(start, at, length)
        cursor = at + length
        behind = start + length


def _shared(left: str, start: int, right: str, at: int) -> int:
    most = min(len(left) - start, len(right) - at)
    return next((length for length in range(most) if left[start + length] != right[at + length]), most)


def _words(text: str, start: int) -> Iterator[tuple[int, str]]:
    for word in map(letters_of, text.split(" ")):
        if word:
            yield start, word
        start += len(word)


def letters_of(text: str) -> str:
    """Return a clean line without spaces and without characters that have no shape, which extraction drops."""
    bare = text.replace(" ", "")
    return bare if bare.isprintable() else "".join(filter(str.isprintable, bare))
