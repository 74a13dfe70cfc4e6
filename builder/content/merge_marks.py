"""Three-way merge of the marks of a paragraph whose words are the same on all sides, mark by mark.

Both sides' changes hold where they are of different marks; where both changed one, or a mark of one side would cross or
repeat one that the other put in, the editor's stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.annotate.span import Label, Span
from builder.content.markup import Bracket, in_order
from builder.markdown.plain import read_plain
from builder.markdown.spans import write_attributes


@dataclass(frozen=True, slots=True)
class MergedMarks:
    """A paragraph with the marks of both sides."""

    line: str
    whole: bool
    """Whether all that the builder changed is in it."""


def merge_marks(old: str, mine: str, new: str) -> MergedMarks | None:
    """Return a paragraph with the marks of both sides.

    ``None`` where the words are not the same, or where there is more in it than words and marks.
    """
    sides = [_read(line) for line in (old, mine, new)]
    if any(side is None for side in sides):
        return None
    (text, base), (my_text, ours), (new_text, theirs) = (side or ("", ()) for side in sides)
    if not text == my_text == new_text:
        return None
    changed = {(span.start, span.end) for span in {*base} ^ {*ours}}
    own = [span for span in ours if span not in base]
    wanted = [span for span in theirs if span not in base]
    kept = [span for span in wanted if span in ours or ((span.start, span.end) not in changed and _fits(span, own))]
    stays = changed | {(span.start, span.end) for span in wanted if span not in kept}
    gone = {span for span in base if span not in theirs and (span.start, span.end) not in stays}
    line = _written(text, [*(span for span in ours if span not in gone), *(span for span in kept if span not in ours)])
    missed = any(span in ours for span in base if span not in theirs and span not in gone)
    return MergedMarks(line, len(kept) == len(wanted) and not missed) if line else None


def _read(line: str) -> tuple[str, tuple[Span, ...]] | None:
    """Return the words of a paragraph and its marks, outer before inner; ``None`` where there is anything else."""
    tokens = read_plain(line)
    if tokens is None:
        return None
    text = ""
    found: list[Span] = []
    opened: list[tuple[int, int]] = []
    for token in tokens:
        if token.type == "span_open":
            opened.append((len(found), len(text)))
            found.append(Span(len(text), len(text), token.meta["label"], token.meta["values"]))
        elif token.type == "span_close":
            place, start = opened.pop()
            found[place] = Span(start, len(text), found[place].label, found[place].values)
        else:
            text += token.content
    return text, tuple(found)


def _fits(span: Span, own: Sequence[Span]) -> bool:
    """Say whether a mark may stand beside the editor's own: around or inside them, and of another rank."""
    return all(
        span.end <= other.start or other.end <= span.start or (_nests(span, other) and _rank(span) != _rank(other))
        for other in own
    )


def _nests(one: Span, other: Span) -> bool:
    outer, inner = sorted((one, other), key=_order)
    return outer.start <= inner.start and inner.end <= outer.end and _rank(outer) <= _rank(inner)


def _order(span: Span) -> tuple[int, int, int]:
    return span.start, -span.end, _rank(span)


def _rank(span: Span) -> int:
    """Return 0 for notes, then events, statements and what stands in all of them."""
    ranks = {Label.NOTE: 0, Label.EVENT: 1, Label.QUOTE: 2, Label.CLAIM: 2}
    return ranks.get(span.label, 3)


def _written(text: str, spans: Sequence[Span]) -> str:
    """Return a paragraph with its marks; empty where they cross."""
    ordered = sorted(spans, key=_order)
    opened: list[int] = []
    for span in ordered:
        while opened and opened[-1] <= span.start:
            opened.pop()
        if opened and span.end > opened[-1]:
            return ""
        opened.append(span.end)
    pieces: list[str] = []
    position = 0
    for place, sign in in_order([Bracket(span.start, span.end, "]" + write_attributes(span)) for span in ordered]):
        pieces += text[position:place], sign
        position = place
    return "".join([*pieces, text[position:]])
