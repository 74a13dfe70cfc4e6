"""Evidence beside a name: its title, the words before and behind, what it is said to be, a team's place in a report."""

from collections.abc import Iterator
from itertools import takewhile

from builder.annotate.names.candidates import Candidate
from builder.annotate.names.evidence import Rule, Setting, Vote
from builder.annotate.names.lists import Lists
from builder.annotate.names.runs import phrase
from builder.annotate.span import Label

_STOPS = frozenset({",", ".", ";", "of", "that", "who", "which", "in", "at", "by", "to", ")"})
"""Where the words end that say what something is."""
_SIGNS = frozenset({"$", "£", "€", "¥", "₹"})
_AT = frozenset({"in", "near", "at", "outside"})
_LONGEST_TEAM = 3
"""Words of a team's name."""
_SCORERS = 30
"""How many words back the bracket may open that scorers stand in."""
_PREDICATE = 7
"""How many words behind an article are read to find what something is said to be."""


def title(_: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read the title before the name."""
    if candidate.title:
        yield Vote(Label.PERSON, 7, f"title {candidate.title}")


def person_before(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read the words before the name that speak for or against a person."""
    known = setting.known
    word = setting.word(candidate.first - 1)
    if word.lower() in known.section("person nouns") and candidate.text not in known.section("institutions"):
        yield Vote(Label.PERSON, 3, f"follows {word.lower()}")
    described = word == "," and setting.word(candidate.first - 2).lower() in known.section("person nouns")
    if described and " " in candidate.text and setting.word(candidate.last) in (",", "."):
        yield Vote(Label.PERSON, 3, f"names the {setting.word(candidate.first - 2).lower()} before")
    bracketed = word == "(" and setting.word(candidate.last) == ")"
    if bracketed and candidate.text in known.first_names and candidate.text not in known.countries:
        yield Vote(Label.PERSON, 6, "first name in brackets")
    brackets = (setting.word(candidate.first - 3), word)
    if brackets == ("(", ")") and setting.word(candidate.first - 2) in known.first_names:
        yield Vote(Label.PERSON, 5, "first name in brackets before")
    if word.lower() == "the" and " " not in candidate.text:
        yield Vote(Label.PERSON, -2, "follows the")


def place_before(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read the words before the name that speak for a place."""
    known = setting.known
    word = setting.word(candidate.first - 1)
    lower, earlier = word.lower(), setting.word(candidate.first - 2).lower()
    if word in known.section("place cues"):
        weak = _everyday(known, candidate) or (known.capital_nouns and " " not in candidate.text)
        weight = 1 if weak else 3 if word in _AT else 2
        yield Vote(Label.PLACE, weight, f"follows {word}")
    if lower == "of" and earlier in known.section("place nouns"):
        yield Vote(Label.PLACE, 4, f"follows {earlier} of")
    if lower == "of" and earlier in known.section("offices of a place") and candidate.text not in known.organisations:
        yield Vote(Label.PLACE, 6, f"follows {earlier} of")
    elif lower == "of" and earlier in known.section("of a place") and " " not in candidate.text:
        yield Vote(Label.PLACE, 3, f"follows {earlier} of")
    if word in (",", "-") and earlier and candidate.text in known.section("codes of states"):
        yield Vote(Label.PLACE, 6, "code of a state behind a comma")
    if lower in known.section("kinds before their place"):
        yield Vote(Label.PLACE, 2, f"follows {lower}")
    if lower == "to" and earlier in known.section("directions"):
        yield Vote(Label.PLACE, 3, f"follows {earlier} to")


def organisation_before(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read the words before the name that speak for or against an organisation."""
    known, text = setting.known, candidate.text
    word = setting.word(candidate.first - 1)
    lower = word.lower()
    everyday = lower in ("a", "an", "first", "nearest", "local") and _everyday(known, candidate)
    if everyday and text not in known.organisations:
        yield Vote(Label.ORG, -4, f"everyday words behind {lower}")
    if lower in known.section("organisation nouns"):
        yield Vote(Label.ORG, 3, f"follows {lower}")
    if word == "(" and text.isupper() and 2 <= len(text) <= 6:
        yield Vote(Label.ORG, 2, "acronym in brackets")
    if lower == "the" and text.endswith("s") and not text.endswith("ss") and not candidate.adjective:
        things = word == "the" and " " not in text and _everyday(known, candidate) and not setting.sport
        yield Vote(Label.ORG, 1 if things else 3, "plural behind the")
    if lower == "the" and " " not in text:
        yield Vote(Label.ORG, 3 if text in known.section("institutions") else 1, "follows the")


def _everyday(known: Lists, candidate: Candidate) -> bool:
    return all(word.lower() in known.words for word in candidate.text.split(" "))


def after(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read the word behind the name."""
    known = setting.known
    word = setting.word(candidate.last)
    says = word in known.section("saying") and setting.word(candidate.first - 1) != "the"
    if says or word in known.section("person acts"):
        yield Vote(Label.PERSON, 2, f"followed by {word}")
    if word in known.section("places before their kind"):
        yield Vote(Label.PLACE, 3, f"followed by {word}")
    if word in known.section("offices of a place") and candidate.last - 1 in setting.tokens.possessive:
        yield Vote(Label.PLACE, 6, f"has a {word}")
    if word in known.section("organisation nouns") and candidate.text not in known.large_cities:
        yield Vote(Label.ORG, 2, f"followed by {word}")


def after_comma(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read what follows the name behind a comma: an age, ``who``, the country or state."""
    second = setting.word(candidate.last + 1)
    if setting.word(candidate.last) != "," or not second:
        return
    if second.isdigit() and len(second) == 2 and setting.word(candidate.last + 2) in (",", "."):
        yield Vote(Label.PERSON, 5, "followed by an age")
    if second == "who":
        yield Vote(Label.PERSON, 3, "followed by who")
    behind = phrase(setting.tokens, candidate.last + 1, len(setting.tokens.words))
    place = " ".join(setting.tokens.words[candidate.last + 1 : behind]) or second
    owns = max(behind, candidate.last + 2) - 1 in setting.tokens.possessive
    if place in setting.known.countries and not owns:
        yield Vote(Label.PLACE, 4, f"followed by {place}")


_NOUNS = (
    (Label.PERSON, "person nouns"),
    (Label.PLACE, "place nouns"),
    (Label.ORG, "organisation nouns"),
)


def predicate(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read what the name is said to be: ``is a small village``, ``, a Belgian brewer,``."""
    known = setting.known
    link, article = setting.word(candidate.last), setting.word(candidate.last + 1)
    if link != "(" and (
        (link != "," and link not in known.section("copulas")) or article not in ("a", "an", "the", "one", "another")
    ):
        return
    said = None
    for word in map(str.lower, setting.tokens.words[candidate.last + 2 : candidate.last + 2 + _PREDICATE]):
        if word in _STOPS:
            break
        said = next(
            (Vote(label, 4, f"said to be a {word}") for label, nouns in _NOUNS if word in known.section(nouns)), said
        )
    place = any(candidate.text in names for names in (known.countries, known.large_cities, known.spellings))
    of_others = link == "," and place and said is not None and said.label is not Label.PLACE
    if said and not of_others:  # “Ada Brook of Texas, the senior judge”
        yield said


def vessel(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read the kind of vessel before the name or in what it is said to be: neither person nor place."""
    vessels = setting.known.section("vessels")
    before = setting.word(candidate.first - 1).lower()
    said = before if before in vessels and candidate.first - 1 not in setting.tokens.possessive else ""
    if not said and setting.word(candidate.last) == "," and setting.word(candidate.last + 1) in ("a", "an", "the"):
        behind = map(str.lower, setting.tokens.words[candidate.last + 2 : candidate.last + 2 + _PREDICATE])
        said = next((word for word in takewhile(lambda word: word not in _STOPS, behind) if word in vessels), "")
    if said:
        yield from (Vote(label, -9, f"name of a {said}", standing=True) for label in (Label.PERSON, Label.PLACE))


def named_after(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read what is called by a person's name: ``Ada Brook international airport``."""
    first = setting.word(candidate.last)
    kind = setting.word(candidate.last + 1) if first in ("international", "memorial", "regional") else first
    owns = candidate.last - 1 in setting.tokens.possessive
    named = " " in candidate.text and candidate.text.partition(" ")[0] in setting.known.first_names
    if named and not owns and kind in setting.known.section("named after people"):
        yield from (Vote(label, -9, f"name of a {kind}") for label in (Label.PERSON, Label.PLACE))


def line(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read the article before a railway's or a border's name, which a shipping company's does without."""
    tail = candidate.text.rpartition(" ")[2]
    if tail in setting.known.section("lines") and tail != candidate.text and _follows_the(setting, candidate):
        yield Vote(Label.PLACE, 5, f"ends in {tail}")


def _follows_the(setting: Setting, candidate: Candidate) -> bool:
    return setting.word(candidate.first - 1).lower() == "the"


def currency(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read the sign of a currency right behind letters as part of it: ``US$``."""
    tokens, at = setting.tokens, candidate.last
    if setting.word(at) in _SIGNS and tokens.starts[at] == tokens.ends[at - 1]:
        yield from (Vote(label, -20, "part of a currency") for label in (Label.PLACE, Label.ORG, Label.PERSON))


def team_of_a_town(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read a town with a plural behind it as a team: ``Toledo Mudhens``."""
    town, _blank, tail = candidate.text.rpartition(" ")
    if tail.endswith("s") and (town in setting.known.large_cities or town in setting.known.team_towns):
        yield Vote(Label.ORG, 5, "town and a plural")


def team_by_its_tail(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read words that end the names of teams, some of them only in a report on sport: ``Milford Rovers``."""
    words = candidate.text.split(" ")
    known = setting.known
    if not 1 < len(words) <= _LONGEST_TEAM or candidate.text in known.large_cities:
        return
    in_sport = setting.sport and words[0] not in known.first_names and words[-1] in known.section("team tails in sport")
    if in_sport or words[-1] in known.section("team tails"):
        yield Vote(Label.ORG, 6, f"team that ends in {words[-1]}", standing=True)


def acronym_behind(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read the acronym in brackets behind a name of several words, which people don't have."""
    words = [word for word in candidate.text.split(" ") if word[0].isupper()]
    acronym = setting.word(candidate.last + 1)
    brackets = (setting.word(candidate.last), setting.word(candidate.last + 2)) == ("(", ")")
    if brackets and len(words) > 1 and acronym == "".join(word[0] for word in words):
        yield Vote(Label.ORG, 5, f"acronym {acronym} behind")


def sport(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read a town's name in a team's place, and scorers in brackets, in a report on sport."""
    if not setting.sport:
        return
    known = setting.known
    previous, following = setting.word(candidate.first - 1).lower(), setting.word(candidate.last).lower()
    if following.isdigit() and previous in ("(", ",") and _in_brackets(setting, candidate.first):
        yield Vote(Label.PERSON, 4, "scorer in brackets")
        return
    at_home = candidate.text in known.team_towns
    town = at_home or candidate.text in known.large_cities or candidate.text in known.small_cities
    if not town or previous in ("in", "near", "from", "of") or following == ",":
        return
    cues = known.section("team cues")
    owns = candidate.last - 1 in setting.tokens.possessive
    weight = 4 * at_home + 4 * (previous in cues or previous in ("the", "at"))
    weight += 4 * (following in cues or following.isdigit() or owns)
    weight += 3 * (following == "(" and setting.word(candidate.last + 1).isdigit())
    if weight:
        yield Vote(Label.ORG, weight, "town in a team's place")


def _in_brackets(setting: Setting, index: int) -> bool:
    """Tell whether a bracket is open at an index, looking back over one line of scorers at most."""
    for word in reversed(setting.tokens.words[max(0, index - _SCORERS) : index]):
        if word in ("(", ")"):
            return word == "("
    return False


CONTEXT_RULES: tuple[Rule, ...] = (
    title,
    person_before,
    place_before,
    organisation_before,
    after,
    after_comma,
    predicate,
    vessel,
    named_after,
    line,
    currency,
    team_of_a_town,
    team_by_its_tail,
    acronym_behind,
    sport,
)
