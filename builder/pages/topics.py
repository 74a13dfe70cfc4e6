"""The list of topics, and a topic's page."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from builder.annotate.topics.rules import phrases_pattern
from builder.briefing.citation import Citation
from builder.briefing.model import Event, Topic
from builder.pages.catalogue import Catalogue
from builder.pages.compared import conflict_views
from builder.pages.contexts_subjects import TopicPage, TopicsPage
from builder.pages.figures import figure_groups
from builder.pages.frame import frame
from builder.pages.front import topic_cards
from builder.pages.independence import independence
from builder.pages.linker import TOPICS, Linker
from builder.pages.marks import body_marker
from builder.pages.matrix_drawing import draw_coverage
from builder.pages.name_groups import name_groups
from builder.pages.order import as_in_chronology, part, part_count, part_path
from builder.pages.paging import Parts, pager, titled
from builder.pages.statements import in_order_of_speakers, speaker_groups
from builder.pages.values import Html, Link, Segment
from builder.pages.views import body_html, event_view, excerpts_by_source, passage_text, segments
from builder.pages.words import Words
from builder.urls import Slug, page


def topics_page(catalogue: Catalogue) -> TopicsPage:
    """Return the list of all topics."""
    framed = frame(
        catalogue,
        TOPICS,
        catalogue.words.say("Topics"),
        catalogue.words.say("The subjects that several articles share."),
    )
    linker = Linker(catalogue, TOPICS)
    return TopicsPage(framed, topic_cards(linker, catalogue.briefing.topics), draw_coverage(linker))


def topic_pages(catalogue: Catalogue, topic: Topic) -> Parts:
    """Plan a topic's page, part by part."""
    origins = independence(catalogue, topic.articles)
    conflicts = catalogue.conflicts_on.get(topic.slug, ())
    count = part_count(topic.passages, topic.statements, topic.events, topic.figures, conflicts)
    events = as_in_chronology([catalogue.events[identifier] for identifier in topic.events])
    for number in range(1, count + 1):
        path = part_path(page("topics", topic.slug), number)
        here = part(events, number)
        yield path, partial(_page, topic=topic, origins=origins, number=number, count=count, events=here)


def _page(
    catalogue: Catalogue, topic: Topic, origins: str, number: int, count: int, events: Sequence[Event]
) -> TopicPage:
    base = page("topics", topic.slug)
    linker = Linker(catalogue, part_path(base, number))
    found = [catalogue.statements[identifier] for identifier in part(topic.statements, number)]
    first = number == 1
    return TopicPage(
        frame(
            catalogue,
            linker.here,
            titled(topic.title, number, linker.words),
            topic.summary or _description(topic, linker.words),
        ),
        pager(linker, base, number, count),
        topic.summary if first else "",
        overview(linker, topic) if first else Html(""),
        topic.match,
        topic.review,
        origins,
        conflict_views(linker, part(catalogue.conflicts_on.get(topic.slug, ()), number)),
        excerpts_by_source(linker, marked_passages(catalogue, topic, number)),
        speaker_groups(linker, in_order_of_speakers(catalogue, found)),
        tuple(event_view(linker, event) for event in events),
        figure_groups(linker, part(topic.figures, number)),
        name_groups(linker, topic.entities) if first else (),
        tuple(_related(linker, slug, count) for slug, count in topic.related) if first else (),
    )


def _description(topic: Topic, words: Words) -> str:
    return f"{topic.title}: {words.count(len(topic.passages), 'passage')}."


def overview(linker: Linker, topic: Topic, anchor: str = "") -> Html:
    """Return the editor's text on a topic; ``anchor`` opens the identifiers in it on a page that isn't its own."""
    passages = topic.body.passages if topic.body else ()
    marker = body_marker(linker, [(passage.text, passage.spans) for passage in passages])
    return body_html(linker, topic.body, page("topics", topic.slug), marker, anchor)


def marked_passages(catalogue: Catalogue, topic: Topic, number: int) -> Iterator[tuple[Citation, tuple[Segment, ...]]]:
    """Give the passages of a part of a topic, counted from 1, with its phrases marked; 0: of all of it."""
    matched = phrases_pattern(topic.match)
    for citation in part(topic.passages, number):
        yield citation, _marked(catalogue, citation, matched)


def _related(linker: Linker, slug: Slug, count: int) -> Link:
    link = linker.topic(slug)
    return Link(link.text, link.href, linker.words.count(count, "shared passage"))


def _marked(catalogue: Catalogue, citation: Citation, matched: re.Pattern[str] | None) -> tuple[Segment, ...]:
    text = passage_text(catalogue.passage(citation))
    return segments(text, [found.span() for found in matched.finditer(text)] if matched else ())
