"""Who says what: quotes and claims of all articles, one entry for one utterance."""

from collections.abc import Iterator, Mapping, Sequence

from builder.annotate.span import STATEMENTS, Span
from builder.briefing.model import Article, EntityKind, Passage, Statement
from builder.briefing.reviews import joint_state, state_of
from builder.briefing.utterances import Report, Utterance, group_reports
from builder.urls import Slug


def assemble_statements(
    articles: Sequence[Article], kinds: Mapping[Slug, EntityKind], names: Mapping[Slug, str]
) -> tuple[Statement, ...]:
    """Return the statements in order of their first report.

    What several articles carry is one statement with variants. ``kinds`` and ``names`` describe the entities a ``by``
    may refer to.
    """
    reports = [report for article in articles for report in _reports(article)]
    return tuple(_statement(utterance, kinds, names) for utterance in group_reports(reports))


def _reports(article: Article) -> Iterator[Report]:
    for passage in article.passages:
        for span in passage.spans:
            if span.label in STATEMENTS:
                text = passage.text[span.start : span.end]
                by, stance = _own_or_around(passage, span, "by"), _own_or_around(passage, span, "stance")
                yield Report(article, passage, span, text, by, stance or "asserts")


def _own_or_around(passage: Passage, span: Span, key: str) -> str:
    """Return a value of a statement, else that of the statement around it."""
    enclosing = enclosing_statement(passage, span)
    return span.value(key) or (enclosing.value(key) if enclosing else "")


def _statement(utterance: Utterance, kinds: Mapping[Slug, EntityKind], names: Mapping[Slug, str]) -> Statement:
    first, *others = utterance.reports
    article, passage, span = first.article, first.passage, first.span
    speaker = Slug(first.by) if first.by in kinds else None
    return Statement(
        id=f"{article.slug}-{passage.citation.paragraph}-{span.start}",
        kind=str(span.label),
        text=first.text,
        speaker=speaker,
        speaker_kind=kinds[speaker] if speaker else None,
        speaker_words=names[speaker] if speaker else first.by,
        verb=_own_or_around(passage, span, "verb"),
        stance=first.stance,
        citations=tuple(dict.fromkeys(report.passage.citation for report in utterance.reports)),
        variants=tuple((other.text, other.passage.citation) for other in others if other.text != first.text),
        published=article.published,
        topics=passage.topics,
        voices=len({report.article.voice for report in utterance.reports}),
        review=joint_state([state_of(report.article, report.passage, report.span) for report in utterance.reports]),
    )


def enclosing_statement(passage: Passage, span: Span) -> Span | None:
    """Return the innermost statement around a span of the passage; a quote may stand inside a claim."""
    around = [
        other
        for other in passage.spans
        if other.label in STATEMENTS and other != span and other.start <= span.start and span.end <= other.end
    ]
    return around[-1] if around else None
