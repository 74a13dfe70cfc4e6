"""Settles days of publication that one seed alone leaves open, with evidence from the whole briefing.

What was worked out says from what; a year that is no more than likely carries ``?``. No stage reads the clock: nothing
is later than ``as_of``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from builder.edtf import parse
from builder.ingest.dates import Day, days, exists, weekday_of
from builder.ingest.document import Document, Fact
from builder.ingest.given import EDITOR, GIVEN
from builder.ingest.likeness import Likeness
from builder.ingest.months import WEEKDAYS
from builder.problems import Problem, note, warning

_EARLIEST: Final = 1900
_LEAD: Final = 3
"""Blocks at the start of an article whose days are close to its publication."""
_REPORTED: Final = re.compile(
    r"\b(?:said|says|told|announced|reported|stated|warned|confirmed|declared|met|arrived|died|killed|added|signed|launched|visited|[a-z]{3,}ed)\b"
    r"[^.!?;]{0,50}\bon $"
)
"""What stands before the day on which something was said or done."""
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b(?!\s?(?:mm|km|kg|m|artillery|rounds|people|troops|soldiers|per|%))")
_ANY_WEEKDAY: Final = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_NEAR: Final = 45
"""Days within which similar articles of one story lie."""
_HINT: Final = "Give it as “published” in the article, or in the seed's front matter."


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the briefing as a whole tells about days."""

    as_of: str
    """No article is later than this day; empty where nothing tells."""
    dated: tuple[tuple[Document, date], ...]
    """Articles whose day is known without doubt."""
    likeness: Likeness


def settle_dates(documents: Sequence[Document], as_of: str) -> tuple[Document, ...]:
    """Return the documents with the days that could be worked out, and a problem for each that is only likely.

    :param as_of: the day up to which the articles were collected, as EDTF; empty to take the latest day in any seed
    """
    bound = _last(as_of) or latest_day(documents)
    known = [_by_own_words(_not_after(document, _last(as_of)), bound) for document in documents]
    dated = tuple((document, day) for document in known if (day := _day(document)) is not None)
    likeness = Likeness(tuple(document.text for document, _ in dated) if any(map(_is_open, known)) else ())
    evidence = Evidence(bound, dated, likeness)
    return tuple(_by_others(document, evidence) if _is_open(document) else document for document in known)


def latest_day(documents: Sequence[Document]) -> str:
    """Return the latest full day that stands in any seed, or the empty string."""
    return max((document.latest_day for document in documents), default="")


def _last(as_of: str) -> str:
    parsed = parse(as_of) if as_of else None
    return parsed.last.isoformat() if parsed is not None and parsed.last is not None else ""


def _day(document: Document) -> date | None:
    published = document.metadata.published
    if published is None or len(published.value) != len("2023-09-16") or published.value.startswith("X"):
        return None
    return date.fromisoformat(published.value) if parse(published.value) is not None else None


def _is_open(document: Document) -> bool:
    published = document.metadata.published
    return bool(document.blocks) and (published is None or published.value.startswith("XXXX"))


def _not_after(document: Document, as_of: str) -> Document:
    """Drop a day that a page claims and that lies behind the day up to which articles were collected."""
    published = document.metadata.published
    if not as_of or published is None or published.found in (GIVEN, EDITOR) or not "X" > published.value[:10] > as_of:
        return document
    message = f"the page says {published.value}, which is after {as_of}, the day the articles were collected"
    problem = warning(_path(document), "date-in-future", message, line=published.line, hint=_HINT)
    metadata = replace(document.metadata, published=None, published_open=message)
    return replace(document, metadata=metadata, problems=(*document.problems, problem))


def _by_own_words(document: Document, as_of: str) -> Document:
    """Settle the day by what the article itself says."""
    if not _is_open(document):
        return document
    fact = _from_weekday(document, as_of) or _from_years(document, as_of)
    return _with(document, fact) if fact else document


def _by_others(document: Document, evidence: Evidence) -> Document:
    """Settle the year by the most similar article."""
    fact = _from_similar(document, evidence)
    return _with(document, fact) if fact else document


