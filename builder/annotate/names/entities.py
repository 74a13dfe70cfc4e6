"""Which mentions of an article name one thing: full names, their short forms, acronyms, and who a surname alone is."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from builder.annotate.names.lists import lists
from builder.annotate.names.mentions import Mention
from builder.annotate.names.people import first_names, person_key, short_forms
from builder.annotate.names.short_bodies import short_body
from builder.annotate.names.spelling import key, name_of, sound
from builder.annotate.span import Label

_BRACKETS = re.compile(r" ?[(\[] ?\Z")
_SONS = ("Jr", "Jr.", "II", "III", "IV")
"""Endings of names whose surname alone rather means the father where the article names him too."""
_SMALL = frozenset({"of", "the", "and", "for", "&", "in", "on"})


@dataclass(frozen=True, slots=True)
class Identity:
    """What a mention names."""

    label: Label
    key: str
    """As :func:`builder.annotate.names.spelling.key` gives it for the full name."""
    name: str
    """The full name as this article or the lists write it."""
    reason: str = ""
    """Why a short form is taken for the full name; empty where the mention is the name itself."""
    open: bool = False
    """Whether the mention is a short form whose full name the article does not give."""


def identify(text: str, found: Sequence[Mention]) -> tuple[Identity, ...]:
    """Return what each mention of an article names, by the article alone.

    A surname goes to the one person of the article who has it; among several, to the one named nearest before.
    """
    people = _people(found, short_forms)
    friends = _people(found, first_names)
    acronyms = _acronyms(text, found)
    nearest: dict[str, Mention] = {}
    bodies: dict[str, Mention] = {}
    companies = _companies(found)
    result: list[Identity] = []
    for mention in found:
        if mention.label is Label.PERSON:
            identity = _person(mention, people, friends, nearest)
        else:
            known = acronyms.get((mention.label, mention.text))
            identity = known or _short_of(mention, companies) or _body(mention, bodies)
        result.append(identity)
    return tuple(result)


def _companies(found: Sequence[Mention]) -> dict[str, Mention]:
    """Return the companies that an article names in full, by the first word of each where no other begins so."""
    known = lists()
    holders: dict[str, dict[str, Mention]] = {}
    for mention in found:
        first, _, rest = mention.text.partition(" ")
        full = mention.label is Label.ORG and rest.rpartition(" ")[2] in known.section("legal forms")
        if full and (own := key(Label.ORG, mention.text)) != key(Label.ORG, first):
            holders.setdefault(first, {})[own] = mention
    return {first: next(iter(full.values())) for first, full in holders.items() if len(full) == 1}


def _short_of(mention: Mention, companies: Mapping[str, Mention]) -> Identity | None:
    """Return the company that the first word of its name alone stands for: ``Larch`` of ``Larch Mills Ltd``."""
    full = companies.get(mention.text) if mention.label is Label.ORG else None
    return _explained(full, "short for") if full else None


def _body(mention: Mention, nearest: dict[str, Mention]) -> Identity:
    """Return what a mention of a place or organisation is, and remember a body's full name for its short form."""
    full = nearest.get(mention.text) if mention.label is Label.ORG else None
    if full is not None:
        return _explained(full, "short for")
    if mention.label is Label.ORG and (short := short_body(mention.text.split(" "))):
        nearest[short] = mention
    return _itself(mention)


def _itself(mention: Mention) -> Identity:
    return Identity(mention.label, key(mention.label, mention.text), name_of(mention.label, mention.text))


def _people(found: Sequence[Mention], forms_of: Callable[[str], tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the full names that each short form may stand for."""
    holders: dict[str, dict[str, None]] = {}
    for mention in found:
        if mention.label is Label.PERSON:
            for form in forms_of(mention.text):
                holders.setdefault(form, {})[mention.text] = None
    return {form: _distinct(name for name in names if sound(name) not in holders) for form, names in holders.items()}


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Return full names that are not spellings of one another; the first of each stays."""
    return tuple({person_key(name): name for name in reversed(tuple(names))}.values())[::-1]


def _person(
    mention: Mention,
    people: dict[str, tuple[str, ...]],
    friends: dict[str, tuple[str, ...]],
    nearest: dict[str, Mention],
) -> Identity:
    """Return who a mention of a person is, and remember it as the nearest of its surname."""
    form = sound(mention.text)
    holders = people.get(form, ())
    forms = short_forms(mention.text)
    if forms and not holders:
        for short in forms:
            if len(people.get(short, ())) < 2 or not mention.text.endswith(_SONS):
                nearest[short] = mention
        return Identity(Label.PERSON, person_key(mention.text), mention.text)
    if len(holders) == 1:
        return Identity(Label.PERSON, person_key(holders[0]), holders[0], f"surname of {holders[0]} in this article")
    if holders and form in nearest:
        name = nearest[form].text
        return Identity(Label.PERSON, person_key(name), name, f"{name} is the nearest of this surname before")
    named = friends.get(form, ())
    if len(named) == 1:
        return Identity(Label.PERSON, person_key(named[0]), named[0], f"first name of {named[0]} in this article")
    return Identity(Label.PERSON, form, mention.text, open=True)


def _acronyms(text: str, found: Sequence[Mention]) -> dict[tuple[Label, str], Identity]:
    """Return the acronyms that the article explains: in brackets behind the full name, or by its initials."""
    explained: dict[tuple[Label, str], Identity] = {}
    full = {initials(mention.text): mention for mention in found if mention.label is Label.ORG}
    for previous, mention in zip((None, *found), found, strict=False):
        if mention.label is not Label.ORG or not mention.text.isupper() or " " in mention.text:
            continue
        at = (Label.ORG, mention.text)
        if at in explained or mention.text in lists().organisations:
            continue
        bracketed = previous is not None and _BRACKETS.search(text[previous.end : mention.start]) is not None
        if previous is not None and bracketed and " " in previous.text and previous.label is Label.ORG:
            if previous.end + 3 > mention.start and previous.text[0] == mention.text[0]:
                explained[at] = _explained(previous, "in brackets behind")
        elif len(mention.text) > 2 and mention.text in full:
            explained[at] = _explained(full[mention.text], "initials of")
    return explained


def _explained(full: Mention, how: str) -> Identity:
    identity = _itself(full)
    return Identity(Label.ORG, identity.key, identity.name, f"{how} {identity.name}")


def initials(name: str) -> str:
    """Return the initials of a name of several words, small words left out; empty for a single word."""
    words = [word for word in name.split(" ") if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 else ""
