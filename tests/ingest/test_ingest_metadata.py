"""Pages and what is known about their articles, with how it was found."""

from builder.ingest.document import Fact
from tests.cases import TextCase
from tests.ingest.reading import read

CASES = "metadata.txt"


def test_what_is_known_about_an_article(text_case: TextCase) -> None:
    known = read(text_case.given, as_of="2026-01-01").metadata
    single = [(key, getattr(known, key)) for key in ("title", "published", "publisher", "agency")]
    facts = [(key, fact) for key, fact in single if isinstance(fact, Fact)]
    facts += [("author", fact) for fact in known.authors]
    lines = [f"{key}: {fact.value} ({fact.found}, line {fact.line})" for key, fact in facts]
    lines += [f"not published: {known.published_open}"] if known.published_open else []
    assert "\n".join([*lines, f"language: {known.language}"]) == text_case.expected
