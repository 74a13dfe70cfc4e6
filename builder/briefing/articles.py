"""Articles in their order, with codes and passages."""

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

from builder import edtf
from builder.annotate.topics.rules import TopicRule, topics_in
from builder.briefing.citation import Citation
from builder.briefing.model import Article, LeftOut, Passage
from builder.content.article import ArticleFile
from builder.memo import Memo
from builder.urls import Slug, slugify

UNKNOWN = "unknown"


@lru_cache(maxsize=1 << 12)
def source_slug(name: str) -> Slug:
    """Return the slug of a publisher, an agency or an author; a name without a Latin letter has a number of its own."""
    return slugify(name, f"source-{crc32(name.casefold().encode()):08x}" if name.strip() else UNKNOWN)


def in_order(files: Sequence[ArticleFile]) -> list[ArticleFile]:
    """Return article files by day of publication, undated ones last, then by slug."""
    return sorted(files, key=lambda file: (edtf.sort_key(edtf.parse(file.front.published)), file.slug))


def assemble_passages(
    files: Sequence[ArticleFile], rules: Sequence[TopicRule], memo: Memo
) -> tuple[tuple[Passage, ...], ...]:
    """Return the passages of each article; ``files`` are in order."""
    return tuple(
        memo.take((_passages, file.slug), _passages, file, f"S{number}", rules) for number, file in enumerate(files, 1)
    )


def _passages(file: ArticleFile, code: str, rules: Sequence[TopicRule]) -> tuple[Passage, ...]:
    asked = [rule for rule in rules if rule.slug in file.front.topics]
    passages: list[Passage] = []
    start = 0
    for number, passage in enumerate(file.body.passages, 1):
        citation = Citation(file.slug, code, number)
        topics = tuple(Slug(slug) for slug in topics_in(passage.text, asked))
        passages.append(Passage(citation, passage.kind, passage.text, start, passage.spans, topics, passage.editorial))
        start += len(passage.text) + 1
    return tuple(passages)


def article_of(file: ArticleFile, code: str, voice: int, rules: Sequence[TopicRule]) -> Article:
    """Return the article of a file; ``rules`` are those of all topics."""
    passages = _passages(file, code, rules)
    return _article(file, code, passages, voice, frozenset(rule.slug for rule in rules))


def assemble_articles(
    files: Sequence[ArticleFile],
    passages: Sequence[tuple[Passage, ...]],
    voices: Sequence[int],
    topics: frozenset[str],
    memo: Memo,
) -> tuple[Article, ...]:
    """Return the briefing's articles, whose codes are ``S1``, ``S2`` and so on.

    ``files`` are in order; ``passages`` and ``voices`` are those of each, ``topics`` those of the briefing.
    """
    return tuple(
        memo.take((_article, file.slug), _article, file, f"S{number}", told, voice, topics)
        for number, (file, told, voice) in enumerate(zip(files, passages, voices, strict=True), 1)
    )


def _article(
    file: ArticleFile, code: str, passages: tuple[Passage, ...], voice: int, topics: frozenset[str]
) -> Article:
    front = file.front
    return Article(
        slug=file.slug,
        code=code,
        title=front.title,
        published=front.published,
        published_from=front.published_from,
        publisher=front.publisher,
        publisher_slug=source_slug(front.publisher),
        agency=front.agency,
        authors=front.author,
        url=front.url,
        retrieved=front.retrieved,
        archive=front.archive,
        language=front.language,
        review=front.review,
        rights=front.rights,
        aliases=front.aliases,
        topics=tuple(Slug(topic) for topic in front.topics if topic in topics),
        seed=front.seed.file if front.seed else "",
        sha256=front.seed.sha256 if front.seed else "",
        left_out=tuple(LeftOut(part.lines, part.why) for part in front.seed.left_out) if front.seed else (),
        body=file.body,
        passages=passages,
        words=file.wording.count,
        voice=voice,
    )
