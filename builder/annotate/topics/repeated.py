"""Words that several articles repeat: what a site prints under every article is no subject that articles share."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.annotate.span import ArticleText

_RUN = 8
"""Words in a row that another article has too; shorter runs are common speech."""
_COPIED = 0.5
"""Share of its words in such runs from which on an article is a copy of others, not one with extras."""

_WORD = re.compile(r"\w+")


def without_repeated(articles: Sequence[ArticleText]) -> list[ArticleText]:
    """Return the articles with blanks for the words that an earlier one has too; copies are left as they are."""
    seen: set[tuple[str, ...]] = set()
    kept: list[ArticleText] = []
    for article in articles:
        words = list(_WORD.finditer(article.text))
        forms = [word[0].casefold() for word in words]
        runs = [tuple(forms[at : at + _RUN]) for at in range(len(forms) - _RUN + 1)]
        repeated = list(_covered([run in seen for run in runs]))
        seen.update(runs)
        copied = sum(last - first for first, last in repeated) > _COPIED * len(words)
        places = [] if copied else [(words[first].start(), words[last - 1].end()) for first, last in repeated]
        kept.append(_blanked(article, places))
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
