"""The search index's files, read and written back; that whole sites come out the same is tested with the sites."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.site.search_order import Value, decode, encode

VALUES = st.recursive(st.integers(0, 2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=40), max_leaves=60)


@given(VALUES)
def test_a_value_is_read_as_it_was_written(value: Value) -> None:
    assert decode(encode(value)) == value


@pytest.mark.parametrize(
    ("value", "data"),
    [(23, "17"), (24, "1818"), (1000, "1903e8"), (1000000, "1a000f4240"), ("ü", "62c3bc"), ([1, [2, 3]], "8201820203")],
)
def test_values_are_written_as_rfc_8949_has_them(value: Value, data: str) -> None:
    assert encode(value).hex() == data


@pytest.mark.parametrize("data", ["20", "40", "a0", "f6", "9f", "0101"])
def test_what_an_index_is_not_made_of_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match=r"unknown kind|more bytes"):
        decode(bytes.fromhex(data))
