"""Words that several articles repeat: what a site prints under every article is no subject that articles share."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from builder.annotate.span import ArticleText

_RUN = 8
"""Words in a row that another article has too; shorter runs are common speech."""
_COPIED = 0.5
"""Share of its words in such runs from which on an article is a copy of others, not one with extras."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Own:
    """An article without what others have too, and which report it is."""

    article: ArticleText
    """With blanks for the words that an earlier article has too; a copy is left as it is."""
    report: int
    """The number of the article that it copies, else its own, counted from 0."""


def without_repeated(articles: Sequence[ArticleText]) -> list[Own]:
    """Return what each article has of its own, in their order."""
    first_with: dict[tuple[str, ...], int] = {}
    kept: list[Own] = []
    for number, article in enumerate(articles):
        words = list(_WORD.finditer(article.text))
        forms = [word[0].casefold() for word in words]
        runs = [tuple(forms[at : at + _RUN]) for at in range(len(forms) - _RUN + 1)]
        known = [first_with.get(run) for run in runs]
        repeated = list(_covered([first is not None for first in known]))
        first_with.update({run: number for run, first in zip(runs, known, strict=True) if first is None})
        if sum(last - first for first, last in repeated) > _COPIED * len(words):
            sources = Counter(kept[first].report for first in known if first is not None)
            kept.append(Own(article, max(sources, key=lambda report: (sources[report], -report))))
        else:
            places = [(words[first].start(), words[last - 1].end()) for first, last in repeated]
            kept.append(Own(_blanked(article, places), number))
    return kept


def _covered(starts: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the first word and the one behind the last of each stretch of words that runs cover."""
    first = last = 0
    for at, starts_here in enumerate(starts):
        if starts_here:
            if at > last:
                if last:
                    yield first, last
                first = at
            last = at + _RUN
    if last:
        yield first, last


def _blanked(article: ArticleText, places: Sequence[tuple[int, int]]) -> ArticleText:
    """Return an article with blanks for some stretches, so that all else stands where it stood."""
    pieces: list[str] = []
    at = 0
    for start, end in places:
        pieces += article.text[at:start], " " * (end - start)
        at = end
    return replace(article, text="".join([*pieces, article.text[at:]]))
