"""Where a verb reports: who is its speaker, and on which side of it stands what is said."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from builder.annotate.statements.according import according
from builder.annotate.statements.complements import Shape, complement
from builder.annotate.statements.cues import GROUNDS, THOUGHTS, TOLD, Cue, Form, cue_at
from builder.annotate.statements.fitting import fits, is_speaker, surely_verb
from builder.annotate.statements.grammar import (
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
    is_person,
    is_place,
    is_proper,
    is_time,
)
from builder.annotate.statements.joint import joint_behind
from builder.annotate.statements.phrases import Phrase, phrase_with_name
from builder.annotate.statements.reading import Reading
from builder.annotate.statements.subjects import Subject, main_subject, subject_before
from builder.annotate.statements.surroundings import SHORT_INTRODUCTION, ends_quotation, follows_content, next_quotation
from builder.annotate.statements.tokens import Kind, Token

_BEFORE_GERUND = frozenset({",", "—", "by", "in", "and", "while", "after", "before", "for"})
_NEAR_NEGATION = 3
"""Tokens before "to" in which a negation is one of the verb there."""
_FLOATING = frozenset({"both", "all", "each"})
"""Determiners that may stand between a subject and its verb."""
_SURE = frozenset({Shape.QUOTATION, Shape.CLAUSE})
_BARE = frozenset({Shape.OBJECT, Shape.BARE_CLAUSE})


@dataclass(frozen=True, slots=True)
class _Place:
    """A cue in its unit with its surroundings."""

    tokens: Sequence[Token]
    cue: Cue
    verb: int
    subject: Subject
    previous: Phrase | None
    """The speaker of the cue before."""

    @property
    def behind(self) -> int:
        """Return the index behind the words of the cue."""
        return self.verb + 1 + len(self.cue.particles)

    def reading(self, speaker: Phrase, first: int, last: int, right: int | None, rule: str, *, left: bool) -> Reading:
        """Return a reading of this cue."""
        return Reading(self.cue, self.verb, speaker, first, last, right, left, rule, self.subject.negated)


def readings(tokens: Sequence[Token]) -> tuple[Reading, ...]:
    """Return all readings of a unit in order of their verbs."""
    found = [*according(tokens), *_of_verbs(tokens)]
    return tuple(sorted(found, key=lambda reading: reading.verb))


def _of_verbs(tokens: Sequence[Token]) -> Iterator[Reading]:
    """Yield a reading for each verb that reports."""
    taken = -1
    previous: Phrase | None = None
    for index in range(len(tokens)):
        cue = cue_at(tokens, index) if index > taken else None
        reading = _read(tokens, index, cue, previous) if cue else None
        if reading:
            yield reading
            taken = reading.last
            previous = reading.speaker


def _read(tokens: Sequence[Token], verb: int, cue: Cue, previous: Phrase | None) -> Reading | None:
    """Return the reading of a cue, or nothing where it reports nothing."""
    before = tokens[verb - 1].lower if verb else ""
    if before in DETERMINERS - _FLOATING or before == "'s" or (before == "to" and cue.form is not Form.BASE):
        return None
    subject = Subject(None, verb, shared=True) if before == "to" else subject_before(tokens, verb)
    if subject.passive and cue.form in (Form.PAST, Form.PARTICIPLE):
        return _passive(tokens, verb, cue, subject)
    if _is_denied_by(tokens, verb, cue):
        return None  # "a claim disputed by Taiwan": what stands before the verb does not speak
    place = _Place(tokens, cue, verb, subject, previous)
    return next((reading for rule in _RULES if (reading := rule(place))), None)


def _is_denied_by(tokens: Sequence[Token], verb: int, cue: Cue) -> bool:
    behind = verb + 1 + len(cue.particles)
    return cue.stance == "denies" and behind < len(tokens) and tokens[behind].lower == "by"


def _passive(tokens: Sequence[Token], verb: int, cue: Cue, subject: Subject) -> Reading | None:
    """Read what is denied by somebody: "The claims were dismissed by the mayor"."""
    denied = subject.phrase
    if denied is None or not _is_denied_by(tokens, verb, cue):
        return None
    speaker = phrase_with_name(tokens, verb + 2 + len(cue.particles))
    told = any(tokens[index].lower in TOLD for index in range(denied.first, denied.last + 1))
    if speaker is None or not (cue.plain or told):
        return None
    content = (denied.first, denied.last)
    return Reading(cue, verb, speaker, denied.first, speaker.last, None, False, "denied by", subject.negated, content)


def _gerund(place: _Place) -> Reading | None:
    """Read a form in -ing, which shares the subject of the clause before it unless it has its own."""
    if place.cue.form is not Form.GERUND or place.cue.ambiguous:
        return None
    shape, start = complement(place.tokens, place.behind, place.cue)
    if shape in (Shape.NOTHING, Shape.END, Shape.COMMA):
        return None
    speaker, first = _subject_of_gerund(place, shape)
    if speaker is None or (place.cue.human and not is_speaker(place.tokens, speaker)):
        return None
    return place.reading(speaker, first, start - 1, start, shape.value, left=False)


def _subject_of_gerund(place: _Place, shape: Shape) -> tuple[Phrase | None, int]:
    """Return who speaks in a form in -ing, and where the words for it begin."""
    tokens, verb, subject = place.tokens, place.verb, place.subject
    if not verb:
        return None, verb
    if not subject.passive and (subject.shared or tokens[verb - 1].lower in _BEFORE_GERUND):
        return place.previous or main_subject(tokens[:verb]), verb
    speaker = subject.phrase
    if speaker is None:
        return None, verb
    behind_with = [n + 1 for n in range(speaker.first, speaker.last) if tokens[n].lower == "with"]
    if behind_with:
        speaker = Phrase(behind_with[-1], speaker.last, speaker.last)
    if is_proper(tokens[speaker.head]):
        return speaker, speaker.first
    if shape not in _BARE:
        return (speaker if tokens[speaker.first].lower in DETERMINERS | PRONOUNS else None), speaker.first
    speaker = main_subject(tokens[:verb])
    at_place = is_place(tokens[verb - 1]) or (speaker is not None and is_place(tokens[speaker.head]))
    return (None if at_place else speaker), verb


def _infinitive(place: _Place) -> Reading | None:
    """Read "to say" with what is said in quotation marks or behind "that": the speaker is the sentence's."""
    tokens, verb = place.tokens, place.verb
    if not verb or tokens[verb - 1].lower != "to":
        return None
    speaker = place.previous or main_subject(tokens[:verb])
    shape, start = complement(tokens, place.behind, place.cue)
    went_on = verb > 1 and tokens[verb - 2].lower == "on" and shape is Shape.BARE_CLAUSE
    if speaker is None or place.cue.form is not Form.BASE or not (went_on or shape in _SURE):
        return None
    if shape is not Shape.QUOTATION and (_is_refused(tokens, verb - 1) or _is_of_noun(place)):
        return None
    return place.reading(speaker, verb, start - 1, start, shape.value, left=False)


