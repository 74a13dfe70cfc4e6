"""An article's words: where each begins and ends, what stands before it, and where sentences begin."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from builder.annotate.names.lists import Lists, lists
from builder.annotate.span import ArticleText

_APOSTROPHES = str.maketrans("’‘ʼ`", "''''")

_PATTERN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?=\W|$)"  # U.S.
    r"|[A-Z]\.(?=[ \-]?[A-Z])"  # J. in J. Smith
    r"|[^\W_]+(?:(?:['’&]|[-‐‑](?=[^\W_]))[^\W_]+)*(?:\.com\b)?"  # words, O'Brien, AT&T, Kim Jong-un
    r"|\S"
)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_HYPHENS = re.compile(r"[-‐‑]")
_DASHES = frozenset({"-", "–", "—", "--"})
_LONGEST_DATELINE = 12
"""Words and marks."""
_OPENERS = frozenset("\"'“‘«„•·*–—-([{:`")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of an article in columns: the same index means the same token in each."""

    known: Lists
    """The lists for the article's language."""
    words: tuple[str, ...]
    """As they stand, with straight apostrophes and without the possessive ending."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    """Where a word ends in the article's text, without the possessive ending."""
    possessive: frozenset[int]
    """The indexes of words that had a possessive ending."""
    initial: frozenset[int]
    """The indexes of words that open a sentence or a line, where a capital tells little."""
    parted: frozenset[int]
    """The indexes of words that a hyphen parts from the word before."""
    lines: tuple[int, ...]
    """The line that each token stands on, counted from 0."""
    shouted: frozenset[int]
    """The lines that are written in capitals."""
    titled: frozenset[int]
    """The lines that are written as headlines, where everyday words have capitals too."""

    def reads(self, first: int, last: int, words: tuple[str, ...]) -> bool:
        """Tell whether the words from ``first`` to behind ``last`` stand together and are these, also in capitals."""
        own = self.words[first:last]
        if own != words and own != tuple(word.upper() for word in words):
            return False
        inside = range(first + 1, last)
        return all(self.starts[i] - self.ends[i - 1] <= 1 and i - 1 not in self.possessive for i in inside)

    def at(self, offset: int) -> int:
        """Return the index of the first token that starts at an offset of the text or behind it."""
        return bisect_left(self.starts, offset)


def tokenize(article: ArticleText) -> Tokens:
    """Return an article's words; linear in the length of its text."""
    known = lists(article.language)
    closing = {end for _, end in article.sentences}
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    possessive: set[int] = set()
    parted: set[int] = set()
    for match in _PATTERN.finditer(article.text):
        start, end = match.span()
        word = match[0]
        if ends and start < ends[-1]:
            continue  # the stop of an abbreviation, which its word has already
        if len(word) == 1 and not word.isalnum():
            words.append(word)
            starts.append(start)
            ends.append(end)
            continue
        stopped = end + 1 not in closing and _has_stop(known, article.text, word, end)
        end += stopped
        parts = _parts(known, word) if len(word) > 3 and _HYPHENS.search(word) else ((0, word),)
        parted.update(range(len(words) + 1, len(words) + len(parts)))
        for offset, part in parts:
            bare = part.translate(_APOSTROPHES)
            owned = len(part) > 2 and _POSSESSIVE.search(part) is not None
            if owned:
                possessive.add(len(words))
                bare = bare[:-2]
            last = offset + len(part) == len(word)
            words.append(bare + "." if stopped and last else bare)
            starts.append(start + offset)
            ends.append(end if last and stopped else start + offset + len(part) - 2 * owned)
    return _with_lines(known, article, words, starts, ends, frozenset(possessive), frozenset(parted))


def _tells(known: Lists, before: str, after: str) -> bool:
    """Tell whether a small word behind a hyphen says something of a name: not in ``Ki-moon``, ``Co-ordination``."""
    if (before + after).lower() in known.words:
        return False
    syllables = len(before) < 6 and len(after) < 6 and before[1:].islower() and before.lower() not in known.words
    listed = before in known.countries or before in known.adjectives or before in known.large_cities
    return (len(after) > 3 or after in known.words) and (listed or not syllables)


def _has_stop(known: Lists, text: str, word: str, end: int) -> bool:
    """Tell whether the stop behind a word is that of an abbreviation such as ``Gen.``."""
    return text[end : end + 1] == "." and word in known.section("abbreviations")


