"""Which date of a sentence says when its event was: how each date stands to what the sentence tells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder import edtf
from builder.annotate import wordlists
from builder.annotate.events.verbs import is_past, only_possible
from builder.annotate.span import ArticleText, Span
from builder.edtf import Precision

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LISTS = wordlists.of_language(wordlists.ENGLISH, "events")
_LOOSE = frozenset(_LISTS["loose"])
_ABOUT = frozenset(_LISTS["about"])
_SUBORDINATE = frozenset((*_LISTS["clause before"], "despite", "if"))
_FINE = (Precision.DAY, Precision.UNKNOWN_YEAR, Precision.MONTH, Precision.INTERVAL)
"""The precisions that place an event by themselves, the finest first."""

_CLAUSE = re.compile(r", (?:who|which|whose|where) (?:[^,;]|,(?=\d))*\Z")
"""Before a date: the relative clause it stands in."""
_OWNED = re.compile(r"[\w’'] whose (?:[^,;]|,(?=\d))*\Z")
"""Before a date: the clause it stands in about what another has, with no comma: "a firm whose ship sank"."""
_SUBCLAUSE = re.compile(
    r" (?:that|when|after|before|until|while|because|since) "
    r"(?:he|she|it|they|we|an?|the|his|her|its|their|police|[A-Z][\w’'-]*)\b[^;]*\Z"
)
"""Before a date: the clause it stands in, which hangs on another."""
_COMPARED = re.compile(
    r"\b(?:(?:up|down|rise|rose|risen|fall|fell|fallen|dropped|jumped|grew) from|compared (?:with|to)) "
    r"[^,;]{0,12}\d[^\s,;]{0,12}(?: [a-z]{1,12}){0,2} (?:(?:on|in|at) )?(?:the )?\Z"
)
"""Before a date: a figure that another is compared with."""
_NOUN_BEHIND = re.compile(r" ([a-z]+)\b")
_OWNS = re.compile(r"['’]s?\b")
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their", "s"})
_NO_NOUNS = frozenset(
    (*wordlists.of_language(wordlists.ENGLISH, "grammar")["auxiliaries"], "and", "or", "to", "when", "after")
)
_PERFECT = frozenset({"have", "has", "had"})
_ADVERBIAL = frozenset({"early", "late", "mid", "the", "last", "at", "least", "about", "around"})
"""Words that belong to the date behind them."""
_BREAKS = re.compile(r"[,;:—]| and ")
_LOOK = 120
"""Characters on either side of a date that are read for its verb."""
_OPENING = 4
"""Words before a date that opens its sentence, at most: "In a statement on Monday"."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a date stands."""

    article: ArticleText
    date: Span
    sentence: int
    """Where its sentence begins."""
    start: int
    """Where its sentence begins or, in what somebody is reported to have said, that."""
    end: int
    claimed: bool
    """Whether it stands in what somebody is reported to have said."""
    clause: bool
    """Whether that is a clause, which tells what happened: no "condemned the attack", no "urged them to leave"."""

    @property
    def before(self) -> str:
        """Return the words before the date, with what stands between them."""
        return self.article.text[max(self.start, self.date.start - _LOOK) : self.date.start]

    @property
    def behind(self) -> str:
        """Return the words behind the date, with what stands between them."""
        return self.article.text[self.date.end : min(self.end, self.date.end + _LOOK)]


def is_loose(place: Place) -> bool:
    """Say whether a date only bounds or names what its sentence tells, or stands in a claim."""
    return place.claimed or is_naming(place) or _is_bound(place)


def _rank(place: Place) -> tuple[bool, bool, bool, bool, int, int]:
    """Return the sort key of a date: what tells before what may be, claims, names or bounds, the finer first."""
    bound = _is_bound(place)
    return is_possible(place), place.claimed, is_naming(place), bound, fineness(place), place.date.start


def _is_bound(place: Place) -> bool:
    return _word_before(place) in _LOOSE


def is_naming(place: Place) -> bool:
    """Say whether a date between a determiner and a noun only says which one is meant: "the May 5 attack"."""
    noun = _NOUN_BEHIND.match(place.article.text, place.date.end)
    return noun is not None and noun[1] not in _NO_NOUNS and _word_before(place) in _DETERMINERS


def is_aside(place: Place) -> bool:
    """Say whether a date stands in a clause about what another has, or is no day and stands in a relative clause."""
    if _OWNED.search(place.before):
        return True
    return fineness(place) > 0 and _CLAUSE.search(place.article.text, place.sentence, place.date.start) is not None


def is_compared(place: Place) -> bool:
    """Say whether a date is that of a figure with which another is compared: "down from 196 on 27 February"."""
    return _COMPARED.search(place.before) is not None


