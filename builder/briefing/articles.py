"""Articles in their order, with codes and passages."""

from collections.abc import Mapping, Sequence
from zlib import crc32

from builder import edtf
from builder.annotate.topics import TopicRule, topics_in
from builder.briefing.citation import Citation
from builder.briefing.model import Article, LeftOut, Passage
from builder.briefing.words import Worded
from builder.content.article import ArticleFile
from builder.memo import NO_MEMO, Memo
from builder.urls import Slug, slugify

UNKNOWN = "unknown"


def source_slug(name: str) -> Slug:
    """Return the slug of a publisher, an agency or an author; a name without a Latin letter has a number of its own."""
    return slugify(name, f"source-{crc32(name.casefold().encode()):08x}" if name.strip() else UNKNOWN)


def in_order(files: Sequence[ArticleFile]) -> list[ArticleFile]:
    """Return article files by day of publication, undated ones last, then by slug."""
    return sorted(files, key=lambda file: (edtf.sort_key(edtf.parse(file.front.published)), file.slug))


def assemble_articles(
    files: Sequence[ArticleFile],
    worded: Sequence[Worded],
    rules: Sequence[TopicRule],
    voices: Mapping[Slug, int],
    memo: Memo = NO_MEMO,
) -> tuple[Article, ...]:
    """Return the briefing's articles with codes ``S1``, ``S2`` …; ``files`` are in order, ``worded`` their words."""
    return tuple(
        memo.take((_article, file.slug), _article, file, f"S{number}", sum(words.counts), rules, voices[file.slug])
        for number, (file, words) in enumerate(zip(files, worded, strict=True), 1)
    )


def _article(file: ArticleFile, code: str, words: int, rules: Sequence[TopicRule], voice: int) -> Article:
    front = file.front
    known = {rule.slug: rule for rule in rules if rule.slug in front.topics}
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
        topics=tuple(Slug(topic) for topic in front.topics if topic in known),
        seed=front.seed.file if front.seed else "",
        sha256=front.seed.sha256 if front.seed else "",
        left_out=tuple(LeftOut(part.lines, part.why) for part in front.seed.left_out) if front.seed else (),
        body=file.body,
        passages=_passages(file, code, tuple(known.values())),
        words=words,
        voice=voice,
    )


def _passages(file: ArticleFile, code: str, rules: Sequence[TopicRule]) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    start = 0
    for number, passage in enumerate(file.body.passages, 1):
        citation = Citation(file.slug, code, number)
        topics = tuple(Slug(slug) for slug in topics_in(passage.text, rules))
        passages.append(Passage(citation, passage.kind, passage.text, start, passage.spans, topics, passage.editorial))
        start += len(passage.text) + 1
    return tuple(passages)
