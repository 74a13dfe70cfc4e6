"""The lists that rules for names read: places, organisations, teams, first names, and words beside names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from builder.annotate import wordlists
from builder.ingest.first_names import first_names

_DATA = f"{__package__}.data"
_PLACES = ("regions.txt", "countries.txt")


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
    in_other_languages: dict[str, str]
    """Each name of a place or organisation in another language than English, with the name its entity goes by."""
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
    """Words that are written in lower case: those of English, and the few that the language's own list has."""
    vocabulary: dict[str, frozenset[str]]
    """Words that tell what a name is, by the section of the language's ``names.txt``."""
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """The names of several words of all lists of names, by their first word, longest first."""

    capital_nouns: bool = False
    """Whether every noun has a capital, which then tells little of a single word."""

    def section(self, name: str) -> frozenset[str]:
        """Return the words of a section of the language's ``names.txt``."""
        return self.vocabulary[name]


def _rows(name: str) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Yield each row of a list with bars: the name, its other names, its adjectives."""
    return wordlists.rows(resources.files(_DATA).joinpath(name).read_text("utf-8"))


def _words(name: str) -> dict[str, frozenset[str]]:
    return {section: frozenset(entries) for section, entries in wordlists.read(_DATA, name).items()}


def _phrases(*lists: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for names in lists:
        for name in names:
            words = tuple(name.split())
            if len(words) > 1:
                found.setdefault(words[0], set()).add(words)
    return {first: tuple(sorted(several, key=lambda w: (-len(w), w))) for first, several in found.items()}


@cache
def section(name: str) -> frozenset[str]:
    """Return the words of a section of the English ``names.txt``; the lists of names need not be read for them."""
    return frozenset(wordlists.of_language(wordlists.ENGLISH, "names")[name])


def _vocabulary(language: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in wordlists.of_language(language, "names").items()}


@cache
def places_by_adjective() -> dict[str, str]:
    """Return the name of the place of each adjective and word for its people, in English."""
    rows = (row for file in _PLACES for row in _rows(file))
    return {word: name for name, _, people in rows for word in people}


@cache
def _english() -> Lists:
    countries, organisations = {}, {}
    for file in _PLACES:
        for name, others, _ in _rows(file):
            countries.update(dict.fromkeys((name, *others), name))
    sovereign = frozenset(other for name, others, _ in _rows("countries.txt") for other in (name, *others))
    for name, others, _ in _rows("organisations.txt"):
        organisations.update(dict.fromkeys((name, *others), name))
    cities = _words("cities.txt")
    large = cities["a million"] | cities["a hundred thousand"]
    teams = _words("teams.txt")["teams"]
    towns = _words("team_towns.txt")["towns"]
    spellings = {other: name for name, others, _ in _rows("spellings.txt") for other in (name, *others)}
    abroad = {
        other: name
        for language in sorted(wordlists.languages())
        for file in ("places", "organisations")
        for name, others, people in wordlists.rows_of_language(language, file)
        for other in (*others, *people)
    }
    return Lists(
        countries=countries,
        adjectives=places_by_adjective(),
        sovereign=sovereign,
        organisations=organisations,
        spellings=spellings,
        in_other_languages=abroad,
        teams=teams,
        team_towns=towns,
        large_cities=large,
        small_cities=cities["fifteen thousand"],
        first_names=first_names(),
        surnames=_words("surnames.txt")["surnames"],
        words=frozenset(wordlists.of_language(wordlists.ENGLISH, "words")["words"]),
        vocabulary=_vocabulary(wordlists.ENGLISH),
        phrases=_phrases(countries, places_by_adjective(), organisations, teams, towns, large, spellings),
    )


@cache
def lists(language: str = wordlists.ENGLISH) -> Lists:
    """Return the lists for articles in a language (ISO 639-1); they are read once.

    Those of English serve every language; what a language's folder has of its own comes on top.
    """
    known = _english()
    if language == wordlists.ENGLISH or language not in wordlists.languages():
        return known
    places = list(wordlists.rows_of_language(language, "places"))
    own_places = {other: name for name, others, _ in places for other in others}
    own_adjectives = {word: name for name, _, people in places for word in people}
    rows = wordlists.rows_of_language(language, "organisations")
    own_organisations = {other: name for name, others, _ in rows for other in others}
    vocabulary = _vocabulary(language)
    own_phrases = _phrases(own_places, own_organisations)
    return replace(
        known,
        countries=known.countries | own_places,
        adjectives=known.adjectives | own_adjectives,
        organisations=known.organisations | own_organisations,
        words=known.words | vocabulary.get("everyday words", frozenset()),
        vocabulary={
            name: (words | vocabulary.get(name, frozenset())) - vocabulary.get(f"not {name}", frozenset())
            for name, words in known.vocabulary.items()
        },
        capital_nouns="nouns" in vocabulary.get("have capitals", frozenset()),
        phrases=known.phrases | {first: (*own_phrases[first], *known.phrases.get(first, ())) for first in own_phrases},
    )
