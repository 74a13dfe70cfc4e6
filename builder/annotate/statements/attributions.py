"""What a unit attributes to whom: the readings of its verbs with what is said cut to size."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.annotate.statements.complements import Shape
from builder.annotate.statements.cues import FALSE, TOLD, WISHES, cue_at
from builder.annotate.statements.grammar import CONJUNCTIONS, is_adverb
from builder.annotate.statements.phrases import Phrase
from builder.annotate.statements.reading import Reading
from builder.annotate.statements.readings import readings
from builder.annotate.statements.surroundings import (
    behind_quotation,
    introduces,
    opens_clause,
    opens_contrary,
    opens_quotation,
)
from builder.annotate.statements.tokens import Kind, Token, Unit

_NEGATED = {"doubts": "asserts", "expects": "doubts"}
"""The stance of a negated verb; of others, who did not say or deny a thing did not say the contrary."""
_WITHOUT_CLAUSE = frozenset({Shape.INFINITIVE, Shape.OBJECT, Shape.OBJECT_INFINITIVE})
"""Ways of reporting that a quotation behind a comma ends, or "and" with a clause."""
_LONGEST_TOLD = 6
"""Words in which what others say is named: "the recent reports of" it."""
_TAKES_OVER = frozenset({",", ";", "—"}) | CONJUNCTIONS


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is reported to have said what in a unit, and how."""

    speaker: Phrase
    verb: str
    """As it stands."""
    stance: str
    """asserts, denies, doubts, expects or unknown."""
    content: tuple[tuple[int, int], ...]
    """First and last token of each part of what is said."""
    rule: str
    plain: bool
    """Whether a single noun is enough to be what is said."""


def attributions(unit: Unit) -> tuple[Attribution, ...]:
    """Return the attributions of a unit in order of their verbs."""
    found = readings(unit.tokens)
    return tuple(_attributions(unit.tokens, found))


def _attributions(tokens: Sequence[Token], found: Sequence[Reading]) -> Iterator[Attribution]:
    """Yield the attributions of readings that leave something said."""
    for number, reading in enumerate(found):
        ranges = (_left(tokens, reading, found[:number]), _right(tokens, reading, found[number + 1 :]))
        if reading.content:
            ranges = (reading.content, None)
        content = tuple(part for bounds in ranges if bounds and (part := _trim(tokens, *bounds)))
        if content:
            words = tokens[reading.verb : reading.verb + 1 + len(reading.cue.particles)]
            verb = " ".join(token.text for token in words)
            stance = "denies" if reading.cue.judges and _calls_false(tokens, *content[-1]) else _stance(tokens, reading)
            yield Attribution(reading.speaker, verb, stance, content, reading.rule, reading.cue.plain)


def _stance(tokens: Sequence[Token], reading: Reading) -> str:
    """Return how the speaker stands to what is said."""
    cue = reading.cue
    if reading.rule == Shape.QUESTION or (reading.negated and cue.base in WISHES):
        return "unknown"
    if (reading.negated or cue.stance == "denies") and _would_speak(tokens, reading):
        return "unknown"
    if reading.negated:
        return "denies" if cue.opinion else _NEGATED.get(cue.stance, "unknown")
    if reading.rule in (Shape.INFINITIVE, Shape.OBJECT_INFINITIVE) and cue.stance == "unknown":
        return "asserts"  # to ask somebody to do something is no question
    return cue.stance


def _would_speak(tokens: Sequence[Token], reading: Reading) -> bool:
    """Say whether what is told is to say something, which not to do denies nothing: "does not plan to deny it"."""
    verb = reading.right + 1 if reading.rule == Shape.INFINITIVE and reading.right is not None else len(tokens)
    while verb < len(tokens) and is_adverb(tokens[verb]):
        verb += 1
    return verb < len(tokens) and cue_at(tokens, verb) is not None


def _calls_false(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether what somebody says of something is that it is false, and it is what others say."""
    words = [word.strip(",.!?").lower() for token in tokens[first : last + 1] for word in token.text.split()]
    return not TOLD.isdisjoint(words[:_LONGEST_TOLD]) and not FALSE.isdisjoint(words[1:])


def _left(tokens: Sequence[Token], reading: Reading, earlier: Sequence[Reading]) -> tuple[int, int] | None:
    """Return the range of what is said before its speaker: behind an earlier speaker who has said his part."""
    if not reading.left:
        return None
    nested = reading.rule == "according to" or not earlier or earlier[-1].left
    done = (other for other in earlier if other.left or not nested)
    first = max((other.last + 1 for other in done if other.last < reading.first), default=0)
    last = behind_quotation(tokens, first, reading.first - 1)
    if tokens[last].kind is Kind.QUOTATION:
        return (last, last) if first < last and introduces(tokens, first, last) else (first, last)
    return None if reading.right is not None and introduces(tokens, first, last) else (first, last)


def _right(tokens: Sequence[Token], reading: Reading, later: Sequence[Reading]) -> tuple[int, int] | None:
    """Return the range of what is said behind its verb: up to the next attribution of the same rank."""
    start = reading.right
    if start is None:
        return None
    if reading.left and tokens[start].kind is Kind.QUOTATION:
        taken = bool(later) and later[0].first < start
        return None if taken else (start, start)
    end = next((other.first for other in later if other.first > start + 1 and _takes_over(tokens, other)), len(tokens))
    outer = (other.verb for other in later if other.first <= reading.first and not other.left)
    end = min(end, next((verb for verb in outer if verb > start and tokens[verb - 1].lower == ","), end))
    if _in_relative_clause(tokens, reading):
        end = next((index for index in range(start + 1, end) if tokens[index].lower == ","), end)
    end = next((index for index in range(start + 1, end) if opens_contrary(tokens, index)), end)
    if reading.rule in _WITHOUT_CLAUSE:
        limits = (opens_quotation, opens_clause)
        end = next((index for index in range(start + 1, end) if any(at(tokens, index) for at in limits)), end)
    return start, end - 1


def _in_relative_clause(tokens: Sequence[Token], reading: Reading) -> bool:
    """Say whether a verb stands in a clause between commas: "Ada Brook, who denies the charges, left"."""
    behind = reading.speaker.last + 1
    return behind + 1 < reading.verb and tokens[behind].lower == "," and tokens[behind + 1].lower in ("who", "which")


def _takes_over(tokens: Sequence[Token], reading: Reading) -> bool:
    """Say whether a later attribution ends what an earlier one reports, rather than lies inside it."""
    before = tokens[reading.first - 1].lower
    if reading.rule == "according to":
        return before == ","
    return reading.left or before in _TAKES_OVER or tokens[reading.first].lower in CONJUNCTIONS


def _trim(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Return the range without marks and joining words at its ends, if words are left."""
    while first <= last and (tokens[first].kind is Kind.MARK or tokens[first].lower in ("and", "but", "that")):
        first += 1
    while last >= first and (tokens[last].kind is Kind.MARK or tokens[last].lower in CONJUNCTIONS):
        last -= 1
    return (first, last) if first <= last else None
