"""One utterance, however many outlets report it.

Two reports are of one utterance where the same speaker is said to have said it and the words agree. How far they must
agree depends on whose words they are: a quotation is the speaker's, cut here and there by each outlet; a claim is
worded by the reporter, so that it is the same only in nearly the same words, or in the same telling words in the same
order, published within days, with the same figures and the same denials.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from msgspec import Struct

from builder.annotate.span import Label, Span
from builder.briefing.days import single_day
from builder.briefing.model import Article, Passage

RUN = 4
"""Words. Two quotations of fewer words may be alike by chance."""
QUOTED = 0.6
"""Share of the shorter quotation's runs of words that stand in the other, from which on they are one utterance."""
CLAIMED = 0.6
"""Share of the longer claim's runs of words that stand in the other, from which on they are one utterance."""
OFTEN = 4
"""Runs of a quotation; shorter ones a speaker may use again on another occasion."""
DAYS = 3
"""Claims, and short quotations, published further apart may be of two occasions."""
FEWEST_TELLING = 4
"""Telling words that a claim must have to be known again by them alone."""

_WORD = re.compile(r"\w+")
_NOT = re.compile(r"(?<=\w)n['’]t\b")
_NEGATIONS = frozenset("not no never none nobody nothing neither nor without cannot".split())
_PLAIN = frozenset(
    "a an the this that these those it its he his him she her hers they their them we our us i my me you your "
    "is are was were be been being has have had do does did will would shall should can could may might must "
    "of in on at to for from by with as and or but if than then so also there which who whom whose".split()
)
"""Words that a reporter sets as the sentence asks for them."""

_Run = tuple[str, ...]


class Report(Struct, frozen=True):
    """One report of an utterance."""

    article: Article
    passage: Passage
    span: Span
    text: str
    by: str
    """The entity or the words for the speaker; empty where nobody is named."""
    stance: str
    verb: str


class Manner(Struct, frozen=True):
    """What all reports of one utterance have in common beside the words."""

    label: Label
    by: str
    stance: str
    """Of a claim; empty for quotations."""


@dataclass(slots=True)
class Utterance:
    """An utterance while its reports are gathered."""

    place: int
    """Of its first report among all, from 0."""
    reports: list[Report]
    words: list[str]
    """Of the first report."""
    runs: frozenset[_Run] = field(default_factory=frozenset)

    @property
    def first(self) -> Report:
        """The earliest report."""
        return self.reports[0]


def manner_of(report: Report) -> Manner:
    """Return what a report has in common with all others of its utterance."""
    stance = report.stance if report.span.label is Label.CLAIM else ""
    return Manner(report.span.label, report.by, stance)


def group_reports(reports: Sequence[Report]) -> list[Utterance]:
    """Return the utterances in order of their first report; the reports have one manner."""
    utterances: list[Utterance] = []
    by_key: dict[_Run, Utterance] = {}
    for place, report in enumerate(reports):
        words = _words(report.text)
        in_order = _runs(report, words)
        runs = frozenset(in_order)
        keys = [*in_order, *_telling(report, words)]
        candidates = {id(found): found for found in map(by_key.get, keys) if found}
        same = next((other for other in candidates.values() if _is_same(other, report, words, runs)), None)
        if same:
            same.reports.append(report)
            continue
        utterance = Utterance(place, [report], words, runs)
        utterances.append(utterance)
        for key in keys:
            by_key.setdefault(key, utterance)
    return utterances


def _is_same(known: Utterance, report: Report, words: Sequence[str], runs: frozenset[_Run]) -> bool:
    shared = len(known.runs & runs)
    near = _are_near(known.first.article, report.article)
    if report.span.label is Label.QUOTE:
        shorter = min(len(known.runs), len(runs))
        return shared > 0 and shared >= QUOTED * shorter and (near or shorter >= OFTEN)
    if not near or _marks(known.words) != _marks(words):
        return False
    nearly = shared > 0 and shared >= CLAIMED * max(len(known.runs), len(runs))
    return nearly or _telling(known.first, known.words) == _telling(report, words) != []


def _runs(report: Report, words: Sequence[str]) -> list[_Run]:
    """Return each run of words, by which a report is found again elsewhere."""
    if report.span.label is not Label.QUOTE and not report.by:
        return []
    return [tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]


def _telling(report: Report, words: Sequence[str]) -> list[_Run]:
    """Return the telling words of a claim, in their order; nothing where they are too few to know it by."""
    telling = [word for word in words if word not in _PLAIN]
    known = report.span.label is Label.CLAIM and report.by and len(telling) >= FEWEST_TELLING
    return [("", *telling)] if known else []


def _marks(words: Sequence[str]) -> list[str]:
    """Return the figures and the denials of a claim: with others it says another thing."""
    return sorted(word for word in words if word in _NEGATIONS or word[0].isdigit())


def _are_near(one: Article, other: Article) -> bool:
    return one.slug == other.slug or _apart(single_day(one.published), single_day(other.published)) <= DAYS


def _apart(one: date | None, other: date | None) -> int:
    """Return how many days lie between; more than any where one of them is not known."""
    return abs((one - other).days) if one and other else DAYS + 1


def _words(text: str) -> list[str]:
    return _WORD.findall(_NOT.sub(" not", text.casefold()))