def _with(document: Document, fact: Fact) -> Document:
    metadata = replace(document.metadata, published=fact)
    return replace(document, metadata=metadata, problems=(*document.problems, *_worked_out(document, fact)))


def _from_weekday(document: Document, as_of: str) -> Fact | None:
    """Take the latest year in which a day of the lead falls on the weekday named with it."""
    for text, day in _lead_days(document):
        if day.weekday is None:
            continue
        for year in _years_before(as_of):
            if exists(year, day.month, day.day) and weekday_of(year, day.month, day.day) == day.weekday:
                value = f"{year:04d}-{day.month:02d}-{day.day:02d}"
                if value <= as_of:
                    return Fact(value, "weekday in text", text[day.start : day.end + 1].strip(" ,;."))
    return None


def _lead_days(document: Document) -> Iterator[tuple[str, Day]]:
    """Yield the days without a year on which the lead says that something happened, and the dateline's."""
    published = document.metadata.published
    if published is not None:
        for day in days(published.evidence):
            yield published.evidence, day
    for block in document.blocks[:_LEAD]:
        for day in days(block.text):
            if (
                day.year is None
                and not day.numeric
                and _REPORTED.search(block.text[max(0, day.start - 90) : day.start])
            ):
                yield block.text, day


def _years_before(as_of: str) -> range:
    return range(int(as_of[:4]), _EARLIEST, -1) if as_of else range(0)


def _from_years(document: Document, as_of: str) -> Fact | None:
    """Take the only year that lies between the latest one the text names and the bound of the briefing."""
    published = document.metadata.published
    if published is None or not as_of:
        return None
    named = [int(year) for block in document.blocks for year in _YEAR.findall(block.text) if year <= as_of[:4]]
    if not named:
        return None
    fitting = [
        value
        for year in range(max(named), int(as_of[:4]) + 1)
        if (value := f"{year:04d}{published.value[4:]}") <= as_of
    ]
    if len(fitting) != 1:
        return None
    return Fact(f"{fitting[0]}?", f"{published.found}, years named in text", published.evidence, published.line)


def _from_similar(document: Document, evidence: Evidence) -> Fact | None:
    """Take the year that brings a day without one closest to the date of the most similar article."""
    published = document.metadata.published
    if published is None or not evidence.dated:
        return None
    nearest = evidence.likeness.nearest(document.text)
    if nearest is None:
        return None
    other, other_day = evidence.dated[nearest]
    month, day = int(published.value[5:7]), int(published.value[8:10])
    possible = [
        date(year, month, day) for year in range(other_day.year - 1, other_day.year + 2) if exists(year, month, day)
    ]
    fitting = [
        day
        for day in possible
        if (not evidence.as_of or day.isoformat() <= evidence.as_of) and _fits_weekdays(document, day)
    ]
    closest = min(fitting, key=lambda candidate: abs(candidate - other_day), default=None)
    if closest is None or abs(closest - other_day).days > _NEAR:
        return None
    shown = f"{published.evidence} / {other.seed}: {other_day.isoformat()}"
    return Fact(f"{closest.isoformat()}?", f"{published.found}, date of a similar article", shown, published.line)


def _fits_weekdays(document: Document, day: date) -> bool:
    """Tell whether a day is one of the weekdays that the article speaks of, or the day after one; true without any."""
    named = {WEEKDAYS[name.lower()] for name in _ANY_WEEKDAY.findall(document.text)}
    return not named or not named.isdisjoint({day.weekday(), (day.weekday() - 1) % 7})


def _worked_out(document: Document, fact: Fact) -> tuple[Problem, ...]:
    if not fact.value.endswith("?"):
        return ()
    message = f"the year was worked out: {fact.value} ({fact.found}: “{fact.evidence}”)"
    return (note(_path(document), "date-worked-out", message, line=fact.line, hint=_HINT),)


def _path(document: Document) -> str:
    return f"seeds/{document.seed}"
