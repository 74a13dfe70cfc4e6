"""An article's page."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from builder.briefing.model import Article, SourceKind
from builder.markdown.html import render_chunks
from builder.pages.catalogue import Catalogue
from builder.pages.citations import citation_forms
from builder.pages.compared import shared_views
from builder.pages.contexts import ArticlePage
from builder.pages.dates import in_words, within
from builder.pages.frame import frame
from builder.pages.independence import independence
from builder.pages.language import direction
from builder.pages.linker import Linker, web_address
from builder.pages.margin import folded, margin_notes
from builder.pages.marks import article_marker
from builder.pages.name_groups import name_groups
from builder.pages.order import LONGEST, as_in_chronology
from builder.pages.parts import LeftOutLines, MarginNote, Piece
from builder.pages.phrases import outlet
from builder.pages.said_above import above_article
from builder.pages.source_parts import Story
from builder.pages.statement_views import statement_views
from builder.pages.values import Html, Link
from builder.pages.views import article_line, event_view, published
from builder.pages.words import Words
from builder.urls import page

OWN_ANCHOR: Final = "p"
"""What the ``id`` of a paragraph starts with on the article's own page."""


def article_page(catalogue: Catalogue, article: Article) -> ArticlePage:
    """Return an article's page."""
    linker = Linker(catalogue, page("articles", article.slug))
    found = catalogue.entities_in.get(article.slug, ())
    earlier, later = _neighbours(linker, article)
    notes, above = margin_notes(linker, article), above_article(article, linker.words)
    statements = catalogue.statements_in.get(article.slug, ())
    events = as_in_chronology(catalogue.events_in.get(article.slug, ()))
    listed = len(statements) + len(events) if article.rights == "none" else LONGEST
    return ArticlePage(
        frame=frame(catalogue, linker.here, article.title, _description(article, linker.words)),
        code=article.code,
        publisher=linker.publisher(article.publisher_slug),
        agency=None if article.agency == "unknown" else linker.named_source(SourceKind.AGENCY, article.agency),
        date=published(article, linker.words),
        date_found="" if article.published_from == "unknown" else linker.words.say(article.published_from),
        authors=tuple(linker.named_source(SourceKind.AUTHOR, name) for name in article.authors),
        language=article.language,
        direction=direction(article.language),
        review=article.review,
        rights=article.rights,
        original=web_address(article.url),
        retrieved=in_words(article.retrieved, linker.words) if article.retrieved else "",
        archive=web_address(article.archive),
        anchor=OWN_ANCHOR,
        pieces=tuple(pieces(linker, article, OWN_ANCHOR, notes)),
        statements=statement_views(linker, statements[:listed], above),
        more_statements=len(statements[listed:]),
        events=tuple(event_view(linker, one, above) for one in events[:listed]),
        more_events=len(events[listed:]),
        names=name_groups(linker, found, len(found)),
        topics=tuple(linker.topic(slug) for slug in article.topics),
        same_story=_same_story(linker, article),
        shared=shared_views(linker, article),
        seed=article.seed,
        sha256=article.sha256,
        left_out=tuple(LeftOutLines(left.lines, left.why) for left in article.left_out),
        cite=citation_forms(linker, article),
        earlier=earlier,
        later=later,
    )


def _description(article: Article, words: Words) -> str:
    source = outlet(article.publisher, article.agency, words)
    return f"{source}, {within(article.published, words)}: {words.count(article.words, 'word')}."


def _neighbours(linker: Linker, article: Article) -> tuple[Link | None, Link | None]:
    """Return the links to the earlier and the later article; codes count the articles in their order."""
    place = int(article.code.removeprefix("S"))
    return _link(linker, place - 1), _link(linker, place + 1)


def _link(linker: Linker, place: int) -> Link | None:
    slug = linker.catalogue.codes.get(f"S{place}")
    return Link(linker.catalogue.articles[slug].title, linker.article(slug)) if slug else None


def _same_story(linker: Linker, article: Article) -> Story | None:
    story = linker.catalogue.stories.get(article.slug, ())
    others = [linker.catalogue.articles[slug] for slug in story if slug != article.slug][:LONGEST]
    if not others:
        return None
    return Story(independence(linker.catalogue, story), tuple(article_line(linker, other) for other in others))


def pieces(linker: Linker, article: Article, anchor: str, notes: Mapping[int, Sequence[MarginNote]]) -> Iterator[Piece]:
    """Give an article's text, piece by piece; ``anchor`` opens the identifiers of its paragraphs on the page.

    ``notes`` are those in the margin, by paragraph.
    """
    marker = article_marker(linker, article)
    home = page("articles", article.slug)
    chunks = render_chunks(article.body, marker, lambda address: linker.resolve(home, address), anchor)
    shown = linker.catalogue.cited_paragraphs(article.slug) if article.rights == "excerpt" else frozenset()
    for chunk in chunks:
        allowed = article.rights == "full" or (bool(chunk.passages) and shown.issuperset(chunk.passages))
        beside = [note for number in chunk.passages for note in notes.get(number, ())]
        yield Piece(Html(chunk.html if allowed else ""), chunk.passages, folded(beside))
