"""A sentence as the rules for events read it: its own words, its dates and who is named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder import edtf
from builder.annotate import wordlists
from builder.annotate.span import NAMES, ArticleText, Label, Span
from builder.edtf import Precision

_LOOSE = frozenset(wordlists.of_language(wordlists.ENGLISH, "events")["loose"])
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FINE = (Precision.DAY, Precision.UNKNOWN_YEAR, Precision.MONTH, Precision.INTERVAL)
"""The precisions that place an event by themselves, the finest first."""

_CLAUSE = re.compile(r", (?:who|which|whose|where) (?:[^,;]|,(?=\d))*\Z")
"""Before a date: the relative clause it stands in."""
_UNCERTAIN = frozenset({"denies", "doubts", "unknown"})
"""Stances of claims that tell of nothing that happened."""
_NOUN_BEHIND = re.compile(r" ([a-z]+)\b")
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their", "s"})
_NO_NOUNS = frozenset(
    (*wordlists.of_language(wordlists.ENGLISH, "grammar")["auxiliaries"], "and", "or", "to", "when", "after")
)
_LOOK_BACK = 20
"""Characters before a date in which the word before it stands."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with what was found in it."""

    start: int
    end: int
    own: str
    """Its words outside quotation marks and dates in lower case, one space around each."""
    told: str
    """The same without the words of reported claims."""
    dates: tuple[Span, ...]
    """Its dates outside quotation marks, the one that most likely dates the sentence first."""
    fine: bool
    """Whether that date is a day or month, known or not, or an interval."""
    ahead: bool
    """Whether that date begins after the day of publication."""
    in_year: bool
    """Whether that date is a year behind "in"."""
    loose: bool
    """Whether that date only bounds or names what the sentence tells, or stands in a claim."""
    naming: bool
    """Whether that date only says which thing is meant: "the May 5 attack"."""
    first_value: Span | None
    """The first date with a value, which dates an event unless it says otherwise."""
    names: int
    """How many names stand outside quotation marks."""
    reporting: frozenset[str]
    """The verbs that report claims, in lower case."""
    question: bool


def readings(article: ArticleText, spans: Sequence[Span]) -> Iterator[Reading]:
    """Yield each sentence of an article with what the spans say about it."""
    text = article.text
    quoted = _mask(text, spans, Label.QUOTE)
    claims = [span for span in spans if span.label is Label.CLAIM]
    claimed = _mask(text, claims, Label.CLAIM)
    doubted = _mask(text, [span for span in claims if span.value("stance") in _UNCERTAIN], Label.CLAIM)
    dated = _mask(text, spans, Label.DATE)
    marked = sorted((span for span in spans if span.label is Label.DATE or span.label in NAMES), key=_start)
    cursor = 0
    for start, end in article.sentences:
        inside: list[Span] = []
        while cursor < len(marked) and marked[cursor].start < end:
            if marked[cursor].start >= start:
                inside.append(marked[cursor])
            cursor += 1
        dates = [span for span in inside if span.label is Label.DATE]
        told = [span for span in dates if not quoted[span.start] and not doubted[span.start]]
        own = [span for span in told if not _is_aside(article, span, start)]
        ranked = sorted(own, key=lambda span: _rank(article, span, claimed))
        words = [
            match
            for match in _WORD.finditer(text, start, end)
            if not quoted[match.start()] and not dated[match.start()]
        ]
        yield Reading(
            start,
            end,
            _joined(match[0] for match in words),
            _joined(match[0] for match in words if not claimed[match.start()]),
            tuple(ranked),
            bool(ranked) and _fineness(article, ranked[0]) < len(_FINE),
            bool(ranked) and _is_ahead(article, ranked[0]),
            bool(ranked) and _is_year(ranked[0]) and _word_before(text, ranked[0]) == "in",
            bool(ranked) and any(_rank(article, ranked[0], claimed)[:3]),
            bool(ranked) and _is_naming(text, ranked[0]),
            next((span for span in dates if span.value("value")), None),
            sum(span.label in NAMES and not quoted[span.start] for span in inside),
            frozenset(claim.value("verb").lower() for claim in claims if start <= claim.start < end),
            text[start:end].rstrip("\"'”’)").endswith("?"),
        )


def _start(span: Span) -> int:
    return span.start


def _mask(text: str, spans: Sequence[Span], label: Label) -> bytearray:
    """Return for each character of the text whether it lies in a span of this label."""
    mask = bytearray(len(text))
    for span in spans:
        if span.label is label:
            mask[span.start : span.end] = b"\1" * (span.end - span.start)
    return mask


def _joined(words: Iterator[str]) -> str:
    """Return words in lower case with a space around each."""
    return f" {' '.join(words).lower().replace('’', chr(39))} "


def _rank(article: ArticleText, span: Span, claimed: bytearray) -> tuple[bool, bool, bool, int, int]:
    """Return the sort key of a date: what tells before what claims, names or bounds, the finer first, then in order."""
    loose = _word_before(article.text, span) in _LOOSE
    naming = _is_naming(article.text, span)
    return bool(claimed[span.start]), naming, loose, _fineness(article, span), span.start


def _is_naming(text: str, span: Span) -> bool:
    """Say whether a date between a determiner and a noun only says which one is meant: "the May 5 attack"."""
    noun = _NOUN_BEHIND.match(text, span.end)
    return noun is not None and noun[1] not in _NO_NOUNS and _word_before(text, span) in _DETERMINERS


def _word_before(text: str, span: Span) -> str:
    """Return the word before a span in lower case, or the empty string."""
    words = _WORD.findall(text[max(0, span.start - _LOOK_BACK) : span.start])
    return words[-1].lower() if words else ""


def _is_aside(article: ArticleText, span: Span, start: int) -> bool:
    """Say whether a date that is no day stands in a relative clause of the sentence that begins at ``start``."""
    return _fineness(article, span) > 0 and _CLAUSE.search(article.text, start, span.start) is not None


def _is_ahead(article: ArticleText, span: Span) -> bool:
    """Say whether a date begins after the day of publication."""
    known, published = edtf.parse(span.value("value")), edtf.parse(article.published)
    first, last = known and known.first, published and published.last
    return bool(first and last and first > last)


def _is_year(span: Span) -> bool:
    """Say whether a date is a year."""
    known = edtf.parse(span.value("value"))
    return known is not None and known.precision is Precision.YEAR


def _fineness(article: ArticleText, span: Span) -> int:
    """Return how exactly a date names a time, 0 for a day.

    A date without a value is vague, unless all are for want of the day of publication.
    """
    known = edtf.parse(span.value("value"))
    if known is None:
        return 1 if article.published == "unknown" else len(_FINE)
    return _FINE.index(known.precision) if known.precision in _FINE else len(_FINE)
