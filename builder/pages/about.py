"""How the briefing was made: method, counts, signs, what was left out."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from builder.briefing.model import ArticleHead, EntityKind, SourceKind
from builder.edtf import parse
from builder.pages.catalogue import Catalogue
from builder.pages.contexts import AboutPage
from builder.pages.dates import in_words
from builder.pages.frame import frame
from builder.pages.linker import ABOUT, Linker
from builder.pages.order import part, part_count, part_path
from builder.pages.paging import Parts, pager, titled
from builder.pages.parts import Count
from builder.pages.values import Link
from builder.pages.views import article_line, published


def about_pages(catalogue: Catalogue) -> Parts:
    """Plan the page on the briefing itself; its further parts go on with the dates of publication."""
    articles = catalogue.articles.values()
    undated = [article for article in articles if parse(article.published) is None]
    worked_out = [article for article in articles if published(article, catalogue.words).sign]
    count = part_count(undated, worked_out)
    for number in range(1, count + 1):
        here = partial(_page, undated=part(undated, number), worked_out=part(worked_out, number))
        yield part_path(ABOUT, number), partial(here, number=number, count=count)


def _page(
    catalogue: Catalogue, number: int, count: int, undated: Sequence[ArticleHead], worked_out: Sequence[ArticleHead]
) -> AboutPage:
    briefing, words = catalogue.briefing, catalogue.words
    linker = Linker(catalogue, part_path(ABOUT, number))
    review = Counter(article.review for article in briefing.articles)
    reasons = Counter(left.why for article in briefing.articles for left in article.left_out)
    return AboutPage(
        frame(
            catalogue,
            linker.here,
            titled(words.say("About this briefing"), number, words),
            words.say("How it was made, from what, and what was left out."),
        ),
        pager(linker, ABOUT, number, count),
        _counts(catalogue),
        tuple(Count(state, review[state]) for state in ("reviewed", "machine", "disputed")),
        tuple(Count(why, number) for why, number in sorted(reasons.items(), key=lambda one: (-one[1], one[0]))),
        in_words(briefing.as_of, words) if briefing.as_of else "",
        briefing.authors,
        tuple(Link(article.title, linker.article(article.slug)) for article in undated),
        tuple(article_line(linker, article) for article in worked_out),
    )


def _counts(catalogue: Catalogue) -> tuple[Count, ...]:
    briefing = catalogue.briefing
    kinds = Counter(entity.kind for entity in briefing.entities)
    return (
        Count("articles", len(briefing.articles)),
        Count("independent sources", briefing.voices),
        Count("publishers", sum(source.name != "unknown" for source in catalogue.sources_of(SourceKind.PUBLISHER))),
        Count("words", sum(article.words for article in briefing.articles)),
        Count("paragraphs", sum(len(article.passages) for article in briefing.articles)),
        Count("topics", len(briefing.topics)),
        Count("events", len(briefing.events)),
        Count("quotes", sum(statement.kind == "quote" for statement in briefing.statements)),
        Count("reported claims", sum(statement.kind == "claim" for statement in briefing.statements)),
        Count("people", kinds[EntityKind.PERSON]),
        Count("organisations", kinds[EntityKind.ORGANISATION]),
        Count("places", kinds[EntityKind.PLACE]),
    )
