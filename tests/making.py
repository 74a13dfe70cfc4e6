"""Parts of a briefing made by hand: an article out of its Markdown, what its spans make of it, and what cites it."""

from builder.annotate.span import Label
from builder.briefing.citation import Citation
from builder.briefing.model import (
    Article,
    Entity,
    EntityKind,
    LeftOut,
    Mention,
    Passage,
    Source,
    SourceKind,
    Statement,
    Topic,
)
from builder.markdown.tokens import Body, parse_body
from builder.urls import slugify


def article(
    slug: str,
    code: str,
    title: str,
    text: str,
    published: str = "unknown",
    agency: str = "unknown",
    about: tuple[str, str] = ("trams", "rams"),
) -> Article:
    """Return an article of The Herald; ``about`` is its topic and what a passage on it says."""
    body = parse_body(text)
    return Article(
        slug=slugify(slug),
        code=code,
        title=title,
        published=published,
        published_from="unknown" if published == "unknown" else "page date",
        publisher="The Herald",
        publisher_slug=slugify("The Herald"),
        agency=agency,
        authors=(),
        url=None,
        retrieved=None,
        archive=None,
        language="en",
        review="machine",
        rights="full",
        aliases=(),
        topics=(slugify(about[0]),),
        seed=f"{slug}.txt",
        sha256="0b9f" * 16,
        left_out=(LeftOut("1-2", "navigation"), LeftOut("17", "related link")),
        body=body,
        words=sum(len(passage.text.split()) for passage in body.passages),
        passages=_passages(slug, code, body, about),
        voice=int(code[1:]),
    )


def _passages(slug: str, code: str, body: Body, about: tuple[str, str]) -> tuple[Passage, ...]:
    """Return the passages of a body as the model has them."""
    topic, word = about
    found, start = [], 0
    for number, passage in enumerate(body.passages, 1):
        citation = Citation(slugify(slug), code, number)
        topics = (slugify(topic),) if word in passage.text else ()
        found.append(Passage(citation, passage.kind, passage.text, start, passage.spans, topics, passage.editorial))
        start += len(passage.text) + 1
    return tuple(found)


def entity(kind: EntityKind, name: str, label: Label, *articles: Article, role: str = "") -> Entity:
    """Return an entity with the mentions that the articles' spans make of it."""
    mentions = []
    for passage in (passage for one in articles for passage in one.passages):
        for span in passage.spans:
            words = passage.text[span.start : span.end]
            if span.label is label and (span.value("ref") or slugify(words)) == slugify(name):
                mentions.append(Mention(passage.citation, span.start, span.end, role))
    roles = ((role, mentions[0].citation),) if role and mentions else ()
    where = tuple(dict.fromkeys(mention.citation.article for mention in mentions))
    return Entity(kind, slugify(name), name, (), role, roles, (), None, tuple(mentions), where, ())


def source(name: str, *articles: Article, kind: SourceKind = SourceKind.PUBLISHER) -> Source:
    """Return a publisher, an agency or an author of articles."""
    publishers = tuple(dict.fromkeys(one.publisher for one in articles if one.publisher != "unknown"))
    agencies = tuple(dict.fromkeys(one.agency for one in articles if one.agency != "unknown"))
    authors = tuple(dict.fromkeys(author for one in articles for author in one.authors))
    slugs = tuple(one.slug for one in articles)
    return Source(kind, slugify(name), name, (), None, slugs, publishers, agencies, authors, ("en",))


def statement(
    name: str, speaker: str, text: str, *citations: Citation, published: str = "unknown", stance: str = "asserts"
) -> Statement:
    """Return a quotation of a person, carried by the passages of independent articles."""
    return Statement(
        id=name,
        kind="quote",
        text=text,
        speaker=slugify(speaker),
        speaker_kind=EntityKind.PERSON,
        speaker_words=speaker,
        verb="said",
        stance=stance,
        citations=citations,
        variants=(),
        published=published,
        topics=(),
        voices=len(citations),
        review="machine",
    )


def topic(name: str, title: str, summary: str, overview: str, *passages: Citation) -> Topic:
    """Return a topic with the Markdown of its overview and the passages on it, of which nothing else is known."""
    return Topic(
        slug=slugify(name),
        title=title,
        summary=summary,
        match=(f"{name}*",),
        aliases=(),
        review="machine",
        body=parse_body(overview),
        passages=passages,
        articles=tuple(dict.fromkeys(citation.article for citation in passages)),
        statements=(),
        events=(),
        entities=(),
        figures=(),
        related=(),
    )
