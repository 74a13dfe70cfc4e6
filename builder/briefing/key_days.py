"""How much the briefing turns on a date: who names it, when, and what was published on it.

An article that looks back to a day weeks later says that the day mattered; one that names the day of its own news says
that something happened; one that names a day to come may be wrong. Articles count by their relevance to the briefing.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from builder import edtf
from builder.annotate.span import Label
from builder.briefing.days import single_day
from builder.briefing.model import Article
from builder.memo import Memo

NEWS_DAYS = 7
"""An article that names a day within so many days behind it reports news; after that it looks back."""
NEWS = 1.0
LOOKED_BACK = 4.0
ANNOUNCED = 0.5
PUBLISHED = 1.0
"""For each article that came out on the day."""
LONGER = 0.5
"""Of what is known by its month or year alone, beside 1 for a day."""


def date_weights(articles: Sequence[Article], relevant: Sequence[float], memo: Memo) -> Mapping[str, float]:
    """Return 0 to 1 for each EDTF value that articles name or, where it is a day, were published on.

    ``relevant`` is how close each article is to what the briefing is about, 0 to 1.
    The weight grows with the logarithm of what speaks for the date; the date that most speaks for has 1.
    """
    sums: dict[str, float] = defaultdict(float)
    for article, share in zip(articles, relevant, strict=True):
        for value, weight in memo.take((_spoken_for, article.slug), _spoken_for, article):
            sums[value] += share * weight
    highest = math.log1p(max(sums.values(), default=0.0)) or 1.0
    return {
        value: math.log1p(total) / highest * (1.0 if single_day(value) else LONGER) for value, total in sums.items()
    }


def _spoken_for(article: Article) -> tuple[tuple[str, float], ...]:
    """Return the dates that an article speaks for, each with how much it does."""
    published = single_day(article.published)
    named = [(value, _weight_of_naming(value, published)) for value in _dates_named(article)]
    return (*named, (published.isoformat(), PUBLISHED)) if published else tuple(named)


def _dates_named(article: Article) -> list[str]:
    """Return each date an article names, once, in order."""
    values = (span.value("value") for passage in article.passages for span in passage.spans if span.label is Label.DATE)
    return list(dict.fromkeys(plain(value) for value in values if value))


def plain(value: str) -> str:
    """Return a day without its marks of doubt; any other value as it is."""
    day = single_day(value)
    return day.isoformat() if day else value


def _weight_of_naming(value: str, published: date | None) -> float:
    parsed = edtf.parse(value)
    if parsed is None or not edtf.is_dated(parsed):
        return 0.0
    if published is None or parsed.first is None:
        return NEWS
    if parsed.first > published:
        return ANNOUNCED
    is_day = parsed.precision is edtf.Precision.DAY
    return LOOKED_BACK if is_day and (published - parsed.first).days > NEWS_DAYS else NEWS
