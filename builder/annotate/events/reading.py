"""A sentence as the rules for events read it: its own words, its dates and who is named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.annotate.events.placing import (
    WORD,
    Place,
    dating,
    fineness,
    is_ahead,
    is_fine,
    is_loose,
    is_naming,
    is_possible,
    is_year_alone,
)
from builder.annotate.events.verbs import tells_past
from builder.annotate.span import NAMES, ArticleText, Label, Span
from builder.annotate.statements.complements import Shape

_UNCERTAIN = frozenset({"denies", "doubts", "unknown"})
"""Stances of claims that tell of nothing that happened."""
_PHRASES = frozenset({Shape.INFINITIVE, Shape.OBJECT_INFINITIVE, Shape.OBJECT, Shape.QUESTION})
"""Ways of reporting that tell no whole clause as what happened."""
_IN_PHRASE, _IN_CLAUSE = 1, 2
"""What a character that lies in a span is marked with."""


@dataclass(frozen=True, slots=True)
class Dating:
    """How the date that most likely dates a sentence stands in it; where there is none, none of it holds."""

    fine: bool = False
    """Whether it is a day or month, known or not, or an interval."""
    ahead: bool = False
    """Whether it begins after the day of publication."""
    in_year: bool = False
    """Whether it is a year behind "in"."""
    loose: bool = False
    """Whether it only bounds or names what the sentence tells, or stands in a claim."""
    naming: bool = False
    """Whether it only says which thing is meant: "the May 5 attack"."""
    possible: bool = False
    """Whether only what may be is told of it: "could arrive on Friday"."""
    present: bool = False
    """Whether it is no day and stands in a claim that is told in no past: "owes their February pay, he said"."""


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
    date: Dating
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
        reporting = frozenset(claim.value("verb").lower() for claim in claims if start <= claim.start < end)
        ranked = dating([_place(article, span, start, end, claimed) for span in told], reporting)
        words = [
            match for match in WORD.finditer(text, start, end) if not quoted[match.start()] and not dated[match.start()]
        ]
        yield Reading(
            start,
            end,
            _joined(match[0] for match in words),
            _joined(match[0] for match in words if not claimed[match.start()]),
            tuple(place.date for place in ranked),
            _dating(ranked[0]) if ranked else Dating(),
            next((span for span in dates if span.value("value")), None),
            sum(span.label in NAMES and not quoted[span.start] for span in inside),
            reporting,
            text[start:end].rstrip("\"'”’)").endswith("?"),
        )


def _place(article: ArticleText, date: Span, start: int, end: int, claimed: bytearray) -> Place:
    """Return where a date stands: in its sentence, or in the claim around it."""
    if not claimed[date.start]:
        return Place(article, date, start, start, end, claimed=False, clause=False)
    first = max(claimed.rfind(0, start, date.start) + 1, start)
    last = claimed.find(0, date.end, end)
    clause = claimed[date.start] == _IN_CLAUSE
    return Place(article, date, start, first, end if last < 0 else last, claimed=True, clause=clause)


def _dating(place: Place) -> Dating:
    return Dating(
        fine=is_fine(place),
        ahead=is_ahead(place),
        in_year=is_year_alone(place),
        loose=is_loose(place),
        naming=is_naming(place),
        possible=is_possible(place),
        present=_is_present(place),
    )


def _is_present(place: Place) -> bool:
    """Say whether a date that is no day stands in a claim without a verb in the past."""
    if not place.clause or fineness(place) == 0:
        return False
    words = (match[0].lower() for match in WORD.finditer(place.article.text, place.start, place.end))
    return not tells_past(words, able=True)


def _start(span: Span) -> int:
    return span.start


def _mask(text: str, spans: Sequence[Span], label: Label) -> bytearray:
    """Return for each character of the text whether it lies in a span of this label, and whether in a clause."""
    mask = bytearray(len(text))
    for span in spans:
        if span.label is label:
            kind = _IN_PHRASE if span.rule in _PHRASES else _IN_CLAUSE
            mask[span.start : span.end] = bytes((kind,)) * (span.end - span.start)
    return mask


def _joined(words: Iterator[str]) -> str:
    """Return words in lower case with a space around each."""
    return f" {' '.join(words).lower().replace('’', chr(39))} "