def _is_of_noun(place: _Place) -> bool:
    """Say whether a thought belongs to the noun before it rather than to somebody: "no reason to think that …"."""
    before = place.tokens[place.verb - 2] if place.verb > 1 else None
    ground = before is not None and (before.quotation is not None or before.lower in GROUNDS)
    return ground and place.cue.base in THOUGHTS


def _is_refused(tokens: Sequence[Token], to: int) -> bool:
    """Say whether the verb before a "to" says that somebody does not, or does not want to: "did not want to say"."""
    cue = cue_at(tokens, to - 1) if to else None
    denied = cue is not None and cue.stance == "denies"
    return denied or any(token.lower in NEGATIONS for token in tokens[max(0, to - _NEAR_NEGATION) : to])


def _inverted(place: _Place) -> Reading | None:
    """Read a verb before its speaker: "…," said Ms. Brook."""
    tokens, verb, cue = place.tokens, place.verb, place.cue
    if place.subject.phrase or place.subject.shared or not cue.speech or cue.ambiguous or cue.form is Form.GERUND:
        return None
    speaker = phrase_with_name(tokens, place.behind)
    if speaker is None or not follows_content(tokens, verb):
        return None
    speaker = joint_behind(tokens, speaker)
    right = next_quotation(tokens, speaker.last + 1)
    return place.reading(speaker, verb, speaker.last, right, "verb before speaker", left=True)


