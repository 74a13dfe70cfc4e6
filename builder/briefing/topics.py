"""Topics: their passages, what is said and what happened there, and the figures reported."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from builder.annotate.sentences import sentences
from builder.annotate.span import NAMES, Label
from builder.briefing.entities import KINDS
from builder.briefing.model import Article, EntityKind, Event, Figure, Passage, Statement, Topic
from builder.briefing.passages import name_of
from builder.content.files import TopicFile
from builder.memo import Memo
from builder.urls import Slug

Thing = TypeVar("Thing")


def assemble_topics(
    files: Sequence[TopicFile],
    articles: Sequence[Article],
    statements: Sequence[Statement],
    events: Sequence[Event],
    memo: Memo,
) -> tuple[Topic, ...]:
    """Return the topics by number of passages, most first; a topic without passages is kept and says so."""
    passages = _by_topic((passage.topics, passage) for article in articles for passage in article.passages)
    telling = _by_topic((article.topics, article.slug) for article in articles)
    said = _by_topic((statement.topics, statement.id) for statement in statements)
    happened = _by_topic((event.topics, event.id) for event in events)
    topics = [
        memo.take(
            (_topic, file.slug),
            _topic,
            file,
            tuple(passages.get(file.slug, ())),
            tuple(telling.get(file.slug, ())),
            tuple(said.get(file.slug, ())),
            tuple(happened.get(file.slug, ())),
        )
        for file in files
    ]
    return tuple(sorted(topics, key=lambda topic: (-len(topic.passages), topic.title, topic.slug)))


def _by_topic(things: Iterable[tuple[Sequence[Slug], Thing]]) -> dict[Slug, list[Thing]]:
    found: dict[Slug, list[Thing]] = defaultdict(list)
    for topics, thing in things:
        for topic in dict.fromkeys(topics):
            found[topic].append(thing)
    return found


def _topic(
    file: TopicFile,
    passages: tuple[Passage, ...],
    articles: tuple[Slug, ...],
    statements: tuple[str, ...],
    events: tuple[str, ...],
) -> Topic:
    shared = Counter(other for passage in passages for other in passage.topics if other != file.slug)
    return Topic(
        slug=file.slug,
        title=file.front.title,
        summary=file.front.summary,
        match=file.front.match,
        aliases=file.front.aliases,
        review=file.front.review,
        body=file.body or None,
        passages=tuple(passage.citation for passage in passages),
        articles=articles,
        statements=statements,
        events=events,
        entities=_entities(passages),
        figures=tuple(figure for passage in passages for figure in _figures(passage)),
        related=tuple(sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def _entities(passages: Sequence[Passage]) -> tuple[tuple[EntityKind, Slug, int], ...]:
    counts = Counter(
        (KINDS[span.label], name_of(passage, span))
        for passage in passages
        for span in passage.spans
        if span.label in NAMES
    )
    return tuple((*key, count) for key, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _figures(passage: Passage) -> list[Figure]:
    quantities = [span for span in passage.spans if span.label is Label.QUANTITY]
    bounds = sentences(passage.text) if quantities else []
    return [
        Figure(
            passage.citation,
            passage.text[span.start : span.end],
            span.value("value"),
            span.value("unit"),
            next((passage.text[a:b] for a, b in bounds if a <= span.start < b), passage.text),
        )
        for span in quantities
    ]
