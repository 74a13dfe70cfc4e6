"""Pages and what is made of them: the blocks of the article, then the lines that are left out."""

from tests.ingest.reading import IngestCase, read

CASES = "cleanup.txt"


def test_what_stays_and_what_is_left_out(ingest_case: IngestCase) -> None:
    document = read(ingest_case.given)
    kept = [f"{block.kind}: {block.text}" for block in document.blocks]
    left = [f"{part.first}-{part.last} {part.why}" for part in document.left_out]
    assert "\n".join([*kept, *left]) == ingest_case.expected
