"""Roles of people, as cases of text: the person's name stands in square brackets."""

from builder.annotate.names.roles import role_of
from tests.cases import TextCase

CASES = "roles.txt"


def test_the_role_beside_a_name(text_case: TextCase) -> None:
    start = text_case.given.index("[")
    end = text_case.given.index("]") - 1
    text = text_case.given.replace("[", "").replace("]", "")
    assert role_of(text, start, end) == text_case.expected


def test_a_role_is_a_stretch_of_the_text_and_cheap_to_find_in_a_long_line() -> None:
    text = "General " * 20_000 + "Ana Torres" + " of the staff" * 20_000
    role = role_of(text, 160_000, 160_010)
    assert role in text
    assert len(role) <= 120
