"""Marks of a paragraph, changed on both sides at random: the editor’s stay, and what can be joined of the builder’s."""

from hypothesis import given
from hypothesis import strategies as st

from builder.annotate.span import Label, Span
from builder.content.markup import write_body
from builder.content.merge_marks import merge_marks
from builder.ingest.document import Block, BlockKind
from builder.markdown.tokens import parse_body

TEXT = "Ada Ek of Lind left the harbour on Friday"
STARTS = [at for at in range(len(TEXT)) if at == 0 or TEXT[at - 1] == " "]
ENDS = [*(at - 1 for at in STARTS[1:]), len(TEXT)]
RANKS = {Label.EVENT: 1, Label.CLAIM: 2, Label.QUOTE: 2}
VALUES = {Label.DATE: "value", Label.PERSON: "ref", Label.CLAIM: "by", Label.EVENT: "date"}


@st.composite
def some_spans(draw: st.DrawFn) -> Span:
    first = draw(st.integers(0, len(STARTS) - 1))
    last = draw(st.integers(first, len(STARTS) - 1))
    label = draw(st.sampled_from(list(VALUES)))
    value = draw(st.sampled_from(["", "a", "b"]))
    return Span(STARTS[first], ENDS[last], label, ((VALUES[label], value),) if value else ())


def nested(spans: list[Span]) -> list[Span]:
    """The spans that can stand together, the first ones first, outer before inner."""
    kept: list[Span] = []
    for span in spans:
        if all(fit(span, other) for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: (span.start, -span.end, RANKS.get(span.label, 3)))


def fit(one: Span, other: Span) -> bool:
    if one.end <= other.start or other.end <= one.start:
        return True
    outer, inner = sorted((one, other), key=lambda span: (RANKS.get(span.label, 3), span.start))
    around = outer.start <= inner.start and inner.end <= outer.end
    return around and RANKS.get(outer.label, 3) < RANKS.get(inner.label, 3)


def written(spans: list[Span]) -> str:
    return write_body([Block(BlockKind.PARAGRAPH, TEXT)], spans).strip()


def marks(line: str) -> set[tuple[int, int, str, tuple[tuple[str, str], ...]]]:
    (passage,) = parse_body(line).passages
    assert passage.text == TEXT
    return {(span.start, span.end, str(span.label), span.values) for span in passage.spans}


SPANS = st.lists(some_spans(), max_size=6)


@given(SPANS, SPANS, SPANS, st.integers(0, 6), st.integers(0, 6))
def test_marks_of_both_sides(some: list[Span], mine: list[Span], new: list[Span], cut: int, other: int) -> None:
    old = written(nested(some))
    ours, theirs = written(nested([*mine, *some[cut:]])), written(nested([*new, *some[other:]]))
    merged = merge_marks(old, ours, theirs)
    if merged is None:
        return
    base, own, found, builders = (marks(line) for line in (old, ours, merged.line, theirs))
    assert own - base <= found
    assert not (base - own) & found
    assert found <= own | builders
    if merged.whole:
        assert builders - base <= found
        assert not (base - builders) & found


@given(SPANS, SPANS)
def test_one_side_alone_is_taken_whole(some: list[Span], others: list[Span]) -> None:
    old, changed = written(nested(some)), written(nested(others))
    for mine, new in ((changed, old), (old, changed)):
        merged = merge_marks(old, mine, new)
        assert merged is not None
        assert merged.whole
        assert marks(merged.line) == marks(changed)


def test_what_is_more_than_words_and_marks_is_left_alone() -> None:
    assert merge_marks("[Ada]{.person} *left*.", "Ada *left*.", "[Ada]{.person ref=a} *left*.") is None
    assert merge_marks("[Ada]{.person} left.", "Ada left!", "[Ada]{.person ref=a} left.") is None