def _is_hanging(place: Place, others: Sequence[Place]) -> bool:
    """Say whether a date stands in a clause that hangs on one with a date of its own."""
    text = place.article.text
    relative = _CLAUSE.search(text, place.sentence, place.date.start)
    if relative and any(not _CLAUSE.search(text, place.sentence, other.date.start) for other in others):
        return True
    clause = _SUBCLAUSE.search(text, place.sentence, place.date.start)
    return clause is not None and any(other.date.end <= clause.start() and not _is_bound(other) for other in others)


def is_year_alone(place: Place) -> bool:
    """Say whether a date is a year behind "in"."""
    known = edtf.parse(place.date.value("value"))
    return known is not None and known.precision is Precision.YEAR and _word_before(place) == "in"


def is_fine(place: Place) -> bool:
    """Say whether a date is a day or month, known or not, or an interval."""
    return fineness(place) < len(_FINE)


def is_ahead(place: Place) -> bool:
    """Say whether a date begins after the day of publication."""
    known, published = edtf.parse(place.date.value("value")), edtf.parse(place.article.published)
    first, last = known and known.first, published and published.last
    return bool(first and last and first > last)


def is_possible(place: Place) -> bool:
    """Say whether only what may be is told of a date: "could arrive on Friday"."""
    known, published = edtf.parse(place.date.value("value")), edtf.parse(place.article.published)
    last, first = known and known.last, published and published.first
    gone = bool(first and last and last < first)
    return only_possible(WORD.findall(place.before)[::-1], WORD.findall(place.behind), gone=gone)


def is_since(place: Place) -> bool:
    """Say whether a date is that of what something goes on since: "have leaked since the fire three weeks ago"."""
    head, since, between = place.before.lower().rpartition("since ")
    words = WORD.findall(between)
    if not since or _BREAKS.search(between) or _ADVERBIAL.issuperset(words):
        return False
    return not any(map(is_past, words)) or not _PERFECT.isdisjoint(WORD.findall(head))


def is_of_saying(place: Place, verbs: frozenset[str]) -> bool:
    """Say whether a date is the day on which something was said: "said on Monday", "on Monday, police said".

    ``verbs`` are those that report claims in its sentence.
    """
    if place.claimed:
        return False
    before, behind = WORD.findall(_last_part(place.before.lower())), WORD.findall(place.behind.lower())
    if not verbs.isdisjoint(before):
        return True
    at = next((index for index, word in enumerate(behind) if word in verbs or is_past(word) or word == "and"), None)
    if at is None or behind[at] not in verbs:
        return False
    opens = len(WORD.findall(place.article.text, place.sentence, place.date.start)) <= _OPENING
    return at == 0 or opens


def tells_when(place: Place) -> bool:
    """Say whether a date says when that was, or is to be, which somebody is reported to have said."""
    word, day = _word_before(place), fineness(place) == 0
    if not (place.clause and is_fine(place)) or word in _ABOUT or (word in _LOOSE and not (day and word == "from")):
        return False
    owns = _OWNS.match(place.article.text, place.date.end) is not None
    within = (
        not _SUBORDINATE.isdisjoint(WORD.findall(place.before.lower())) or "—" in place.before or "--" in place.before
    )
    return not (owns or within or is_naming(place) or is_since(place))


def _last_part(text: str) -> str:
    """Return what stands behind the last mark or joining word of a text."""
    return _BREAKS.split(text)[-1]


def _word_before(place: Place) -> str:
    """Return the word before a date in lower case, or the empty string."""
    text = place.article.text
    words = WORD.findall(text[max(0, place.date.start - _LOOK) : place.date.start])
    return words[-1].lower() if words else ""


def fineness(place: Place) -> int:
    """Return how exactly a date names a time, 0 for a day.

    A date without a value is vague, unless all are for want of the day of publication.
    """
    known = edtf.parse(place.date.value("value"))
    if known is None:
        return 1 if place.article.published == "unknown" else len(_FINE)
    return _FINE.index(known.precision) if known.precision in _FINE else len(_FINE)


def dating(places: Sequence[Place], verbs: frozenset[str]) -> tuple[Place, ...]:
    """Return those of a sentence's dates that may say when its event was, the likeliest first.

    The day on which somebody said it is none of them where what was said has a date of its own.
    """
    return tuple(sorted(_candidates(places, verbs), key=_rank))


def _candidates(places: Sequence[Place], verbs: frozenset[str]) -> Iterator[Place]:
    told = {place.date for place in places if tells_when(place)}
    fine = [place for place in places if is_fine(place)]
    for place in places:
        if is_compared(place) or (not place.claimed and _is_hanging(place, fine)):
            continue
        beside = place.claimed or is_of_saying(place, verbs)
        if not (is_aside(place) or is_since(place) or (told and beside and place.date not in told)):
            yield place
