"""Where a unit attributes something to somebody: the cue, the speaker and where what is said begins and ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.annotate.statements.cues import Cue, Form, cue_at
from builder.annotate.statements.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    NOMINATIVE,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
    TIME_NOUNS,
    is_adverb,
    is_nominal,
    is_proper,
    is_time,
)
from builder.annotate.statements.phrases import Phrase, Subject, main_subject, phrase_starting, subject_before
from builder.annotate.statements.tokens import Kind, Token, Unit

_SHORT_INTRODUCTION = 3
"""Tokens that may stand before "according to" without being what is said ("But, according to")."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A part of a unit that says who said something, and the parts that say what."""

    speaker: Phrase | None
    """``None`` where the unit does not tell."""
    verb: str
    """As it stands."""
    stance: str
    first: int
    """Index of the first token that belongs to the attribution, not to what is said."""
    last: int
    """Index of the last one."""
    content: tuple[tuple[int, int], ...]
    """First and last token of each part of what is said."""
    rule: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """A cue in its unit before the parts of what is said are cut."""

    cue: Cue
    verb: int
    subject: Subject
    speaker: Phrase | None
    first: int
    last: int
    right: int | None
    """Where what is said begins behind the verb."""
    left: bool
    """Whether what is said stands before the speaker."""
    rule: str


def attributions(unit: Unit) -> tuple[Attribution, ...]:
    """Return the attributions of a unit in order of their cues."""
    tokens = unit.tokens
    readings = [*_according(tokens), *_cue_readings(tokens)]
    readings.sort(key=lambda reading: reading.verb)
    return tuple(_cut(tokens, readings))


def _cue_readings(tokens: Sequence[Token]) -> Iterator[_Reading]:
    """Yield a reading for each verb that reports."""
    taken = -1
    previous: Phrase | None = None
    for index in range(len(tokens)):
        if index <= taken:
            continue
        cue = cue_at(tokens, index)
        reading = _read(tokens, index, cue, previous) if cue else None
        if reading:
            yield reading
            taken = reading.last
            previous = reading.speaker or previous


def _read(tokens: Sequence[Token], verb: int, cue: Cue, previous: Phrase | None) -> _Reading | None:
    """Return the reading of a cue, or nothing where it reports nothing."""
    behind = verb + 1 + len(cue.particles)
    before = tokens[verb - 1] if verb else None
    if before is not None and before.lower in DETERMINERS | {"to", "'s"}:
        return None
    subject = subject_before(tokens, verb)
    if cue.form is Form.GERUND:
        return _gerund(tokens, verb, cue, subject, previous)
    if subject.passive and cue.form in (Form.PAST, Form.PARTICIPLE):
        return None
    if subject.phrase is None and not subject.shared:
        return _inverted(tokens, verb, cue, behind)
    speaker = subject.phrase
    if subject.shared:
        if cue.form is Form.BASE:
            return None
        speaker = previous or main_subject(tokens)
    if speaker is None or not _fits(tokens, cue, speaker):
        return None
    rule, start = _complement(tokens, behind, cue)
    first = subject.first
    if rule == "tag":
        if cue.ambiguous or "clause" not in cue.frames or not _follows_content(tokens, first):
            return None
        return _Reading(cue, verb, subject, speaker, first, start - 1, None, True, "tag")
    if rule == "middle":
        if "clause" not in cue.frames or not _follows_content(tokens, first):
            return None
        return _Reading(cue, verb, subject, speaker, first, start - 1, start, True, "tag in the middle")
    if (
        rule == "quotation"
        and _follows_content(tokens, first)
        and "clause" in cue.frames
        and tokens[start - 1].lower == ","
    ):
        return _Reading(cue, verb, subject, speaker, first, start - 1, start, True, "tag between quotations")
    if rule and not (cue.ambiguous and rule in ("bare clause", "object") and not _surely_verb(tokens, speaker)):
        return _Reading(cue, verb, subject, speaker, first, start - 1, start, False, rule)
    return None


