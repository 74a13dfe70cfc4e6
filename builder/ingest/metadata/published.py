"""When an article was published: dates by where they stand and what stands beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from builder.ingest.classify import Classified
from builder.ingest.dates import Day, Order, days, order_of
from builder.ingest.document import Fact
from builder.ingest.kinds import Kind
from builder.ingest.rules.dates import is_lone_date

_ABOVE_TITLE: Final = 4
"""Lines above the title among which a date with a time counts."""
_INTO_BODY: Final = 3
"""Lines of the body (captions and shares between them) in which a date line may stand."""
_BELOW: Final = 4
"""Lines behind the body in which a labelled date counts."""
_LONGEST: Final = 300
"""Characters of a line of the head that are looked at."""
_PUBLISHED: Final = re.compile(
    r"\b(?:first )?(?:published|posted|created|publish date|date published|veröffentlicht|erschienen|publié|pubblicato|publicado|publicada|postado|"
    r"opublikowano|опубликовано|geplaatst|gepubliceerd)\b|기사입력",
    re.IGNORECASE,
)
_UPDATED: Final = re.compile(
    r"\b(?:last )?(?:updated|modified|update|revised|edited|aktualisiert|mis à jour|modifié|aggiornato|actualizado|atualizado|zaktualizowano|обновлено|bijgewerkt)\b",
    re.IGNORECASE,
)
_TIME: Final = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
_MONTH_FIRST_ZONE: Final = re.compile(r"\b(?:E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|[Ee]astern|[Pp]acific)\b")
_DAY_FIRST_ZONE: Final = re.compile(r"\b(?:IST|GMT|BST|CET|CEST|MSK|SAST|WAT|EAT|AEST|AEDT|NZST|PKT|HKT|SGT)\b")
_DATELINE: Final = re.compile(r"^[^.!?()]{0,60}$")


class Weight(IntEnum):
    """How much a date says about publication; the highest wins."""

    ADDRESS = 1
    ABOVE_TITLE = 2
    UPDATED = 3
    DATELINE = 4
    BESIDE_TITLE = 5
    PUBLISHED = 6


_FOUND: Final = {
    Weight.ADDRESS: "page address",
    Weight.ABOVE_TITLE: "date above the title",
    Weight.UPDATED: "date of update",
    Weight.DATELINE: "dateline",
    Weight.BESIDE_TITLE: "date line",
    Weight.PUBLISHED: "page date",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day that may be the day of publication."""

    value: str
    """EDTF; the year is ``XXXX`` where the seed does not name it."""
    weight: Weight
    evidence: str
    line: int

    def fact(self) -> Fact:
        """Return the day as a fact about the article."""
        return Fact(self.value, _FOUND[self.weight], self.evidence, self.line)


def candidates(classified: Classified, language: str, as_of: str) -> tuple[Candidate, ...]:
    """Return the days that may be the day of publication, likeliest first.

    :param language: of the article; all but English put the day before the month
    :param as_of: no later day is a candidate; empty where there is no bound
    """
    order = _order(classified, language)
    found = [candidate for candidate in _candidates(classified, order) if not as_of or candidate.value[:10] <= as_of or candidate.value[0] == "X"]
    return tuple(sorted(found, key=lambda candidate: (-candidate.weight, candidate.value[0] == "X", candidate.line)))


def _order(classified: Classified, language: str) -> Order:
    found = [day for line in classified.page.lines if len(line.text) < _LONGEST for day in days(line.text) if day.numeric]
    if not found:
        return Order.UNKNOWN
    around = " ".join(line.text for line in classified.page.lines if len(line.text) < 120)
    return order_of(
        found,
        month_first_zone=bool(_MONTH_FIRST_ZONE.search(around)),
        day_first_hint=language != "en" or bool(_DAY_FIRST_ZONE.search(around)),
    )


def _candidates(classified: Classified, order: Order) -> Iterator[Candidate]:
    body = classified.body
    if not body:
        return
    first, last = body[0], body[-1]
    title = classified.title_at if 0 <= classified.title_at <= first else max(-1, first - 12)
    for at in range(max(0, title - _ABOVE_TITLE), title):
        yield from _in_line(classified, at, order, Weight.ABOVE_TITLE)
    for at in range(title + 1, body[min(_INTO_BODY, len(body) - 1)]):
        yield from _in_line(classified, at, order, Weight.BESIDE_TITLE)
    for at in range(last + 1, min(len(classified.kinds), last + 1 + _BELOW)):
        yield from _in_line(classified, at, order, None)
    yield from _in_dateline(classified, order)


def _in_line(classified: Classified, at: int, order: Order, plain: Weight | None) -> Iterator[Candidate]:
    """Yield the days of a line that is not of the body.

    :param plain: what a date without a word beside it weighs; ``None`` where it tells nothing
    """
    line = classified.page.lines[at]
    if classified.kinds[at] in (Kind.BODY, Kind.SUBHEADING, Kind.LIST_ITEM, Kind.RELATED, Kind.PAGE_DATE) or len(line.text) > _LONGEST:
        return
    above = classified.page.lines[at - 1].text if at else ""
    at_end = 0
    for day in days(line.text):
        settled = day.in_order(order)
        if settled is None or settled.year is None:
            continue
        label = line.text[at_end : day.start] if at_end or day.start > 3 else above if len(above) < 40 else ""
        at_end = day.end
        weight = _weight(label, line.text, plain, at == 0)
        if weight is not None:
            yield Candidate(settled.edtf, weight, line.text[:120], line.first)


def _weight(label: str, text: str, plain: Weight | None, first_line: bool) -> Weight | None:
    if _PUBLISHED.search(label):
        return Weight.PUBLISHED
    if _UPDATED.search(label):
        return Weight.UPDATED if plain else None
    if plain is Weight.ABOVE_TITLE:
        return plain if _TIME.search(text) and is_lone_date(text) and not first_line else None
    return plain


def _in_dateline(classified: Classified, order: Order) -> Iterator[Candidate]:
    """Yield the day of a dateline: ``MOSCOW, Sep 10:`` at the start of the body."""
    for at in classified.body[:2]:
        line = classified.page.lines[at]
        for day in days(line.text[:110])[:1]:
            settled = day.in_order(order)
            if settled is not None and _is_dateline(line.text, day):
                yield Candidate(settled.edtf, Weight.DATELINE, line.text[: day.end + 1], line.first)


def _is_dateline(text: str, day: Day) -> bool:
    before, after = text[: day.start], text[day.end : day.end + 30]
    place = before.rstrip(" ,.(:–—-")
    if not _DATELINE.match(before) or not place[:1].isupper() or not all(word[:1].isupper() for word in place.split() if word[:1].isalpha()):
        return False
    return bool(re.match(r"\)?\s?(?:\([A-Z][\w /.-]{1,25}\)\s?)?(?:[-–—:_]|--)|\)?\s?\([A-Z][\w /.-]{1,25}\)|$", after))
