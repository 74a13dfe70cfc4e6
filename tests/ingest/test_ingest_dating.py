"""Days of publication that need the whole briefing."""

import re

from builder.ingest.dating import settle_dates
from tests.cases import TextCase
from tests.ingest.reading import read

CASES = "dating.txt"


def test_days_that_are_worked_out(text_case: TextCase) -> None:
    head, *seeds = re.split(r"^== (.+)\n", text_case.given, flags=re.MULTILINE)
    as_of = head.removeprefix("as_of:").strip()
    documents = [read(text, name, as_of=as_of) for name, text in zip(seeds[::2], seeds[1::2], strict=True)]
    lines = []
    for document in settle_dates(documents, as_of):
        day = document.metadata.published
        codes = "".join(f" !{problem.code}" for problem in document.problems)
        lines.append(f"{document.seed}: {f'{day.value} ({day.found})' if day else 'unknown'}{codes}")
    assert "\n".join(lines) == text_case.expected
