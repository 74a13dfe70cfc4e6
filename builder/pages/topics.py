"""The list of topics, and a topic's page."""

import re
from collections.abc import Sequence

from builder.briefing.model import Citation, Entity, EntityKind, Figure, Topic
from builder.pages.article import KIND_TITLES
from builder.pages.catalogue import Catalogue
from builder.pages.compared import conflict_views
from builder.pages.contexts_subjects import TopicPage, TopicsPage
from builder.pages.frame import frame
from builder.pages.front import topic_cards
from builder.pages.linker import TOPICS, Linker
from builder.pages.marks import body_marker
from builder.pages.matrix_drawing import draw_coverage
from builder.pages.parts import FigureRow
from builder.pages.phrases import counted, outlet
from builder.pages.statements import speaker_groups
from builder.pages.values import Link, Named, NamedGroup, Segment
from builder.pages.views import body_html, event_view, excerpts_by_source, named, passage_text, published, segments
from builder.urls import PagePath, Slug, page

MOST_NAMES = 12


def topics_page(catalogue: Catalogue) -> TopicsPage:
    """Return the list of all topics."""
    framed = frame(catalogue, TOPICS, "Topics", "The subjects that several articles share.")
    linker = Linker(catalogue, TOPICS)
    return TopicsPage(framed, topic_cards(linker), draw_coverage(linker))


def topic_page(catalogue: Catalogue, topic: Topic, here: PagePath | None = None) -> TopicPage:
    """Return a topic's page; ``here`` is the page it stands on where that isn't its own."""
    path = here or page("topics", topic.slug)
    linker = Linker(catalogue, path)
    passages = topic.body.passages if topic.body else ()
    marker = body_marker(linker, [(passage.text, passage.spans) for passage in passages])
    matched = _pattern(topic.match)
    return TopicPage(
        frame(
            catalogue,
            path,
            topic.title,
            topic.summary or f"{counted(len(topic.passages), 'passage')} on {topic.title}.",
        ),
        topic.summary,
        body_html(linker, topic.body, "topics", marker, f"topic-{topic.slug}-" if here else ""),
        topic.match,
        topic.review,
        conflict_views(linker, catalogue.conflicts_on.get(topic.slug, ())),
        excerpts_by_source(linker, ((citation, _marked(catalogue, citation, matched)) for citation in topic.passages)),
        speaker_groups(linker, [catalogue.statements[identifier] for identifier in topic.statements]),
        tuple(event_view(linker, catalogue.events[identifier]) for identifier in topic.events),
        tuple(_figure(linker, figure) for figure in topic.figures),
        name_groups(linker, topic.entities),
        tuple(_related(linker, slug, count) for slug, count in topic.related),
    )


def name_groups(linker: Linker, found: Sequence[tuple[EntityKind, Slug, int]]) -> tuple[NamedGroup, ...]:
    """Return who and what is named, by kind, with the counts in place of all mentions; the first of each kind."""
    groups = []
    for kind, title in KIND_TITLES.items():
        keyed = ((linker.catalogue.entities.get((other, slug)), count) for other, slug, count in found if other is kind)
        known = [_counted_here(linker, entity, count) for entity, count in keyed if entity]
        if known:
            groups.append(NamedGroup(title, tuple(known[:MOST_NAMES])))
    return tuple(groups)


def _counted_here(linker: Linker, entity: Entity, count: int) -> Named:
    whole = named(linker, entity)
    return Named(whole.link, whole.role, count, whole.statements)


def _figure(linker: Linker, figure: Figure) -> FigureRow:
    article = linker.catalogue.articles[figure.citation.article]
    sentence = "" if article.rights == "none" else figure.sentence
    return FigureRow(
        figure.words,
        sentence,
        linker.cite(figure.citation),
        outlet(article.publisher, article.agency),
        published(article),
    )


def _related(linker: Linker, slug: Slug, count: int) -> Link:
    link = linker.topic(slug)
    return Link(link.text, link.href, f"{counted(count, 'shared passage')}")


def _marked(catalogue: Catalogue, citation: Citation, matched: re.Pattern[str] | None) -> tuple[Segment, ...]:
    text = passage_text(catalogue.passage(citation))
    return segments(text, [found.span() for found in matched.finditer(text)] if matched else ())


def _pattern(phrases: Sequence[str]) -> re.Pattern[str] | None:
    """Return what finds a topic's phrases; ``*`` at the end of a phrase matches the word's endings."""
    written = [_phrase(phrase) for phrase in sorted(phrases, key=len, reverse=True) if phrase.strip("* ")]
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})", re.IGNORECASE) if written else None


def _phrase(phrase: str) -> str:
    words = r"\s+".join(re.escape(word) for word in phrase.rstrip("*").split())
    return words + (r"\w*" if phrase.endswith("*") else r"(?!\w)")
