"""Content files to the frozen model of the briefing."""

from collections.abc import Sequence

from builder import __version__
from builder.aside import aside
from builder.briefing.articles import UNKNOWN, assemble_articles, assemble_passages, in_order
from builder.briefing.changes import assemble_editions, with_this_edition
from builder.briefing.comparison import Conflict, Counted
from builder.briefing.conflicts import differing_figures, figures_of, find_conflicts
from builder.briefing.entities import KINDS, assemble_entities, find_names
from builder.briefing.events import assemble_events
from builder.briefing.facts import facts
from builder.briefing.model import Article, Briefing
from builder.briefing.relevance import relevance
from builder.briefing.shared import shared_wordings
from builder.briefing.sources import assemble_sources
from builder.briefing.statements import assemble_statements
from builder.briefing.stories import group_stories, report_of
from builder.briefing.topics import assemble_topics
from builder.briefing.voices import Origin, group_voices
from builder.briefing.wordings import Place, copies_among, shared_among
from builder.content.article import ArticleFile
from builder.content.editions import RecordedEdition
from builder.content.files import Content
from builder.content.topics import rules_of
from builder.memo import NO_MEMO, Memo
from builder.urls import Slug
from builder.workers import is_worth_while

_Compared = tuple[
    tuple[tuple[Slug, ...], ...],
    tuple[tuple[Place, ...], ...],
    tuple[Conflict, ...],
    tuple[tuple[Counted, Counted], ...],
]
"""The stories, the passages of several articles, what is told differently, and all figures that differ."""


def assemble(
    content: Content, recorded: Sequence[RecordedEdition] = (), memo: Memo = NO_MEMO, jobs: int = 1
) -> Briefing:
    """Return the briefing that a folder of content files describes.

    ``recorded`` are the editions published so far. Where the articles are no longer those of the last one, the
    briefing is a new edition; :func:`builder.briefing.changes.with_this_edition` returns what to record of it.
    ``memo`` holds what was worked out for the last briefing. With several ``jobs``, all that is compared word for word
    is worked out by a process of its own.
    """
    files = in_order(content.articles)
    rules = memo.take(rules_of, rules_of, content.topics)
    passages = assemble_passages(files, rules, memo)
    copies = copies_among(files, memo)
    voices = _voices(files, copies)
    articles = assemble_articles(files, passages, voices, frozenset(rule.slug for rule in rules), memo)
    apart = jobs if not memo.keeps and is_worth_while(len(files), jobs) else 1
    compared = aside(apart, _compare, files, articles, copies, memo)
    named = find_names(passages, memo)
    entities = assemble_entities(named, content.entities, memo)
    kinds = {entity.slug: entity.kind for entity in reversed(entities)}  # of several with a slug, the first
    names = {entity.slug: entity.name for entity in reversed(entities)}
    statements = assemble_statements(articles, kinds, names, memo)
    events = assemble_events(articles, relevance(named), KINDS, memo)
    stories, shared, conflicts, differing = compared()
    front = content.index.front
    return Briefing(
        title=front.title,
        subtitle=front.subtitle,
        base_url=front.base_url if not front.base_url or front.base_url.endswith("/") else front.base_url + "/",
        language=front.language,
        timezone=front.timezone,
        as_of=front.as_of,
        authors=front.authors,
        introduction=content.index.body,
        articles=articles,
        entities=entities,
        statements=statements,
        events=events,
        topics=assemble_topics(content.topics, articles, statements, events, memo),
        sources=assemble_sources(articles, content.entities),
        voices=len(set(voices)),
        stories=stories,
        generator=f"briefing-builder {__version__}",
        shared=shared_wordings(shared, articles),
        conflicts=conflicts,
        editions=assemble_editions(
            with_this_edition(recorded, articles, front.as_of), articles, statements, events, differing
        ),
    )


def _compare(
    files: Sequence[ArticleFile], articles: Sequence[Article], copies: Sequence[tuple[int, int]], memo: Memo
) -> _Compared:
    """Return what articles tell that are held against one another."""
    told = facts(articles, memo)
    differing = differing_figures(told, memo)
    return (
        _stories(files, copies, memo),
        shared_among(files, memo),
        find_conflicts(told, differing),
        figures_of(differing),
    )


def _stories(
    files: Sequence[ArticleFile], copies: Sequence[tuple[int, int]], memo: Memo
) -> tuple[tuple[Slug, ...], ...]:
    reports = [memo.take((report_of, file.slug), report_of, file.wording.stems, file.front.published) for file in files]
    return tuple(tuple(files[number].slug for number in group) for group in group_stories(reports, copies, memo))


def _voices(files: Sequence[ArticleFile], copies: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    return group_voices([Origin(_known(file.front.publisher), _known(file.front.agency)) for file in files], copies)


def _known(name: str) -> str:
    return "" if name == UNKNOWN else name
