"""Transcripts and interviews: paragraphs that open with who speaks and a colon."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from builder.annotate.span import ArticleText, Label, Span
from builder.annotate.statements.speakers import reference

_LABEL = re.compile(r"(?P<who>[^\W\d_][^:\n]{0,60}?)(?P<house> \([^)\n]{1,40}\))?: (?=\S)")
_BRACKETED = re.compile(r"[\[(][^\])]*[\])]")
_SENTENCE = re.compile(r"[.!?…][\"”’)]*\Z")
_FEWEST = 4
"""Paragraphs with a speaker from which on an article holds a transcript."""
_FEWEST_AGAIN = 2
"""Speakers who speak more than once; a list of people has each but once."""
_SHARE = 2
"""Of so many paragraphs between the first speaker and the last, one at least opens with a speaker."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """A paragraph that opens with a speaker."""

    paragraph: int
    """Its number, counted from 0."""
    who: str
    """The words for the speaker."""
    by: str
    """A reference to the person; empty where the words name nobody."""
    start: int
    """Where what is said begins in the text."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What people say in an article's transcript."""

    start: int
    """Where it begins in the text."""
    end: int
    quotes: tuple[Span, ...]
    """A quote a paragraph of who is named; "QUESTION" and a newspaper are not quoted."""


_NONE = Transcript(0, 0, ())


def find_transcript(article: ArticleText, names: Sequence[Span]) -> Transcript:
    """Return an article's transcript; an empty one where it has none.

    ``names`` are the spans of names, in order.
    """
    lines = _lines(article.text)
    people = {name.end: name for name in names if name.label is Label.PERSON}
    turns = [turn for number, line in enumerate(lines) if (turn := _turn(article.text, number, line, people))]
    turns = _named(turns, names, article.text)
    counts = Counter(turn.who for turn in turns)
    turns = [turn for turn in turns if turn.by or turn.who.isupper() or counts[turn.who] > 1]
    if not _is_transcript(turns):
        return _NONE
    first, last = turns[0].paragraph, turns[-1].paragraph
    return Transcript(lines[first][0], lines[last][1], tuple(_quotes(article.text, lines, turns)))


def _quotes(text: str, lines: Sequence[tuple[int, int]], turns: Sequence[_Turn]) -> Iterator[Span]:
    """Yield what is said in each paragraph of who is named."""
    by = {turn.paragraph: turn for turn in turns}
    speaker = ""
    for number in range(turns[0].paragraph, turns[-1].paragraph + 1):
        start, end = lines[number]
        if number in by:
            speaker, start = by[number].by, by[number].start
        words = text[start:end]
        if speaker and words and not _BRACKETED.fullmatch(words):
            yield Span(start, end, Label.QUOTE, (("by", speaker),), "transcript", text[lines[number][0] : start])


def _lines(text: str) -> list[tuple[int, int]]:
    """Return where each paragraph starts and ends."""
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _turn(text: str, number: int, line: tuple[int, int], people: dict[int, Span]) -> _Turn | None:
    """Return the speaker a paragraph opens with: words with capitals, somebody's name behind titles perhaps."""
    match = _LABEL.match(text, *line)
    if match is None or not _SENTENCE.search(text, match.end(), line[1]):
        return None
    name = people.get(match.end("who"))
    before = text[line[0] : name.start] if name else match["who"]
    if not all(word[0].isupper() for word in before.split()):
        return None
    return _Turn(number, match["who"], reference(name, text) if name else "", match.end())


def _named(turns: Sequence[_Turn], names: Sequence[Span], text: str) -> list[_Turn]:
    """Return turns with those in capitals given to whom the article names: ``BROOK`` to Ada Brook.

    Who is named in capitals alone, with more than one word, is referred to by these: ``ADA BROOK``.
    """
    bearers: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name in names:
        if name.label is Label.PERSON:
            bearers[text[name.start : name.end].split()[-1].upper()][reference(name, text)] = None
    for turn in turns:
        first, *more = turn.who.split()
        if not turn.by and more and turn.who.isupper() and "".join([first, *more]).isalpha():
            bearers.setdefault(more[-1], {turn.who: None})
    return [
        replace(turn, by=next(iter(found)))
        if not turn.by and len(found := bearers.get(turn.who.split()[-1], {})) == 1
        else turn
        for turn in turns
    ]


def _is_transcript(turns: Sequence[_Turn]) -> bool:
    """Tell a transcript from a list of people: some of them speak again, and most paragraphs are theirs."""
    if len(turns) < _FEWEST:
        return False
    again = sum(count > 1 for count in Counter(turn.by or turn.who for turn in turns).values())
    between = turns[-1].paragraph - turns[0].paragraph + 1
    return again >= _FEWEST_AGAIN and len(turns) * _SHARE >= between
