"""Cases as text: a test that takes ``ingest_case`` runs once for each case of the file its module names in ``CASES``.

A case is a title, an input and what is expected, each ended by a line with a single dot. Its line names it.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from builder.ingest.document import Document, Seed
from builder.ingest.reader import IngestSettings, read_seed
from tests.cases import read_cases


class IngestCase(NamedTuple):
    given: str
    expected: str


def cases_of(path: Path) -> list[pytest.param]:
    return [pytest.param(IngestCase(*parts), id=name) for name, parts in read_cases(path, 2)]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "ingest_case" in metafunc.fixturenames:
        path = Path(metafunc.module.__file__).with_name(metafunc.module.CASES)
        metafunc.parametrize("ingest_case", cases_of(path))


def read(text: str | bytes, name: str = "seed.txt", sidecar: bytes | None = None, as_of: str = "") -> Document:
    data = text.encode() if isinstance(text, str) else text
    return read_seed(Seed(name, data, sidecar), IngestSettings(as_of=as_of))


@pytest.fixture
def reading():
    return read
