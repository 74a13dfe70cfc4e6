"""The lists that rules for names read: places, organisations, teams, first names, and words beside names."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from builder.annotate import wordlists

_DATA = f"{__package__}.data"


@dataclass(frozen=True, slots=True)
class Lists:
    """Everything the lists know, ready for look-up."""

    countries: dict[str, str]
    """Each name of a country or region, and each acronym, with the name its entity goes by."""
    adjectives: dict[str, str]
    """Each adjective of place and word for its people, with the name of the place."""
    sovereign: frozenset[str]
    """The names of countries alone, without regions."""
    organisations: dict[str, str]
    """Each name of a well-known organisation with the name its entity goes by."""
    spellings: dict[str, str]
    """Each spelling of a town that has several, with the one its entity goes by."""
    teams: frozenset[str]
    team_towns: frozenset[str]
    """Towns and states whose bare name stands for a team in reports of sport."""
    large_cities: frozenset[str]
    """Towns of 100,000 people and more."""
    small_cities: frozenset[str]
    """Towns of 15,000 to 100,000 people."""
    first_names: frozenset[str]
    surnames: frozenset[str]
    words: frozenset[str]
    """English words that are written in lower case."""
    vocabulary: dict[str, frozenset[str]]
    """Words that tell what a name is, by the section of ``vocabulary.txt``."""
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """The names of several words of all lists of names, by their first word, longest first."""

    def section(self, name: str) -> frozenset[str]:
        """Return the words of a section of ``vocabulary.txt``."""
        return self.vocabulary[name]


def _rows(name: str) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Yield each row of a list with bars: the name, its other names, its adjectives."""
    for line in resources.files(_DATA).joinpath(name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            columns = [column.strip() for column in line.split("|")]
            others, adjectives = (
                tuple(word for part in column.split(",") if (word := part.strip()))
                for column in [*columns[1:], "", ""][:2]
            )
            yield columns[0], others, adjectives


def _words(name: str) -> dict[str, frozenset[str]]:
    return {section: frozenset(entries) for section, entries in wordlists.read(_DATA, name).items()}


def _phrases(*lists: frozenset[str] | dict[str, str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for names in lists:
        for name in names:
            words = tuple(name.split())
            if len(words) > 1:
                found.setdefault(words[0], set()).add(words)
    return {first: tuple(sorted(several, key=lambda w: (-len(w), w))) for first, several in found.items()}


@cache
def lists() -> Lists:
    """Return the lists; they are read once."""
    countries, adjectives, organisations = {}, {}, {}
    for file in ("regions.txt", "countries.txt"):
        for name, others, people in _rows(file):
            countries.update(dict.fromkeys((name, *others), name))
            adjectives.update(dict.fromkeys(people, name))
    sovereign = frozenset(other for name, others, _ in _rows("countries.txt") for other in (name, *others))
    for name, others, _ in _rows("organisations.txt"):
        organisations.update(dict.fromkeys((name, *others), name))
    cities = _words("cities.txt")
    large = cities["a million"] | cities["a hundred thousand"]
    teams = _words("teams.txt")["teams"]
    towns = _words("team_towns.txt")["towns"]
    spellings = {other: name for name, others, _ in _rows("spellings.txt") for other in (name, *others)}
    return Lists(
        countries=countries,
        adjectives=adjectives,
        sovereign=sovereign,
        organisations=organisations,
        spellings=spellings,
        teams=teams,
        team_towns=towns,
        large_cities=large,
        small_cities=cities["fifteen thousand"],
        first_names=_words("first_names.txt")["first names"],
        surnames=_words("surnames.txt")["surnames"],
        words=_words("words.txt")["words"],
        vocabulary=_words("vocabulary.txt"),
        phrases=_phrases(countries, adjectives, organisations, teams, towns, large, spellings),
    )
