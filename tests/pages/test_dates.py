"""EDTF values as readers see them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder import edtf
from builder.pages.dates import NO_DATE, date_view, in_words, short_month

TABLE = Path(__file__).with_name("dates.txt")


def rows() -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(TABLE.read_text("utf-8").splitlines(), 1):
        if not line.startswith("#"):
            yield number, [cell.strip() for cell in line.split("|")]


@pytest.mark.parametrize("row", [pytest.param(row, id=f"line {number}") for number, row in rows()])
def test_words_and_machine_form(row: list[str]) -> None:
    value, words, *machine = row
    view = date_view(value)
    assert view.text == words
    assert view.datetime == (machine[0] if machine else "")


dates = st.dates().map(str)
written = st.one_of(
    dates,
    st.tuples(dates, st.sampled_from("?~%")).map("".join),
    st.tuples(dates, dates).map("/".join),
    st.tuples(dates, dates).map(lambda pair: f"[{pair[0]}..{pair[1]}]"),
    st.from_regex(r"[0-9X]{4}(-[0-9]{2}){0,2}[?~%]?", fullmatch=True),
    st.text(max_size=20),
)


@given(written)
def test_every_date_has_words_and_nothing_else_has(value: str) -> None:
    assert (in_words(value) == NO_DATE) == (edtf.parse(value) is None)
    assert short_month(value) == "" or edtf.parse(value) is not None


def test_sign_tells_from_what() -> None:
    assert (date_view("2023-09-16").sign, date_view("2023-09-16?").sign) == ("", "?")
    worked_out = date_view("2023-09-16?", worked_out="from “Saturday”")
    assert worked_out.sign == "≈"
    assert worked_out.title == "from “Saturday”; uncertain"
