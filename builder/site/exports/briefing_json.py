"""``data/briefing.json``: the whole model. Words that an article's ``rights`` keep back are ``null`` or empty."""

from typing import Any

from msgspec import Struct

from builder.briefing.citation import Citation
from builder.briefing.comparison import Account, Conflict, Edition
from builder.briefing.model import Article, Entity, Event, Mention, Passage, Source, Statement, Topic
from builder.markdown.tokens import Body
from builder.pages.catalogue import Catalogue
from builder.site.exports.encoding import json_bytes
from builder.site.exports.material import Material, gathered
from builder.urls import PagePath

PATH = PagePath("data/briefing.json")

Row = dict[str, Any]
"""A JSON object; its values are whatever JSON knows."""


def briefing_json(found: Catalogue) -> bytes:
    """Return the whole model as one JSON object; texts of the editor's are Markdown."""
    material = gathered(found)
    briefing = material.briefing
    return json_bytes(
        {
            "title": briefing.title,
            "subtitle": briefing.subtitle,
            "base_url": briefing.base_url,
            "language": briefing.language,
            "timezone": briefing.timezone,
            "as_of": briefing.as_of,
            "authors": briefing.authors,
            "generator": briefing.generator,
            "voices": briefing.voices,
            "introduction": _markdown(briefing.introduction),
            "articles": [_article(article, material) for article in briefing.articles],
            "entities": [_entity(entity) for entity in briefing.entities],
            "statements": [_statement(statement, material) for statement in briefing.statements],
            "events": [_event(event, material) for event in briefing.events],
            "topics": [_topic(topic, material) for topic in briefing.topics],
            "sources": [_source(source) for source in briefing.sources],
            "stories": briefing.stories,
            "shared": [
                {"passages": [citation_row(citation) for citation in shared.citations], "voices": shared.voices}
                for shared in briefing.shared
            ],
            "conflicts": [_conflict(conflict, material) for conflict in briefing.conflicts],
            "editions": [_edition(edition, material) for edition in briefing.editions],
        }
    )


def citation_row(citation: Citation) -> Row:
    """Return a citation as a JSON object."""
    return {"article": citation.article, "paragraph": citation.paragraph, "code": citation.code}


def _markdown(body: Body | None) -> str:
    return body.source if body else ""


def _article(article: Article, material: Material) -> Row:
    return {
        "slug": article.slug,
        "code": article.code,
        "title": article.title,
        "published": article.published,
        "published_from": article.published_from,
        "publisher": article.publisher,
        "publisher_slug": article.publisher_slug,
        "agency": article.agency,
        "authors": article.authors,
        "url": article.url,
        "retrieved": article.retrieved,
        "archive": article.archive,
        "language": article.language,
        "review": article.review,
        "rights": article.rights,
        "aliases": article.aliases,
        "topics": article.topics,
        "voice": article.voice,
        "words": article.words,
        "seed": article.seed,
        "sha256": article.sha256,
        "left_out": [{"lines": part.lines, "why": part.why} for part in article.left_out],
        "passages": [_passage(passage, text) for passage, text in material.passages(article)],
    }


class _Span(Struct, gc=False):
    """Of what there are most by far, rows are structs, which take half the time of objects that are put together."""

    start: int
    end: int
    label: str
    values: dict[str, str]


class _Passage(Struct, gc=False):
    paragraph: int
    kind: str
    start: int
    text: str | None
    editorial: bool
    topics: tuple[str, ...]
    spans: list[_Span]


class _Mention(Struct, gc=False):
    article: str
    paragraph: int
    code: str
    start: int
    end: int
    role: str


def _passage(passage: Passage, text: str | None) -> _Passage:
    return _Passage(
        passage.citation.paragraph,
        passage.kind,
        passage.start,
        text,
        passage.editorial,
        passage.topics,
        [_Span(at.start, at.end, at.label, dict(at.values)) for at in (() if text is None else passage.spans)],
    )


def _mention(found: Mention) -> _Mention:
    cited = found.citation
    return _Mention(cited.article, cited.paragraph, cited.code, found.start, found.end, found.role)


