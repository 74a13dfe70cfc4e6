"""The chronology: events of all articles, one entry for one happening, in order of date and weighed."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from builder import edtf
from builder.annotate.span import NAMES, Label, Span
from builder.briefing.articles import UNKNOWN
from builder.briefing.model import Article, EntityKind, Event, Passage, Telling
from builder.urls import Slug, slugify

BACKGROUND_DAYS = 730
"""An event that ended this long before the first article was published is background to the story."""
LIKENESS = 0.34
"""Share of the shorter sentence's telling words that both have, from which on two tellings are one happening."""
_TELLING_WORD = re.compile(r"[^\W\d_]{4,}")
_FUTURE = re.compile(r"\b(?:will|to be held|scheduled|planned|plans to|due to|set to|expected to)\b")


@dataclass(slots=True)
class _Happening:
    """An event while its tellings are gathered."""

    date: str
    words: frozenset[str]
    tellings: list[tuple[Telling, Article, Passage, Span]] = field(default_factory=list)


def assemble_events(articles: Sequence[Article], kinds: Mapping[Label, EntityKind]) -> tuple[Event, ...]:
    """Return the events in chronological order (first day, then last day, undated last).

    Tellings are one event where their dates are equal, their sentences share words and they name an entity in
    common. The weight counts independent voices, mentions of the date anywhere, and nearness to an article's top.
    """
    happenings: dict[str, list[_Happening]] = {}
    for article in articles:
        for passage in article.passages:
            for span in passage.spans:
                if span.label is Label.EVENT:
                    _gather(happenings, article, passage, span)
    mentions = Counter(value for article in articles for value in _dates_named(article))
    start = _story_start(articles)
    events = [_event(item, mentions, start, kinds) for group in happenings.values() for item in group]
    return tuple(sorted(events, key=lambda event: (edtf.sort_key(edtf.parse(event.date)), -event.weight, event.id)))


def _gather(happenings: dict[str, list[_Happening]], article: Article, passage: Passage, span: Span) -> None:
    text = passage.text[span.start : span.end]
    value, words = _date(passage, span)
    telling = Telling(passage.citation, text, words, article.publisher, article.agency)
    found = frozenset(word.casefold() for word in _TELLING_WORD.findall(text))
    same = happenings.setdefault(value, [])
    names = _names(passage, span)
    happening = next((item for item in same if value != UNKNOWN and _alike(item, found, names)), None)
    if happening is None:
        happening = _Happening(value, found)
        same.append(happening)
    happening.tellings.append((telling, article, passage, span))


def _alike(happening: _Happening, words: frozenset[str], names: frozenset[str]) -> bool:
    if len(happening.words & words) < LIKENESS * max(1, min(len(happening.words), len(words))):
        return False
    return any(names & _names(passage, span) for _, _, passage, span in happening.tellings)


def inside(passage: Passage, span: Span, *labels: Label) -> list[Span]:
    """Return the spans of some labels that lie inside another one of the same passage."""
    return [
        part for part in passage.spans if part.label in labels and span.start <= part.start and part.end <= span.end
    ]


def name_of(passage: Passage, span: Span) -> Slug:
    """Return the slug a name's span refers to: its ``ref``, else the slug of its words."""
    return Slug(span.value("ref") or slugify(passage.text[span.start : span.end]))


def _names(passage: Passage, span: Span) -> frozenset[str]:
    return frozenset(name_of(passage, name) for name in inside(passage, span, *NAMES))


def _date(passage: Passage, span: Span) -> tuple[str, str]:
    """Return an event's date and the words it was read from."""
    dates = [part for part in inside(passage, span, Label.DATE) if part.value("value")]
    value = span.value("date")
    source = next((part for part in dates if not value or part.value("value") == value), None)
    words = passage.text[source.start : source.end] if source else ""
    return value or (source.value("value") if source else UNKNOWN), words


def _dates_named(article: Article) -> list[str]:
    return [span.value("value") for passage in article.passages for span in passage.spans if span.label is Label.DATE]


def _story_start(articles: Sequence[Article]) -> date | None:
    days = [parsed.first for article in articles if (parsed := edtf.parse(article.published)) and parsed.first]
    return min(days, default=None)


def _event(
    happening: _Happening, mentions: Counter[str], start: date | None, kinds: Mapping[Label, EntityKind]
) -> Event:
    leading = max(happening.tellings, key=lambda item: (len(_names(item[2], item[3])), -item[0].citation.paragraph))
    people: dict[EntityKind, dict[Slug, None]] = {kind: {} for kind in kinds.values()}
    for _, _, passage, span in happening.tellings:
        for name in inside(passage, span, *NAMES):
            people[kinds[name.label]].setdefault(name_of(passage, name))
    voices = len({article.voice for _, article, _, _ in happening.tellings})
    parsed = edtf.parse(happening.date)
    first = happening.tellings[0]
    background = bool(start and parsed and parsed.last and parsed.last < start - timedelta(days=BACKGROUND_DAYS))
    return Event(
        id=f"{first[1].slug}-{first[2].citation.paragraph}-{first[3].start}",
        date=happening.date,
        text=leading[0].text,
        weight=_weight(happening, voices, mentions),
        status=_status(happening, parsed),
        background=background,
        people=tuple(people[EntityKind.PERSON]),
        organisations=tuple(people[EntityKind.ORGANISATION]),
        places=tuple(people[EntityKind.PLACE]),
        topics=tuple(dict.fromkeys(topic for _, _, passage, _ in happening.tellings for topic in passage.topics)),
        tellings=tuple(telling for telling, _, _, _ in happening.tellings),
        voices=voices,
        review=first[3].value("review") or first[1].review,
    )


def _weight(happening: _Happening, voices: int, mentions: Counter[str]) -> float:
    """Return 0 to 1: half for independent voices, three tenths for mentions of the date, two tenths for place."""
    told = 1 - 1 / (1 + voices)
    named = 1 - 1 / (1 + math.log1p(mentions[happening.date])) if happening.date != UNKNOWN else 0.0
    place = 1 / min(telling.citation.paragraph for telling, _, _, _ in happening.tellings)
    return round(0.5 * told + 0.3 * named + 0.2 * place, 4)


def _status(happening: _Happening, parsed: edtf.Edtf | None) -> str:
    """Return ``planned`` where every telling speaks of what is to come, else ``past``."""
    return (
        "planned" if all(_ahead(parsed, article, telling) for telling, article, _, _ in happening.tellings) else "past"
    )


def _ahead(parsed: edtf.Edtf | None, article: Article, telling: Telling) -> bool:
    """Return whether a telling speaks of what is to come: by the dates where both are known, else by its words."""
    published = edtf.parse(article.published)
    if parsed and parsed.first and published and published.last:
        return parsed.first > published.last
    return bool(_FUTURE.search(telling.text))
