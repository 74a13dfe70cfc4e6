"""The verbs that report what somebody says or thinks, in all their forms."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from builder.annotate import wordlists
from builder.annotate.statements.tokens import Kind, Token

_LISTS = wordlists.of_language(wordlists.ENGLISH, "cues")
_FRAMES = ("clause", "marked", "addressee", "infinitive", "object infinitive", "object")
_STANCES = ("denies", "doubts", "expects", "unknown")
_VOWELS = frozenset("aeiou")


class Form(StrEnum):
    """A form of a verb; ``past`` serves as participle too where both are the same."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a verb that reports, with the words behind it that belong to it."""

    base: str
    """The basic form, such as ``call for``."""
    form: Form
    frames: frozenset[str]
    """How what is said can follow: the names of the first sections of ``cues.txt``."""
    particles: tuple[str, ...]
    """The words that must follow."""
    stance: str
    """asserts, denies, doubts, expects or unknown."""
    ambiguous: bool
    """Whether the form is a noun or part of a name as often as a verb."""
    human: bool
    """Whether only a person, an organisation or a pronoun can be its speaker."""
    opinion: bool = False
    """Whether not to do it means to hold the contrary ("does not believe")."""
    plain: bool = False
    """Whether it denies whatever is named behind it, be it a single noun ("denied wrongdoing")."""
    judges: bool = False
    """Whether it says what something is, so that to call what others say false is to deny it."""

    @property
    def speech(self) -> bool:
        """Return whether a whole clause can be what is said."""
        return not self.frames.isdisjoint(("clause", "addressee"))


def cue_at(tokens: Sequence[Token], index: int) -> Cue | None:
    """Return the cue whose first word stands at an index; of several the one with most words."""
    token = tokens[index]
    if token.kind is not Kind.WORD or (token.text[0].isupper() and index and not token.text.isupper()):
        return None
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if f"{token.lower} {following}" in _COMPOUNDS:
        return None
    for cue in _CUES.get(token.lower, ()):
        behind = tokens[index + 1 : index + 1 + len(cue.particles)]
        if tuple(word.lower for word in behind) == cue.particles:
            return cue
    return None


def _inflect(entry: str) -> tuple[str, ...]:
    """Return basic form, present, past, participle and gerund of an entry of the list."""
    forms = tuple(entry.split("/"))
    if len(forms) > 1:
        return forms
    verb, _, rest = entry.partition(" ")
    tail = f" {rest}" if rest else ""
    past = _past(verb)
    gerund = (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"
    return tuple(word + tail for word in (verb, _present(verb), past, past, gerund))


def _present(verb: str) -> str:
    """Return the third person of a regular verb."""
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _past(verb: str) -> str:
    """Return the past of a regular verb."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + "ed"


def _sections(names: Sequence[str]) -> dict[str, list[str]]:
    """Return for each verb the sections it stands in."""
    found: dict[str, list[str]] = {}
    for name in names:
        for entry in _LISTS[name]:
            found.setdefault(entry.partition("/")[0], []).append(name)
    return found


def _cues() -> Iterator[tuple[str, Cue]]:
    """Yield each form of each verb with its first word."""
    forms = {entry.partition("/")[0]: _inflect(entry) for name in reversed(_FRAMES) for entry in _LISTS[name]}
    frames = _sections(_FRAMES)
    stances = _sections(_STANCES)
    names = ("ambiguous", "human", "never", "opinion", "plainly denies", "judges")
    ambiguous, human, never, opinion, plain, judges = (frozenset(_LISTS[name]) for name in names)
    for base, words in forms.items():
        for form, text in zip(Form, words, strict=True):
            first, *particles = text.split()
            if not particles and first in never:
                continue
            cue = Cue(
                base,
                Form.PAST if form is Form.BASE and text == words[2] else form,
                frozenset(frames[base]),
                tuple(particles),
                stances.get(base, ["asserts"])[0],
                not particles and first in ambiguous,
                base in human,
                base in opinion,
                base in plain,
                base in judges,
            )
            yield first, cue


def _by_first_word() -> Mapping[str, tuple[Cue, ...]]:
    """Return all cues by their first word, those with more words before those with fewer."""
    found: dict[str, dict[tuple[str, ...], Cue]] = {}
    for first, cue in _cues():
        found.setdefault(first, {}).setdefault(cue.particles, cue)
    return {first: tuple(sorted(cues.values(), key=_fewest_last)) for first, cues in found.items()}


def _fewest_last(cue: Cue) -> int:
    return -len(cue.particles)


_CUES = _by_first_word()

_COMPOUNDS = frozenset(_LISTS["compounds"])
TOLD = frozenset(_LISTS["told"])
"""What others say, and pronouns for it."""
THOUGHTS = frozenset(_LISTS["thoughts"])
"""Verbs of thinking that may belong to a noun before "to"."""
GROUNDS = frozenset(_LISTS["grounds"])
"""These nouns."""
TAKES_IN = frozenset(_LISTS["takes in"])
"""Verbs that do something to a number of people."""
INVITATIONS = frozenset(_LISTS["asks to speak"])
"""What reporters send."""
INVITED = frozenset(_LISTS["asked for"])
"""What they ask for."""
SHOWN = frozenset(_LISTS["shown"])
"""What records do."""
WISHES = frozenset(_LISTS["wishes"])
"""Verbs that, negated, deny nothing."""
FALSE = frozenset(_LISTS["false"])
"""What those call it who deny it."""

SURE_FORMS = frozenset(first for first, cues in _CUES.items() if not all(cue.ambiguous for cue in cues))
"""First words of cues that are hardly ever nouns."""
