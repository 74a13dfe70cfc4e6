"""What makes a sentence an event: one rule each, in the order in which they are asked."""

import re
from collections.abc import Callable, Iterable

from builder.annotate import wordlists
from builder.annotate.events.reading import Reading
from builder.annotate.events.verbs import tells_past

_LISTS = wordlists.of_language(wordlists.ENGLISH, "events")
_HYPOTHETICAL = frozenset(_LISTS["hypothetical"])
_LEAST_OWN_WORDS = 3
"""Words of a sentence outside quotation marks and dates; with fewer it only says who spoke."""
_LEAST_NAMES = 2
"""Names in a sentence without a date for it to be an event worth listing."""


def _any_of(words: Iterable[str], not_behind: Iterable[str] = ()) -> re.Pattern[str]:
    """Return a pattern for any of some words or phrases, not right behind certain others."""
    guards = "".join(f"(?<! {word})" for word in not_behind)
    return re.compile(f"{guards} (?:{'|'.join(map(re.escape, words))}) ")


_PLANNED = _any_of(_LISTS["planned"])
_ARRANGED = _any_of(_LISTS["arranged"])
_STRONG = _any_of(_LISTS["strong"], _LISTS["no verb before"])
_OF_ITSELF = re.compile(
    rf" (?:this|the) (?:live )?(?:{'|'.join(_LISTS['what is read'])}) (?:was|has been|is) "
    rf"(?:(?:first|originally|last|also|since|now) ){{0,2}}(?:{'|'.join(_LISTS['done to what is read'])}) "
    r"| (?:earlier|previous|original) version of (?:this|the) |^ (?:correction|clarification|update) "
    r"|^ here(?: is|'s| are) what "
)
"""Words of a note on the article itself."""
_USUAL = _any_of(_LISTS["so often"])
_AUXILIARIES = frozenset(_LISTS["before a participle"])
_HABIT = frozenset(_LISTS["habit"])
_CLAUSE_BEFORE = frozenset(_LISTS["clause before"])


def dated(reading: Reading) -> bool:
    """Say whether a sentence tells what happened at a day or month, or what somebody named did in a year."""
    strong = _strong(reading.own) is not None
    fine = reading.date.fine and (strong or not reading.date.naming)
    weighty_then = bool(reading.dates) and not reading.date.loose and strong
    placed = fine or weighty_then or (reading.date.in_year and reading.names > 0)
    told = tells_past(reading.own.split()) and not (reading.date.possible or reading.date.present)
    return placed and told and not (_supposed(reading) or _is_usual(reading))


def planned(reading: Reading) -> bool:
    """Say whether a sentence tells what is to happen at a date."""
    open_still = reading.date.ahead or not reading.date.possible
    return open_still and (reading.date.fine or reading.date.ahead) and _PLANNED.search(reading.own) is not None


def arranged(reading: Reading) -> bool:
    """Say whether a sentence tells in the present what is arranged for a day to come: "The council meets on Friday"."""
    return (
        reading.date.fine
        and reading.date.ahead
        and _ARRANGED.search(reading.told) is not None
        and not _supposed(reading)
    )


def weighty(reading: Reading) -> bool:
    """Say whether a sentence without a date tells, in its own words, what somebody did or suffered."""
    if reading.first_value or reading.dates or reading.names < _LEAST_NAMES or _supposed(reading):
        return False
    verb = _strong(reading.told)
    if verb is None or verb[0].strip() in reading.reporting or not _HABIT.isdisjoint(reading.own.split()):
        return False
    return _CLAUSE_BEFORE.isdisjoint(reading.told[: verb.start()].split())


RULES: tuple[tuple[str, Callable[[Reading], bool]], ...] = (
    ("past with a date", dated),
    ("planned with a date", planned),
    ("arranged for a date", arranged),
    ("weighty without a date", weighty),
)


def _is_usual(reading: Reading) -> bool:
    """Say whether a sentence without a day or month tells how often something is done: "fired ten shells a day"."""
    return not reading.date.fine and _USUAL.search(reading.own) is not None


def _strong(words: str) -> re.Match[str] | None:
    """Return the first strong verb that is finite: no participle of somebody's doing ("a letter signed by many")."""
    for verb in _STRONG.finditer(words):
        before = words[: verb.start()].rpartition(" ")[2]
        if not words.startswith("by ", verb.end()) or before in _AUXILIARIES:
            return verb
    return None


def is_candidate(reading: Reading) -> bool:
    """Say whether a sentence is worth asking about: told in its own words, no question or note on itself."""
    asks = reading.question or _OF_ITSELF.search(reading.own) is not None
    return not asks and len(reading.own.split()) >= _LEAST_OWN_WORDS


def _supposed(reading: Reading) -> bool:
    """Say whether a sentence tells, outside of claims, only what may be: no past stands before the first "would"."""
    words = reading.told.split()
    first = next((index for index, word in enumerate(words) if word in _HYPOTHETICAL), None)
    return first is not None and not tells_past(words[:first])
