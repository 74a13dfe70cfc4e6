"""Which stretches of a text stand in another one too, word for word."""

import re
from typing import Final

RUN: Final = 4
"""Words. Shorter runs are common speech."""

_WORD: Final = re.compile(r"\w+")


def same_words(text: str, other: str) -> list[tuple[int, int]]:
    """Return where runs of a text's words stand in the other too, in whatever case: offsets, in order."""
    theirs = [word.casefold() for word in _WORD.findall(other)]
    run = min(RUN, len(theirs)) or 1
    known = {tuple(theirs[at : at + run]) for at in range(len(theirs) - run + 1)}
    found = list(_WORD.finditer(text))
    words = [one[0].casefold() for one in found]
    stretches: list[tuple[int, int]] = []
    for at in range(len(words) - run + 1):
        if tuple(words[at : at + run]) in known:
            start, end = found[at].start(), found[at + run - 1].end()
            if stretches and start <= stretches[-1][1]:
                start = stretches.pop()[0]
            stretches.append((start, end))
    return stretches