def _entity(entity: Entity) -> Row:
    return {
        "kind": entity.kind,
        "slug": entity.slug,
        "name": entity.name,
        "aliases": entity.aliases,
        "role": entity.role,
        "roles": [{"role": role, **citation_row(citation)} for role, citation in entity.roles],
        "same_as": entity.same_as,
        "body": _markdown(entity.body),
        "mentions": list(map(_mention, entity.mentions)),
        "articles": entity.articles,
        "together": [{"kind": kind, "slug": slug, "passages": count} for kind, slug, count in entity.together],
    }


def _statement(statement: Statement, material: Material) -> Row:
    return {
        "id": statement.id,
        "kind": statement.kind,
        "text": material.statement_text(statement),
        "speaker": statement.speaker,
        "speaker_kind": statement.speaker_kind,
        "speaker_words": statement.speaker_words,
        "verb": statement.verb,
        "stance": statement.stance,
        "citations": [citation_row(citation) for citation in statement.citations],
        "variants": [
            {"text": text, **citation_row(citation)}
            for text, citation in statement.variants
            if material.may_quote(citation)
        ],
        "published": statement.published,
        "topics": statement.topics,
        "voices": statement.voices,
        "review": statement.review,
    }


def _event(event: Event, material: Material) -> Row:
    return {
        "id": event.id,
        "date": event.date,
        "text": material.event_text(event),
        "weight": event.weight,
        "status": event.status,
        "background": event.background,
        "people": event.people,
        "organisations": event.organisations,
        "places": event.places,
        "topics": event.topics,
        "tellings": [
            {
                **citation_row(telling.citation),
                "text": telling.text if material.may_quote(telling.citation) else None,
                "date_words": telling.date_words,
                "publisher": telling.publisher,
                "agency": telling.agency,
                "dated_from": telling.dated_from,
            }
            for telling in event.tellings
        ],
        "voices": event.voices,
        "review": event.review,
        "plan": event.plan,
        "foretold": [citation_row(citation) for citation in event.foretold],
    }


def _topic(topic: Topic, material: Material) -> Row:
    return {
        "slug": topic.slug,
        "title": topic.title,
        "summary": topic.summary,
        "match": topic.match,
        "aliases": topic.aliases,
        "review": topic.review,
        "body": _markdown(topic.body),
        "passages": [citation_row(citation) for citation in topic.passages],
        "articles": topic.articles,
        "statements": topic.statements,
        "events": topic.events,
        "entities": [{"kind": kind, "slug": slug, "mentions": count} for kind, slug, count in topic.entities],
        "figures": [
            {
                **citation_row(figure.citation),
                "words": figure.words,
                "value": figure.value,
                "unit": figure.unit,
                "sentence": figure.sentence if material.may_quote(figure.citation) else None,
            }
            for figure in topic.figures
        ],
        "related": [{"slug": slug, "passages": count} for slug, count in topic.related],
    }


def _conflict(conflict: Conflict, material: Material) -> Row:
    return {
        "id": conflict.id,
        "kind": conflict.kind,
        "subject": conflict.subject,
        "accounts": [_account(account, material) for account in conflict.accounts],
        "topics": conflict.topics,
        "voices": conflict.voices,
    }


def _account(account: Account, material: Material) -> Row:
    shown = material.may_quote(account.citation)
    return {
        **citation_row(account.citation),
        "value": account.value,
        "words": account.words if shown else None,
        "sentence": account.sentence if shown else None,
        "speaker": account.speaker,
    }


def _edition(edition: Edition, material: Material) -> Row:
    return {
        "as_of": edition.as_of,
        "articles": edition.articles,
        "removed": edition.removed,
        "events": edition.events,
        "statements": edition.statements,
        "figures": [{"was": _account(was, material), "now": _account(now, material)} for was, now in edition.figures],
    }


def _source(source: Source) -> Row:
    return {
        "kind": source.kind,
        "slug": source.slug,
        "name": source.name,
        "same_as": source.same_as,
        "body": _markdown(source.body),
        "articles": source.articles,
        "publishers": source.publishers,
        "agencies": source.agencies,
        "authors": source.authors,
        "languages": source.languages,
    }
