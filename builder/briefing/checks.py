"""What an editor should look at: broken references between content files, and values that are not known."""

from collections.abc import Iterable, Iterator, Sequence

from builder import edtf
from builder.briefing.mark_references import check_references
from builder.briefing.model import Briefing
from builder.briefing.reviews import DISPUTED, MACHINE
from builder.briefing.sources import FILES
from builder.content.article import ArticleFile
from builder.content.files import Content, EntityFile
from builder.content.front_matter import place_of
from builder.content.settings import is_address_or_empty
from builder.ingest.given import edtf_of
from builder.memo import NO_MEMO, Memo
from builder.problems import BuildError, Problem, did_you_mean, error, warning


def check(briefing: Briefing, content: Content, memo: Memo = NO_MEMO) -> tuple[Problem, ...]:
    """Return the problems of the content files, in no particular order."""
    topics = tuple(sorted(topic.slug for topic in briefing.topics))
    problems = list(check_references(briefing, content, memo))
    for file in content.articles:
        problems += memo.take((problems_of, file.path), problems_of, file, topics)
    problems += _twice(content.entities)
    sources = sorted({source.slug for source in briefing.sources if source.kind in FILES})
    problems += (problem for file in content.entities for problem in _about_somebody(file, sources))
    return tuple(problems)


def problems_of(file: ArticleFile, topics: Sequence[str]) -> tuple[Problem, ...]:
    """Return what an article's file alone tells is wrong with it."""
    return (*_article(file, topics), *file.wrong)


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
        meant = edtf_of(published)
        hint = f"write {meant}" if meant else "write 2024-09-09, 2024-09, 2024-09-09?, XXXX-09-10 or unknown"
        yield error(file.path, "date-invalid", f"“{published}” is not a date", line=_line(file, "published"), hint=hint)
    yield from _addresses(file)
    for topic in file.front.topics:
        if topic not in topics:
            hint = did_you_mean(topic, topics, "write a file for it in content/topics/")
            line, column = place_of(file.header, "topics", topic)
            message = f"there is no topic “{topic}”"
            yield warning(file.path, "topic-unknown", message, line=line, column=column, hint=hint)
    if not file.body.passages:
        yield warning(file.path, "article-empty", "the article has no text", line=1)


def _addresses(file: ArticleFile) -> Iterator[Problem]:
    retrieved = file.front.retrieved
    if retrieved and edtf.parse(retrieved) is None:
        message, hint = f"“{retrieved}” is not a date", "write 2024-09-09 or null"
        yield error(file.path, "date-invalid", message, line=_line(file, "retrieved"), hint=hint)
    for key, address in (("url", file.front.url), ("archive", file.front.archive)):
        if address and not is_address_or_empty(address):
            message, hint = f"“{key}”: “{address}” is not an address, and is not linked", "write https://…, or null"
            yield warning(file.path, "value-wrong", message, line=_line(file, key), hint=hint)


def _about_somebody(file: EntityFile, sources: Sequence[str]) -> Iterator[Problem]:
    """Yield what is wrong with a file on an entity or a publisher by itself, and that its publisher is nobody's."""
    for address in file.front.same_as:
        if not is_address_or_empty(address):
            line, column = place_of(file.header, "same_as", address)
            message, hint = f"“{address}” is not an address, and is not linked", "write https://…"
            yield warning(file.path, "value-wrong", message, line=line, column=column, hint=hint)
    if file.folder == "sources" and file.slug not in sources:
        hint = did_you_mean(file.slug, sources, "call the file as its page is called, or delete it", "“{}.md”")
        yield warning(file.path, "source-unknown", "no article names this publisher or agency", line=1, hint=hint)


def _line(file: ArticleFile, key: str) -> int:
    return place_of(file.header, key)[0]


def _twice(files: Iterable[EntityFile]) -> Iterator[Problem]:
    """Yield a problem for each alias that two files claim."""
    owners: dict[str, str] = {}
    for file in files:
        name = f"{file.folder}/{file.slug}"
        for alias in file.front.aliases:
            owner = owners.setdefault(alias.casefold(), name)
            if owner != name:
                line, column = place_of(file.header, "aliases", alias)
                message = f"alias “{alias}” belongs to {owner} already"
                hint = "leave it in one of the two files"
                yield error(file.path, "alias-twice", message, line=line, column=column, hint=hint)
