"""Floors under what ingest reaches on a small set of pages of our own.

A page's lines are marked ``+`` where they are the article's and ``-`` where they are not; its first line says what is
known about it. Raise a floor when the score rises; lowering one takes a reason in the commit.
"""

import re
from pathlib import Path

from builder.ingest.document import Document, Seed
from builder.ingest.reader import read_seed
from builder.ingest.settings import IngestSettings

WORDS_KEPT = 0.97
"""Of the words in bodies, those that are the article's."""
WORDS_FOUND = 0.99
"""Of the articles' words, those in bodies."""
FACTS_RIGHT = 0.95
"""Of the facts that were found, those that are right."""
FACTS_FOUND = 0.95
"""Of the facts that pages tell, those found."""


def pages() -> list[tuple[dict[str, str], str, str]]:
    """Return each page's facts, its text, and the article's own text."""
    text = Path(__file__).with_name("pages.txt").read_text("utf-8")
    found = []
    for part in re.split(r"^== ", text, flags=re.MULTILINE)[1:]:
        head, _, lines = part.partition("\n")
        facts = dict(fact.split(": ", 1) for fact in head.split(" | ")[1:])
        own = "\n".join(line[2:] for line in lines.splitlines() if line.startswith("+"))
        found.append((facts, "\n".join(line[2:] for line in lines.splitlines()), own))
    return found


def documents() -> list[Document]:
    return [read_seed(Seed("page.txt", text.encode()), IngestSettings("")) for _, text, _ in pages()]


def words(text: str) -> set[tuple[str, int]]:
    """Return the words of a text, each with how often it has stood before."""
    seen: dict[str, int] = {}
    found = set()
    for word in re.findall(r"\w+", text):
        seen[word] = seen.get(word, 0) + 1
        found.add((word, seen[word]))
    return found


def test_bodies_are_the_articles() -> None:
    pairs = [(words(document.text), words(own)) for document, (_, _, own) in zip(documents(), pages(), strict=True)]
    both = sum(len(kept & own) for kept, own in pairs)
    assert both >= WORDS_KEPT * sum(len(kept) for kept, _ in pairs)
    assert both >= WORDS_FOUND * sum(len(own) for _, own in pairs)


def test_what_is_known_about_articles_is_right() -> None:
    told, right, found = 0, 0, 0
    for document, (facts, _, _) in zip(documents(), pages(), strict=True):
        known = document.metadata
        single = {key: getattr(known, key) for key in ("title", "published", "publisher", "agency")}
        values = {key: fact.value for key, fact in single.items() if fact}
        values |= {"author": ", ".join(author.value for author in known.authors)} if known.authors else {}
        told += len(facts)
        found += len(values)
        right += sum(values.get(key, "").rstrip(".") == value for key, value in facts.items())
    assert right >= FACTS_RIGHT * found
    assert right >= FACTS_FOUND * told
