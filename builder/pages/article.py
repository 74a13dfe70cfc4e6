"""An article's page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.annotate.span import Label, Span
from builder.briefing.model import Article, EntityKind, Passage
from builder.markdown.html import render_chunks
from builder.pages.catalogue import Catalogue, wordings
from builder.pages.contexts import ArticlePage
from builder.pages.dates import in_words
from builder.pages.frame import counted, direction, frame
from builder.pages.linker import Linker, outlet, web_address
from builder.pages.marks import article_marker
from builder.pages.parts import LeftOutLines, MarginNote, Piece
from builder.pages.statement_views import speaker, statement_views
from builder.pages.values import Html, Link, NamedGroup
from builder.pages.views import article_line, event_view, named, published
from builder.urls import PagePath, page

KIND_TITLES = {
    EntityKind.PERSON: "People",
    EntityKind.ORGANISATION: "Organisations",
    EntityKind.PLACE: "Places",
}


def article_page(catalogue: Catalogue, article: Article, here: PagePath | None = None) -> ArticlePage:
    """Return an article's page; ``here`` is the page it stands on where that isn't its own."""
    path = page("articles", article.slug)
    linker = Linker(catalogue, here or path)
    found = catalogue.entities_in.get(article.slug, ())
    groups = (
        NamedGroup(title, tuple(named(linker, entity) for entity in found if entity.kind is kind))
        for kind, title in KIND_TITLES.items()
    )
    earlier, later = _neighbours(linker, article)
    return ArticlePage(
        frame=frame(catalogue, here or path, article.title, _description(article)),
        code=article.code,
        publisher=linker.publisher(article.publisher_slug),
        agency="" if article.agency == "unknown" else article.agency,
        date=published(article),
        date_found="" if article.published_from == "unknown" else article.published_from,
        authors=article.authors,
        language=article.language,
        direction=direction(article.language),
        review=article.review,
        rights=article.rights,
        original=web_address(article.url),
        retrieved=in_words(article.retrieved) if article.retrieved else "",
        anchor=_anchor(linker, article),
        pieces=tuple(_pieces(linker, article)),
        statements=statement_views(linker, catalogue.statements_in.get(article.slug, ())),
        events=tuple(event_view(linker, one) for one in catalogue.events_in.get(article.slug, ())),
        names=tuple(group for group in groups if group.entities),
        topics=tuple(linker.topic(slug) for slug in article.topics),
        same_story=tuple(article_line(linker, other) for other in _same_story(catalogue, article)),
        seed=article.seed,
        sha256=article.sha256,
        left_out=tuple(LeftOutLines(left.lines, left.why) for left in article.left_out),
        citation=bibliographic(article),
        earlier=earlier,
        later=later,
    )


def bibliographic(article: Article) -> str:
    """Return an article as a bibliography would name it."""
    authors = f"{', '.join(article.authors)}: " if article.authors else ""
    address = web_address(article.url)
    where = f" {address}" if address else ""
    date = in_words(article.published)
    return (
        f"{authors}“{article.title}”. {outlet(article.publisher, article.agency)}, {date[:1].lower()}{date[1:]}.{where}"
    )


def _description(article: Article) -> str:
    return (
        f"{outlet(article.publisher, article.agency)}, {in_words(article.published)}: {counted(article.words, 'word')}."
    )


def _neighbours(linker: Linker, article: Article) -> tuple[Link | None, Link | None]:
    """Return the links to the earlier and the later article."""
    articles = linker.catalogue.briefing.articles
    place = [other.slug for other in articles].index(article.slug)
    earlier = articles[place - 1] if place else None
    later = articles[place + 1] if place + 1 < len(articles) else None
    return _link(linker, earlier), _link(linker, later)


def _link(linker: Linker, article: Article | None) -> Link | None:
    return Link(article.title, linker.article(article.slug)) if article else None


def _same_story(catalogue: Catalogue, article: Article) -> Iterator[Article]:
    for story in catalogue.briefing.stories:
        if article.slug in story:
            yield from (catalogue.articles[slug] for slug in story if slug != article.slug)


def _anchor(linker: Linker, article: Article) -> str:
    own_page = page("articles", article.slug) == linker.here
    return "p" if own_page else linker.paragraph_anchor(article.slug) + "-p"


def _pieces(linker: Linker, article: Article) -> Iterator[Piece]:
    marker = article_marker(linker, article)
    anchor = _anchor(linker, article)
    own_page = anchor == "p"
    chunks = render_chunks(article.body, marker, lambda address: linker.resolve("articles", address), anchor)
    shown = _shown_paragraphs(linker.catalogue, article)
    for chunk in chunks:
        allowed = all(number in shown for number in chunk.passages) and (
            bool(chunk.passages) or article.rights == "full"
        )
        notes = (note for number in chunk.passages for note in _notes(linker, article, number) if own_page)
        yield Piece(Html(chunk.html if allowed else ""), chunk.passages, _folded(notes))


def _shown_paragraphs(catalogue: Catalogue, article: Article) -> frozenset[int]:
    if article.rights == "full":
        return frozenset(range(1, len(article.passages) + 1))
    return catalogue.cited_paragraphs(article.slug) if article.rights == "excerpt" else frozenset()


def _notes(linker: Linker, article: Article, number: int) -> Iterator[MarginNote]:
    """Give the notes beside a paragraph: its events, its statements, its values that were worked out."""
    catalogue = linker.catalogue
    here = (article.slug, number)
    for event in catalogue.events_in.get(article.slug, ()):
        if any((telling.citation.article, telling.citation.paragraph) == here for telling in event.tellings):
            more = f", told by {counted(event.voices, 'independent source')}" if event.voices > 1 else ""
            yield MarginNote("event", in_words(event.date) + more, linker.event(event.id))
    for statement in catalogue.statements_in.get(article.slug, ()):
        if any((told.article, told.paragraph) == here for _, told in wordings(statement)):
            stance = "" if statement.stance in ("unknown", "asserts") else f", {statement.stance}"
            yield MarginNote(statement.kind, speaker(linker, statement).text + stance, linker.statement(statement.id))
    if article.rights == "full" and number <= len(article.passages):
        passage = article.passages[number - 1]
        yield from (_date_note(passage, span) for span in passage.spans if _worked_out(span))


def _folded(notes: Iterable[MarginNote]) -> tuple[MarginNote, ...]:
    """Return notes with those of the same words folded into the first of them, which tells how many they are."""
    groups: dict[tuple[str, str], list[MarginNote]] = {}
    for note in notes:
        groups.setdefault((note.kind, note.text), []).append(note)
    return tuple(
        first if not others else replace(first, text=f"{first.text} ({len(others) + 1})")
        for first, *others in groups.values()
    )


def _worked_out(span: Span) -> bool:
    return span.label is Label.DATE and bool(span.value("from"))


def _date_note(passage: Passage, span: Span) -> MarginNote:
    words = passage.text[span.start : span.end]
    return MarginNote("date", f"“{words}” ≈ {in_words(span.value('value'))}, from: {span.value('from')}", "")