def _parts(known: Lists, word: str) -> tuple[tuple[int, str], ...]:
    """Return the parts of a word with hyphens that are names of their own, with their offsets.

    ``Moscow-based`` is ``Moscow`` and ``based``, ``anti-Russian`` ``anti`` and ``Russian``,
    ``Russia-Ukraine`` two places; ``Jong-un``, ``Al-Qaeda`` and ``al-Assad`` stay whole.
    """
    pieces = _HYPHENS.split(word)
    if word in known.organisations or word in known.countries or word in known.teams:
        return ((0, word),)
    if not all(_divides(known, piece, rest) for piece, rest in pairwise(pieces)):
        return ((0, word),)
    offsets, position = [], 0
    for piece in pieces:
        offsets.append((position, piece))
        position += len(piece) + 1
    return tuple((offset, piece) for offset, piece in offsets if piece)


def _divides(known: Lists, before: str, after: str) -> bool:
    """Tell whether a hyphen parts two words rather than joining a name."""
    if before[:1].isupper() and after[:1].islower():
        return after in known.section("behind a hyphen") or _tells(known, before, after)
    if before[:1].islower() and after[:1].isupper():
        return before not in known.section("name particles")
    places = (known.countries, known.adjectives, known.organisations, known.large_cities, known.section("calendar"))
    return before[:1].isdigit() or all(any(part in names for names in places) for part in (before, after))


def _with_lines(
    known: Lists,
    article: ArticleText,
    words: list[str],
    starts: list[int],
    ends: list[int],
    possessive: frozenset[int],
    parted: frozenset[int],
) -> Tokens:
    """Return the tokens with their lines and with the words that open a sentence."""
    lines: list[int] = []
    line, break_at = 0, article.text.find("\n")
    for start in starts:
        while break_at != -1 and start > break_at:
            line, break_at = line + 1, article.text.find("\n", break_at + 1)
        lines.append(line)
    begins = {start for start, _ in article.sentences}
    initial: set[int] = set()
    opening = True
    for index, start in enumerate(starts):
        opening = opening or start in begins or index == 0 or lines[index] != lines[index - 1]
        if opening and words[index][0].isalnum():
            initial.add(index)
            opening = False
        elif words[index] in _DASHES:
            opening = opening or _ends_dateline(words, lines, index)
        elif words[index] in _OPENERS and words[index] not in "(['`":
            opening = True
    return Tokens(
        known,
        tuple(words),
        tuple(starts),
        tuple(ends),
        possessive,
        frozenset(initial),
        parted,
        tuple(lines),
        _shouted(words, lines),
        _titled(words, lines),
    )


def _ends_dateline(words: list[str], lines: list[int], dash: int) -> bool:
    """Tell whether a dash ends the dateline that its line begins with: ``OSLO, Norway (AP) —``."""
    first = dash
    while first and lines[first - 1] == lines[dash] and dash - first <= _LONGEST_DATELINE:
        first -= 1
    return 0 < dash - first <= _LONGEST_DATELINE and len(words[first]) > 2 and words[first].isupper()


def _shouted(words: list[str], lines: list[int]) -> frozenset[int]:
    """Return the lines whose words are in capitals, so that a capital tells nothing there."""
    upper: dict[int, int] = {}
    lower: dict[int, int] = {}
    for word, line in zip(words, lines, strict=True):
        if len(word) > 2 and word.isalpha():
            counts = upper if word.isupper() else lower
            counts[line] = counts.get(line, 0) + 1
    return frozenset(line for line, count in upper.items() if count > 2 * lower.get(line, 0))


def _titled(words: list[str], lines: list[int]) -> frozenset[int]:
    """Return the lines that end without a stop and in which most longer words have a capital."""
    upper: dict[int, int] = {}
    lower: dict[int, int] = {}
    last: dict[int, str] = {}
    for word, line in zip(words, lines, strict=True):
        last[line] = word
        if len(word) > 3 and word.isalpha():
            counts = lower if word.islower() else upper
            counts[line] = counts.get(line, 0) + 1
    return frozenset(
        line
        for line, count in upper.items()
        if count > 2 and count > 3 * lower.get(line, 0) and not last[line].endswith(".")
    )
