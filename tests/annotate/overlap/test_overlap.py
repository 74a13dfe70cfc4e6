"""The overlap policy: what stays nests in order, what goes names its winner, and the order of proposals is nothing."""

import random

from hypothesis import given
from hypothesis import strategies as st

from builder.annotate.overlap import Resolution, resolve
from builder.annotate.span import NAMES, STATEMENTS, Label, Span

PROPOSED = sorted(set(Label) - {Label.NOTE})
LEVEL = {Label.EVENT: 0, Label.QUOTE: 1, Label.CLAIM: 1, Label.QUANTITY: 2}
VALUES = st.sampled_from([(), (("ref", "a"),), (("ref", "b"),)])
SPANS = st.lists(
    st.builds(
        lambda start, length, label, values: Span(start, start + length, label, values),
        st.integers(0, 30),
        st.integers(0, 12),
        st.sampled_from(PROPOSED),
        VALUES,
    ),
    max_size=14,
)


def level(span: Span) -> int:
    return LEVEL.get(span.label, 3)


@given(SPANS)
def test_what_stays_nests_and_never_crosses(spans: list[Span]) -> None:
    kept = resolve(spans).kept
    for number, first in enumerate(kept):
        for second in kept[number + 1 :]:
            apart = first.end <= second.start
            held = first.start <= second.start and second.end <= first.end
            assert apart or held
            if held and not apart:
                assert level(first) < level(second) or (level(first) == level(second) == 1)


@given(SPANS)
def test_each_span_stays_or_is_lost(spans: list[Span]) -> None:
    resolution = resolve(spans)
    assert set(spans) == set(resolution.kept) | {lost.span for lost in resolution.lost}
    assert len(set(spans)) == len(resolution.kept) + len(resolution.lost)


@given(SPANS)
def test_every_loser_shares_words_with_a_winner_that_stays(spans: list[Span]) -> None:
    resolution = resolve(spans)
    for lost in resolution.lost:
        if lost.winner is None:
            assert lost.span.start == lost.span.end
        else:
            assert lost.winner in resolution.kept
            assert lost.winner.start < lost.span.end
            assert lost.span.start < lost.winner.end


@given(SPANS, st.randoms(use_true_random=False))
def test_the_order_of_proposals_is_nothing(spans: list[Span], shuffler: random.Random) -> None:
    shuffled = list(spans)
    shuffler.shuffle(shuffled)
    assert resolve(spans) == resolve(shuffled)


@given(SPANS)
def test_what_stays_would_stay_again(spans: list[Span]) -> None:
    kept = resolve(spans).kept
    assert resolve(kept) == Resolution(kept, ())


def survivors(*spans: Span) -> list[tuple[int, int, str]]:
    return [(span.start, span.end, span.label.value) for span in resolve(spans).kept]


def test_names_and_dates_that_cross_a_quotation_lose() -> None:
    for label in sorted(NAMES | {Label.DATE, Label.DURATION, Label.QUANTITY}):
        assert survivors(Span(0, 9, Label.QUOTE), Span(5, 12, label)) == [(0, 9, "quote")]


def test_a_claim_may_hold_a_quote_and_loses_to_one_it_crosses() -> None:
    quote = Span(4, 9, Label.QUOTE)
    assert survivors(quote, Span(0, 12, Label.CLAIM)) == [(0, 12, "claim"), (4, 9, "quote")]
    assert survivors(quote, Span(6, 40, Label.CLAIM)) == [(4, 9, "quote")]


def test_a_date_beats_a_quantity_and_a_longer_name_a_shorter() -> None:
    assert survivors(Span(0, 9, Label.QUANTITY), Span(2, 6, Label.DURATION)) == [
        (0, 9, "quantity"),
        (2, 6, "duration"),
    ]
    assert survivors(Span(0, 6, Label.QUANTITY), Span(0, 6, Label.DATE)) == [(0, 6, "date")]
    assert survivors(Span(0, 12, Label.ORG), Span(4, 12, Label.PLACE)) == [(0, 12, "org")]


def test_an_event_holds_statements_and_never_lies_in_one() -> None:
    event = Span(0, 20, Label.EVENT)
    for label in sorted(STATEMENTS):
        assert survivors(event, Span(0, 20, label)) == [(0, 20, "event"), (0, 20, label.value)]
        assert survivors(event, Span(0, 30, label)) == [(0, 30, label.value)]