def _surely_verb(tokens: Sequence[Token], speaker: Phrase) -> bool:
    """Say whether a word behind this phrase is a verb rather than the phrase's last noun."""
    head = tokens[speaker.last]
    return head.kind is Kind.NAME or head.lower in PRONOUNS or is_proper(head)


def _gerund(tokens: Sequence[Token], verb: int, cue: Cue, subject: Subject, previous: Phrase | None) -> _Reading | None:
    """Return the reading of a form in -ing, which shares the subject of the clause before it."""
    before = tokens[verb - 1].lower if verb else ","
    if subject.passive:
        speaker = subject.phrase
        first = subject.first
    elif before == "," or before in ("by", "in", "and", "while", "—", "after", "before", "for") or subject.shared:
        speaker = previous or main_subject(tokens[:verb]) if verb else None
        first = verb
    else:
        speaker, first = subject.phrase, subject.first
        if speaker is None or not is_proper(tokens[speaker.head]):
            return None
    if speaker is None:
        return None
    if cue.human and not _is_speaker(tokens, speaker):
        return None
    rule, start = _complement(tokens, verb + 1 + len(cue.particles), cue)
    if not rule or rule in ("tag", "middle") or cue.ambiguous:
        return None
    return _Reading(cue, verb, subject, speaker, first, start - 1, start, False, rule)


def _inverted(tokens: Sequence[Token], verb: int, cue: Cue, behind: int) -> _Reading | None:
    """Return the reading of a verb before its speaker: "…," said Ms. Brook."""
    if "clause" not in cue.frames or cue.ambiguous or not verb or not _follows_content(tokens, verb):
        return None
    speaker = phrase_starting(tokens, behind)
    if speaker is None:
        return None
    following = range(speaker.last + 1, len(tokens))
    right = next((index for index in following if tokens[index].kind is Kind.QUOTATION), None)
    last = (right or len(tokens)) - 1
    subject = Subject(speaker, verb)
    return _Reading(cue, verb, subject, speaker, verb, last, right, True, "verb before speaker")


