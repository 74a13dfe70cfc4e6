"""Cases as text: a test that takes ``text_case`` runs once for each case of the file its module names in ``CASES``.

A case is a title, its input and what is expected, each ended by a line with a single dot. Its line names it.
"""

from pathlib import Path
from typing import NamedTuple

import pytest


class TextCase(NamedTuple):
    given: str
    expected: str


def read_cases(path: Path) -> list[pytest.param]:
    cases, part, parts, line_of_title = [], [], [], 1
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if line != ".":
            part.append(line)
            continue
        parts.append("\n".join(part))
        part = []
        if len(parts) == 3:
            name = f"{path.name}:{line_of_title} {parts[0].strip()}"
            cases.append(pytest.param(TextCase(*parts[1:]), id=name))
            parts, line_of_title = [], number + 1
    assert not parts, f"{path}: the last case is not complete"
    return cases


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "text_case" in metafunc.fixturenames:
        path = Path(metafunc.module.__file__).with_name(metafunc.module.CASES)
        metafunc.parametrize("text_case", read_cases(path))
