"""Who says what: quotes and claims of all articles, one entry for one utterance."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from builder.annotate.span import STATEMENTS, Label, Span
from builder.briefing.citation import Citation
from builder.briefing.model import Article, EntityKind, Passage, Statement
from builder.urls import Slug

_WORD = re.compile(r"\w+")
SHORTEST_SHARED = 4
"""Words. Two quotations of fewer words may be alike by chance."""
SAME = 0.6
"""Share of the shorter quotation's words that stand in the other, in a row, from which on they are one utterance."""


@dataclass(slots=True)
class _Utterance:
    """An utterance while its reports are gathered."""

    passage: Passage
    span: Span
    article: Article
    reports: list[tuple[str, Citation, Article]]


def assemble_statements(
    articles: Sequence[Article], kinds: Mapping[Slug, EntityKind], names: Mapping[Slug, str]
) -> tuple[Statement, ...]:
    """Return the statements in order of their first report.

    A quotation that several articles carry is one statement with variants; claims are never merged, since their
    wording is the reporter's. ``kinds`` and ``names`` describe the entities a ``by`` may refer to.
    """
    utterances: list[_Utterance] = []
    by_run: dict[tuple[str, ...], _Utterance] = {}
    for article in articles:
        for passage in article.passages:
            for span in passage.spans:
                if span.label in STATEMENTS:
                    _gather(utterances, by_run, article, passage, span)
    return tuple(_statement(utterance, kinds, names) for utterance in utterances)


def _gather(
    utterances: list[_Utterance],
    by_run: dict[tuple[str, ...], _Utterance],
    article: Article,
    passage: Passage,
    span: Span,
) -> None:
    text = passage.text[span.start : span.end]
    runs = list(_runs(text, span.value("by"))) if span.label is Label.QUOTE else []
    shared = [by_run[run] for run in runs if run in by_run]
    same = next((other for other in shared if shared.count(other) >= SAME * len(runs)), None)
    if same is not None:
        same.reports.append((text, passage.citation, article))
        return
    utterance = _Utterance(passage, span, article, [(text, passage.citation, article)])
    utterances.append(utterance)
    for run in runs:
        by_run.setdefault(run, utterance)


def _runs(text: str, speaker: str) -> Iterable[tuple[str, ...]]:
    """Yield each run of words of a quotation, with its speaker, by which it is found again elsewhere."""
    words = _WORD.findall(text.casefold())
    for at in range(len(words) - SHORTEST_SHARED + 1):
        yield (speaker, *words[at : at + SHORTEST_SHARED])


def _statement(utterance: _Utterance, kinds: Mapping[Slug, EntityKind], names: Mapping[Slug, str]) -> Statement:
    span, passage = utterance.span, utterance.passage
    enclosing = enclosing_statement(passage, span)
    by = span.value("by") or (enclosing.value("by") if enclosing else "")
    speaker = Slug(by) if by in kinds else None
    text, _, article = utterance.reports[0]
    citations = tuple(dict.fromkeys(citation for _, citation, _ in utterance.reports))
    return Statement(
        id=f"{article.slug}-{passage.citation.paragraph}-{span.start}",
        kind=str(span.label),
        text=text,
        speaker=speaker,
        speaker_kind=kinds[speaker] if speaker else None,
        speaker_words=names[speaker] if speaker else by,
        verb=span.value("verb") or (enclosing.value("verb") if enclosing else ""),
        stance=span.value("stance") or (enclosing.value("stance") if enclosing else "") or "asserts",
        citations=citations,
        variants=tuple((words, place) for words, place, _ in utterance.reports[1:] if words != text),
        published=article.published,
        topics=passage.topics,
        voices=len({reporter.voice for _, _, reporter in utterance.reports}),
        review=span.value("review") or article.review,
    )


def enclosing_statement(passage: Passage, span: Span) -> Span | None:
    """Return the innermost statement around a span of the passage; a quote may stand inside a claim."""
    around = [
        other
        for other in passage.spans
        if other.label in STATEMENTS and other != span and other.start <= span.start and span.end <= other.end
    ]
    return around[-1] if around else None