def _is_speaker(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Say whether a phrase is a person, an organisation or a pronoun for one."""
    head = tokens[phrase.head]
    return head.kind is Kind.NAME or is_proper(head) or head.lower in ("he", "she", "they", "we", "i", "who")


def _fits(tokens: Sequence[Token], cue: Cue, speaker: Phrase) -> bool:
    """Say whether a phrase can be the speaker of a cue."""
    head = tokens[speaker.head]
    if head.lower in ("you", "i", "we") and cue.form is Form.BASE:
        return False
    if cue.human and not _is_speaker(tokens, speaker):
        return False
    if cue.ambiguous and not _surely_verb(tokens, speaker):
        determined = tokens[speaker.first].lower in DETERMINERS or is_proper(tokens[speaker.first])
        return (
            (determined or cue.form is Form.PAST)
            and speaker.last > speaker.first
            and head.lower.endswith("s") == (cue.form is Form.BASE)
        )
    return True


def _follows_content(tokens: Sequence[Token], first: int) -> bool:
    """Say whether what stands before an index can be what is said: a quotation, or a clause and a comma."""
    if first < 1:
        return False
    before = tokens[first - 1]
    if before.kind is Kind.QUOTATION:
        return True
    return before.lower in (",", "—") and first >= 4


def _complement(tokens: Sequence[Token], index: int, cue: Cue) -> tuple[str, int]:
    """Return how what is said follows the verb, and the index at which it begins; "" where nothing is said."""
    if "addressee" in cue.frames:
        index = _past_addressee(tokens, index)
    index = _past_adjuncts(tokens, index)
    if index >= len(tokens):
        return "tag", index
    token = tokens[index]
    if token.kind is Kind.QUOTATION:
        return "quotation", index
    if token.lower in (",", ":"):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following is None:
            return "tag", index
        if following.kind is Kind.QUOTATION:
            return "quotation", index + 1
        if token.lower == ":":
            return ("clause", index + 1) if "clause" in cue.frames else ("", index)
        return "middle", index + 1
    if token.lower == "that" and ("clause" in cue.frames or "addressee" in cue.frames):
        return "clause", index + 1
    if token.lower == "to":
        return _infinitive(tokens, index, cue)
    if token.lower in QUESTION_WORDS and cue.frames & {"clause", "addressee"}:
        return "question", index
    if "object infinitive" in cue.frames and (found := _object_infinitive(tokens, index)):
        return found
    return _bare(tokens, index, cue)


def _infinitive(tokens: Sequence[Token], index: int, cue: Cue) -> tuple[str, int]:
    """Return the complement that begins with "to"."""
    allowed = cue.frames & {"infinitive", "object infinitive"}
    return ("infinitive", index) if allowed and index + 1 < len(tokens) else ("", index)


def _object_infinitive(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """Return the complement "somebody to do something", if it stands here."""
    phrase = phrase_starting(tokens, index)
    if phrase and phrase.last + 2 < len(tokens) and tokens[phrase.last + 1].lower == "to":
        return "object infinitive", index
    return None


def _bare(tokens: Sequence[Token], index: int, cue: Cue) -> tuple[str, int]:
    """Return a complement without an introducing word: a clause or a noun phrase."""
    token = tokens[index]
    starts = token.lower in DETERMINERS | NOMINATIVE | PRONOUNS or is_nominal(token) or is_proper(token)
    if not starts or is_time(token):
        return "", index
    if "object" in cue.frames:
        return "object", index
    if "clause" in cue.frames and len(tokens) - index >= 3:
        return "bare clause", index
    return "", index


def _past_addressee(tokens: Sequence[Token], index: int) -> int:
    """Return the index behind somebody who is told something."""
    if index >= len(tokens) or tokens[index].kind is Kind.QUOTATION:
        return index
    if tokens[index].kind is Kind.NAME or tokens[index].lower in PRONOUNS:
        index += 1
        while index < len(tokens) and (tokens[index].lower == "'s" or is_proper(tokens[index])):
            index += 1
        return index
    phrase = phrase_starting(tokens, index)
    if not phrase:
        return index
    for step in range(phrase.first + 1, phrase.last + 1):
        if tokens[step].lower in DETERMINERS:
            return step
    return phrase.last + 1


def _past_adjuncts(tokens: Sequence[Token], index: int) -> int:
    """Return the index behind when, where and how something was said."""
    while index < len(tokens):
        token = tokens[index]
        if is_time(token) or is_adverb(token) or (token.lower.isdigit() and index and is_time(tokens[index - 1])):
            index += 1
        elif (
            token.lower in ("this", "last", "next", "that", "earlier")
            and index + 1 < len(tokens)
            and tokens[index + 1].lower in TIME_NOUNS
        ):
            index += 2
        elif (token.lower in PREPOSITIONS and token.lower not in ("to", "as", "about", "of", "for")) or (
            token.lower == "to" and index + 1 < len(tokens) and tokens[index + 1].kind is Kind.NAME
        ):
            index = _past_prepositional(tokens, index + 1)
        elif token.lower in ("traveling", "travelling", "speaking", "gathered"):
            index = _past_prepositional(tokens, index + 2)
        else:
            return index
    return index


def _past_prepositional(tokens: Sequence[Token], index: int) -> int:
    """Return the index behind the noun phrase after a preposition."""
    begun = False
    while index < len(tokens):
        token = tokens[index]
        if token.kind is Kind.QUOTATION or token.lower in NOMINATIVE | {"that"}:
            return index
        if token.lower in DETERMINERS:
            if begun:
                return index
        elif token.lower == "'s":
            begun = False
        elif token.lower in ("of", "with", "for", "at", "in", "on", "by", "to", "from"):
            begun = False
            index += 1
            continue
        elif not is_nominal(token) or (
            begun
            and token.kind is Kind.NAME
            and tokens[index - 1].kind is not Kind.NAME
            and tokens[index - 1].text.islower()
        ):
            return index
        begun = begun or is_nominal(token)
        index += 1
    return index


_ACCORDING = Cue("according to", Form.BASE, frozenset({"clause"}), ("to",), "asserts", False, False)


def _according(tokens: Sequence[Token]) -> Iterator[_Reading]:
    """Yield a reading for each "according to"."""
    for index in range(len(tokens) - 2):
        if tokens[index].lower == "according" and tokens[index + 1].lower == "to":
            speaker = phrase_starting(tokens, index + 2)
            if speaker:
                yield _source(tokens, index, speaker)


def _source(tokens: Sequence[Token], index: int, speaker: Phrase) -> _Reading:
    """Return the reading of "according to": what is said stands before it or, where it comes first, behind."""
    last = speaker.last
    while last + 1 < len(tokens) and tokens[last + 1].lower != "," and tokens[last + 1].kind is not Kind.QUOTATION:
        last += 1
    right = last + 1
    subject = Subject(speaker, index)
    if index > _SHORT_INTRODUCTION or right >= len(tokens):
        return _Reading(_ACCORDING, index, subject, speaker, index, last, None, index > 0, "according to")
    return _Reading(_ACCORDING, index, subject, speaker, index, last, right, False, "according to")


def _cut(tokens: Sequence[Token], readings: Sequence[_Reading]) -> Iterator[Attribution]:
    """Yield the attributions of a unit, what is said cut where the next attribution takes over."""
    for number, reading in enumerate(readings):
        parts: list[tuple[int, int]] = []
        if reading.left:
            part = _trim(tokens, _floor(readings[:number], reading), reading.first - 1)
            if part:
                parts.append(part)
        if reading.right is not None:
            part = _trim(tokens, reading.right, _end(tokens, reading.right, readings[number + 1 :]))
            if part:
                parts.append(part)
        if parts:
            words = tokens[reading.verb : reading.verb + 1 + len(reading.cue.particles)]
            verb = " ".join(token.text for token in words)
            yield Attribution(
                reading.speaker, verb, _stance(reading), reading.first, reading.last, tuple(parts), reading.rule
            )


def _floor(earlier: Sequence[_Reading], reading: _Reading) -> int:
    """Return where what is said before its speaker begins: behind an earlier speaker who has said his part."""
    if reading.rule == "according to" or not earlier or earlier[-1].left:
        return max((other.last + 1 for other in earlier if other.left and other.last < reading.first), default=0)
    return max((other.last + 1 for other in earlier if other.last < reading.first), default=0)


def _stance(reading: _Reading) -> str:
    """Return how the speaker stands to what is said."""
    if reading.rule == "question":
        return "unknown"
    if reading.subject.negated:
        return {"asserts": "denies", "denies": "asserts", "expects": "doubts"}.get(reading.cue.stance, "unknown")
    return reading.cue.stance


def _end(tokens: Sequence[Token], start: int, later: Sequence[_Reading]) -> int:
    """Return the last token of what begins at an index: up to the next attribution of the same rank."""
    for reading in later:
        if reading.first <= start + 1:
            continue
        before = tokens[reading.first - 1]
        if reading.rule in ("tag", "tag in the middle", "tag between quotations", "verb before speaker"):
            return reading.first - 1
        if reading.rule == "according to" and before.lower == ",":
            return reading.first - 1
        if (
            before.lower in (",", ";", "—")
            or before.lower in CONJUNCTIONS
            or tokens[reading.first].lower in CONJUNCTIONS
        ):
            return reading.first - 1
    return len(tokens) - 1


def _trim(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Return the range without marks and joining words at its ends, if words are left."""
    while first <= last and (tokens[first].kind is Kind.MARK or tokens[first].lower in ("and", "but", "that")):
        first += 1
    while last >= first and (tokens[last].kind is Kind.MARK or tokens[last].lower in CONJUNCTIONS):
        last -= 1
    return (first, last) if first <= last else None