def _tag(place: _Place) -> Reading | None:
    """Read a speaker and a verb behind what is said: "…," she told reporters."""
    speaker = _own_or_shared(place)
    first = place.subject.first
    if first and place.tokens[first - 1].lower == "as":
        first -= 1
    if speaker is None or not place.cue.speech or first < 1:
        return None
    shape, start = complement(place.tokens, place.behind, place.cue)
    if not follows_content(place.tokens, first, 1 if shape is Shape.COMMA else SHORT_INTRODUCTION):
        return None
    quoted = ends_quotation(place.tokens, first)
    if shape is Shape.QUOTATION and (quoted or place.tokens[start - 1].lower == ","):
        return place.reading(speaker, first, start - 1, start, "tag between quotations", left=True)
    if quoted:
        last = max(place.behind, start) - 1
        return place.reading(speaker, first, last, next_quotation(place.tokens, last + 1), "tag", left=True)
    if place.cue.ambiguous or shape not in (Shape.END, Shape.COMMA):
        return None
    if shape is Shape.COMMA:
        return place.reading(speaker, first, start - 1, start, "tag in the middle", left=True)
    return place.reading(speaker, first, start - 1, None, "tag", left=True)


def _forward(place: _Place) -> Reading | None:
    """Read a speaker and a verb before what is said."""
    speaker = _own_or_shared(place)
    if speaker is None:
        return None
    shape, start = complement(place.tokens, place.behind, place.cue)
    if shape is Shape.COMMA:
        shape, start = _past_comma(place, start)
    if shape in (Shape.NOTHING, Shape.END):
        return None
    if place.cue.ambiguous and shape in _BARE and not surely_verb(place.tokens, speaker):
        return None
    if place.cue.judges and (_is_naming(place.tokens, speaker, start) or _is_rung_up(place, start)):
        return None
    return place.reading(speaker, place.subject.first, start - 1, start, shape.value, left=False)


def _is_naming(tokens: Sequence[Token], subject: Phrase, start: int) -> bool:
    """Say whether a verb only gives the name of what stands before it: "a firm called Brook & Sons"."""
    unknown = tokens[subject.first].lower in ("a", "an") and tokens[subject.head].kind is Kind.WORD
    return unknown and is_proper(tokens[start])


def _is_rung_up(place: _Place, start: int) -> bool:
    """Say whether somebody is called on the telephone rather than something: "called Ms. Brook on Monday"."""
    rung = phrase_with_name(place.tokens, start) if place.cue.base == "call" else None
    if rung is None or not is_person(place.tokens[rung.last]):
        return False
    behind = place.tokens[rung.last + 1] if rung.last + 1 < len(place.tokens) else None
    return behind is None or behind.lower in PREPOSITIONS or is_adverb(behind) or is_time(behind)


def _past_comma(place: _Place, start: int) -> tuple[Shape, int]:
    """Return what follows a comma behind the verb: "she said, in tears, “…”" and "as she put it, …"."""
    first = place.subject.first
    if first and place.tokens[first - 1].lower == "as":
        return Shape.CLAUSE, start
    quotation = next_quotation(place.tokens, start) if place.cue.speech else None
    return (Shape.QUOTATION, quotation) if quotation else (Shape.NOTHING, start)


_RULES: tuple[Callable[[_Place], Reading | None], ...] = (_gerund, _infinitive, _inverted, _tag, _forward)


def _own_or_shared(place: _Place) -> Phrase | None:
    """Return the subject of a finite verb, its own or that of the verb before, if it can be a speaker."""
    speaker = place.subject.phrase
    if place.subject.shared and place.cue.form is not Form.BASE:
        speaker = place.previous or main_subject(place.tokens)
    finite = place.cue.form is not Form.GERUND
    return speaker if finite and speaker and fits(place.tokens, place.cue, speaker) else None
