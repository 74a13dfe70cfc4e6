"""What is said "according to" somebody."""

from collections.abc import Iterator, Sequence

from builder.annotate.statements.cues import Cue, Form
from builder.annotate.statements.joint import joint_behind
from builder.annotate.statements.phrases import Phrase, phrase_starting, phrase_with_name
from builder.annotate.statements.reading import Reading
from builder.annotate.statements.surroundings import SHORT_INTRODUCTION
from builder.annotate.statements.tokens import Kind, Token

_ACCORDING = Cue("according to", Form.BASE, frozenset({"clause"}), ("to",), "asserts", False, False)


def according(tokens: Sequence[Token]) -> Iterator[Reading]:
    """Yield a reading for each "according to"."""
    for index in range(len(tokens) - 2):
        if tokens[index].lower == "according" and tokens[index + 1].lower == "to":
            find = phrase_with_name if index > SHORT_INTRODUCTION else phrase_starting
            speaker = find(tokens, index + 2)
            if speaker:
                yield _source(tokens, index, joint_behind(tokens, speaker))


def _source(tokens: Sequence[Token], index: int, speaker: Phrase) -> Reading:
    """Read "according to": what is said stands before it or, where it comes first, behind."""
    last = speaker.last
    while last + 1 < len(tokens) and tokens[last + 1].lower != "," and tokens[last + 1].kind is not Kind.QUOTATION:
        last += 1
    behind = index <= SHORT_INTRODUCTION and last + 1 < len(tokens)
    right = last + 1 if behind else None
    return Reading(_ACCORDING, index, speaker, index, last, right, not behind and index > 0, "according to")
