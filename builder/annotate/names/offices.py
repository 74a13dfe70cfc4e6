"""Words before a person's name that are none of it: an office written in capitals, a heading's last word."""

from builder.annotate.names.casing import common, organisation_tail
from builder.annotate.names.lists import Lists
from builder.annotate.names.titles import title_end

_FULL = 2
"""Words of a full name, at least: a first name and a surname."""
_LONGEST = 4
"""Words of a full name, at most."""
_ABSTRACT = ("tion", "sion", "ment", "ness", "ship", "ism", "tcy", "ency", "ity")
"""What the names of acts and states end in, which no person is called by."""
_NO_OFFICES = (
    "place words",
    "front place words",
    "places with of",
    "words before organisations",
    "heads of organisations",
    "surnames in front",
    "groups and kinds",
)
"""Sections of everyday words that make a name of a place, a party or an organisation with what follows them."""


def person_start(words: tuple[str, ...], known: Lists, first: int, last: int) -> int:
    """Return where the person's name begins that ends a run of capitalised words, or the run's start.

    Before it stand everyday words alone: ``Water Commissioner Ellen Marsh``, ``Bankruptcy Brook``.
    """
    opening = first + _names_where(words, known, first, last)
    start = next((at for at in range(opening, last - 1) if not _may_lead(known, words[at])), last - 1)
    if start == first:
        return first
    heading = all(word.endswith(_ABSTRACT) for word in words[first:start])
    if _is_full_name(words, known, start, last):
        office = is_of_office(known, words[start - 1]) or _is_office(words, known, first)
        return start if (office or heading) and not _is_of_a_place(words, known, first, start, last) else first
    alone = start == last - 1 and words[start] in known.surnames and words[start].lower() not in known.words
    office = opening > first and is_of_office(known, words[start - 1])
    return start if alone and (heading or office) else first


def past_nouns(words: tuple[str, ...], known: Lists, first: int, last: int) -> int:
    """Return where a name begins behind nouns with capitals that say what its bearer is, or the run's start.

    In German that is the office of a full name (``Insolvenzverwalterin Ada Brook``), the kind of a company
    (``Baukonzern Brook AG``).
    """
    if not known.capital_nouns:
        return first
    at = first
    while at < last - _FULL and words[at].lower().endswith(tuple(known.section("endings of offices"))):
        if words[at] in known.first_names:
            return first
        at += 1
    if at > first and words[at] in known.first_names:
        return at
    company = last - first > _FULL and words[last - 1] in known.section("legal forms")
    return first + (company and words[first].lower().endswith(tuple(known.section("endings of companies"))))


def _names_where(words: tuple[str, ...], known: Lists, first: int, last: int) -> bool:
    """Tell whether a run begins with the everyday place of an office: ``Harbour Master``, ``Town Clerk``."""
    return (
        last - first > _FULL and words[first] in known.section("place words") and is_of_office(known, words[first + 1])
    )


def is_of_office(known: Lists, word: str) -> bool:
    """Tell whether a word says what somebody is by office or work: a title, or a noun for people."""
    noun = word.lower()
    return word in known.section("titles") or (
        noun in known.section("person nouns") and noun not in known.section("relations")
    )


def _is_office(words: tuple[str, ...], known: Lists, first: int) -> bool:
    """Tell whether a run goes on with an office that begins before it: ``Chief``, ``supervisor of``."""
    before = words[first - 1] if first else ""
    return before in ("of", "for") or before in known.section("titles")


def ends_office(words: tuple[str, ...], known: Lists, index: int, last: int) -> bool:
    """Tell whether a word ends an office whose bearer's full name ends the run: ``Lind Harbour Master Peter Lang``."""
    return is_of_office(known, words[index]) and _is_full_name(words, known, index + 1, last)


def bearer_start(words: tuple[str, ...], known: Lists, first: int, last: int) -> int:
    """Return where the bearer's name begins in a run behind an office over a place: ``Mayor of Lind Ada Marsh``.

    That is the run's start where there is nothing but the place.
    """
    over = first > 1 and words[first - 1] == "of" and words[first - 2].lower() in known.section("offices of a place")
    if not over or words[last - 1] not in known.surnames or words[last - 1] in known.section("place words"):
        return first
    starts = range(max(first + 1, last - _LONGEST), last - 1)
    return next((start for start in starts if words[start] in known.first_names), first)


def bears_office(words: tuple[str, ...], known: Lists, first: int, last: int) -> bool:
    """Tell whether a run ends with a title and the full name of its bearer: ``Acme Trade Director Ada Marsh``."""
    starts = range(max(first + 1, last - _LONGEST), last - 1)
    return any(
        _is_full_name(words, known, start, last)
        and any(title_end(words, known, at, last) == start for at in range(first, start))
        and not _is_of_a_place(words, known, first, start, last)
        for start in starts
    )


def _may_lead(known: Lists, word: str) -> bool:
    """Tell whether an everyday word may stand before a name without being part of it."""
    if word in known.section("titles") or word in known.section("title modifiers"):
        return True
    named = word in known.first_names or word in known.surnames or word in known.large_cities
    if not named and word.lower() in known.section("person nouns"):
        return True
    if named or not common(known, word) or organisation_tail(known, word):
        return False
    return not any(word in known.section(section) for section in _NO_OFFICES)


def _is_full_name(words: tuple[str, ...], known: Lists, first: int, last: int) -> bool:
    """Tell whether words are a first name and a surname, initials between them perhaps.

    A first name that is an everyday word too needs an office before it.
    """
    if not _FULL <= last - first <= _LONGEST or words[first] not in known.first_names:
        return False
    clear = words[first].lower() not in known.words or (first > 0 and is_of_office(known, words[first - 1]))
    inner = words[first + 1 : last - 1]
    names = all(word in known.first_names or word in known.surnames or word.endswith(".") for word in inner)
    return clear and names and words[last - 1] in known.surnames


def _is_of_a_place(words: tuple[str, ...], known: Lists, first: int, start: int, last: int) -> bool:
    """Tell whether a name that ends as those of places do is one: ``Mayor Ada Brook Park``, ``King George Hill``."""
    tail = words[last - 1]
    if not (tail in known.section("place words") or organisation_tail(known, tail)):
        return False
    names = [word for word in words[start:last] if not word.endswith(".")]
    offices = [word for word in words[first:start] if word in known.section("titles")]
    return len(names) > _FULL or not offices or offices[-1] in known.section("titles in names of places")
