"""What is right among the spans found and the spans that should be: one function for each measure.

Precision is over spans found, recall over spans of the set, both over all articles together.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from builder.annotate.span import NAMES, STATEMENTS, Label, Span
from builder.urls import slugify
from tests.scores.annotate.gold import Annotated

_ARTICLE = re.compile(r"(?:a|an|the) ", re.IGNORECASE)
_APPROXIMATE = re.compile(r"[~?%]")
_WEEKS = re.compile(r"P(\d+)W")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the spans of one measure fared in one article: each with whether it is right."""

    found: tuple[tuple[Span, bool], ...]
    gold: tuple[tuple[Span, bool], ...]


Measure = Callable[[Annotated], Outcome]
Same = Callable[[Span, Span], bool]


def _labelled(spans: Sequence[Span], *labels: Label) -> list[Span]:
    return [span for span in spans if span.label in labels]


def _compare(found: Sequence[Span], gold: Sequence[Span], same: Same) -> Outcome:
    """Pair spans one to one, each found span with the first of the set's that it is the same as."""
    partners: dict[int, int] = {}
    for place, span in enumerate(found):
        free = (other for other in range(len(gold)) if other not in partners.values())
        match = next((other for other in free if same(span, gold[other])), None)
        if match is not None:
            partners[place] = match
    right = set(partners.values())
    return Outcome(
        tuple((span, place in partners) for place, span in enumerate(found)),
        tuple((span, place in right) for place, span in enumerate(gold)),
    )


def _exact(found: Span, gold: Span) -> bool:
    return (found.start, found.end, found.label) == (gold.start, gold.end, gold.label)


def _overlap(found: Span, gold: Span) -> bool:
    return found.start < gold.end and gold.start < found.end


def _half(found: Span, gold: Span) -> bool:
    """Say whether at least half of the shorter is shared."""
    shared = min(found.end, gold.end) - max(found.start, gold.start)
    return 2 * shared >= min(found.end - found.start, gold.end - gold.start)


def _value(span: Span) -> str:
    plain = _APPROXIMATE.sub("", span.value("value"))
    return _WEEKS.sub(lambda match: f"P{int(match[1]) * 7}D", plain)


def _same_value(found: Span, gold: Span) -> bool:
    return _overlap(found, gold) and _value(found) == _value(gold)


def _same_quantity(found: Span, gold: Span) -> bool:
    return _overlap(found, gold) and all(found.value(key) == gold.value(key) for key in ("value", "unit"))


def _plain(label: Label, same: Same) -> Measure:
    return lambda article: _compare(_labelled(article.found, label), _labelled(article.gold, label), same)


def _refs(article: Annotated) -> Outcome:
    """Measure the entities of the names that are right."""

    def ref(span: Span) -> str:
        return span.value("ref") or slugify(article.text[span.start : span.end])

    names = _labelled(article.gold, *NAMES)
    both = [(found, gold) for found in _labelled(article.found, *NAMES) for gold in names if _exact(found, gold)]
    return Outcome(
        tuple((found, ref(found) == ref(gold)) for found, gold in both),
        tuple((gold, ref(found) == ref(gold)) for found, gold in both),
    )


def _speaker(span: Span, spans: Sequence[Span]) -> str:
    """Return who speaks: a quotation without a speaker has that of the statement around it."""
    around = [other for other in _labelled(spans, *STATEMENTS) if other.start <= span.start and span.end <= other.end]
    return next((other.value("by") for other in (span, *reversed(around)) if other.value("by")), "")


def _statements(label: Label, same: Callable[[Annotated, Span, Span], bool]) -> Measure:
    """Measure one kind of statement; what is marked as the other kind is found all the same."""

    def measure(article: Annotated) -> Outcome:
        found, gold = _labelled(article.found, *STATEMENTS), _labelled(article.gold, *STATEMENTS)
        kinds = (Label.QUOTE,) if label is Label.QUOTE else tuple(STATEMENTS)
        others, wanted = _labelled(article.found, *kinds), _labelled(article.gold, *kinds)
        return Outcome(
            tuple((span, any(same(article, span, each) for each in wanted)) for span in found if span.label is label),
            tuple((span, any(same(article, each, span) for each in others)) for span in gold if span.label is label),
        )

    return measure


def _content(_article: Annotated, found: Span, gold: Span) -> bool:
    return _half(found, gold)


def _content_and_speaker(article: Annotated, found: Span, gold: Span) -> bool:
    if not _half(found, gold):
        return False
    said, wanted = _speaker(found, article.found), _speaker(gold, article.gold)
    if said == wanted or slugify(_ARTICLE.sub("", said)) == slugify(_ARTICLE.sub("", wanted)):
        return True
    entities = {slugify(article.text[span.start : span.end]) for span in _labelled(article.gold, *NAMES)}
    ours, theirs = set(said.casefold().split()), set(wanted.casefold().split())
    return wanted not in entities and bool(ours) and (ours <= theirs or theirs <= ours)


def _stance(article: Annotated) -> Outcome:
    """Measure the stance of the claims whose content is right."""
    both = [
        (found, gold)
        for found in _labelled(article.found, Label.CLAIM)
        for gold in _labelled(article.gold, Label.CLAIM)
        if _half(found, gold)
    ]
    return Outcome(
        tuple((found, found.value("stance") == gold.value("stance")) for found, gold in both),
        tuple((gold, found.value("stance") == gold.value("stance")) for found, gold in both),
    )


MEASURES: dict[str, Measure] = {
    "people": _plain(Label.PERSON, _exact),
    "organisations": _plain(Label.ORG, _exact),
    "places": _plain(Label.PLACE, _exact),
    "entities of names": _refs,
    "dates": _plain(Label.DATE, _overlap),
    "dates with value": _plain(Label.DATE, _same_value),
    "durations with value": _plain(Label.DURATION, _same_value),
    "quantities": _plain(Label.QUANTITY, _overlap),
    "quantities with value": _plain(Label.QUANTITY, _same_quantity),
    "quotations": _statements(Label.QUOTE, _content),
    "quotations with speaker": _statements(Label.QUOTE, _content_and_speaker),
    "claims": _statements(Label.CLAIM, _content),
    "claims with speaker": _statements(Label.CLAIM, _content_and_speaker),
    "stances of claims": _stance,
    "events": _plain(Label.EVENT, _half),
}
"""The measures in the order they are shown."""


@dataclass(frozen=True, slots=True)
class Score:
    """What share is right, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1)


def score(measure: Measure, articles: Sequence[Annotated]) -> Score:
    outcomes = [measure(article) for article in articles]
    found = [right for outcome in outcomes for _, right in outcome.found]
    gold = [right for outcome in outcomes for _, right in outcome.gold]
    return Score(sum(found) / (len(found) or 1), sum(gold) / (len(gold) or 1))


def mistakes(measure: Measure, articles: Sequence[Annotated]) -> Iterator[str]:
    """Yield a line for each span that is wrong or missing."""
    for article in articles:
        outcome = measure(article)
        for sign, spans in (("+", outcome.found), ("-", outcome.gold)):
            for span, right in spans:
                if not right:
                    values = " ".join(f"{key}={value}" for key, value in span.values)
                    yield f"{sign} {article.name}: “{article.text[span.start : span.end]}” {values}"
