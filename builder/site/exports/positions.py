"""Where a paragraph stands in its seed: a search that does not mind how lines were broken."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SqueezedText:
    """A text and the same without its white space."""

    text: str
    squeezed: str
    offsets: tuple[int, ...]
    """Where each character of ``squeezed`` stands in ``text``."""

    def places(self, passage: str) -> tuple[int, ...]:
        """Return where each character of a passage stands in the text; empty where that is not certain.

        White space of the passage counts as standing where the character before it does. It is not certain where
        the passage stands nowhere or in two places.
        """
        wanted = "".join(passage.split())
        found = self.squeezed.find(wanted)
        if not wanted or found < 0 or self.squeezed.find(wanted, found + 1) >= 0:
            return ()
        return tuple(self._matched(passage, found))

    def _matched(self, passage: str, found: int) -> Iterator[int]:
        place = self.offsets[found]
        for character in passage:
            if not character.isspace():
                place = self.offsets[found]
                found += 1
            yield place


def squeeze(text: str) -> SqueezedText:
    """Prepare a text for searching."""
    offsets = tuple(offset for offset, character in enumerate(text) if not character.isspace())
    return SqueezedText(text, "".join(text.split()), offsets)
