"""What holds for every seed, whatever is in it."""

import pickle
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.ingest.dating import settle_dates
from builder.ingest.decode import decode
from builder.ingest.document import Document
from builder.ingest.front_matter import take_header
from builder.ingest.lines import clean, read_lines, split
from tests.ingest.reading import read

PIECES = (
    "Seals return to the harbour",
    "More than forty seals have come back to the harbour of Portly, and fishermen are not happy about them.",
    "“They eat everything,” said Ada Brook. “Even the buoys.”",
    "Related articles",
    "Seals were counted at the pier again on Sunday, and the count was higher than...",
    "ALSO READ | Night train returns",
    "By Ada Brook",
    "Friday, November 8, 2024",
    "Updated: 09-09-2024 16:48 IST",
    "PORTLY, Nov. 19 (UPI) — More seals came.",
    "Marlo Finch on May 4, 2024 at 4:47 pm said:",
    "(With AP inputs)",
    "spot_img",
    "Home",
    "• It runs every ten minutes.",
    "---",
    "title: Seals",
    "12",
    "Photo: Jo Larch/AP",
    "© 2024 The Portly Post",
    "",
    "\u200b",
    "a\x00b\x85c\u2028d",
)
NAMES = st.sampled_from(["a.txt", "a.md", "b/c.txt"])
PAGES = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=40)), max_size=40)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", clean(text))


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_kept_and_left_out_are_the_whole_seed(pieces: list[str]) -> None:
    text = decode("\n".join(pieces).encode()).text
    document = read(text)
    raw = split(text)
    header = take_header(raw, "seeds/seed.txt").lines
    left = {number for part in document.left_out for number in range(part.first, part.last + 1)}
    kept = [line.text for line in read_lines(raw[header:], header + 1) if line.first not in left]
    assert words(" ".join(kept)) == words(" ".join(block.text for block in document.blocks))
    assert all(part.first <= part.last for part in document.left_out)
    assert list(document.left_out) == sorted(document.left_out, key=lambda part: part.first)


@settings(max_examples=150, deadline=None)
@given(PAGES, NAMES)
def test_blocks_are_single_clean_lines(pieces: list[str], name: str) -> None:
    for block in read("\n".join(pieces), name).blocks:
        assert block.text
        assert block.text == " ".join(block.text.split())
        assert len(block.text.splitlines()) == 1
        assert not re.search("[\x00-\x1f\x7f-\x9f\u200b\ufeff]", block.text)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html", "A.HTM", "noend"]), st.binary(max_size=60))
def test_any_bytes_are_a_document(data: bytes, name: str, sidecar: bytes) -> None:
    document = read(data, name, sidecar)
    assert isinstance(document, Document)
    assert document.blocks or any(problem.severity == "error" for problem in document.problems)


@settings(max_examples=40, deadline=None)
@given(PAGES)
def test_the_same_seed_is_the_same_document_in_any_process(pieces: list[str]) -> None:
    document = read("\n".join(pieces))
    assert pickle.loads(pickle.dumps(document)) == document == read("\n".join(pieces))


@settings(max_examples=40, deadline=None)
@given(st.lists(PAGES, max_size=4), st.sampled_from(["", "2024-11-08", "2024"]))
def test_settling_dates_keeps_all_but_dates(pages: list[list[str]], as_of: str) -> None:
    documents = [read("\n".join(pieces), f"{number}.txt") for number, pieces in enumerate(pages)]
    settled = settle_dates(documents, as_of)
    assert [(one.blocks, one.left_out, one.seed) for one in settled] == [
        (one.blocks, one.left_out, one.seed) for one in documents
    ]
    assert settle_dates(documents, as_of) == settled


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PIECES), st.integers(200, 400))
def test_long_runs_of_anything_are_read(piece: str, count: int) -> None:
    assert isinstance(read("\n".join([piece] * count)), Document)
    assert isinstance(read(" ".join([piece] * count)), Document)
