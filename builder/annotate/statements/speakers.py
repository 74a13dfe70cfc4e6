"""Who a noun phrase names: the person or organisation, where the text allows; else the words as they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from builder.annotate import wordlists
from builder.annotate.names.pronouns import pronoun_of
from builder.annotate.span import Label, Span
from builder.annotate.statements.grammar import (
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_nominal,
    is_person,
    is_proper,
)
from builder.annotate.statements.phrases import Phrase, described, phrase_starting
from builder.annotate.statements.tokens import Kind, Token, Unit
from builder.urls import slugify

_LISTS = wordlists.of_language(wordlists.ENGLISH, "people")
_TITLES = dict(entry.split(" = ") for entry in _LISTS["titles"])
_HE = frozenset(_LISTS["he"])
_SHE = frozenset(_LISTS["she"])
_FORMS = frozenset(_LISTS["company forms"])
_PERSONS = frozenset(_LISTS["persons"]) | _HE | _SHE
_UTTERANCES = frozenset(_LISTS["utterances"])
_KINDS = frozenset(_LISTS["kinds"])
_INDEFINITE = DETERMINERS - frozenset({"the", "his", "her", "its", "their", "our", "my", "your"})
_DESCRIPTION = frozenset({"the", "this", "that"})


@dataclass(slots=True)
class Speakers:
    """What the text has told so far about who may be meant by a pronoun or a description."""

    text: str
    focus: str = ""
    """The person the last sentences were about: a reference, or the words for one who has no name."""
    organisation: str = ""
    """The organisation the last sentence was about; empty where it was about something else."""
    people: dict[str, None] = field(default_factory=dict)
    """The people named so far, the latest last, each once."""
    pronouns: dict[str, str] = field(default_factory=dict)
    """``he`` or ``she`` for each person of whom it is known."""
    described: dict[str, set[str]] = field(default_factory=dict)
    """The people and organisations each title or description was given to."""

    def read(self, unit: Unit) -> None:
        """Take note of the people and organisations a unit names, with their titles and descriptions."""
        tokens = unit.tokens
        for index, token in enumerate(tokens):
            if token.name is not None and is_person(token):
                ref = reference(token.name, self.text)
                self.people.pop(ref, None)
                self.people[ref] = None
                for word in _descriptions(tokens, index):
                    self.described.setdefault(word, set()).add(ref)
                    if word in _HE | _SHE:
                        self.pronouns.setdefault(ref, "he" if word in _HE else "she")
                first_name, _blank, surname = token.text.partition(" ")
                if surname and (pronoun := pronoun_of(first_name)):
                    self.pronouns.setdefault(ref, pronoun)
            elif token.name is not None and token.name.label is Label.ORG:
                ref = reference(token.name, self.text)
                for kind in _kinds(tokens, index):
                    self.described.setdefault(kind, set()).add(ref)

    def attend(self, unit: Unit, phrase: Phrase | None) -> None:
        """Let the subject of a unit be who the following pronouns mean."""
        if phrase is None:
            return
        head = unit.tokens[phrase.head]
        if head.lower in ("he", "she"):
            self.focus = self._meant(unit, phrase, head.lower) or self.focus
        elif head.name is not None and is_person(head):
            self.focus = reference(head.name, self.text)
        elif head.kind is Kind.WORD and head.lower in _PERSONS:
            self.focus = self._described(unit, phrase) or self._unnamed(unit, phrase) or self.focus
        if head.lower != "it":
            self.organisation = self._organisation(unit, phrase)

    def _unnamed(self, unit: Unit, phrase: Phrase) -> str:
        """Return the words for a person who is new and not named: "her brother", "a spokesman".

        "The senator" is none: mostly somebody the text has named.
        """
        head = unit.tokens[phrase.head].lower
        if unit.tokens[phrase.first].lower in _DESCRIPTION or not _is_new(unit.tokens[phrase.first]):
            return ""
        words = self.text[unit.tokens[phrase.first].start : unit.tokens[phrase.last].end]
        if head in _HE | _SHE:
            self.pronouns.setdefault(words, "he" if head in _HE else "she")
        return words

    def _organisation(self, unit: Unit, phrase: Phrase) -> str:
        """Return the organisation that a phrase names or describes; empty where it is something else."""
        name = unit.tokens[phrase.head].name
        if name is None:
            return self._described(unit, phrase)
        return reference(name, self.text) if name.label is Label.ORG and not phrase.joint else ""

    def _described(self, unit: Unit, phrase: Phrase) -> str:
        """Return the one person or organisation that a description was given to: "the company"."""
        head = unit.tokens[phrase.head].lower
        if unit.tokens[phrase.first].lower not in _DESCRIPTION or phrase.head != phrase.last:
            return ""
        known = self.described.get(_TITLES.get(head, head), set())
        return next(iter(known)) if len(known) == 1 else ""

    def by(self, unit: Unit, phrase: Phrase | None) -> str:
        """Return the reference or the words for the speaker that a phrase names; empty without one."""
        if phrase is None:
            return ""
        tokens = unit.tokens
        head = tokens[phrase.head]
        last = tokens[phrase.last]
        words = self.text[tokens[phrase.first].start : tokens[described(tokens, phrase).last].end]
        if phrase.joint:
            return words
        if last.name is not None and is_person(last) and _is_title(tokens, phrase):
            return reference(last.name, self.text)
        one_of_many = tokens[phrase.first].lower in _INDEFINITE and not is_person(head)
        if head.name is not None and not one_of_many:
            return reference(head.name, self.text)
        if head.lower in ("he", "she"):
            return self._meant(unit, phrase, head.lower) or head.text
        owner = tokens[phrase.first].name
        if owner is not None and head.lower in _UTTERANCES and tokens[phrase.first + 1].lower == "'s":
            return reference(owner, self.text)
        kind_of = tokens[phrase.last - 1].name
        if kind_of is not None and kind_of.label is Label.ORG and phrase.first < phrase.last and last.lower in _KINDS:
            return reference(kind_of, self.text)
        if head.lower == "it" and self.organisation:
            return self.organisation
        return self._described(unit, phrase) or words

    def _meant(self, unit: Unit, phrase: Phrase, pronoun: str) -> str:
        """Return the person a pronoun means: who the unit or the last one was about, if it can be that person.

        Else it is the last person who is known to be a he or a she; without one, nobody.
        """
        before = (token.name for token in unit.tokens[: phrase.first] if is_person(token))
        own = next((reference(name, self.text) for name in before if name is not None), "")
        opening = unit.tokens[0].lower
        adjunct = opening.endswith(("ing", "ed")) or opening in PREPOSITIONS - SUBORDINATORS
        for candidate in (self.focus, own) if adjunct else (own, self.focus):
            if candidate and self.pronouns.get(candidate, pronoun) == pronoun:
                return candidate
        return next((person for person in reversed(self.people) if self.pronouns.get(person) == pronoun), "")


def reference(name: Span, text: str) -> str:
    """Return the slug of the entity that a span names."""
    return name.value("ref") or slugify(text[name.start : name.end])


def _is_new(opening: Token) -> bool:
    """Say whether a phrase that opens with a word names somebody whom the text has not spoken of."""
    return opening.lower in DETERMINERS or is_person(opening)


def _is_title(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Say whether all before the name that ends a phrase is its bearer's office: "Secretary of Works Ada Brook"."""
    office = is_proper(tokens[phrase.head]) and phrase.head < phrase.last
    return office and is_nominal(tokens[phrase.last - 1])


