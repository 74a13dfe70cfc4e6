"""The set: short articles of our own, annotated by judgement in the markup that the builder writes.

What is told is invented. Only what an editor would want marked is: fractions in words and declined comments are not,
an event is a sentence outside quotation that tells what happened or is planned on a day or in a period it names,
and quotations and claims carry no verb.
"""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from builder.annotate.annotator import annotate
from builder.annotate.names.lexicon import learn
from builder.annotate.sentences import sentences
from builder.annotate.span import ArticleText, Span
from builder.content.front_matter import split
from builder.markdown.tokens import parse_body

FOLDER = Path(__file__).parent
"""Where the articles are."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with what should be found in it, and what is."""

    name: str
    text: str
    gold: tuple[Span, ...]
    found: tuple[Span, ...]


def paths() -> list[Path]:
    return sorted(FOLDER.glob("*.md"))


def fingerprint() -> str:
    """Return a hash of all articles with their annotations."""
    digest = hashlib.sha256()
    for path in paths():
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def annotated() -> tuple[Annotated, ...]:
    """Annotate every article as a briefing of its own."""
    return tuple(_annotated(path) for path in paths())


def _annotated(path: Path) -> Annotated:
    parts, problems = split(path.read_text("utf-8"), path.name)
    assert not problems and parts.header, path
    facts = dict(line.split(": ", 1) for line in parts.header.splitlines())
    body = parse_body(parts.body)
    gold: list[Span] = []
    start = 0
    for passage in body.passages:
        gold += [replace(span, start=span.start + start, end=span.end + start) for span in passage.spans]
        start += len(passage.text) + 1
    text = body.text
    article = ArticleText(text, sentences(text), facts["title"], facts["published"], article=path.stem)
    return Annotated(path.stem, text, tuple(gold), annotate(article, learn([article])).kept)
