"""Stretches of capitalised words that may be names, cut where a title, an adjective of place or a list says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.annotate.names.casing import common, organisation_tail, together
from builder.annotate.names.lists import Lists
from builder.annotate.names.offices import bearer_start, bears_office, ends_office, past_nouns, person_start
from builder.annotate.names.people import surname_first
from builder.annotate.names.runs import phrase, run_end
from builder.annotate.names.titles import title_end
from builder.annotate.names.tokens import Tokens
from builder.annotate.numbers import ordinal

_FULL_NAME = 2
"""Words of a person's name, at least."""
_ORDINAL = re.compile(r"[0-9]{1,3}(?:st|nd|rd|th|d)?")
_ADJOINED_CITIZENS = frozenset({"Ministry", "Embassy", "Government", "Parliament", "Police", "Army", "Navy"})
"""Offices that news names with an adjective of place which is not part of their name."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of words that may be a name."""

    first: int
    """The index of its first word."""
    last: int
    """The index behind its last word."""
    text: str
    """Its words with single blanks between them and no possessive ending: what its mentions have in common."""
    title: str = ""
    """The title that stands before it, where there is one: ``Gen.``, ``Prime Minister``."""
    adjective: bool = False
    """Whether it is an adjective of place or a word for people from there."""
    opener: bool = False
    """Whether it is an everyday word that may have its capital only because a sentence begins with it."""


def candidates(tokens: Tokens) -> tuple[Candidate, ...]:
    """Return the candidates of an article in order, none overlapping another."""
    found: list[Candidate] = []
    index = 0
    particles = tokens.known.section("opening particles")
    while index < len(tokens.words):
        word = tokens.words[index]
        # Most words are plainly no part of a name, which a look at their letters tells.
        plain = word.islower() and word.isalpha() and word not in particles
        end = index if plain else run_end(tokens, index)
        if end == index:
            index += 1
        else:
            found.extend(_pieces(tokens, index, end))
            index = end
    return tuple(found)


def _pieces(tokens: Tokens, first: int, last: int) -> Iterator[Candidate]:
    """Cut a run into names, leaving out titles and words that merely open a sentence."""
    opener = first
    first = _without_opener(tokens, first, last)
    if first >= last:
        if last - opener == 1 and not _never_alone(tokens.known, tokens.words[opener]):
            yield replace(_candidate(tokens, opener, last), opener=True)
        return
    known = tokens.known
    first = past_nouns(tokens.words, known, first, last)
    if title_end(tokens.words, known, first, last) == last:
        if last - first == 1:
            yield replace(_candidate(tokens, first, last), opener=True)
        return
    words = tokens.words
    bearer = bearer_start(words, known, first, last)
    if bearer > first:
        yield _candidate(tokens, first, bearer)
        yield _candidate(tokens, bearer, last, title=words[first - 2])
        return
    whole = " ".join(words[first:last])
    person = first if _is_known(known, whole) else person_start(words, known, first, last)
    if person > first:
        yield _candidate(tokens, person, last, title=_office(known, words[first:person]))
        return
    house = _house(known, words, first, last)
    if house < last:
        yield _candidate(tokens, first, house)
        yield _candidate(tokens, house, last)
        return
    if _is_known(known, whole) or _is_organisation(known, words, first, last):
        yield from _whole(tokens, known, first, last)
        return
    last = _without_groups(tokens, known, first, last)
    lead = max(phrase(tokens, first, last), first + 1)
    if " ".join(words[first:lead]) in known.adjectives and lead < last:
        yield _candidate(tokens, first, lead, adjective=True)
        yield from _pieces(tokens, lead, last)
        return
    yield from _around_title(tokens, known, first, last)


def _house(known: Lists, words: tuple[str, ...], first: int, last: int) -> int:
    """Return where the organisation begins for which a person works who stands in front: ``Ada Hobbs BBC News``."""
    if words[first] not in known.first_names or " ".join(words[first:last]) in known.organisations:
        return last
    starts = range(first + _FULL_NAME, min(last, first + _FULL_NAME + 2))
    named = (start for start in starts if words[start - 1] in known.surnames)
    return next((start for start in named if " ".join(words[start:last]) in known.organisations), last)


def _office(known: Lists, words: tuple[str, ...]) -> str:
    """Return the words before a person's name where they end in a title; a heading's last words are none."""
    return " ".join(words) if words[-1] in known.section("titles") else ""


def _without_groups(tokens: Tokens, known: Lists, first: int, last: int) -> int:
    """Return the index behind a run without the words for parties and faiths at its end."""
    groups = known.section("groups and kinds")
    while last - first > 1 and tokens.words[last - 1] in groups and tokens.words[last - 1] not in known.surnames:
        last -= 1
    return last


def _never_alone(known: Lists, word: str) -> bool:
    """Tell whether a word names nothing by itself."""
    return word in known.section("function words") or word in known.section("groups and kinds")


def _whole(tokens: Tokens, known: Lists, first: int, last: int) -> Iterator[Candidate]:
    """Yield a run as one name, its adjective of place apart where it is not part of the name."""
    words = tokens.words
    if last - first == 2 and words[first] in known.adjectives and words[last - 1] in _ADJOINED_CITIZENS:
        yield _candidate(tokens, first, first + 1, adjective=True)
        return
    if (
        last - first == 3
        and words[first] in known.adjectives
        and first + 1 not in tokens.possessive
        and words[last - 1] in _ADJOINED_CITIZENS
    ):
        yield _candidate(tokens, first, first + 1, adjective=True)
        first += 1
    yield _candidate(tokens, first, last, adjective=" ".join(words[first:last]) in known.adjectives)


