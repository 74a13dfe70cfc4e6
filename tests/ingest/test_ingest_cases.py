"""Pages and what is made of them: the blocks of the article, then the lines that are left out."""

from tests.cases import TextCase
from tests.ingest.reading import read

CASES = "cleanup.txt"


def test_what_stays_and_what_is_left_out(text_case: TextCase) -> None:
    document = read(text_case.given)
    kept = [f"{block.kind}: {block.text}" for block in document.blocks]
    left = [f"{part.first}-{part.last} {part.why}" for part in document.left_out]
    assert "\n".join([*kept, *left]) == text_case.expected
