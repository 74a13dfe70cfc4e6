"""The briefing, looked up from every side: by slug and identifier, by article and by entity."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from builder.briefing.citation import Citation
from builder.briefing.comparison import OF_LIVES, Conflict, SharedWording
from builder.briefing.model import (
    ArticleHead,
    Briefing,
    Entity,
    EntityKind,
    Event,
    Passage,
    Source,
    SourceKind,
    Statement,
)
from builder.pages.order import LONGEST_PART, by_speaker, chronology_parts, numbered, pages_of
from builder.pages.phrases import Described, described, key_figures, review_line
from builder.pages.pictured import pictured
from builder.pages.titles import with_titles
from builder.pages.volumes import volumes
from builder.pages.words import ENGLISH, Words
from builder.urls import PagePath, Slug

EntityKey = tuple[EntityKind, Slug]
PassageKey = tuple[Slug, int]
"""The article, and the paragraph's number from 1."""
SourceKey = tuple[SourceKind, Slug]
Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Name:
    """What lists and links tell of an entity."""

    name: str
    role: str
    mentions: int
    statements: int
    """What it is reported to have said."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A briefing with its cross-references; made once for all pages.

    What many pages show a little of has a small table of its own, so that a page hangs on that little alone: see
    :mod:`builder.pages.noting`.
    """

    briefing: Briefing
    as_written: Briefing
    """The same before what has no title is called untitled."""
    words: Words
    """Of the interface."""
    pictures: Mapping[PagePath, PagePath]
    """The picture of each page that has one of its own, by the page's path."""
    figures: tuple[str, ...]
    """The briefing in figures."""
    review: str
    """The state of review in a sentence."""
    described: Mapping[Slug, Described]
    """What the citations of each article tell of it."""
    articles: Mapping[Slug, ArticleHead]
    headlines: Mapping[Slug, tuple[str, str]]
    """The title of each article as it is written, and its publisher."""
    passages: Mapping[PassageKey, Passage]
    names: Mapping[EntityKey, Name]
    titles: Mapping[Slug, str]
    """Of the topics, in the briefing's order."""
    source_names: Mapping[SourceKey, str]
    """Of publishers, agencies and authors; ``unknown`` for the articles that name none."""
    codes: Mapping[str, Slug]
    """The article of each code."""
    voices: Mapping[Slug, int]
    """The independent voice that each article belongs to."""
    rights_of: Mapping[Slug, str]
    """How much of each article's text may be shown."""
    statements: Mapping[str, Statement]
    events: Mapping[str, Event]
    statements_in: Mapping[Slug, tuple[Statement, ...]]
    """By article."""
    events_in: Mapping[Slug, tuple[Event, ...]]
    """By article."""
    entities_in: Mapping[Slug, tuple[tuple[EntityKind, Slug, int], ...]]
    """By article, with how often it names them, most first, else in the briefing's order."""
    statements_by: Mapping[EntityKey, tuple[Statement, ...]]
    """By speaker."""
    events_with: Mapping[EntityKey, tuple[Event, ...]]
    """By who or what takes part."""
    statements_about: Mapping[EntityKey, tuple[Statement, ...]]
    """By who or what is named in what somebody else says."""
    shared_in: Mapping[Slug, tuple[SharedWording, ...]]
    """What an article has in the same words as others, by article."""
    conflicts_on: Mapping[Slug, tuple[Conflict, ...]]
    """By topic."""
    conflicts_of: Mapping[Slug, tuple[Conflict, ...]]
    """By whom or what they are about, and by who asserts or denies."""
    stories: Mapping[Slug, tuple[Slug, ...]]
    """The articles that tell the same story as an article, itself among them."""
    chronology: Mapping[int, tuple[Event, ...]]
    """The events of each part of the chronology, in order, by the part's number from 1."""
    said: Mapping[int, tuple[Statement, ...]]
    """The statements of each part of the page of all statements, in order, by the part's number from 1."""
    event_parts: Mapping[str, int]
    """In which part of the chronology an event stands, from 1."""
    statement_parts: Mapping[str, int]
    """In which part of the page of all statements a statement stands, from 1."""
    conflict_parts: Mapping[str, int]
    """In which part of that page conflicting accounts stand, from 1."""
    volumes: Mapping[str, int]
    """In which volume of the dossier an article, an event, a statement or a conflict stands, from 1, by its anchor."""

    def passage(self, citation: Citation) -> Passage | None:
        """Return the passage that is cited; ``None`` where the article has no such paragraph."""
        return self.passages.get((citation.article, citation.paragraph))

    def sources_of(self, kind: SourceKind) -> tuple[Source, ...]:
        """Return the publishers, the agencies or the authors, in the briefing's order."""
        return tuple(source for source in self.briefing.sources if source.kind is kind)

    def rights(self, citation: Citation) -> str:
        """Return how much of the cited article's text may be shown: ``full``, ``excerpt`` or ``none``."""
        return self.rights_of.get(citation.article, "none")

    def cited_paragraphs(self, article: Slug) -> frozenset[int]:
        """Return the paragraphs of an article that a statement or an event rests on."""
        statements = (told for one in self.statements_in.get(article, ()) for _, told in wordings(one))
        events = (telling.citation for one in self.events_in.get(article, ()) for telling in one.tellings)
        return frozenset(told.paragraph for told in (*statements, *events) if told.article == article)


