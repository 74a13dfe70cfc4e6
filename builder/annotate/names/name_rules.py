"""Evidence within a name: the lists, its shape, its first and last words."""

from collections.abc import Iterator

from builder.annotate.names.candidates import Candidate
from builder.annotate.names.evidence import Rule, Setting, Vote
from builder.annotate.names.lists import Lists
from builder.annotate.names.people import surname_first
from builder.annotate.span import Label


def listed(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Look the whole name up in the lists."""
    known = setting.known
    text = candidate.text
    if len(text) > 3 and text.isupper() and text not in known.organisations:
        text = text.title()
    everyday = text.lower() in known.words
    if candidate.adjective:
        yield Vote(Label.PLACE, 8, "adjective of place", standing=True)
    elif text in known.countries and not _firm_of_that_name(setting, candidate):
        yield Vote(Label.PLACE, 7, "country or region in the lists", standing=True)
    if text in known.section("matters") and setting.word(candidate.last) in known.section("heads of a matter"):
        yield Vote(Label.ORG, -6, f"matter of a {setting.word(candidate.last)}")
    river = text in known.countries and not _firm_of_that_name(setting, candidate)
    if (text in known.organisations and not river) or (
        text[1:2] == "." and text.replace(".", "") in known.organisations
    ):
        yield Vote(Label.ORG, 6, "organisation in the lists", standing=True)
    if text in known.teams and (setting.sport or " " in text):
        yield Vote(Label.ORG, 6, "team in the lists", standing=True)
    if text.endswith(", D.C.") or text in known.large_cities or text in known.spellings:
        yield Vote(Label.PLACE, 2 if everyday else 5, "city in the lists", standing=True)
    elif text in known.small_cities and len(text) > 3 and not everyday:
        yield Vote(Label.PLACE, 2, "town in the lists", standing=True)


def _firm_of_that_name(setting: Setting, candidate: Candidate) -> bool:
    """Tell whether a name of a place and a firm is the firm's, which goes without ``the``: ``Amazon``."""
    return candidate.text in setting.known.organisations and setting.word(candidate.first - 1).lower() != "the"


def capitals(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read the capitals of a name of one word: acronyms, and capitals inside the word as companies have them."""
    known = setting.known
    text = candidate.text
    if " " in text or text in known.section("short forms of no name") or _is_label(setting, candidate):
        return
    if text.isupper() and 2 <= len(text) <= 6 and text.isalpha():
        yield Vote(Label.ORG, 1 if text.lower() in known.words else 3, "acronym")
    elif "&" in text or _inner_capitals(known, text):
        yield Vote(Label.ORG, 2, "capitals inside the word")


def _is_label(setting: Setting, candidate: Candidate) -> bool:
    """Tell whether a word opens a line and a colon follows: who speaks in a transcript, or what a note is."""
    lines, first = setting.tokens.lines, candidate.first
    return setting.word(candidate.last) == ":" and (first == 0 or lines[first - 1] < lines[first])


def _inner_capitals(known: Lists, text: str) -> bool:
    people = tuple(known.section("inner capitals of people"))
    return len(text) > 3 and text.isalpha() and not text[1:].islower() and not text.startswith(people)


def first_and_last_word(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read the words that names of organisations and places begin and end with."""
    known = setting.known
    words = candidate.text.split(" ")
    if len(words) < 2 or candidate.text in known.countries or candidate.text in known.organisations:
        return
    if words[0] in known.organisations:
        yield Vote(Label.ORG, 3, f"begins with {words[0]}")
    yield from _by_form(known, words)
    if words[0] in known.section("front place words"):
        everyday = all(word.lower() in known.words for word in words[1:])
        yield Vote(Label.PLACE, 1 if everyday else 3, f"begins with {words[0]}")


def _by_form(known: Lists, words: list[str]) -> Iterator[Vote]:
    """Yield what the first of these forms says that the name has."""
    tail = words[-1]
    heads = known.section("heads of organisations")
    joined = "of" in words or "for" in words
    if tail in known.section("legal forms"):
        yield Vote(Label.ORG, 7, f"ends in {tail}")
    elif tail in known.section("organisation words") or (tail == "District" and "School" in words):
        yield Vote(Label.ORG, 6, f"ends in {tail}")
    elif tail == "State" and " ".join(words[:-1]) in known.countries:
        yield Vote(Label.ORG, 6, "university of a state")
    elif tail in known.section("place words"):
        yield Vote(Label.PLACE, 5, f"ends in {tail}")
    elif words[0] in known.section("words before organisations"):
        yield Vote(Label.ORG, 5, f"begins with {words[0]}")
    elif words[0] in known.section("places with of") and words[1] == "of":
        yield Vote(Label.PLACE, 5, f"{words[0]} of")
    elif joined and any(word in heads for word in words):
        yield Vote(Label.ORG, 6 if words[0] in heads else 5, "organisation of")


def one_word_of_a_person(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Look a single word up among first names and surnames."""
    known = setting.known
    text = candidate.text
    if " " in text or text.lower() in known.words or known.capital_nouns:
        return
    if text in known.first_names:
        placed = text in known.large_cities or text in known.small_cities
        yield Vote(Label.PERSON, 2 if placed else 3, "first name in the lists", standing=True)
    elif text in known.surnames:
        yield Vote(Label.PERSON, 1, "surname in the lists", standing=True)


def full_name_of_a_person(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Look for a first name in front and a surname behind."""
    known = setting.known
    words = [word for word in candidate.text.split(" ") if word not in known.section("name particles")]
    if not 1 < len(words) < 6 or "of" in words or "and" in words or candidate.text in known.organisations:
        return
    if words[-1] in known.section("event words") or "," in words:
        return
    if words[0] in known.section("articles of names"):
        return
    first, last = words[0] in known.first_names, words[-1] in known.surnames
    if words[0] in known.section("groups and kinds") or words[-1] in known.section("groups and kinds"):
        return
    if not first and (words[0] in known.countries or words[0] in known.large_cities):
        return
    clear, rare = words[0].lower() not in known.words, words[-1].lower() not in known.words
    if words[0] in known.countries and not (last or rare):
        return
    if first and clear and last:
        yield Vote(Label.PERSON, 6, "first name and surname in the lists", standing=True)
    elif first and (clear or last or rare):
        yield Vote(Label.PERSON, 5 if clear else 4, "first name in the lists", standing=True)
    elif last and rare:
        yield Vote(Label.PERSON, 3, "surname in the lists", standing=True)
    elif setting.english and len(words) < 4 and all(_unusual(known, word) for word in words):
        yield Vote(Label.PERSON, 3, "unusual words", standing=True)


def _unusual(known: Lists, word: str) -> bool:
    parts = word.split("-")
    return all(part[:1].isupper() and part[1:].islower() for part in parts) and word.lower() not in known.words


def parts_of_a_person(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Look for initials, ``Jr.``, a surname in front, and the syllables of Korean and Chinese given names."""
    words = candidate.text.split(" ")
    if not 1 < len(words) < 6 or "of" in words or "and" in words:
        return
    if surname_first(words) and (len(words) == 3 or words[0] not in setting.known.surnames):
        yield Vote(Label.PERSON, 4, "surname in front", standing=True)
    if any(len(word) == 2 and word.endswith(".") for word in words[:-1]) or words[-1] in ("Jr", "Jr.", "Sr", "III"):
        yield Vote(Label.PERSON, 4, "initial", standing=True)
    if any("-" in word and word.rpartition("-")[2].islower() for word in words):
        yield Vote(Label.PERSON, 2, "syllables of a given name", standing=True)


NAME_RULES: tuple[Rule, ...] = (
    listed,
    capitals,
    first_and_last_word,
    one_word_of_a_person,
    full_name_of_a_person,
    parts_of_a_person,
)
