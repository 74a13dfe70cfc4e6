"""Coverage by topic and source as a matrix: one row a topic, one column a publisher, squares by number of passages."""

import math
from collections import Counter
from html import escape
from typing import Final

from builder.briefing.model import Source, SourceKind, Topic
from builder.pages.linker import Linker
from builder.pages.svg import linked, opening, shortened
from builder.pages.values import Html
from builder.pages.words import Words

WIDTH: Final = 340
"""Units; a unit is a pixel on a phone."""
HEAD: Final = 146
"""Height of the publishers' names, which stand upright."""
CELL: Final = 26
MOST_TOPICS: Final = 16
MOST_SOURCES: Final = 8
CHARACTER: Final = 7.2
"""Width of a character, on average, in units."""
LONGEST_SOURCE: Final = 19
"""Characters."""


def draw_coverage(linker: Linker) -> Html:
    """Return the matrix; empty where there are not two topics with passages and two sources to compare.

    Publishers that many articles come from stand first; those beyond the room there is are left out, and the text says
    so.
    """
    briefing = linker.catalogue.briefing
    topics = briefing.topics[:MOST_TOPICS]
    ordered = sorted(linker.catalogue.sources_of(SourceKind.PUBLISHER), key=lambda source: -len(source.articles))
    sources = ordered[:MOST_SOURCES]
    counts = _counts(linker)
    if len(topics) < 2 or len(sources) < 2 or not counts:
        return Html("")
    most = max(counts.values())
    parts = [_head(linker.words, briefing.topics, ordered)]
    left = WIDTH - CELL * len(sources)
    parts += (_column(linker, source, _middle(left, number)) for number, source in enumerate(sources))
    for row, topic in enumerate(topics):
        parts.append(_row(linker, topic, HEAD + CELL * row, left))
        for column, source in enumerate(sources):
            count = counts[topic.slug, source.slug]
            if count:
                centre = (_middle(left, column), HEAD + CELL * row + CELL / 2)
                parts.append(_cell(linker, topic, source, centre, count, math.sqrt(count / most)))
    return Html("".join([*parts, "</svg>"]))


def _counts(linker: Linker) -> Counter[tuple[str, str]]:
    articles = linker.catalogue.articles
    return Counter(
        (topic.slug, articles[citation.article].publisher_slug)
        for topic in linker.catalogue.briefing.topics
        for citation in topic.passages
        if citation.article in articles
    )


def _head(words: Words, topics: tuple[Topic, ...], sources: list[Source]) -> str:
    left_out = []
    if len(topics) > MOST_TOPICS:
        left_out.append(words.count(len(topics) - MOST_TOPICS, "topic"))
    if len(sources) > MOST_SOURCES:
        left_out.append(words.count(len(sources) - MOST_SOURCES, "publisher"))
    text = words.say("How many passages each publisher has on each topic; every square leads to the topic.")
    text += f" {words.say('Not drawn:')} {', '.join(left_out)}." if left_out else ""
    height = HEAD + CELL * min(len(topics), MOST_TOPICS) + 4
    return opening("matrix", WIDTH, height, words.say("Coverage by topic and publisher"), text)


def _column(linker: Linker, source: Source, x: float) -> str:
    link = linker.publisher(source.slug)
    y = HEAD - 8
    name = escape(shortened(link.text, LONGEST_SOURCE))
    words = f'<text x="{x}" y="{y}" transform="rotate(-90 {x} {y})" dy="4">{name}</text>'
    return linked(link.href, link.text, words)


def _row(linker: Linker, topic: Topic, y: float, left: float) -> str:
    link = linker.topic(topic.slug)
    line = f'<line class="lane" x1="0" x2="{WIDTH}" y1="{y}" y2="{y}"/>'
    name = escape(shortened(link.text, int((left - 8) / CHARACTER)))
    words = f'<text x="{left - 8}" y="{y + 17}" text-anchor="end">{name}</text>'
    return line + linked(link.href, link.text, words)


def _cell(linker: Linker, topic: Topic, source: Source, centre: tuple[float, float], count: int, share: float) -> str:
    """Return a square whose area grows with the number."""
    x, y = centre
    side = 6 + (CELL - 10) * share
    title = f"{linker.publisher(source.slug).text}, {topic.title}: {linker.words.count(count, 'passage')}"
    shape = f'<rect x="{x - side / 2:.1f}" y="{y - side / 2:.1f}" width="{side:.1f}" height="{side:.1f}"/>'
    return linked(linker.topic(topic.slug).href, title, shape, "mark")


def _middle(left: float, column: int) -> float:
    return left + CELL * column + CELL / 2