def _kinds(tokens: Sequence[Token], index: int) -> Iterable[str]:
    """Yield what an organisation is: by its own first and last word, the word behind it, or the apposition."""
    words = tokens[index].text.lower().split()
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    yield from (kind for kind in (words[-1], words[0], following) if kind in _KINDS)
    if words[-1].rstrip(".") in _FORMS:
        yield from ("company", "firm")
    if following == ",":
        phrase = phrase_starting(tokens, index + 2)
        if phrase and tokens[phrase.first].lower in DETERMINERS and tokens[phrase.head].lower in _KINDS:
            yield tokens[phrase.head].lower


def _descriptions(tokens: Sequence[Token], index: int) -> Iterable[str]:
    """Yield the titles before a name and the head of the apposition behind it."""
    before = index - 1
    while before >= 0 and index - before <= 4 and is_nominal(tokens[before]) and tokens[before].kind is Kind.WORD:
        yield _TITLES.get(tokens[before].lower, tokens[before].lower)
        before -= 1
    if index + 2 < len(tokens) and tokens[index + 1].lower == ",":
        phrase = phrase_starting(tokens, index + 2)
        if phrase and (tokens[phrase.first].lower in DETERMINERS or tokens[phrase.first].kind is Kind.WORD):
            yield tokens[phrase.head].lower
