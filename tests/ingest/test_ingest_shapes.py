"""Pages in the shapes of the press of many countries: what is the article's, and what is known about it.

A page's first line names it and says what a librarian would write about it. Of its lines, those with ``+`` are the
article's, those with ``-`` are not, and of those with ``~`` either may be said. Names, places and news are made up.
"""

import re
from pathlib import Path

import pytest

from tests.ingest.reading import read

SHAPES = re.split(r"^== ", Path(__file__).with_name("shapes.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]


@pytest.mark.parametrize("shape", SHAPES, ids=[shape.partition("\n")[0].partition(" | ")[0] for shape in SHAPES])
def test_a_page_is_told_apart_and_known(shape: str) -> None:
    head, *lines = shape.rstrip("\n").split("\n")
    document = read("\n".join(line[2:] for line in lines))
    known = document.metadata
    facts = {key: getattr(known, key) for key in ("title", "published", "publisher", "agency")}
    found = {key: fact.value for key, fact in facts.items() if fact}
    found |= {"author": ", ".join(author.value for author in known.authors)} if known.authors else {}
    assert found == dict(fact.split(": ", 1) for fact in head.split(" | ")[1:])
    left = {number for part in document.left_out for number in range(part.first, part.last + 1)}
    told = [line for number, line in enumerate(lines, 1) if line[2:] and line[0] == ("+" if number in left else "-")]
    assert told == []
