"""How much each two of many share, counted anew and counted again after changes."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from builder.briefing.sharing import Sharing, count_shared

HELD = st.lists(st.frozensets(st.integers(0, 9), max_size=4), max_size=12).map(tuple)


@given(HELD)
def test_each_two_share_what_both_hold(held: tuple[frozenset[int], ...]) -> None:
    shared = {(one, other): len(held[one] & held[other]) for one, other in combinations(range(len(held)), 2)}
    assert count_shared(None, held, len(held)).counts == {pair: count for pair, count in shared.items() if count}


def test_of_many_holders_of_one_thing_each_shares_it_with_the_next() -> None:
    held = (frozenset("a"), frozenset("ab"), frozenset("ab"), frozenset("a"))
    assert count_shared(None, held, 3).counts == {(0, 1): 1, (1, 2): 2, (2, 3): 1}


@given(HELD, st.lists(st.tuples(st.integers(0, 12), st.integers(0, 2), HELD), max_size=4))
def test_counted_again_after_changes_all_is_what_it_would_be_counted_anew(
    held: tuple[frozenset[int], ...], changes: list[tuple[int, int, tuple[frozenset[int], ...]]]
) -> None:
    known: Sharing[int] | None = None
    for start, gone, come in [(0, 0, ()), *changes]:
        held = (*held[:start], *come[:3], *held[start + gone :])
        known = count_shared(known, held, 3)
        assert known == count_shared(None, held, 3)
