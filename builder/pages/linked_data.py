"""What a page is about, in the words of schema.org (https://schema.org), as JSON-LD for search engines and archives."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final

import msgspec

from builder.briefing.citation import Citation
from builder.briefing.model import Article, Entity, EntityKind, Event, Source, SourceKind, Statement, Topic
from builder.edtf import Precision, parse
from builder.pages.anchors import event_anchor, statement_anchor
from builder.pages.catalogue import Catalogue, participants
from builder.pages.dates import machine_date
from builder.pages.linker import CHRONOLOGY, HOME, STATEMENTS, Linker, web_address
from builder.pages.order import LONGEST, part, part_path
from builder.pages.values import Html
from builder.urls import PagePath, RelativeLink, Slug, page

Node = dict[str, object]
"""A thing with its properties; those without a value are left out."""

TYPES: Final = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.PLACE: "Place",
}
DOWNLOADS: Final = (
    ("data/briefing.json", "application/json"),
    ("data/chronology.csv", "text/csv"),
    ("data/chronology.ics", "text/calendar"),
    ("data/statements.csv", "text/csv"),
)
_ESCAPES: Final = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Without these a text could close the element the data stands in."""


def linked_data(catalogue: Catalogue) -> Mapping[PagePath, Callable[[Catalogue], Node]]:
    """Return, by page, what makes the data of every page that is about something; see :func:`as_script`.

    Addresses are relative to the page, so that they hold wherever the site lies. Only dates are given that stand as a
    day, a month or a year, and no text whose article's rights do not allow it.
    """
    briefing = catalogue.briefing
    named = [source for source in briefing.sources if source.name != "unknown"]
    return {
        HOME: _dataset,
        **{
            part_path(CHRONOLOGY, number): partial(_events, number=number, events=events)
            for number, events in catalogue.chronology.items()
        },
        **{
            part_path(STATEMENTS, number): partial(_statements, number=number, statements=statements)
            for number, statements in catalogue.said.items()
        },
        **{page("articles", one.slug): partial(article_data, article=one) for one in briefing.articles},
        **{page("topics", one.slug): partial(_topic, topic=one) for one in briefing.topics},
        **{page(one.kind, one.slug): partial(_entity, entity=one) for one in briefing.entities},
        **{page(one.kind, one.slug): partial(_source, source=one) for one in named},
    }


def as_script(node: Node) -> Html:
    """Return a thing as JSON-LD that may stand inside a ``script`` element."""
    return as_json({"@context": "https://schema.org", **node})


def as_json(value: object) -> Html:
    """Return a value as JSON that may stand inside a ``script`` element."""
    text = msgspec.json.encode(value).decode()
    for sign, escaped in _ESCAPES.items():  # many times faster than a translation, which goes letter by letter
        text = text.replace(sign, escaped)
    return Html(text)


def _node(kind: str, anchor: str = "", **properties: object) -> Node:
    named = {"@id": f"#{anchor}"} if anchor else {}
    return {"@type": kind, **named, **{name: value for name, value in properties.items() if value}}


def _dataset(catalogue: Catalogue) -> Node:
    briefing = catalogue.briefing
    return _node(
        "Dataset",
        name=briefing.title,
        description=briefing.subtitle or ", ".join(catalogue.figures),
        inLanguage=briefing.language,
        creator=[_node("Person", name=name) for name in briefing.authors],
        distribution=[_node("DataDownload", contentUrl=path, encodingFormat=form) for path, form in DOWNLOADS],
    )


def article_data(catalogue: Catalogue, article: Article) -> Node:
    """Return the data of an article's page."""
    linker = Linker(catalogue, page("articles", article.slug))
    publisher = linker.publisher(article.publisher_slug)
    agency = linker.named_source(SourceKind.AGENCY, article.agency)
    authors = [linker.named_source(SourceKind.AUTHOR, name) for name in article.authors]
    named = [(kind, slug) for kind, slug, _ in catalogue.entities_in.get(article.slug, ())]
    return _node(
        "NewsArticle",
        headline=article.title,
        datePublished=_date(article.published),
        inLanguage=article.language,
        url=web_address(article.url),
        archivedAt=web_address(article.archive),
        author=[_node("Person", name=one.text, url=one.href) for one in authors],
        publisher=_organisation(article.publisher, publisher.href),
        sourceOrganization=_organisation(article.agency, agency.href),
        about=[_node("Thing", name=topic.text, url=topic.href) for topic in map(linker.topic, article.topics)],
        mentions=[_reference(linker, *key) for key in named],
    )


