"""The front page."""

from collections.abc import Sequence
from typing import Final

from builder import edtf
from builder.annotate.sentences import sentences
from builder.annotate.topics.rules import phrases_pattern
from builder.briefing.citation import Citation
from builder.briefing.model import Article, EntityKind, Event, Topic
from builder.pages.catalogue import Catalogue
from builder.pages.changes import brought
from builder.pages.compared import conflict_views
from builder.pages.contexts import FrontPage
from builder.pages.frame import frame
from builder.pages.independence import independence
from builder.pages.linker import HOME, Linker
from builder.pages.marks import body_marker
from builder.pages.parts import TopicCard
from builder.pages.svg import shortened
from builder.pages.timeline_drawing import draw_timeline
from builder.pages.timeline_marks import can_be_drawn
from builder.pages.values import Excerpt, Html
from builder.pages.views import article_line, body_html, event_view, named, segments

DRAWN: Final = 16
"""Events of the timeline; the chronology has one with all of them."""
KEY_DATES: Final = 8
CONFLICTS: Final = 3
ACCOUNTS: Final = 4
"""Of each conflict."""
TOPICS: Final = 6
LONGEST_TELLING: Final = 300
"""Characters of the sentence that stands for a topic; a longer one is shown only where there is no shorter."""
PEOPLE: Final = 10
LATEST: Final = 6


def front_page(catalogue: Catalogue) -> FrontPage:
    """Return the front page."""
    briefing = catalogue.briefing
    linker = Linker(catalogue, HOME)
    drawable = [event for event in briefing.events if can_be_drawn(event)]
    drawn = weightiest(drawable, DRAWN)
    people = [entity for entity in briefing.entities if entity.kind is EntityKind.PERSON]
    return FrontPage(
        frame(catalogue, HOME, briefing.title, briefing.subtitle),
        briefing.subtitle,
        briefing.authors,
        introduction(linker),
        catalogue.figures,
        draw_timeline(linker, drawn),
        len(drawn) if len(drawn) < len(drawable) else 0,
        tuple(event_view(linker, event) for event in key_events(briefing.events)),
        len(briefing.events),
        conflict_views(linker, briefing.conflicts[:CONFLICTS], ACCOUNTS),
        len(briefing.conflicts),
        topic_cards(linker, briefing.topics[:TOPICS]),
        len(briefing.topics),
        tuple(named(linker, (person.kind, person.slug)) for person in people[:PEOPLE]),
        tuple(article_line(linker, article) for article in latest_first(briefing.articles)[:LATEST]),
        len(briefing.articles),
        brought(briefing.editions[0], catalogue.words) if len(briefing.editions) > 1 else "",
    )


def latest_first(articles: Sequence[Article]) -> list[Article]:
    """Return articles with the latest first; those whose year isn't known come last, in the order they came in."""
    dates = [edtf.parse(article.published) for article in articles]
    known = [article for article, date in zip(articles, dates, strict=True) if date and edtf.is_dated(date)]
    undated = [article for article, date in zip(articles, dates, strict=True) if not (date and edtf.is_dated(date))]
    return [*sorted(known, key=lambda article: edtf.sort_key(edtf.parse(article.published)), reverse=True), *undated]


def introduction(linker: Linker) -> Html:
    """Return the briefing's introduction."""
    body = linker.catalogue.briefing.introduction
    marker = body_marker(linker, [(passage.text, passage.spans) for passage in body.passages])
    return body_html(linker, body, HOME, marker)


def weightiest(events: Sequence[Event], most: int) -> list[Event]:
    """Return the events that weigh most, no more than ``most``, in the order they came in."""
    chosen = {event.id for event in sorted(events, key=lambda event: -event.weight)[:most]}
    return [event for event in events if event.id in chosen]


def key_events(events: tuple[Event, ...]) -> list[Event]:
    """Return the weightiest dated events that are no background, of each date one, in the order they came in."""
    dated = [event for event in events if event.date != "unknown" and not event.background]
    leading: dict[str, Event] = {}
    for event in sorted(dated, key=lambda event: -event.weight):
        leading.setdefault(event.date, event)
    return weightiest([event for event in dated if event is leading[event.date]], KEY_DATES)


def topic_cards(linker: Linker, topics: Sequence[Topic]) -> tuple[TopicCard, ...]:
    """Return a card for each topic; no sentence stands on two cards while there is another."""
    used: set[Citation] = set()
    return tuple(_card(linker, topic, used) for topic in topics)


def _card(linker: Linker, topic: Topic, used: set[Citation]) -> TopicCard:
    candidates = [
        (text, citation) for text, citation in _candidates(linker, topic) if linker.catalogue.rights(citation) != "none"
    ]
    fresh = [candidate for candidate in candidates if candidate[1] not in used] or candidates
    excerpt = None
    if fresh:
        text, citation = next((candidate for candidate in fresh if len(candidate[0]) <= LONGEST_TELLING), fresh[0])
        used.add(citation)
        excerpt = Excerpt(linker.cite(citation), segments(shortened(text, LONGEST_TELLING), ()))
    return TopicCard(
        linker.topic(topic.slug),
        topic.summary,
        excerpt,
        independence(linker.catalogue, topic.articles),
        len(topic.passages),
        len(topic.statements),
        len(topic.events),
    )


def _candidates(linker: Linker, topic: Topic) -> list[tuple[str, Citation]]:
    """Return sentences that may stand for a topic, the most telling first: its events by weight, then its passages."""
    events = [linker.catalogue.events[identifier] for identifier in topic.events]
    told = [
        (telling.text, telling.citation)
        for event in sorted(events, key=lambda event: -event.weight)
        for telling in event.tellings
        if telling.text == event.text and not event.background
    ]
    passages = ((citation, linker.catalogue.passage(citation)) for citation in topic.passages)
    return told + [(_on_topic(passage.text, topic), citation) for citation, passage in passages if passage]


def _on_topic(text: str, topic: Topic) -> str:
    """Return the first sentence of a passage that has one of the topic's phrases."""
    pattern = phrases_pattern(topic.match)
    parts = (text[start:end] for start, end in sentences(text))
    return next((part for part in parts if pattern and pattern.search(part)), text)
