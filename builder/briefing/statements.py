"""Who says what: quotes and claims of all articles, one entry for one utterance."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from builder.annotate.span import STATEMENTS, Span
from builder.briefing.model import Article, EntityKind, Passage, Statement
from builder.briefing.reviews import joint_state, state_of
from builder.briefing.utterances import Manner, Report, Utterance, group_reports, manner_of
from builder.memo import Memo
from builder.urls import Slug


def assemble_statements(
    articles: Sequence[Article],
    kinds: Mapping[Slug, EntityKind],
    names: Mapping[Slug, str],
    memo: Memo | None = None,
) -> tuple[Statement, ...]:
    """Return the statements in order of their first report.

    What several articles carry is one statement with variants. ``kinds`` and ``names`` describe the entities a ``by``
    may refer to.
    """
    memo = memo or Memo()
    reports = [report for article in articles for report in memo.take((_reports, article.slug), _reports, article)]
    comparable: dict[Manner, list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        comparable[manner_of(report)].append(number)
    by_number: dict[int, Statement] = {}
    for manner, numbers in comparable.items():
        speaker = Slug(manner.by) if manner.by in kinds else None
        kind, name = (kinds[speaker], names[speaker]) if speaker else (None, manner.by)
        group = tuple([reports[number] for number in numbers])
        for place, statement in memo.take((_said, manner), _said, group, speaker, kind, name):
            by_number[numbers[place]] = statement
    return tuple(by_number[number] for number in sorted(by_number))


def _reports(article: Article) -> tuple[Report, ...]:
    return tuple(
        Report(
            article,
            passage,
            span,
            passage.text[span.start : span.end],
            _own_or_around(passage, span, "by"),
            _own_or_around(passage, span, "stance") or "asserts",
        )
        for passage in article.passages
        for span in passage.spans
        if span.label in STATEMENTS
    )


def _said(
    reports: Sequence[Report], speaker: Slug | None, kind: EntityKind | None, name: str
) -> tuple[tuple[int, Statement], ...]:
    """Return what somebody said, each with the place of its first report among all."""
    return tuple((utterance.place, _statement(utterance, speaker, kind, name)) for utterance in group_reports(reports))


def _own_or_around(passage: Passage, span: Span, key: str) -> str:
    """Return a value of a statement, else that of the statement around it."""
    enclosing = enclosing_statement(passage, span)
    return span.value(key) or (enclosing.value(key) if enclosing else "")


def _statement(utterance: Utterance, speaker: Slug | None, kind: EntityKind | None, name: str) -> Statement:
    first, *others = utterance.reports
    article, passage, span = first.article, first.passage, first.span
    return Statement(
        id=f"{article.slug}-{passage.citation.paragraph}-{span.start}",
        kind=str(span.label),
        text=first.text,
        speaker=speaker,
        speaker_kind=kind,
        speaker_words=name,
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
