"""Numbers and ordinals in figures and in words."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.annotate import numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,500", "1500"),
        ("3.5 million", "3500000"),
        ("2 1/2", "2.5"),
        ("2½", "2.5"),
        ("40bn", "40000000000"),
        ("a hundred", "100"),
        ("thousand", "1000"),
        ("half a dozen", "6"),
        ("half a million", "500000"),
        ("two and a half", "2.5"),
        ("Twenty-Five", "25"),
        ("two hundred and fifty thousand", "250000"),
        ("one hundred twenty-three million four hundred thousand five", "123400005"),
        ("three dozen", "36"),
        ("six five", None),
        ("nineteen ninety", None),
        ("and", None),
        ("", None),
        ("million-dollar", None),
        ("9" * 1000, None),
    ],
)
def test_number(text: str, value: str | None) -> None:
    assert numbers.number(text) == (value and Decimal(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [("third", 3), ("21st", 21), ("twenty-first", 21), ("Twentieth", 20), ("second third", None), ("sixty", None)],
)
def test_ordinal(text: str, value: int | None) -> None:
    assert numbers.ordinal(text) == value


@given(st.decimals(0, 10**15, places=2))
def test_plain_digits_keep_the_value(value: Decimal) -> None:
    text = numbers.plain(value)
    assert re.fullmatch(r"[0-9]+(\.[0-9]*[1-9])?", text)
    assert Decimal(text) == value


@given(st.integers(0, 10**15))
def test_grouped_figures_are_read(value: int) -> None:
    assert re.fullmatch(numbers.NUMBER, f"{value:,}")
    assert numbers.number(f"{value:,}") == value
