"""Edited articles held against their seeds: what the source is said to say stands in the source."""

import re
from collections.abc import Iterator, Mapping, Sequence

from builder.annotate.span import Label
from builder.content.article import ArticleFile
from builder.content.front_matter import place_of
from builder.ingest.document import Seed
from builder.ingest.whole_text import whole_text
from builder.markdown.tokens import BodyPassage
from builder.memo import NO_MEMO, Memo
from builder.problems import Location, Problem, Severity, note, warning

_FOLD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_IGNORED = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff–—-]+")


def verify(articles: Sequence[ArticleFile], seeds: Sequence[Seed], memo: Memo = NO_MEMO) -> Iterator[Problem]:
    """Yield what edited articles and their seeds disagree on.

    An article that is as the builder wrote it was made from its seed and needs no check. White space, hyphens and
    dashes, and the shape of quotation marks don't count; paragraphs marked ``.note`` are the editor's own.
    """
    by_path: Mapping[str, Seed] = {seed.path: seed for seed in seeds}
    for article in articles:
        if article.front.seed is None:
            continue
        seed = by_path.get(article.front.seed.file)
        if seed is None:
            hint = "the article stays as it is; delete it by hand if it should go with its seed"
            message = f"its seed {article.front.seed.file} is gone"
            line, _ = place_of(article.header, "seed")
            yield warning(article.path, "seed-missing", message, line=line, hint=hint)
        elif not article.untouched:
            yield from memo.take((_differences, article.path), _differences, article, seed)


def _differences(article: ArticleFile, seed: Seed) -> tuple[Problem, ...]:
    return tuple(_passages(article, squeezed(whole_text(seed))))


def _passages(article: ArticleFile, source: str) -> Iterator[Problem]:
    for passage in article.body.passages:
        if passage.editorial:
            continue
        yield from _quotes(article.path, passage, source)
        words = squeezed(passage.text)
        count = source.count(words)
        if not count:
            hint = "put the source's words back, or mark the paragraph as yours: [words]{.note}"
            message = "the paragraph is not in its seed"
            yield warning(article.path, "passage-altered", message, line=passage.line, hint=hint)
        elif count > 1:
            message = "the paragraph stands in its seed more than once; which one is meant can't be told"
            yield note(article.path, "passage-ambiguous", message, line=passage.line)


def _quotes(path: str, passage: BodyPassage, source: str) -> Iterator[Problem]:
    for span, (line, column) in zip(passage.spans, passage.places, strict=True):
        words = passage.text[span.start : span.end]
        if span.label is Label.QUOTE and squeezed(words) not in source:
            hint = "quote the source's own words"
            message = "quote is not in its seed"
            yield Problem(Location(path, line, column), Severity.ERROR, "quote-altered", message, hint)


def squeezed(text: str) -> str:
    """Return a text without white space, without hyphens and dashes, and with one shape for quotation marks."""
    return _IGNORED.sub("", text.translate(_FOLD))
