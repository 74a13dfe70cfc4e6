"""Topics: their passages, what is said and what happened there, and the figures reported."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from builder.annotate.sentences import sentences
from builder.annotate.span import NAMES, Label
from builder.briefing.entities import KINDS
from builder.briefing.model import Article, EntityKind, Event, Figure, Passage, Statement, Topic
from builder.briefing.passages import name_of
from builder.content.files import TopicFile
from builder.urls import Slug


def assemble_topics(
    files: Sequence[TopicFile],
    articles: Sequence[Article],
    statements: Sequence[Statement],
    events: Sequence[Event],
) -> tuple[Topic, ...]:
    """Return the topics by number of passages, most first; a topic without passages is kept and says so."""
    passages: dict[Slug, list[Passage]] = defaultdict(list)
    shared: dict[Slug, Counter[Slug]] = defaultdict(Counter)
    for article in articles:
        for passage in article.passages:
            for topic in passage.topics:
                passages[topic].append(passage)
                shared[topic].update(other for other in passage.topics if other != topic)
    topics = [_topic(file, passages[file.slug], articles, statements, events, shared[file.slug]) for file in files]
    return tuple(sorted(topics, key=lambda topic: (-len(topic.passages), topic.title, topic.slug)))


def _topic(
    file: TopicFile,
    passages: Sequence[Passage],
    articles: Sequence[Article],
    statements: Sequence[Statement],
    events: Sequence[Event],
    shared: Counter[Slug],
) -> Topic:
    return Topic(
        slug=file.slug,
        title=file.front.title,
        summary=file.front.summary,
        match=file.front.match,
        aliases=file.front.aliases,
        review=file.front.review,
        body=file.body or None,
        passages=tuple(passage.citation for passage in passages),
        articles=tuple(article.slug for article in articles if file.slug in article.topics),
        statements=tuple(statement.id for statement in statements if file.slug in statement.topics),
        events=tuple(event.id for event in events if file.slug in event.topics),
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
    bounds = sentences(passage.text)
    return [
        Figure(
            passage.citation,
            passage.text[span.start : span.end],
            span.value("value"),
            span.value("unit"),
            next((passage.text[a:b] for a, b in bounds if a <= span.start < b), passage.text),
        )
        for span in passage.spans
        if span.label is Label.QUANTITY
    ]
