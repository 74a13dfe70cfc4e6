"""What an editor should look at: broken references between content files, and values that are not known."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches

from builder import edtf
from builder.annotate.span import Label, Span
from builder.briefing.model import Briefing
from builder.briefing.reviews import DISPUTED, MACHINE
from builder.content.article import ArticleFile
from builder.content.files import Content
from builder.markdown.spans import read_attributes
from builder.markdown.tokens import Body, BodyPassage
from builder.problems import BuildError, Location, Problem, Severity, error, note, warning

_ATTRIBUTES = re.compile(r"(?<=[^\\]\])\{\.[^{}]*\}")


def check(briefing: Briefing, content: Content) -> tuple[Problem, ...]:
    """Return the problems of the content files, in no particular order."""
    topics = [topic.slug for topic in briefing.topics]
    speakers = {entity.slug for entity in briefing.entities}
    problems: list[Problem] = []
    for file in content.articles:
        problems += _article(file, topics)
        for passage in file.body.passages:
            problems += _spans(file.path, passage, speakers)
        problems += _unread(file.path, file.body)
    problems += _twice((f"{file.folder}/{file.slug}", file.path, file.front.aliases) for file in content.entities)
    return tuple(problems)


def require_review(content: Content) -> None:
    """Raise :class:`BuildError` where the briefing asks for review and an article is not reviewed or still disputed."""
    if not content.index.front.require_review:
        return
    problems = [problem for file in content.articles for problem in _open(file)]
    if problems:
        raise BuildError(problems)


def _open(file: ArticleFile) -> Iterator[Problem]:
    """Yield a problem for an article that nobody has reviewed, and for all in it that is disputed."""
    line = _line(file, "review")
    if file.front.review == MACHINE:
        hint = "read it, then write `review: reviewed`; or take `require_review` out of content/index.md"
        yield error(file.path, "review-missing", "the article is not reviewed", line=line, hint=hint)
    hint = "settle it, then write `reviewed`; or take `require_review` out of content/index.md"
    if file.front.review == DISPUTED:
        yield error(file.path, "review-missing", "the article is disputed", line=line, hint=hint)
    for passage in file.body.passages:
        for span, (line, column) in zip(passage.spans, passage.places, strict=True):
            if span.value("review") == DISPUTED:
                message = f"“{passage.text[span.start : span.end]}” is disputed"
                yield error(file.path, "review-missing", message, line=line, column=column, hint=hint)


def _article(file: ArticleFile, topics: Sequence[str]) -> Iterator[Problem]:
    published = file.front.published
    if published == "unknown":
        hint = "write the day, or as much of it as is known, as published: 2024-09-09, 2024-09, 2024-09~"
        yield warning(
            file.path, "date-unknown", "no date of publication is known", line=_line(file, "published"), hint=hint
        )
    elif edtf.parse(published) is None:
        hint = "write 2024-09-09, 2024-09, 2024-09-09?, XXXX-09-10 or unknown"
        yield error(file.path, "date-invalid", f"“{published}” is not a date", line=_line(file, "published"), hint=hint)
    for topic in file.front.topics:
        if topic not in topics:
            near = get_close_matches(topic, topics, 1)
            hint = f"did you mean “{near[0]}”?" if near else "write a file for it in content/topics/"
            yield warning(
                file.path, "topic-unknown", f"there is no topic “{topic}”", line=_line(file, "topics"), hint=hint
            )
    if not file.body.passages:
        yield warning(file.path, "article-empty", "the article has no text", line=1)


def _line(file: ArticleFile, key: str) -> int:
    return file.key_lines.get(key, 1)


def _spans(path: str, passage: BodyPassage, speakers: Collection[str]) -> Iterator[Problem]:
    for span, (line, column) in zip(passage.spans, passage.places, strict=True):
        for key in ("value", "date"):
            value = span.value(key)
            if value and span.label in (Label.DATE, Label.EVENT) and edtf.parse(value) is None:
                excerpt = passage.text[span.start : span.end]
                hint = "write 2024-09-09, 2024-09~, 2023/2024 or XXXX-09-10"
                place = Location(path, line, column)
                yield Problem(place, Severity.ERROR, "date-invalid", f"“{value}” is not a date ({excerpt})", hint)
        yield from _speaker(path, span, line, column, speakers)


def _speaker(path: str, span: Span, line: int, column: int, speakers: Collection[str]) -> Iterator[Problem]:
    by = span.value("by")
    # A slug that names nobody is a slip of the pen; words with a space are meant as words.
    if by and "-" in by and " " not in by and by not in speakers:
        near = get_close_matches(by, sorted(speakers), 1)
        hint = f"did you mean “{near[0]}”?" if near else "name the entity by the slug of its page"
        yield note(path, "speaker-unknown", f"nobody is called “{by}”", line=line, column=column, hint=hint)


def _unread(path: str, body: Body) -> Iterator[Problem]:
    """Yield a problem for what looks like the attributes of a span and is not read as such."""
    lines = body.source.split("\n")
    starts = [passage.line for passage in body.passages]
    ends = [*starts[1:], body.first_line + len(lines)]
    for passage, end in zip(body.passages, ends, strict=True):
        spans = len(passage.spans)
        for number in range(passage.line, end):
            for match in _ATTRIBUTES.finditer(lines[number - body.first_line]):
                if read_attributes(match.string, match.start()) is None:
                    message = f"“{match[0]}” is not a label or has an unknown key, and stays text"
                    hint = "labels and their keys are listed in docs/formats.md"
                    yield warning(path, "label-unknown", message, line=number, column=match.start() + 1, hint=hint)
                elif not spans:
                    message = f"“{match[0]}” closes a bracket that was not opened in this paragraph"
                    hint = "open it with [ in the same paragraph; spans nest and don't cross paragraphs"
                    yield warning(path, "span-unbalanced", message, line=number, column=match.start() + 1, hint=hint)
                else:
                    spans -= 1


def _twice(files: Iterable[tuple[str, str, tuple[str, ...]]]) -> Iterator[Problem]:
    """Yield a problem for each alias that two files claim."""
    owners: dict[str, str] = {}
    for name, path, aliases in files:
        for alias in aliases:
            owner = owners.setdefault(alias.casefold(), name)
            if owner != name:
                message = f"alias “{alias}” belongs to {owner} already"
                yield error(path, "alias-twice", message, line=1, hint="leave it in one of the two files")
