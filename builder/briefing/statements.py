"""Who says what: quotes and claims of all articles, one entry for one utterance."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from builder.annotate.span import STATEMENTS, Span
from builder.briefing.model import Article, EntityKind, Passage, Statement
from builder.briefing.reviews import joint_state, state_of
from builder.briefing.utterances import Manner, Report, group_reports, manner_of
from builder.memo import Memo
from builder.urls import Slug


def assemble_statements(
    articles: Sequence[Article],
    kinds: Mapping[Slug, EntityKind],
    names: Mapping[Slug, str],
    memo: Memo,
) -> tuple[Statement, ...]:
    """Return the statements in order of their first report.

    What several articles carry is one statement with variants. ``kinds`` and ``names`` describe the entities a ``by``
    may refer to.
    """
    reports = [report for article in articles for report in memo.take((reports_in, article.slug), reports_in, article)]
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


def reports_in(article: Article) -> tuple[Report, ...]:
    """Return what an article reports, in its order."""
    return tuple(
        Report(
            article,
            passage,
            span,
            passage.text[span.start : span.end],
            _own_or_around(span, around, "by"),
            _own_or_around(span, around, "stance") or "asserts",
            _own_or_around(span, around, "verb"),
        )
        for passage in article.passages
        for span, around in statements_in(passage)
    )


def _said(
    reports: Sequence[Report], speaker: Slug | None, kind: EntityKind | None, name: str
) -> tuple[tuple[int, Statement], ...]:
    """Return what somebody said, each with the place of its first report among all."""
    return tuple(
        (utterance.place, statement_of(utterance.reports, speaker, kind, name)) for utterance in group_reports(reports)
    )


def _own_or_around(span: Span, around: Span | None, key: str) -> str:
    """Return a value of a statement, else that of the statement around it."""
    return span.value(key) or (around.value(key) if around else "")


def statement_of(reports: Sequence[Report], speaker: Slug | None, kind: EntityKind | None, name: str) -> Statement:
    """Return what the reports of one utterance tell; ``name`` is the speaker's, or the words for one."""
    first, *others = reports
    article, passage, span = first.article, first.passage, first.span
    return Statement(
        id=passage.citation.identifier(span.start),
        kind=str(span.label),
        text=first.text,
        speaker=speaker,
        speaker_kind=kind,
        speaker_words=name,
        verb=first.verb,
        stance=first.stance,
        citations=tuple(dict.fromkeys(report.passage.citation for report in reports)),
        variants=tuple((other.text, other.passage.citation) for other in others if other.text != first.text),
        published=article.published,
        topics=passage.topics,
        voices=len({report.article.voice for report in reports}),
        review=joint_state([state_of(report.article, report.passage, report.span) for report in reports]),
    )


def statements_in(passage: Passage) -> Iterator[tuple[Span, Span | None]]:
    """Yield each statement of a passage with the innermost one around it; a quote may stand inside a claim."""
    opened: list[Span] = []
    for span in passage.spans:
        if span.label in STATEMENTS:
            while opened and opened[-1].end < span.end:
                opened.pop()
            yield span, opened[-1] if opened else None
            opened.append(span)
