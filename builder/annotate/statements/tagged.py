"""Quotes in languages without rules of their own: those with a verb of saying and a speaker right beside them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from builder.annotate import wordlists
from builder.annotate.span import ArticleText, Label, Span
from builder.annotate.statements.quotations import Quotation, find_quotations
from builder.annotate.statements.speakers import reference

_LONG = 5
"""Words: a quotation of so many is somebody's words even where the text does not say whose."""
_MOST_WORDS = 6
"""Words of a speaker without a name."""
_REACH = 120
"""Characters beside a quotation in which its speaker is looked for."""
_SECTIONS = ("saying", "pronouns", "articles", "end the speaker", "of")
_TAG = re.compile(r"[ ]?[,–—-]?[ ](?P<verb>[^\W\d_]+)[ ]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LIMIT = re.compile(r"[,.;:!?()„“”\"»«\n–—]")


@dataclass(frozen=True, slots=True)
class _Speech:
    """How a language reports speech; all words in small letters."""

    saying: frozenset[str]
    """Forms of verbs."""
    pronouns: frozenset[str]
    articles: frozenset[str]
    """Words that a description begins with."""
    enders: frozenset[str]
    """Words behind a speaker that no longer belong to it."""
    belonging: frozenset[str]
    """Words between a description and the name it belongs to: *of*."""


class _Said(NamedTuple):
    """Who says a quotation, and how that is told."""

    by: str
    verb: str
    rule: str


_NOBODY = _Said("", "", "nobody named")


@cache
def _speech(language: str) -> _Speech:
    known = wordlists.of_language(language, "speech")
    return _Speech(*(frozenset(known.get(name, ())) for name in _SECTIONS))


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is known of an article while its quotations are read."""

    text: str
    names: Sequence[Span]
    """In order of place."""
    sentence_starts: Sequence[int]
    words: _Speech

    def said(self, quotation: Quotation, begin: int, end: int) -> _Said:
        """Return who says a quotation, told between the quotations before and behind: from ``begin`` to ``end``."""
        return self._behind(quotation, end) or self._before(quotation, begin) or _NOBODY

    def _behind(self, quotation: Quotation, end: int) -> _Said | None:
        """Read a verb and its subject behind a quotation."""
        tag = _TAG.match(self.text, quotation.outer_end, end)
        if tag is None or tag["verb"].lower() not in self.words.saying:
            return None
        by = self._speaker(tag.end(), min(end, tag.end() + _REACH))
        return _Said(by, tag["verb"], "verb behind the quotation") if by else None

    def _before(self, quotation: Quotation, begin: int) -> _Said | None:
        """Read a subject and its verb, or a name alone, before a colon before a quotation."""
        stop = len(self.text[begin : quotation.outer_start].rstrip()) + begin - 1
        if stop <= begin or self.text[stop] != ":":
            return None
        opening = bisect_right(self.sentence_starts, quotation.outer_start) - 1
        first = max(begin, stop - _REACH, self.sentence_starts[opening] if opening >= 0 else 0)
        for word in _WORD.finditer(self.text, first, stop):
            if word[0].lower() in self.words.saying:
                by = self._subject(first, word.start()) or self._speaker(word.end() + 1, stop)
                return _Said(by, word[0], "verb before the quotation") if by else None
        name = self._name(first, stop)
        alone = name is not None and not self.text[name.end : stop].strip()
        return _Said(reference(name, self.text), "", "behind a colon") if name and alone else None

    def _subject(self, first: int, last: int) -> str:
        """Return the last name before a verb, unless what is described only belongs to it."""
        inside = [name for name in self._names(first, last) if name.label is not Label.PLACE]
        return reference(inside[-1], self.text) if inside and not self._belongs(first, inside[-1].start) else ""

    def _speaker(self, first: int, last: int) -> str:
        """Return the speaker behind a verb: a name, a pronoun, or the words up to the next that can't belong to it."""
        limit = _LIMIT.search(self.text, first, last)
        last = limit.start() if limit else last
        words: list[re.Match[str]] = []
        for word in _WORD.finditer(self.text, first, last):
            closes = word[0].lower() in self.words.enders and (words or word[0].lower() not in self.words.articles)
            if closes or (words and words[0][0].lower() in self.words.pronouns):
                break
            words.append(word)
        if not words:
            return ""
        name = self._name(words[0].start(), words[-1].end())
        if name is not None and not self._belongs(words[0].start(), name.start):
            return reference(name, self.text)
        return self.text[words[0].start() : words[-1].end()] if len(words) <= _MOST_WORDS else ""

    def _belongs(self, first: int, name: int) -> bool:
        """Say whether a word between the first and a name says that what stands before it only belongs to the name."""
        words = _WORD.findall(self.text, max(first, self.text.rfind(",", first, name)), name)
        return any(word.lower() in self.words.belonging for word in words[1:])

    def _names(self, first: int, last: int) -> Sequence[Span]:
        """Return the names between two offsets."""
        low = bisect_left(self.names, first, key=_start)
        high = bisect_left(self.names, last, key=_start)
        return [name for name in self.names[low:high] if name.end <= last]

    def _name(self, first: int, last: int) -> Span | None:
        """Return the first name of a person or organisation between two offsets."""
        return next((name for name in self._names(first, last) if name.label is not Label.PLACE), None)


def find_quotes(article: ArticleText, names: Sequence[Span]) -> tuple[Span, ...]:
    """Return the quotes of an article in order, each with its speaker where a verb of saying stands beside it.

    ``names`` are the spans of people, organisations and places. Nothing is found in a language whose folder has no
    list of how it reports speech. Linear in the length of the article.
    """
    words = _speech(article.language)
    if not words.saying:
        return ()
    ordered = sorted(names, key=_start)
    reader = _Reader(article.text, ordered, [start for start, _ in article.sentences], words)
    return tuple(_quotes(reader, find_quotations(article.text)))


def _quotes(reader: _Reader, quotations: Sequence[Quotation]) -> Iterator[Span]:
    """Yield the quotations that are somebody's words."""
    begin, last = 0, ""
    behind = [*(quotation.outer_start for quotation in quotations[1:]), len(reader.text)]
    for quotation, following in zip(quotations, behind, strict=False):
        line = reader.text.rfind("\n", begin, quotation.outer_start) + 1
        if line and not quotation.continues:
            last = ""
        said = reader.said(quotation, max(begin, line), following)
        if said is _NOBODY and last:
            said = _Said(last, "", "goes on")
        last = said.by
        begin = quotation.outer_end
        if said.verb or len(reader.text[quotation.start : quotation.end].split()) >= _LONG:
            values = tuple((key, value) for key, value in (("by", said.by), ("verb", said.verb)) if value)
            yield Span(quotation.start, quotation.end, Label.QUOTE, values, said.rule)


def _start(span: Span) -> int:
    return span.start
