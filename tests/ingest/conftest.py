"""Cases as text: a test that takes ``ingest_case`` runs once for each case of the file its module names in ``CASES``.

A case is a title, an input and what is expected, each ended by a line with a single dot. Its line names it.
"""

from pathlib import Path

import pytest

from tests.cases import read_cases
from tests.ingest.reading import IngestCase


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "ingest_case" in metafunc.fixturenames:
        path = Path(metafunc.module.__file__).with_name(metafunc.module.CASES)
        cases = [pytest.param(IngestCase(*parts), id=name) for name, parts in read_cases(path, 2)]
        metafunc.parametrize("ingest_case", cases)
