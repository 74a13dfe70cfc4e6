"""Quotations that no verb attributes: whose they are by their place, and which are left alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.annotate.span import Label, Span
from builder.annotate.statements.grammar import PREPOSITIONS, is_proper
from builder.annotate.statements.phrases import phrase_ending
from builder.annotate.statements.quotations import Quotation
from builder.annotate.statements.speakers import Speakers
from builder.annotate.statements.tokens import Token, Unit

_LONG = 5
"""Words: a quotation of so many is somebody's words even where the text does not say whose."""
_TITLE_WORDS = 8
"""Words: no title of a broadcast or book is longer."""
_SMALL = 4
"""Letters: a shorter word may stand without a capital in a title."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A unit and who speaks in it."""

    unit: Unit
    by: str
    """The last speaker that a verb of the unit names; empty without one."""
    subject: str
    """Its main subject."""
    only_quoted: bool
    """Whether the unit is nothing but quotations."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A quotation without a verb of its own, in its surroundings."""

    text: str
    passage: Passage
    index: int
    """Index of the quotation among the tokens of its unit."""
    quotation: Quotation
    before: Passage | None
    """The unit before."""
    last: str
    """The last speaker before this unit in this paragraph or the one before."""
    speakers: Speakers
    chained: str
    """Who speaks in another paragraph of the same quotation."""

    @property
    def tokens(self) -> Sequence[Token]:
        """Return the tokens of the unit."""
        return self.passage.unit.tokens

    @property
    def words(self) -> Sequence[str]:
        """Return the words of the quotation."""
        return self.text[self.quotation.start : self.quotation.end].split()


def attribute_rest(
    text: str,
    passages: Sequence[Passage],
    quotations: Sequence[Quotation],
    given: Mapping[int, str],
    speakers: Speakers,
) -> Iterator[Span]:
    """Yield the quotations that are not in ``given`` and are somebody's words, with the speaker if it can be told."""
    chains = _chains(quotations, given)
    before: Passage | None = None
    last, paragraph = "", 0
    for passage in passages:
        if passage.unit.paragraph > paragraph + 1:
            last = ""
        for index, token in enumerate(passage.unit.tokens):
            if token.quotation is not None and token.start not in given:
                place = _Place(
                    text, passage, index, token.quotation, before, last, speakers, chains.get(token.start, "")
                )
                span = _span(place)
                if span:
                    yield span
                    last = span.value("by") or last
                    paragraph = passage.unit.paragraph
        if passage.by:
            last, paragraph = passage.by, passage.unit.paragraph
        before = passage


def _chains(quotations: Sequence[Quotation], given: Mapping[int, str]) -> dict[int, str]:
    """Return the speaker of each quotation that goes on over several paragraphs, if one of them has it."""
    speaker: dict[int, str] = {}
    chain: list[Quotation] = []
    for quotation in (*quotations, None):
        if quotation is not None and quotation.continues and chain:
            chain.append(quotation)
            continue
        by = next((given[piece.outer_start] for piece in chain if given.get(piece.outer_start)), "")
        speaker.update((piece.outer_start, by) for piece in chain if len(chain) > 1 and by)
        chain = [quotation] if quotation is not None else []
    return speaker


def _span(place: _Place) -> Span | None:
    """Return the span of a quotation, or nothing where it is no statement."""
    if _is_aside(place):
        return None
    for name, rule in _RULES:
        if by := rule(place):
            return Span(place.quotation.start, place.quotation.end, Label.QUOTE, (("by", by),), name)
    return Span(place.quotation.start, place.quotation.end, Label.QUOTE, (), "nobody named")


def _is_aside(place: _Place) -> bool:
    """Say whether a quotation is a title or a few words that the article only holds at arm's length."""
    if place.passage.only_quoted or (place.index and place.tokens[place.index - 1].lower == ":"):
        return False
    return len(place.words) < _LONG or _is_title(place)


def _is_title(place: _Place) -> bool:
    """Say whether all words of a quotation have the capitals of a title."""
    long_words = [word for word in place.words if len(word) >= _SMALL]
    return len(place.words) <= _TITLE_WORDS and all(not word[0].islower() for word in long_words)


def _of_chain(place: _Place) -> str:
    """Return who speaks in another paragraph of the same quotation."""
    return place.chained


def _before_colon(place: _Place) -> str:
    """Return who stands before a colon before the quotation: "Ada Brook: “…”"."""
    index = place.index - 2
    if index < 0 or place.tokens[index + 1].lower != ":":
        return ""
    phrase = phrase_ending(place.tokens, index)
    if phrase and is_proper(place.tokens[phrase.head]):
        return place.speakers.by(place.passage.unit, phrase)
    return place.passage.by or place.passage.subject


def _announced(place: _Place) -> str:
    """Return the speaker of a unit before that ends with a colon."""
    before = place.before
    if before is None or place.index or before.unit.tokens[-1].lower != ":":
        return ""
    phrase = phrase_ending(before.unit.tokens, len(before.unit.tokens) - 2)
    if (
        phrase
        and is_proper(before.unit.tokens[phrase.head])
        and before.unit.tokens[phrase.first - 1].lower in PREPOSITIONS
    ):
        return place.speakers.by(before.unit, phrase)
    return before.by or before.subject


def _of_unit(place: _Place) -> str:
    """Return the speaker that a verb of the same unit names."""
    return place.passage.by


def _of_before(place: _Place) -> str:
    """Return who spoke before, if the unit says nothing else or goes on in the same paragraph."""
    same = place.before is not None and place.before.unit.paragraph == place.passage.unit.paragraph
    return place.last if place.passage.only_quoted or same else ""


_RULES: tuple[tuple[str, Callable[[_Place], str]], ...] = (
    ("goes on from another paragraph", _of_chain),
    ("behind a colon", _before_colon),
    ("announced before", _announced),
    ("in the sentence of a speaker", _of_unit),
    ("goes on", _of_before),
)
