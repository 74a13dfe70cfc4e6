"""From how many independent sources something comes."""

from collections.abc import Collection, Iterable

from builder.pages.catalogue import Catalogue, wordings
from builder.pages.source_parts import Alone
from builder.urls import Slug


def independence(catalogue: Catalogue, articles: Iterable[Slug]) -> str:
    """Return some articles in a line: ``4 articles, 2 independent sources``."""
    known = dict.fromkeys(articles)
    voices = len({catalogue.voices[slug] for slug in known})
    return f"{catalogue.words.count(len(known), 'article')}, {catalogue.words.count(voices, 'independent source')}"


def alone(catalogue: Catalogue, articles: Collection[Slug]) -> Alone:
    """Return how much of the briefing no other article carries."""
    events = {event.id: event for slug in articles for event in catalogue.events_in.get(slug, ())}
    said = {statement.id: statement for slug in articles for statement in catalogue.statements_in.get(slug, ())}
    own = frozenset(articles)
    return Alone(
        sum(all(telling.citation.article in own for telling in event.tellings) for event in events.values()),
        sum(all(citation.article in own for _, citation in wordings(one)) for one in said.values()),
    )
