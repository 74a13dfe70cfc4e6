"""What the pictures of single pages say, for where they are shared."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from builder.briefing.model import Entity, EntityKind, Event, Topic
from builder.pages.catalogue import Catalogue
from builder.pages.dates import within
from builder.pages.linker import Linker
from builder.pages.phrases import outlet
from builder.pages.timeline_drawing import Spot, spots
from builder.pages.words import Words
from builder.urls import PagePath, Slug, page

_KINDS = {EntityKind.PERSON: "Person", EntityKind.ORGANISATION: "Organisation", EntityKind.PLACE: "Place"}


@dataclass(frozen=True, slots=True)
class Card:
    """What a picture says of a page."""

    kicker: str
    """A line above the title: what kind of page it is."""
    title: str
    figures: str
    """A line below; may be empty."""
    briefing: str
    """The briefing's title."""
    spots: tuple[Spot, ...]
    """The page's own timeline, all in one lane; empty where fewer than two events have a date."""


MakeCard = Callable[[Catalogue], Card]


def cards(found: Catalogue) -> Iterator[tuple[PagePath, MakeCard]]:
    """Give every picture of a page by its path, with what makes it."""
    briefing = found.briefing
    makers: tuple[tuple[PagePath, MakeCard], ...] = (
        *((page("articles", one.slug), partial(_article, slug=one.slug)) for one in briefing.articles),
        *((page("topics", one.slug), partial(_topic, topic=one)) for one in briefing.topics),
        *((page(one.kind, one.slug), partial(_entity, entity=one)) for one in briefing.entities),
    )
    for path, make in makers:
        if picture := found.pictures.get(path):
            yield picture, make


def _article(found: Catalogue, slug: Slug) -> Card:
    head, words = found.articles[slug], found.words
    kicker = (head.code, outlet(head.publisher, head.agency, words), within(head.published, words))
    return Card(" · ".join(kicker), head.title, "", found.briefing.title, ())


def _topic(found: Catalogue, topic: Topic) -> Card:
    words = found.words
    figures = _figures(words, passage=len(topic.passages), statement=len(topic.statements), event=len(topic.events))
    events = [found.events[identifier] for identifier in topic.events]
    line = _line(found, page("topics", topic.slug), events)
    return Card(words.say("Topic"), topic.title, figures, found.briefing.title, line)


def _entity(found: Catalogue, entity: Entity) -> Card:
    words, key = found.words, (entity.kind, entity.slug)
    figures = _figures(words, mention=len(entity.mentions), statement=len(found.statements_by.get(key, ())))
    line = _line(found, page(entity.kind, entity.slug), found.events_with.get(key, ()))
    kicker = entity.role or words.say(_KINDS[entity.kind])
    return Card(kicker, entity.name, figures, found.briefing.title, line)


def _figures(words: Words, **counts: int) -> str:
    """Return how many there are of each thing, by its English name; what there is none of is left out."""
    return " · ".join(words.count(count, thing) for thing, count in counts.items() if count)


def _line(found: Catalogue, path: PagePath, events: Iterable[Event]) -> tuple[Spot, ...]:
    marks = spots(Linker(found, path), tuple(events))
    return tuple(Spot(0, one.start, one.end, one.weight) for one in marks) if len(marks) > 1 else ()
