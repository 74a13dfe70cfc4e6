"""Values of the format: what each says, the reference implementation as oracle, and the order of time."""

import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as st

from builder import edtf

TABLE = Path(__file__).with_name("values.txt")


def rows() -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(TABLE.read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            yield number, [cell.strip() for cell in line.split("|")]


@pytest.mark.parametrize("row", [pytest.param(row, id=f"line {number}") for number, row in rows()])
def test_table(row: list[str]) -> None:
    value = edtf.parse(row[0])
    if len(row) == 1:
        assert value is None
        return
    assert value is not None
    marks = [name for name in ("uncertain", "approximate") if getattr(value, name)]
    bounds = [str(day or "") for day in (value.first, value.last)]
    assert [str(value.precision), *bounds, " ".join(marks)] == row[1:]
    assert value.text == row[0].partition("T")[0]


QUALIFIERS = st.sampled_from(["", "", "?", "~", "%"])
YEARS = st.integers(1, 9999).map("{:04}".format)
TWO_DIGITS = st.integers(0, 45).map("{:02}".format)
SEASONS = st.sampled_from(["21", "22", "23", "33", "34", "35", "36", "40", "41"])
DATES = st.one_of(
    st.builds("{}-{}-{}".format, YEARS, TWO_DIGITS, TWO_DIGITS),
    st.builds("{}-{}{}".format, YEARS, st.integers(0, 19).map("{:02}".format), QUALIFIERS),
    st.builds("{}-{}".format, YEARS, SEASONS),
    st.builds("{:03}X{}".format, st.integers(1, 999), QUALIFIERS),
    st.builds("{:02}XX".format, st.integers(1, 99)),
    st.builds("{}{}".format, YEARS, QUALIFIERS),
)


def oracle(text: str) -> tuple[date, date] | None:
    """The bounds that the reference implementation gives, in days, without the margin of a qualifier."""
    try:
        found = parse_edtf(text)
    except EDTFParseException:
        return None
    return as_day(found.lower_strict()), as_day(found.upper_strict())


def as_day(moment: time.struct_time) -> date:
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)


@given(DATES)
@settings(max_examples=25, deadline=None)
def test_agrees_with_the_reference_implementation(text: str) -> None:
    value = edtf.parse(text)
    assert (value and (value.first, value.last)) == oracle(text)


@given(DATES, DATES)
@settings(max_examples=12, deadline=None)
def test_intervals_agree_with_the_reference_implementation(start: str, end: str) -> None:
    value = edtf.parse(f"{start}/{end}")
    ends = oracle(start), oracle(end)
    if ends[0] is None or ends[1] is None or ends[0][0] > ends[1][1]:
        assert value is None
    else:
        assert value is not None
        assert (value.first, value.last) == (ends[0][0], ends[1][1])


ANCIENT = st.one_of(
    st.builds("-{:04}-{}-{}".format, st.integers(1, 9999), TWO_DIGITS, TWO_DIGITS),
    st.builds("-{:04}{}".format, st.integers(1, 9999), st.sampled_from(["", "-01", "-02", "-12"])),
    st.builds("-{:02}XX".format, st.integers(1, 99)),
)


@given(ANCIENT)
@settings(max_examples=25, deadline=None)
def test_years_before_our_era_agree_with_the_reference_implementation(text: str) -> None:
    try:
        found = parse_edtf(text)
    except EDTFParseException:
        assert edtf.parse(text) is None
        return
    days = edtf.ordinals(read(text))
    assert days is not None
    bounds = (found.lower_strict()[:3], found.upper_strict()[:3])
    assert tuple(map(calendar_day, days)) == tuple(sorted(bounds))


def calendar_day(ordinal: int) -> tuple[int, int, int]:
    """The year, month and day of an ordinal, counted a day at a time from the start of its year."""
    year = edtf.year_of(ordinal)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    start = ordinal
    while edtf.year_of(start - 1) == year:
        start -= 1
    day = date(2000 if leap else 2001, 1, 1) + timedelta(days=ordinal - start)
    return year, day.month, day.day


@given(st.dates())
def test_the_year_of_a_day(day: date) -> None:
    assert edtf.year_of(day.toordinal()) == day.year


@given(st.text(alphabet="0123456789X-/?~%[]., TZ:", max_size=30) | st.text())
def test_any_text_is_a_value_or_none(text: str) -> None:
    value = edtf.parse(text)
    if value and value.first and value.last:
        assert value.first <= value.last


def read(text: str) -> edtf.Edtf:
    value = edtf.parse(text)
    assert value is not None, text
    return value


def test_a_value_longer_than_any_date_is_none() -> None:
    assert edtf.parse("[" + ",".join(["2024"] * 100) + "]") is None


IN_ORDER = (
    "-02XX", "-0217/-0200", "-0043-03", "-0043-03-15", "0000", "0001", "202X",
    "/2023-12", "2024-01-01", "2024-01~", "2024", "2024-03-01", "2024-03-01/2024-03-04",
    "2024-03", "2024-21", "2024-03/..", "../2024-05", "XXXX-01-02", "XXXX-03", "XXXX-03-01",
)  # fmt: skip


def test_order_of_time() -> None:
    values = [read(text) for text in IN_ORDER]
    assert sorted([None, *reversed(values)], key=edtf.sort_key) == [*values, None]


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("2024-06", "2024-06-30", True),
        ("2024-06", "2024-07", False),
        ("2024-06/..", "2031", True),
        ("2024-06/..", "2024-05", False),
        ("../2024-06", "1950", True),
        ("199X", "1999-12-31", True),
        ("XXXX-06", "2024-06", False),
        ("XXXX-06", "XXXX-06", False),
    ],
)
def test_overlaps(one: str, other: str, shared: bool) -> None:
    assert edtf.overlaps(read(one), read(other)) is shared
    assert edtf.overlaps(read(other), read(one)) is shared


@pytest.mark.parametrize(
    ("inner", "outer", "inside"),
    [
        ("2024-06-30", "2024-06", True),
        ("2024-06", "2024-06-30", False),
        ("2024-06", "2024-06", True),
        ("2024-06/..", "2024", False),
        ("2024-06", "2024-01/..", True),
        ("2024-12", "2024-24", True),
        ("XXXX-06-01", "XXXX-06", False),
    ],
)
def test_within(inner: str, outer: str, inside: bool) -> None:
    assert edtf.within(read(inner), read(outer)) is inside
