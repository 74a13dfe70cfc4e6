"""Finds the calendar expressions and spans of time of an article, in the order of its text."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from builder.annotate import wordlists
from builder.annotate.dates import (
    absolute,
    durations,
    eras,
    holidays,
    mentioned,
    parts,
    relative,
    tense,
    weekdays,
    years,
)
from builder.annotate.dates.around import widen
from builder.annotate.dates.combine import combine
from builder.annotate.dates.expression import Dated, Expression, Found, Length, Rule
from builder.annotate.dates.forms import calendar, expressions
from builder.annotate.dates.frame import in_frame, share_year
from builder.annotate.dates.mentioned import Reported, TimeOfDay
from builder.annotate.dates.resolve import FAR, Pointed, resolve
from builder.annotate.dates.yearly import Yearly
from builder.annotate.span import ArticleText, Label, Span

RULES: tuple[Rule, ...] = (
    *absolute.RULES,
    *weekdays.RULES,
    *parts.RULES,
    *holidays.RULES,
    *years.RULES,
    *eras.RULES,
    *relative.RULES,
    *mentioned.RULES,
    *durations.RULES,
)
"""In order: of two expressions of one length that overlap, the earlier rule's stays."""

_WORD = re.compile(r"[a-z]+|[0-9]+")


def find_dates(article: ArticleText) -> tuple[Span, ...]:
    """Return the dates and durations of an article, in order of place.

    A date carries its ``value`` as EDTF and, where it was worked out, ``from`` (``published`` or ``text``); one
    that can't be worked out carries neither. A duration carries its ``value`` as ISO 8601, with ``X`` for a
    number that is not said.
    """
    of_sentence = _of_sentence if article.language == wordlists.ENGLISH else partial(_by_forms, article.language)
    found = [
        pointed
        for pointed in _in_paragraphs(article, of_sentence)
        if isinstance(pointed.found.meaning, Length) or not eras.is_before_our_era(article.text, pointed.found)
    ]
    dates = resolve(found, article.published)
    return tuple(
        _span(pointed.found, dated)
        for pointed, dated in zip(found, dates, strict=True)
        if dated or not _is_no_date_alone(pointed.found.meaning)
    )


def _in_paragraphs(
    article: ArticleText, of_sentence: Callable[[str, int, int], Iterator[Pointed]]
) -> Iterator[Pointed]:
    """Yield the expressions of an article with the numbers of their paragraphs.

    A time of day alone over what happened then is left out, and takes what follows far from what stands before it.
    """
    paragraph, last = 0, 0
    for start, end in article.sentences:
        paragraph += article.text.count("\n", last, start)
        last = start
        for pointed in of_sentence(article.text, start, end):
            if _is_heading(pointed.found, start, end):
                paragraph += FAR
            else:
                yield replace(pointed, paragraph=paragraph)


def _is_heading(found: Found, start: int, end: int) -> bool:
    """Say whether a time of day stands alone in its sentence."""
    return isinstance(found.meaning, TimeOfDay) and (found.start, found.end) == (start, end)


def _of_sentence(text: str, start: int, end: int) -> Iterator[Pointed]:
    """Yield the expressions of a sentence, in order of place."""
    words = {word if word.isalpha() else "#" * min(len(word), 4) for word in _WORD.findall(text[start:end].lower())}
    proposed = [
        Found(match.start(), match.end(), rule.name, meaning)
        for rule in RULES
        if not rule.triggers.isdisjoint(words)
        for match in rule.pattern.finditer(text, start, end)
        if (meaning := rule.read(match))
    ]
    if not proposed:
        return
    cues = tense.cues(text, start, end)
    begin = start
    for one in in_frame(text, start, share_year(text, combine(text, _longest(proposed)))):
        wide = one if isinstance(one.meaning, Length) else widen(text, begin, one)
        begin = wide.end
        yield Pointed(wide, tense.direction(text, cues, wide.start, wide.end))


def _by_forms(language: str, text: str, start: int, end: int) -> Iterator[Pointed]:
    """Yield the expressions of a sentence in another language than English, in order of place."""
    known = calendar(language)
    pointed = dict(expressions(known, text, start, end)) if known else {}
    return (Pointed(found, pointed[found]) for found in _longest(list(pointed)))


def _longest(proposed: list[Found]) -> list[Found]:
    """Return those that stay where they overlap, in order of place: the longer, then the earlier rule's."""
    kept: list[Found] = []
    for one in sorted(proposed, key=lambda found: found.start - found.end):
        at = bisect_left(kept, one.start, key=_start)
        if (at == 0 or kept[at - 1].end <= one.start) and (at == len(kept) or one.end <= kept[at].start):
            kept.insert(at, one)
    return kept


def _start(found: Found) -> int:
    return found.start


def _is_no_date_alone(meaning: Expression | Length) -> bool:
    """Say whether words mean a date only where one is known beside them: a half, a period, a time of day."""
    return isinstance(meaning, TimeOfDay | Reported) or (isinstance(meaning, Yearly) and meaning.needs_year)


def _span(found: Found, dated: Dated | None) -> Span:
    if isinstance(found.meaning, Length):
        value = found.meaning.value
        evidence = "the number is not said" if "X" in value else "stands in the text"
        return Span(found.start, found.end, Label.DURATION, (("value", value),), found.rule, evidence)
    if dated is None:
        evidence = "can't be worked out from what is known"
        return Span(found.start, found.end, Label.DATE, (), found.rule, evidence)
    values = [("value", dated.value)] + ([("from", dated.source)] if dated.source else [])
    return Span(found.start, found.end, Label.DATE, tuple(values), found.rule, dated.evidence)
