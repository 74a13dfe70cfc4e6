"""Titles before names: ``Gen.``, ``Prime Minister``, ``Deputy Assistant Secretary of State``."""

from collections.abc import Sequence

from builder.annotate.names.lists import Lists, section


def title_end(words: tuple[str, ...], known: Lists, index: int, last: int) -> int:
    """Return where the title that starts at an index ends, or the index."""
    titles, modifiers = known.section("titles"), known.section("title modifiers")
    end, found = index, index
    while end < last:
        word = _as_title(words, end, last)
        if word in titles:
            end += 1
            found = end
        elif word in modifiers:
            end += 1
        elif word == "of" and index < found == end and (tail := _title_tail(words, known, end)):
            found = end = end + tail
        else:
            break
    return found


def _as_title(words: tuple[str, ...], index: int, last: int) -> str:
    """Return a word without its stop, and in small letters where what follows is in capitals too: ``DR BROOK``."""
    word = words[index].rstrip(".")
    shouted = len(word) > 1 and word.isupper() and index + 1 < last and len(words[index + 1]) > 2
    return word.title() if shouted and words[index + 1].isupper() else word


def _title_tail(words: tuple[str, ...], known: Lists, index: int) -> int:
    """Return how many words of an office follow a title: two for ``of State``, three for ``of the Treasury``."""
    tails = known.section("title tails")
    return next((count for count in (2, 3, 4) if " ".join(words[index : index + count]) in tails), 0)


def title_tail_length(words: Sequence[str]) -> int:
    """Return how many words of an office stand behind the title at the end of these: two for ``Secretary of State``."""
    tails = section("title tails")
    return next((count for count in (2, 3, 4) if " ".join(words[-count:]) in tails), 0)
