"""The words of an article, read once for all that is told by them."""

from dataclasses import dataclass
from itertools import chain

from builder.briefing.stories import Words, words_of
from builder.briefing.wording import runs_in_parts
from builder.content.article import ArticleFile


@dataclass(frozen=True, slots=True)
class Worded:
    """What the words of an article tell."""

    text: str
    """Its passages' text, one a line."""
    counts: tuple[int, ...]
    """How many words each of its passages has."""
    runs: frozenset[int]
    """By which the article is known again, as of :func:`builder.briefing.wording.runs_in`."""
    of_passages: tuple[frozenset[int], ...]
    """The same of each of its passages."""
    words: Words
    """Which tell its story."""


def read_words(file: ArticleFile) -> Worded:
    """Return what the words of an article's file tell."""
    passages = [passage.text.split() for passage in file.body.passages]
    runs, of_passages = runs_in_parts(passages)
    words = words_of(file.front.title, chain.from_iterable(passages))
    return Worded(file.body.text, tuple(map(len, passages)), runs, of_passages, words)
