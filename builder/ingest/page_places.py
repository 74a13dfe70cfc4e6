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
"""Characters by which the parts of a block are looked up that does not stand on the page as a whole."""


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
    """The letters of a piece → where such pieces start, in order."""
    _words: dict[str, list[int]] = field(default_factory=dict)
    """A word, and the first letters of a word with what follows → where they stand, in order."""

    def __post_init__(self) -> None:
        """Put the letters together."""
        parts = [letters_of(piece.text) for piece in self.pieces]
        self.letters = "".join(parts)
        self.starts = tuple(accumulate(map(len, parts), initial=0))
        for part, start in zip(parts, self.starts, strict=False):
            self._alike.setdefault(part, []).append(start)

    def pieces_of(self, run: Run) -> range:
        """Return the indices of the pieces that a run covers."""
        return range(bisect_right(self.starts, run.at) - 1, bisect_left(self.starts, run.at + run.length))

    def only_place_of(self, text: str) -> int:
        """Return where a text stands that is one piece or stands on the page once; -1 for others."""
        alike = self._alike.get(text, ())
        if len(alike) == 1:
            return alike[0]
        return self.letters.find(text) if not alike and self.letters.count(text) == 1 else -1

    def place_of(self, text: str, low: int, high: int) -> int:
        """Return where a text stands between two places, nearest to the second; -1 where it does not stand at all.

        :param high: -1 where there is no second place; then the nearest to the first counts
        """
        if alike := self._alike.get(text):
            number = bisect_left(alike, high) - 1 if high > low else bisect_left(alike, low)
            return alike[min(max(0, number), len(alike) - 1)]
        at = self.letters.rfind(text, low, high) if high > low else self.letters.find(text, low)
        return at if at >= 0 else self.letters.find(text)

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
    found = [page.only_place_of(text) for text in letters]
    low = 0
    for number, text in enumerate(letters):
        if found[number] < 0:
            found[number] = page.place_of(text, low, next((at for at in found[number:] if at >= 0), -1))
        low = found[number] + len(text) if found[number] >= 0 else low
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
        places = known.get(letters[start : start + _KEY]) or known.get(word)
        if not places:
            continue
        at = places[min(bisect_left(places, cursor), len(places) - 1)]
        length = _shared(letters, start, page.letters, at)
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