def wordings(statement: Statement) -> list[tuple[str, Citation]]:
    """Return the words of a statement with each passage that has them, the earliest first."""
    if not statement.variants:
        return [(statement.text, citation) for citation in statement.citations]
    varied = {citation for _, citation in statement.variants}
    first, *others = statement.citations
    same = [(statement.text, citation) for citation in others if citation not in varied]
    return [(statement.text, first), *same, *statement.variants]


def participants(event: Event) -> Iterator[EntityKey]:
    """Give who and what takes part in an event: people, then organisations, then places."""
    for kind, slugs in (
        (EntityKind.PERSON, event.people),
        (EntityKind.ORGANISATION, event.organisations),
        (EntityKind.PLACE, event.places),
    ):
        for slug in slugs:
            yield kind, slug


def catalogue(briefing: Briefing, words: Words = ENGLISH) -> Catalogue:
    """Return the briefing with its cross-references; what has no title is called untitled."""
    as_written, briefing = briefing, with_titles(briefing, words)
    names = _names(briefing)
    ranks = {topic.slug: rank for rank, topic in enumerate(briefing.topics)}
    passages = _passages(briefing)
    chronology = chronology_parts(briefing.events)
    said = pages_of(by_speaker(briefing.statements, names, ranks))
    return Catalogue(
        briefing=briefing,
        as_written=as_written,
        words=words,
        pictures=pictured(briefing, words),
        figures=key_figures(briefing, words),
        review=review_line(briefing, words),
        described={article.slug: described(article, words, briefing.language) for article in briefing.articles},
        articles={article.slug: article.head for article in briefing.articles},
        headlines={article.slug: (article.title, article.publisher) for article in as_written.articles},
        passages=passages,
        names=names,
        titles={topic.slug: topic.title for topic in briefing.topics},
        source_names={(source.kind, source.slug): source.name for source in briefing.sources},
        codes={article.code: article.slug for article in briefing.articles},
        voices={article.slug: article.voice for article in briefing.articles},
        rights_of={article.slug: article.rights for article in briefing.articles},
        statements={statement.id: statement for statement in briefing.statements},
        events={event.id: event for event in briefing.events},
        statements_in=_grouped(_statements_in(briefing)),
        events_in=_grouped((told.citation.article, event) for event in briefing.events for told in event.tellings),
        entities_in=_entities_in(briefing.entities),
        statements_by=_grouped(_statements_by(briefing)),
        events_with=_grouped((key, event) for event in briefing.events for key in participants(event)),
        statements_about=_grouped(_statements_about(briefing, passages)),
        shared_in=_grouped((citation.article, shared) for shared in briefing.shared for citation in shared.citations),
        conflicts_on=_grouped((slug, conflict) for conflict in briefing.conflicts for slug in conflict.topics),
        conflicts_of=_grouped((slug, conflict) for conflict in briefing.conflicts for slug in _concerned(conflict)),
        stories={slug: story for story in briefing.stories for slug in story},
        chronology=dict(enumerate(chronology, 1)),
        said=dict(enumerate(said, 1)),
        event_parts=numbered(chronology),
        statement_parts=numbered(said),
        conflict_parts={one.id: place // LONGEST_PART + 1 for place, one in enumerate(briefing.conflicts)},
        volumes=volumes(briefing),
    )


def _passages(briefing: Briefing) -> dict[PassageKey, Passage]:
    return {
        (article.slug, number): passage
        for article in briefing.articles
        for number, passage in enumerate(article.passages, 1)
    }


def _names(briefing: Briefing) -> dict[EntityKey, Name]:
    said = Counter((statement.speaker_kind, statement.speaker) for statement in briefing.statements)
    return {
        (entity.kind, entity.slug): Name(entity.name, entity.role, len(entity.mentions), said[entity.kind, entity.slug])
        for entity in briefing.entities
    }


def _concerned(conflict: Conflict) -> Iterator[Slug]:
    if conflict.kind in OF_LIVES:
        yield Slug(conflict.subject)
    yield from (Slug(account.speaker) for account in conflict.accounts if account.speaker)


def _entities_in(entities: Iterable[Entity]) -> dict[Slug, tuple[tuple[EntityKind, Slug, int], ...]]:
    found: defaultdict[Slug, list[tuple[EntityKind, Slug, int]]] = defaultdict(list)
    for entity in entities:
        counts = Counter([mention.citation.article for mention in entity.mentions])
        for slug in entity.articles:
            found[slug].append((entity.kind, entity.slug, counts[slug]))
    return {slug: tuple(sorted(named, key=lambda one: -one[2])) for slug, named in found.items()}


def _grouped(pairs: Iterable[tuple[Key, Thing]]) -> dict[Key, tuple[Thing, ...]]:
    """Return things by key, in the order they came in, each once under a key."""
    groups: defaultdict[Key, dict[int, Thing]] = defaultdict(dict)
    for key, thing in pairs:
        groups[key][id(thing)] = thing
    return {key: tuple(found.values()) for key, found in groups.items()}


def _statements_in(briefing: Briefing) -> Iterator[tuple[Slug, Statement]]:
    for statement in briefing.statements:
        for _, citation in wordings(statement):
            yield citation.article, statement


def _statements_by(briefing: Briefing) -> Iterator[tuple[EntityKey, Statement]]:
    for statement in briefing.statements:
        if statement.speaker is not None and statement.speaker_kind is not None:
            yield (statement.speaker_kind, statement.speaker), statement


def _statements_about(
    briefing: Briefing, passages: Mapping[PassageKey, Passage]
) -> Iterator[tuple[EntityKey, Statement]]:
    """Give each entity with the statements of others whose words name it, in the order of the statements."""
    named: defaultdict[Citation, list[tuple[int, int, EntityKey]]] = defaultdict(list)
    for entity in briefing.entities:
        entity_key = entity.kind, entity.slug
        for mention in entity.mentions:
            named[mention.citation].append((mention.start, mention.end, entity_key))
    for mentions in named.values():
        mentions.sort()
    for statement in briefing.statements:
        speaker = statement.speaker_kind, statement.speaker
        for words, citation in wordings(statement):
            mentions = named.get(citation, [])
            passage = passages.get((citation.article, citation.paragraph)) if mentions else None
            start = passage.text.find(words) if passage else -1
            if start < 0:
                continue
            end = start + len(words)
            for _, last, key in mentions[bisect_left(mentions, (start,)) : bisect_left(mentions, (end + 1,))]:
                if last <= end and key != speaker:
                    yield key, statement
