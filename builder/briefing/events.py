"""The chronology: events of all articles, one entry for one happening, in order of date and weighed."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from builder import edtf
from builder.annotate.span import Label, Span
from builder.briefing.articles import UNKNOWN
from builder.briefing.days import single_day
from builder.briefing.happenings import Happening, Report, group_reports
from builder.briefing.key_days import date_weights, plain
from builder.briefing.likeness import stems_of
from builder.briefing.model import Article, EntityKind, Event, Passage, Telling
from builder.briefing.passages import inside, names_in
from builder.briefing.plans import is_ahead, plan_of
from builder.briefing.reviews import joint_state, state_of
from builder.edtf import Edtf
from builder.memo import Memo
from builder.urls import Slug

LEAD = 2
"""Passages at the top of an article. What happened there without a date is the article's own news."""
SHORTEST_BEFORE = timedelta(days=180)
"""What ended before the story's period, by more than the period lasts and by more than this, is background to it."""
OUTLIERS = 0.05
"""Share of the articles, the earliest, that may lie before the story's period."""
UNDATED = 0.3
"""Weight of an undated event, beside 1 for the best attested event of the weightiest date."""
FOLLOWING = 0.5
"""Weight of what else happened on a date, beside 1 for its best attested event."""
MOST_NAMES = 4
"""Names from which on a sentence names enough."""
LONGEST_HEADLINE = 300
"""Characters. A longer sentence stands for its event only where there is no shorter one."""


def assemble_events(
    articles: Sequence[Article],
    relevant: Sequence[float],
    kinds: Mapping[Label, EntityKind],
    memo: Memo,
) -> tuple[Event, ...]:
    """Return the events in chronological order (first day, then last day, undated last).

    An event weighs what its date weighs; half of that or less where another event of the date is better attested:
    by more independent voices, nearer to an article's top, with more names.
    """
    happenings = group_reports(
        [report for article in articles for report in memo.take((reports_in, article.slug), reports_in, article)]
    )
    weights = _weights(happenings, date_weights(articles, relevant, memo))
    background, newest = period(articles)
    events = [
        memo.take((event_of, _identifier(happening)), event_of, happening, weight, background, newest, kinds)
        for happening, weight in zip(happenings, weights, strict=True)
    ]
    return tuple(sorted(events, key=lambda event: (edtf.sort_key(edtf.parse(event.date)), -event.weight, event.id)))


def reports_in(article: Article) -> tuple[Report, ...]:
    """Return what an article tells as events, in its order."""
    return tuple(
        _report(article, passage, span)
        for passage in article.passages
        for span in passage.spans
        if span.label is Label.EVENT
    )


def _report(article: Article, passage: Passage, span: Span) -> Report:
    value, words = _date(passage, span)
    news = value == UNKNOWN and not words and passage.citation.paragraph <= LEAD and single_day(article.published)
    telling = Telling(
        passage.citation,
        passage.text[span.start : span.end],
        words,
        article.publisher,
        article.agency,
        "publication" if news else "text" if value != UNKNOWN else "",
    )
    value = f"{plain(article.published)}~" if news else value
    ahead = is_ahead(telling.text, value, words, article.published)
    named = names_in(passage, span)
    names = frozenset(name for _, name in named)
    return Report(telling, article, passage, span, value, stems_of(telling.text), named, names, ahead)


def _date(passage: Passage, span: Span) -> tuple[str, str]:
    """Return an event's date and the words it was read from, or those from which none could be: "last Friday"."""
    dates = inside(passage, span, Label.DATE)
    value = span.value("date") or next(filter(None, [part.value("value") for part in dates]), "")
    source = next((part for part in dates if part.value("value") == value), None)
    return value or UNKNOWN, passage.text[source.start : source.end] if source else ""


