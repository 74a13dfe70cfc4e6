"""What speaks for a candidate being a person, an organisation or a place: one rule a function, the order as data."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from builder.annotate.names.candidates import Candidate, phrase
from builder.annotate.names.lists import lists
from builder.annotate.names.people import surname_first
from builder.annotate.names.tokens import Tokens
from builder.annotate.span import Label


class Vote(NamedTuple):
    """One piece of evidence."""

    label: Label
    weight: int
    """How much it counts: 1 is a hint, 3 decides where nothing speaks against it, 6 beats most others."""
    reason: str
    standing: bool = False
    """Whether it speaks for the name wherever it stands, so that it counts once however often the name is used."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rules see of an article."""

    tokens: Tokens
    sport: bool
    """Whether the article reports on sport, where a town's name often stands for its team."""
    english: bool
    """Whether the article is in English, so that a word which is not is likely a name."""

    def word(self, index: int) -> str:
        """Return the word at an index, or the empty string outside the text."""
        return self.tokens.words[index] if 0 <= index < len(self.tokens.words) else ""


Rule = Callable[[Setting, Candidate], Iterator[Vote]]


def _words(candidate: Candidate) -> list[str]:
    return candidate.text.split(" ")


def listed(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Look the whole name up in the lists."""
    known = lists()
    text = candidate.text
    if len(text) > 3 and text.isupper() and text not in known.organisations:
        text = text.title()
    if candidate.adjective:
        yield Vote(Label.PLACE, 8, "adjective of place")
    elif text in known.countries:
        yield Vote(Label.PLACE, 7, "country or region in the lists")
    if text in known.organisations or (text[1:2] == "." and text.replace(".", "") in known.organisations):
        yield Vote(Label.ORG, 6, "organisation in the lists")
    if text in known.teams and (setting.sport or " " in text):
        yield Vote(Label.ORG, 6, "team in the lists")
    if text in known.large_cities or text in known.spellings:
        yield Vote(Label.PLACE, 5 if " " in text or text.lower() not in known.words else 2, "city in the lists")
    elif text in known.small_cities and len(text) > 3 and text.lower() not in known.words:
        yield Vote(Label.PLACE, 2, "town in the lists")


def shape(_: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Capitals, figures and legal forms within the name."""
    known = lists()
    words = _words(candidate)
    text = candidate.text
    if text in known.section("short forms of no name"):
        return
    if len(words) == 1 and text.isupper() and 2 <= len(text) <= 6 and text.isalpha():
        yield Vote(Label.ORG, 1 if text.lower() in known.words else 3, "acronym")
    elif len(words) == 1 and (
        "&" in text
        or (
            len(text) > 3
            and text[1:].lower() != text[1:]
            and text.isalpha()
            and not text.startswith(("Mc", "Mac", "De", "Di", "La", "Le", "Van"))
        )
    ):
        yield Vote(Label.ORG, 2, "capitals inside the word")
    if len(words) > 1:
        if words[0] in known.organisations:
            yield Vote(Label.ORG, 3, f"begins with {words[0]}")
        tail = words[-1]
        if tail in known.section("legal forms"):
            yield Vote(Label.ORG, 7, f"ends in {tail}")
        elif tail in known.section("organisation words"):
            yield Vote(Label.ORG, 6, f"ends in {tail}")
        elif tail == "District" and "School" in words:
            yield Vote(Label.ORG, 6, "school district")
        elif tail == "State" and " ".join(words[:-1]) in known.countries:
            yield Vote(Label.ORG, 6, "university of a state")
        elif tail in known.section("place words"):
            yield Vote(Label.PLACE, 5, f"ends in {tail}")
        elif words[0] in known.section("words before organisations"):
            yield Vote(Label.ORG, 5, f"begins with {words[0]}")
        elif words[0] in known.section("places with of") and words[1] == "of":
            yield Vote(Label.PLACE, 5, f"{words[0]} of")
        elif words[0] in known.section("heads of organisations") and ("of" in words or "for" in words):
            yield Vote(Label.ORG, 6, f"{words[0]} of")
        elif any(w in known.section("heads of organisations") for w in words) and ("of" in words or "for" in words):
            yield Vote(Label.ORG, 5, "organisation of")
        if words[0] in known.section("front place words") and words[0] not in ("El", "La", "Le", "Villa", "Val"):
            everyday = all(word.lower() in known.words for word in words[1:])
            yield Vote(Label.PLACE, 1 if everyday else 3, f"begins with {words[0]}")


def person_name(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """First names, initials and surnames within the name."""
    known = lists()
    words = [word for word in _words(candidate) if word not in known.section("name particles")]
    if len(words) < 2:
        if candidate.text in known.first_names and candidate.text.lower() not in known.words:
            placed = candidate.text in known.large_cities or candidate.text in known.small_cities
            yield Vote(Label.PERSON, 2 if placed else 3, "first name in the lists")
        elif candidate.text in known.surnames and candidate.text.lower() not in known.words:
            yield Vote(Label.PERSON, 1, "surname in the lists")
        return
    if len(words) > 5 or "of" in words or "and" in words:
        return
    first = words[0] in known.first_names
    if not first and (words[0] in known.countries or words[0] in known.large_cities):
        return
    clear = first and words[0].lower() not in known.words
    last = words[-1] in known.surnames
    if clear and last:
        yield Vote(Label.PERSON, 6, "first name and surname in the lists")
    elif clear or (first and last) or (first and words[-1].lower() not in known.words):
        yield Vote(Label.PERSON, 4, "first name in the lists")
    elif last and words[-1].lower() not in known.words:
        yield Vote(Label.PERSON, 3, "surname in the lists")
    elif setting.english and len(words) < 4 and all(w.lower() not in known.words and w[1:].islower() for w in words):
        yield Vote(Label.PERSON, 3, "unusual words")
    if surname_first(words) and (len(words) == 3 or words[0] not in known.surnames):
        yield Vote(Label.PERSON, 4, "surname in front")
    if any(len(w) <= 2 and w.endswith(".") for w in words[:-1]) or words[-1] in ("Jr", "Jr.", "Sr", "III"):
        yield Vote(Label.PERSON, 4, "initial")
    if any("-" in w and w.rpartition("-")[2].islower() for w in words):
        yield Vote(Label.PERSON, 2, "syllables of a given name")


def title(_: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read the title before the name."""
    if candidate.title:
        yield Vote(Label.PERSON, 7, f"title {candidate.title}")


_TOWARDS = frozenset(
    {"north", "south", "east", "west", "close", "next", "adjacent", "flew", "travelled", "traveled", "moved"}
)


def before(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read the words before the name."""
    known = lists()
    words = _words(candidate)
    word = setting.word(candidate.first - 1)
    lower = word.lower()
    if lower in known.section("person nouns"):
        yield Vote(Label.PERSON, 3, f"follows {lower}")
    if lower in known.section("place cues") and word[:1].islower():
        everyday = all(part.lower() in known.words for part in _words(candidate))
        yield Vote(Label.PLACE, 1 if everyday else 3 if lower in ("in", "near", "at") else 2, f"follows {lower}")
    earlier = setting.word(candidate.first - 2).lower()
    if lower == "of" and earlier in known.section("place nouns"):
        yield Vote(Label.PLACE, 4, f"follows {earlier} of")
    if lower in known.section("place nouns") and lower in (
        "city",
        "town",
        "village",
        "island",
        "port",
        "province",
        "state",
    ):
        yield Vote(Label.PLACE, 2, f"follows {lower}")
    if lower == "to" and earlier in _TOWARDS:
        yield Vote(Label.PLACE, 3, f"follows {earlier} to")
    if lower in ("a", "an", "first", "nearest", "local") and all(part.lower() in known.words for part in words):
        yield Vote(Label.ORG, -4, f"everyday words behind {lower}")
    if lower in known.section("organisation nouns"):
        yield Vote(Label.ORG, 3, f"follows {lower}")
    if word == "(" and setting.word(candidate.last) == ")" and candidate.text in known.first_names:
        yield Vote(Label.PERSON, 6, "first name in brackets")
    if (
        word == ")"
        and setting.word(candidate.first - 3) == "("
        and setting.word(candidate.first - 2) in known.first_names
    ):
        yield Vote(Label.PERSON, 5, "first name in brackets before")
    if word == "(" and candidate.text.isupper() and 2 <= len(candidate.text) <= 6:
        yield Vote(Label.ORG, 2, "acronym in brackets")
    if (
        lower == "the"
        and candidate.text.endswith("s")
        and not candidate.text.endswith("ss")
        and not candidate.adjective
    ):
        yield Vote(Label.ORG, 3, "plural behind the")
    if lower == "the" and len(_words(candidate)) == 1:
        yield Vote(Label.ORG, 1, "follows the")
        yield Vote(Label.PERSON, -2, "follows the")


def after(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read the words behind the name."""
    known = lists()
    word = setting.word(candidate.last)
    second = setting.word(candidate.last + 1)
    if word in known.section("person acts") or (
        word in known.section("saying") and setting.word(candidate.first - 1) != "the"
    ):
        yield Vote(Label.PERSON, 2, f"followed by {word}")
    if word == ",":
        if second.isdigit() and 1 < len(second) < 3 and setting.word(candidate.last + 2) in (",", "."):
            yield Vote(Label.PERSON, 5, "followed by an age")
        if second == "who":
            yield Vote(Label.PERSON, 3, "followed by who")
        behind = phrase(setting.tokens, candidate.last + 1, len(setting.tokens.words)) if second else candidate.last + 1
        place = " ".join(setting.tokens.words[candidate.last + 1 : behind]) or second
        if place in known.countries:
            yield Vote(Label.PLACE, 4, f"followed by {place}")
    if word in known.section("place nouns") and word in (
        "province",
        "region",
        "district",
        "county",
        "peninsula",
        "island",
        "river",
        "state",
        "airport",
        "border",
        "suburb",
        "village",
        "valley",
        "coast",
    ):
        yield Vote(Label.PLACE, 3, f"followed by {word}")
    if word in known.section("organisation nouns") and candidate.text not in known.large_cities:
        yield Vote(Label.ORG, 2, f"followed by {word}")


def team(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """In a report on sport a town's name in a team's place is the team."""
    known = lists()
    words = _words(candidate)
    if len(words) > 1 and words[-1].endswith("s"):
        town = " ".join(words[:-1])
        if town in known.large_cities or town in known.team_towns:
            yield Vote(Label.ORG, 5, "town and a plural")
    if setting.sport and setting.word(candidate.last).isdigit() and setting.word(candidate.first - 1) in ("(", ","):
        yield Vote(Label.PERSON, 3, "scorer in brackets")
    listed_town = candidate.text in known.team_towns
    town = listed_town or candidate.text in known.large_cities or candidate.text in known.small_cities
    if not setting.sport or not town:
        return
    previous, following = setting.word(candidate.first - 1).lower(), setting.word(candidate.last).lower()
    if previous in ("in", "near", "from", "of") or following == ",":
        return
    cues = known.section("team cues")
    weight = 4 if listed_town else 0
    if previous in cues or previous in ("the", "at"):
        weight += 4
    if following in cues or following.isdigit() or candidate.last - 1 in setting.tokens.possessive:
        weight += 4
    if following == "(" and setting.word(candidate.last + 1).isdigit():
        weight += 3
    if weight:
        yield Vote(Label.ORG, weight, "town in a team's place")


def predicate(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read what the name is said to be: ``is a small village``, ``, a Belgian brewer,``."""
    known = lists()
    index = candidate.last
    if setting.word(index) not in (",", "(") and setting.word(index) not in known.section("copulas"):
        return
    if setting.word(index + 1) not in ("a", "an", "the", "one", "another") and setting.word(index) != "(":
        return
    for word in map(str.lower, setting.tokens.words[index + 2 : index + 9]):
        for label, section in _NOUNS:
            if word in known.section(section):
                yield Vote(label, 4, f"said to be a {word}")
                return
        if word in (",", ".", ";", "of", "that", "who", "which", "in", "at", "by", "to", ")"):
            return


_NOUNS = (
    (Label.PERSON, "person nouns"),
    (Label.PLACE, "place nouns"),
    (Label.ORG, "organisation nouns"),
)

RULES: tuple[Rule, ...] = (listed, shape, person_name, title, before, after, predicate, team)


_STANDING = frozenset({listed, person_name})
"""Rules that look at nothing but the name."""


def votes(setting: Setting, candidate: Candidate) -> tuple[Vote, ...]:
    """Return all evidence on a candidate, in the order of the rules; none on what only opens a sentence."""
    if candidate.opener:
        return ()
    return tuple(
        vote._replace(standing=True) if rule in _STANDING else vote
        for rule in RULES
        for vote in rule(setting, candidate)
    )
