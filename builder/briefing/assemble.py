"""Content files to the frozen model of the briefing."""

from collections.abc import Sequence

from builder import __version__
from builder.briefing.articles import UNKNOWN, assemble_articles, in_order
from builder.briefing.changes import assemble_editions, with_this_edition
from builder.briefing.conflicts import differing_figures, find_conflicts
from builder.briefing.days import single_day
from builder.briefing.entities import KINDS, assemble_entities
from builder.briefing.events import assemble_events
from builder.briefing.facts import facts
from builder.briefing.model import Briefing, EntityKind
from builder.briefing.shared import shared_wordings
from builder.briefing.sources import assemble_sources
from builder.briefing.statements import assemble_statements
from builder.briefing.stories import Report, group_stories
from builder.briefing.topics import assemble_topics
from builder.briefing.voices import Origin, group_voices
from builder.briefing.wording import COPIED, alike
from builder.briefing.words import Worded, read_words
from builder.content.article import ArticleFile
from builder.content.editions import RecordedEdition
from builder.content.files import Content
from builder.content.topics import rules_of
from builder.memo import NO_MEMO, Memo
from builder.urls import Slug


def assemble(content: Content, recorded: Sequence[RecordedEdition] = (), memo: Memo = NO_MEMO) -> Briefing:
    """Return the briefing that a folder of content files describes.

    ``recorded`` are the editions published so far. Where the articles are no longer those of the last one, the
    briefing is a new edition; :func:`builder.briefing.changes.with_this_edition` returns what to record of it.
    ``memo`` holds what was worked out for the last briefing.
    """
    files = in_order(content.articles)
    worded = [memo.take((read_words, file.slug), read_words, file) for file in files]
    texts, runs = tuple([one.text for one in worded]), tuple([one.runs for one in worded])
    copies = memo.take((alike, COPIED), alike, texts, runs, COPIED)
    voices = _voices(files, copies)
    rules = memo.take(rules_of, rules_of, content.topics)
    articles = assemble_articles(files, worded, rules, voices, memo)
    entities = assemble_entities(articles, content.entities, memo)
    kinds: dict[Slug, EntityKind] = {}
    names: dict[Slug, str] = {}
    for entity in entities:
        kinds.setdefault(entity.slug, entity.kind)
        names.setdefault(entity.slug, entity.name)
    statements = assemble_statements(articles, kinds, names, memo)
    events = assemble_events(articles, KINDS, memo)
    told = facts(articles, memo)
    differing = differing_figures(told, memo)
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
        voices=len(set(voices.values())),
        stories=_stories(files, worded, copies, memo),
        generator=f"briefing-builder {__version__}",
        shared=shared_wordings(articles, worded, memo),
        conflicts=find_conflicts(told, differing),
        editions=assemble_editions(
            with_this_edition(recorded, articles, front.as_of), articles, statements, events, differing
        ),
    )


def _stories(
    files: Sequence[ArticleFile], worded: Sequence[Worded], copies: Sequence[tuple[int, int]], memo: Memo
) -> tuple[tuple[Slug, ...], ...]:
    reports = [Report(one.words, _day(file.front.published)) for file, one in zip(files, worded, strict=True)]
    return tuple(tuple(files[number].slug for number in group) for group in group_stories(reports, copies, memo))


def _day(published: str) -> int | None:
    day = single_day(published)
    return day.toordinal() if day else None


def _voices(files: Sequence[ArticleFile], copies: Sequence[tuple[int, int]]) -> dict[Slug, int]:
    origins = [Origin(_known(file.front.publisher), _known(file.front.agency)) for file in files]
    return {file.slug: number for file, number in zip(files, group_voices(origins, copies), strict=True)}


def _known(name: str) -> str:
    return "" if name == UNKNOWN else name