def _is_known(known: Lists, text: str) -> bool:
    return (
        text in known.countries
        or text in known.adjectives
        or text in known.organisations
        or text in known.teams
        or text in known.large_cities
        or text in known.spellings
    )


def _is_organisation(known: Lists, words: tuple[str, ...], first: int, last: int) -> bool:
    """Tell whether a run of several words ends or begins as organisations and places do."""
    if last - first < 2:
        return False
    tail = words[last - 1]
    heads, places = known.section("heads of organisations"), known.section("places with of")
    ends = ("legal forms", "organisation words", "place words", "lines", "event words")
    if any(tail in known.section(section) for section in ends):
        return not bears_office(words, known, first, last) and not any(
            words[i] in known.section("titles") and _is_stop(words[i]) for i in range(first, last)
        )
    if not any(
        words[index + 1] in ("of", "for") and (words[index] in heads or words[index] in places)
        for index in range(first, last - 1)
    ):
        return False
    return not any(index < title_end(words, known, index, last) < last for index in range(first + 1, last))


def _is_stop(word: str) -> bool:
    return word.endswith(".") and len(word) > 2


def _without_opener(tokens: Tokens, first: int, last: int) -> int:
    """Return the index of the first word of a run that can belong to a name."""
    known = tokens.known
    while first < last:
        if phrase(tokens, first, last) > first or _may_open(tokens, known, first, last):
            return first
        first += 1
    return first


def _may_open(tokens: Tokens, known: Lists, first: int, last: int) -> bool:
    """Tell whether a run may keep its first word, or has its capital only because a sentence begins there."""
    word = tokens.words[first]
    more = first + 1 < last
    if word in known.section("function words"):
        return False
    following = tokens.words[first + 1] if more else ""
    tail = tokens.words[last - 1] if more else ""
    if word in known.section("groups and kinds"):
        return (word in known.section("front place words") and more) or any(
            organisation_tail(known, end) or end in known.section("heads of organisations") for end in (following, tail)
        )
    if (
        first not in tokens.initial
        or not common(known, word)
        or (more and word.lower() in known.section("opening particles"))
    ):
        return True
    if not more:
        return word in known.first_names and word in known.surnames
    return (
        (tail in known.section("military units") and ordinal(word) is not None)
        or title_end(tokens.words, known, first, last) > first
        or surname_first(tokens.words[first:last])
        or word in known.first_names
        or word in known.section("words before organisations")
        or organisation_tail(known, following)
        or tail in known.section("legal forms")
    )


def _around_title(tokens: Tokens, known: Lists, first: int, last: int) -> Iterator[Candidate]:
    """Cut a run at the titles inside it."""
    for index in range(first, last):
        end = title_end(tokens.words, known, index, last)
        if end == index > first and ends_office(tokens.words, known, index, last):
            end = index + 1
        head = tokens.words[first]
        if end == last and index > first and head in known.first_names and head not in known.countries:
            break  # a surname that is a title too: John Major
        if end > index:
            if index > first:
                yield from _plain(tokens, known, first, index)
            if _serves(tokens, known, end, last):
                yield _candidate(tokens, end + 1, last)
            elif end < last and not (end + 1 == last and _never_alone(known, tokens.words[end])):
                start = person_start(tokens.words, known, end, last)
                yield _candidate(tokens, start, last, title=" ".join(tokens.words[index:start]))
            return
    yield from _plain(tokens, known, first, last)


def _serves(tokens: Tokens, known: Lists, end: int, last: int) -> bool:
    """Tell whether a title's bearer serves whom a particle behind it names in full: ``Sprecher von Anna Schmidt``."""
    particle = end + 2 < last and tokens.words[end] in known.section("name particles")
    return particle and tokens.words[end + 1] in known.first_names and tokens.words[last - 1] in known.surnames


def _plain(tokens: Tokens, known: Lists, first: int, last: int) -> Iterator[Candidate]:
    """Yield a run without titles, apart from a place or organisation of the lists that it opens with."""
    lead = phrase(tokens, first, last)
    behind = max(lead, first + 1)
    opens = lead > first or tokens.words[first] in known.sovereign
    if opens and behind < last and not _goes_on(known, tokens, first, behind, last):
        yield _candidate(tokens, first, behind)
        first = behind
    elif last - first == 2 and tokens.words[first].isupper() and tokens.words[last - 1] in known.countries:
        yield _candidate(tokens, first, first + 1)
        first += 1
    yield _candidate(tokens, first, last)


def _goes_on(known: Lists, tokens: Tokens, first: int, behind: int, last: int) -> bool:
    """Tell whether what follows a known name makes a longer name with it: a company's, a team's, a person's."""
    words = tokens.words
    if organisation_tail(known, words[behind]) or (behind == first + 1 and words[first] in known.first_names):
        return True
    tail = words[last - 1]
    return tail in known.teams or (last - behind <= 2 and len(tail) > 4 and tail.endswith("s") and common(known, tail))


def _is_numbered(tokens: Tokens, first: int) -> bool:
    """Tell whether the number of a unit stands before a word: ``65th Air Division``."""
    number = first > 0 and together(tokens, first) and tokens.words[first - 1]
    return bool(number) and _ORDINAL.fullmatch(str(number)) is not None


def _candidate(tokens: Tokens, first: int, last: int, title: str = "", *, adjective: bool = False) -> Candidate:
    if first + 1 < last and tokens.words[last - 1] in tokens.known.section("military units"):
        first -= _is_numbered(tokens, first)
    text = " ".join(
        word + "'s" if index in tokens.possessive and index < last - 1 else word
        for index, word in enumerate(tokens.words[first:last], first)
    )
    return Candidate(first, last, text, title, adjective or text in tokens.known.adjectives)
