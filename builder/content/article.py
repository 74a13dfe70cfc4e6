"""An article's file: read into typed front matter and a parsed body, written from a document and its spans."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from builder.annotate.span import Span
from builder.content import front_matter
from builder.content.mark_syntax import check_syntax
from builder.content.mark_values import check_values
from builder.content.markup import write_body
from builder.content.schema import ArticleFront
from builder.content.wording import Wording, wording_of
from builder.ingest.document import Document, LeftOut
from builder.markdown.tokens import Body, parse_body
from builder.problems import Problem, error
from builder.urls import Slug

_GENERATED = re.compile(r"^generated:.*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """A content file of an article, read."""

    slug: Slug
    path: str
    """As problems name it."""
    front: ArticleFront
    body: Body
    untouched: bool
    """Whether the file is as the builder wrote it."""
    header: str
    """Its front matter as it is written, by which problems find their place."""
    wording: Wording
    wrong: tuple[Problem, ...]
    """What is wrong with the marks of its body by themselves, whatever the briefing holds."""


def read_article(slug: Slug, text: str, path: str) -> tuple[ArticleFile | None, tuple[Problem, ...]]:
    """Read an article's file; ``None`` where its front matter can't be read, with what is wrong there and in its marks.

    Those of an article that can be read are checked with all else that it says.
    """
    parts, problems = front_matter.split(text, path)
    if problems:
        return None, problems
    body = parse_body(parts.body, parts.body_line)
    wrong = tuple(_wrong_marks(path, body))
    if parts.header is None:
        hint = "start the file with a line of --- and a title"
        missing = error(path, "front-matter-missing", "the article has no front matter", line=1, hint=hint)
        return None, (missing, *wrong)
    front, problems = front_matter.read(parts.header, ArticleFront, path)
    if front is None:
        return None, (*problems, *wrong)
    wording = wording_of(front.title, body)
    return ArticleFile(slug, path, front, body, is_untouched(text), parts.header, wording, wrong), ()


def _wrong_marks(path: str, body: Body) -> Iterator[Problem]:
    """Yield a problem at its place for each mark of a body that is wrong by itself, whatever the briefing holds."""
    for passage in body.passages:
        yield from check_values(path, passage)
    yield from check_syntax(path, body)


def write_article(document: Document, spans: Sequence[Span], topics: Sequence[str], rights: str) -> str:
    """Return the file of a freshly annotated article, its fingerprint included."""
    metadata = document.metadata
    value: dict[str, Any] = {
        "title": metadata.title.value if metadata.title else document.seed.rsplit("/", 1)[-1],
        "published": metadata.published.value if metadata.published else "unknown",
        "published_from": metadata.published.found if metadata.published else metadata.published_open or "unknown",
        "publisher": metadata.publisher.value if metadata.publisher else "unknown",
        "agency": metadata.agency.value if metadata.agency else "unknown",
        "author": [author.value for author in metadata.authors],
        "url": metadata.url.value if metadata.url else None,
        "retrieved": metadata.retrieved.value if metadata.retrieved else None,
        **({"archive": metadata.archive.value} if metadata.archive else {}),
        "language": metadata.language,
        "topics": list(topics),
        "review": "machine",
        "rights": rights,
        "seed": {
            "file": document.seed,
            "sha256": document.sha256,
            "left_out": [_left_out(part) for part in document.left_out],
        },
    }
    return sealed(front_matter.write(value) + "\n" + write_body(document.blocks, spans))


def _left_out(part: LeftOut) -> dict[str, str]:
    lines = str(part.first) if part.first == part.last else f"{part.first}-{part.last}"
    return {"lines": lines, "why": part.why, **({"words": part.words} if part.words else {})}


def sealed(text: str) -> str:
    """Return a file's text with its fingerprint as the last key of its front matter."""
    bare = _GENERATED.sub("", text, count=1)
    head, fence, body = bare.partition("\n---\n")
    return f"{head}\ngenerated: {fingerprint(bare)}{fence}{body}"


def fingerprint(text: str) -> str:
    """Return 16 hexadecimal digits of the SHA-256 of a file's text without its ``generated`` line."""
    return hashlib.sha256(_GENERATED.sub("", text, count=1).encode()).hexdigest()[:16]


def is_untouched(text: str) -> bool:
    """Return whether a file is as the builder wrote it."""
    match = _GENERATED.search(text)
    return match is not None and match[0].split(":", 1)[1].strip() == fingerprint(text)