def _organisation(name: str, address: str) -> Node | None:
    return None if name in ("", "unknown") else _node("Organization", name=name, url=address)


def _topic(catalogue: Catalogue, topic: Topic) -> Node:
    linker = Linker(catalogue, page("topics", topic.slug))
    told = (catalogue.articles[slug] for slug in part(topic.articles, 1))
    return _node(
        "CollectionPage",
        name=topic.title,
        description=topic.summary,
        citation=[_node("NewsArticle", headline=one.title, url=linker.article(one.slug)) for one in told],
    )


def _entity(_catalogue: Catalogue, entity: Entity) -> Node:
    return _node(
        TYPES[entity.kind],
        name=entity.name,
        alternateName=list(entity.aliases),
        description=entity.role,
        sameAs=[address for address in map(web_address, entity.same_as) if address],
    )


def _source(_catalogue: Catalogue, source: Source) -> Node:
    known = [address for address in map(web_address, source.same_as) if address]
    return _node("Person" if source.kind is SourceKind.AUTHOR else "Organization", name=source.name, sameAs=known)


def _events(catalogue: Catalogue, number: int, events: Iterable[Event]) -> Node:
    linker = Linker(catalogue, part_path(CHRONOLOGY, number))
    shown = (one for one in events if all(_shown(linker, telling.citation) for telling in one.tellings))
    return _node("ItemList", itemListElement=[_event(linker, event) for event in shown if _date(event.date)])


def _event(linker: Linker, event: Event) -> Node:
    places = [slug for kind, slug in participants(event) if kind is EntityKind.PLACE]
    others = [key for key in participants(event) if key[0] is not EntityKind.PLACE]
    return _node(
        "Event",
        anchor=event_anchor(event.id),
        name=event.text,
        startDate=_date(event.date),
        location=[_reference(linker, EntityKind.PLACE, slug) for slug in places],
        about=[_reference(linker, kind, slug) for kind, slug in others],
        subjectOf=list(dict.fromkeys(_passage(linker, one.citation) for one in event.tellings[:LONGEST])),
    )


def _statements(catalogue: Catalogue, number: int, statements: Iterable[Statement]) -> Node:
    linker = Linker(catalogue, part_path(STATEMENTS, number))
    shown = (one for one in statements if all(_shown(linker, citation) for citation in one.citations))
    return _node("ItemList", itemListElement=[_statement(linker, statement) for statement in shown])


def _statement(linker: Linker, statement: Statement) -> Node:
    """Return somebody's own words as a ``Quotation``, what is reported of them as a ``Claim``."""
    speaker: Node | None = None
    if statement.speaker is not None and statement.speaker_kind is not None:
        speaker = _reference(linker, statement.speaker_kind, statement.speaker)
    return _node(
        "Quotation" if statement.kind == "quote" else "Claim",
        anchor=statement_anchor(statement.id),
        text=statement.text,
        author=speaker,
        **{_APPEARANCE[statement.kind]: [_passage(linker, one) for one in statement.citations[:LONGEST]]},
    )


_APPEARANCE: Final = {"quote": "isPartOf", "claim": "appearance"}


def _reference(linker: Linker, kind: EntityKind, slug: Slug) -> Node:
    link = linker.entity(kind, slug)
    return _node(TYPES[kind], name=link.text, url=link.href)


def _passage(linker: Linker, citation: Citation) -> RelativeLink:
    return linker.article(citation.article, citation.paragraph)


def _shown(linker: Linker, citation: Citation) -> bool:
    return linker.catalogue.rights(citation) != "none"


def _date(value: str) -> str:
    """Return a date as schema.org has them (ISO 8601); empty where the value is none or is not certain."""
    date = parse(value)
    if date is None or date.uncertain or date.approximate or date.precision is Precision.UNKNOWN_YEAR:
        return ""
    return machine_date(date)
