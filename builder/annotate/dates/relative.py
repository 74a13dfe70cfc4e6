"""Periods seen from the day of publication: this, last and next ones, and those some time ago."""

import re
from dataclasses import dataclass

from builder import edtf
from builder.annotate.dates import periods, words
from builder.annotate.dates.compound import Rough
from builder.annotate.dates.expression import Dated, Direction, Expression, Moment, Rule, before
from builder.annotate.dates.yearly import Yearly
from builder.annotate.numbers import NUMBER, number


@dataclass(frozen=True, slots=True)
class Step:
    """The period of a unit some steps from the day of publication: ``last week``."""

    unit: str
    steps: int
    """Below 0: before the period that holds the day of publication."""

    def resolve(self, moment: Moment, /) -> Dated | None:
        """Return that period."""
        published = moment.published
        value = published and periods.period(self.unit, published, self.steps)
        return Dated(value, "published", f"{counted(self.steps, self.unit)} {published} (published)") if value else None


@dataclass(frozen=True, slots=True)
class Weekend:
    """The weekend next to the day of publication, on the side that the tense points to."""

    def resolve(self, moment: Moment, /) -> Dated | None:
        """Return the weekend of the day itself, else the one before, else, in the future tense, the one ahead."""
        published = moment.published
        if published is None:
            return None
        back = published.weekday() < 5 and moment.direction is not Direction.FUTURE
        value = periods.period(periods.WEEKEND, published, -1 if back else 0)
        return Dated(value, "published", f"weekend next to {published} (published)") if value else None


@dataclass(frozen=True, slots=True)
class Away:
    """A time some units from the day of publication: ``three months ago``."""

    unit: str
    count: int | None
    """Below 0: before. ``None`` where the words don't say how many."""
    exact: bool = True
    """Whether the count is; a part of a unit more or less makes the date approximate."""

    def resolve(self, moment: Moment, /) -> Dated | None:
        """Return the period of the unit that lies so far away; of a comparison with a quarter, that quarter."""
        published = moment.published
        if published is None or self.count is None:
            return None
        if same := same_part_of_year(self.unit, self.count, moment.mentioned):
            return same
        value = periods.away(self.unit, published, self.count)
        if value is None:
            return None
        exact = self.exact and self.unit not in periods.STEPS_OF_YEARS
        evidence = f"{counted(self.count, self.unit)} {published} (published)"
        return Dated(value if exact else periods.approximately(value), "published", evidence)


def same_part_of_year(unit: str, count: int, mentioned: tuple[edtf.Edtf, ...]) -> Dated | None:
    """Return the quarter or half some years from the last one in the text, as reports of figures compare."""
    parts_of_year = (edtf.Precision.QUARTER, edtf.Precision.HALF)
    found = next((value for value in mentioned if value.precision in parts_of_year and value.first), None)
    if unit != "year" or found is None or found.first is None:
        return None
    value = f"{found.first.year + count:04}{found.text[4:]}"
    if edtf.parse(value) is None:
        return None
    return Dated(value, "text", f"{counted(count, unit)} {found.text} (text)", remembered=not count)


def counted(steps: int, unit: str) -> str:
    """Return how evidence says so many units before or after: ``3 days before``."""
    if steps == 0:
        return f"{unit} of"
    return f"{abs(steps)} {unit}{'s' if abs(steps) > 1 else ''} {'after' if steps > 0 else 'before'}"


_SHIFTS = {
    "last": -1, "this past": -1, "this": 0, "the current": 0, "next": 1, "this coming": 1, "the coming": 1,
}  # fmt: skip
_STEP = re.compile(
    rf"\b(?P<shift>{'|'.join(sorted(_SHIFTS, reverse=True))})\s"
    r"(?:(?:calendar|fiscal|financial|whole|entire|same)\s)?"
    r"(?P<unit>week|weekend|month|quarter|year|decade|century)\b(?!-)",
    re.IGNORECASE,
)
_STEP_FURTHER = re.compile(
    r"\bthe\s(?P<unit>week|weekend|month|year)\s(?:(?P<last>before\slast)|after\snext)\b", re.IGNORECASE
)
_WEEKEND = re.compile(r"\bthe\sweekend\b(?!\s(?:of|after|before)\b)", re.IGNORECASE)
_EDGE = re.compile(
    r"\b(?:(?P<edge>end|beginning|start|middle)|rest|remainder)\s(?:of|in)\sthe\s"
    r"(?P<unit>week|month|year|decade|century)\b"
    r"(?!\s(?:of|before|after|when|that|in|ended|ending|ends)\b)",
    re.IGNORECASE,
)
_YEAR_END = re.compile(r"\byear-end\b(?!\s[a-z]+s\b)")
COUNT = rf"(?:(?P<count>{NUMBER})|(?P<one>an?)|(?P<two>a\scouple(?:\sof)?)|(?P<some>a\sfew|several|some|many))"
"""Matches how many of a unit."""
_AGO = re.compile(
    rf"\b{COUNT}[\s-](?:(?:short|long|full|whole)\s)?(?P<unit>{words.UNIT})"
    r"(?P<rough>\sor\sso|\sor\stwo|\sor\smore|\sand\sa\shalf)?\s(?:(?P<ago>ago)|from\s(?:now|today)|hence)\b",
    re.IGNORECASE,
)
_SPAN_UNTIL_NOW = re.compile(r"\b(?:for|over|within|during|in)\s(?:the|his|her|its|their)\s\Z", re.IGNORECASE)


def count_of(match: re.Match[str]) -> int | None:
    """Return the whole number that ``COUNT`` matched, or ``None`` where it does not say how many."""
    if match["count"]:
        value = number(match["count"])
        return int(value) if value is not None and value == int(value) else None
    return 1 if match["one"] else 2 if match["two"] else None


def _read_step(match: re.Match[str]) -> Expression | None:
    """Read this, last or next; *over the* last year is a span of time that ends now, *This Week* a programme."""
    shift, unit = " ".join(match["shift"].lower().split()), match["unit"].lower()
    if match["unit"].istitle():
        return None
    if shift == "last" and unit != "quarter" and _SPAN_UNTIL_NOW.search(before(match)):
        return None
    return Step(unit, _SHIFTS[shift])


def _read_step_further(match: re.Match[str]) -> Expression:
    return Step(match["unit"].lower(), -2 if match["last"] else 2)


def _read_weekend(_match: re.Match[str]) -> Expression:
    return Weekend()


def _read_edge(match: re.Match[str]) -> Expression:
    period = Step(match["unit"].lower(), 0)
    return Rough(period) if match["edge"] else period


def _read_year_end(_match: re.Match[str]) -> Expression:
    return Yearly("year-end", "{:04}-12-31~".format, without_year="XXXX-12-31~")


def _read_ago(match: re.Match[str]) -> Expression | None:
    count, unit = count_of(match), words.unit(match["unit"])
    if unit in ("second", "minute", "hour"):
        return None
    steps = None if count is None else -count if match["ago"] else count
    return Away(unit, steps, exact=not (match["rough"] or match["two"]))


RULES = (
    Rule("this, last, next", frozenset(["last", "this", "next", "current", "coming"]), _STEP, _read_step),
    Rule("the one before last", frozenset(["before", "after"]), _STEP_FURTHER, _read_step_further),
    Rule("weekend", frozenset(["weekend"]), _WEEKEND, _read_weekend),
    Rule("end of the period", words.UNIT_WORDS, _EDGE, _read_edge),
    Rule("year-end", frozenset(["end"]), _YEAR_END, _read_year_end),
    Rule("so long ago", frozenset(["ago", "from", "hence"]), _AGO, _read_ago),
)
