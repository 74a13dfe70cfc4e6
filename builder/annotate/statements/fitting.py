"""Whether a noun phrase can be the speaker of a verb."""

from collections.abc import Sequence

from builder.annotate import wordlists
from builder.annotate.statements.cues import Cue, Form
from builder.annotate.statements.grammar import DETERMINERS, PLURALS, PRONOUNS, is_person, is_place, is_proper
from builder.annotate.statements.phrases import Phrase
from builder.annotate.statements.tokens import Kind, Token

_PERSONAL = frozenset({"he", "she", "they", "we", "i", "who"})
_PEOPLE = wordlists.of_language(wordlists.ENGLISH, "people")
_GROUPS = frozenset((*_PEOPLE["groups"], *_PEOPLE["persons"]))
_NOBODY = frozenset({"no", "none", "nobody", "neither"})
"""First words of a subject that says nothing."""


def fits(tokens: Sequence[Token], cue: Cue, speaker: Phrase) -> bool:
    """Say whether a phrase can be the speaker of a cue."""
    head = tokens[speaker.head]
    if speaker.first == speaker.last and not _stands_alone(head):
        return False
    if tokens[speaker.first].lower in _NOBODY or (cue.form is Form.BASE and head.lower in ("you", "i", "we")):
        return False
    if cue.human and not is_speaker(tokens, speaker):
        return False
    if not _is_whole(tokens, speaker) or (cue.ambiguous and _is_object(tokens, speaker)):
        return False
    if not cue.ambiguous:
        return True
    if cue.form is Form.BASE and _is_one(tokens, cue, speaker):
        return False
    if surely_verb(tokens, speaker):
        return True
    opens = tokens[speaker.first].lower in DETERMINERS or is_proper(tokens[speaker.first]) or cue.form is Form.PAST
    return opens and speaker.last > speaker.first and head.lower.endswith("s") == (cue.form is Form.BASE)


def _is_one(tokens: Sequence[Token], cue: Cue, speaker: Phrase) -> bool:
    """Say whether a person or place stands right before a verb without the -s that it calls for: "the Brook plan"."""
    head = tokens[speaker.head]
    follows = speaker.last + 1 < len(tokens) and tokens[speaker.last + 1].lower == cue.base.partition(" ")[0]
    return follows and not speaker.joint and (is_person(head) or (is_place(head) and not head.text.endswith("s")))


def _is_whole(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Say whether a phrase of several words begins as one does: a single thing or person has a determiner or a name."""
    words = tokens[phrase.first : phrase.head + 1]
    return len(words) == 1 or words[0].lower in DETERMINERS or any(map(_stands_alone, words))


def _is_object(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Say whether a verb right before a phrase has it as its object: "disputed Republican claims"."""
    before = tokens[phrase.first - 1] if phrase.first and tokens[phrase.first].lower not in PRONOUNS else None
    return before is not None and before.kind is Kind.WORD and before.text.islower() and before.lower.endswith("ed")


def _stands_alone(word: Token) -> bool:
    """Say whether a word can be a subject without a determiner: a name, a pronoun, a figure or a plural."""
    return is_proper(word) or word.text[0].isdigit() or word.lower in PRONOUNS | PLURALS or word.lower.endswith("s")


def surely_verb(tokens: Sequence[Token], speaker: Phrase) -> bool:
    """Say whether a word behind this phrase is a verb rather than the phrase's last noun."""
    last = tokens[speaker.last]
    return last.lower in PRONOUNS or is_proper(last)


def is_speaker(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Say whether a phrase is a person, an organisation, a word for one or many or a pronoun."""
    head = tokens[phrase.head]
    return is_proper(head) or head.lower in _PERSONAL or head.lower in _GROUPS
