"""Days in the shapes the press writes them."""

from builder.ingest.dates import Order, days
from tests.cases import TextCase

CASES = "days.txt"
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def test_days_in_a_line(text_case: TextCase) -> None:
    shown = []
    for day in days(text_case.given):
        settled = day.in_order(Order.UNKNOWN)
        shown += [WEEKDAYS[day.weekday]] if day.weekday is not None else []
        shown.append(settled.edtf if settled else "?")
    assert " ".join(shown) == text_case.expected
