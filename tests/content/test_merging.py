"""Three-way merge, case by case: what the builder wrote, what the editor made of it, what the builder writes now."""

from pathlib import Path

import pytest

from builder.content.merge import merge
from tests.cases import read_cases

CASES = [pytest.param(*parts, id=name) for name, parts in read_cases(Path(__file__).with_name("merging.txt"), 4)]


@pytest.mark.parametrize(("base", "mine", "new", "expected"), CASES)
def test_merging(base: str, mine: str, new: str, expected: str) -> None:
    merged = merge(base, mine, new)
    told = [f"{line}: {theirs}".split("\n") for line, theirs in merged.conflicts]
    shown = [f"! {line}".rstrip() for lines in told for line in lines]
    assert "\n".join([merged.text, *shown]) == expected