def _weights(happenings: Sequence[Happening], by_date: Mapping[str, float]) -> list[float]:
    """Return 0 to 1 for each happening: the weight of its date, if it is the date's best attested one, else less."""
    values = [plain(happening.date) for happening in happenings]
    strengths = [_strength(happening) for happening in happenings]
    leading: dict[str, int] = {}
    for number, value in enumerate(values):
        if strengths[number] > strengths[leading.setdefault(value, number)]:
            leading[value] = number
    weights: list[float] = []
    for number, value in enumerate(values):
        weight = UNDATED if value == UNKNOWN else by_date.get(value, 0.0)
        share = strengths[number] / strengths[leading[value]]
        weights.append(round(weight * (1.0 if number == leading[value] else FOLLOWING * share), 4))
    return weights


def _strength(happening: Happening) -> float:
    """Return 0 to 1: half for independent voices, a quarter each for place in the article and names.

    Half of that for each of these: it is only announced; only an article's day of publication dates it; no source
    tells it in a sentence of some brevity.
    """
    reports = happening.reports
    voices = 1 - 1 / (1 + _voices(happening))
    place = 1 / min(report.telling.citation.paragraph for report in reports)
    names = min(MOST_NAMES, max(len(report.names) for report in reports)) / MOST_NAMES
    doubts = (
        all(report.ahead for report in reports),
        all(report.telling.dated_from == "publication" for report in reports),
        all(len(report.telling.text) > LONGEST_HEADLINE for report in reports),
    )
    return float((voices / 2 + place / 4 + names / 4) / 2 ** sum(doubts))


def _voices(happening: Happening) -> int:
    return len({report.article.voice for report in happening.reports})


def period(articles: Sequence[Article]) -> tuple[date | None, date | None]:
    """Return the day before which all is background to the story, and the newest day of publication, where known."""
    days = sorted(day for article in articles if (day := single_day(article.published)))
    if not days:
        return None, None
    start = days[int(OUTLIERS * len(days))]
    ordinal = start.toordinal() - max(SHORTEST_BEFORE, days[-1] - start).days
    return date.fromordinal(max(1, ordinal)), days[-1]


def event_of(
    happening: Happening, weight: float, background: date | None, newest: date | None, kinds: Mapping[Label, EntityKind]
) -> Event:
    """Return what the tellings of a happening say of it; ``background`` and ``newest`` are the story's period."""
    reports = happening.reports
    named = _named(reports, kinds)
    parsed = edtf.parse(happening.date)
    foretold = tuple(report.telling.citation for report in reports if report.ahead)
    return Event(
        id=_identifier(happening),
        date=happening.date,
        text=_headline(reports),
        weight=weight,
        status="planned" if len(foretold) == len(reports) else "past",
        background=bool(background and parsed and _is_before(parsed, background)),
        people=named[EntityKind.PERSON],
        organisations=named[EntityKind.ORGANISATION],
        places=named[EntityKind.PLACE],
        topics=tuple(dict.fromkeys(topic for report in reports for topic in report.passage.topics)),
        tellings=tuple(report.telling for report in reports),
        voices=_voices(happening),
        review=joint_state([state_of(report.article, report.passage, report.span) for report in reports]),
        plan=plan_of(happening, newest),
        foretold=foretold,
    )


def _is_before(value: Edtf, day: date) -> bool:
    days = edtf.ordinals(value)
    return bool(days and (value.ancient or value.last) and days[1] < day.toordinal())


def _identifier(happening: Happening) -> str:
    first = happening.reports[0]
    return first.passage.citation.identifier(first.span.start)


def _headline(reports: Sequence[Report]) -> str:
    """Return the wording to show first: not overlong, with the most names, nearest to an article's top."""
    leading = max(
        reports,
        key=lambda report: (
            len(report.telling.text) <= LONGEST_HEADLINE,
            len(report.names),
            -report.telling.citation.paragraph,
        ),
    )
    return leading.telling.text


def _named(reports: Sequence[Report], kinds: Mapping[Label, EntityKind]) -> Mapping[EntityKind, tuple[Slug, ...]]:
    """Return who and what the tellings name, each once, by kind."""
    found: dict[EntityKind, dict[Slug, None]] = {kind: {} for kind in kinds.values()}
    for report in reports:
        for label, name in report.named:
            found[kinds[label]].setdefault(name)
    return {kind: tuple(names) for kind, names in found.items()}
