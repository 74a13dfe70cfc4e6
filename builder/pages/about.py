"""How the briefing was made: method, counts, signs, what was left out."""

from collections import Counter

from builder.briefing.model import EntityKind, SourceKind
from builder.edtf import parse
from builder.pages.catalogue import Catalogue
from builder.pages.contexts import AboutPage
from builder.pages.dates import in_words
from builder.pages.frame import frame
from builder.pages.linker import ABOUT, Linker
from builder.pages.parts import Count
from builder.pages.values import Link
from builder.pages.views import article_line


def about_page(catalogue: Catalogue) -> AboutPage:
    """Return the page on the briefing itself."""
    briefing = catalogue.briefing
    linker = Linker(catalogue, ABOUT)
    lines = [article_line(linker, article) for article in briefing.articles]
    review = Counter(article.review for article in briefing.articles)
    reasons = Counter(left.why for article in briefing.articles for left in article.left_out)
    return AboutPage(
        frame(
            catalogue,
            ABOUT,
            catalogue.words.say("About this briefing"),
            catalogue.words.say("How it was made, from what, and what was left out."),
        ),
        _counts(catalogue),
        tuple(Count(state, review[state]) for state in ("reviewed", "machine", "disputed")),
        tuple(Count(why, number) for why, number in sorted(reasons.items(), key=lambda one: (-one[1], one[0]))),
        in_words(briefing.as_of, catalogue.words) if briefing.as_of else "",
        briefing.authors,
        tuple(
            Link(article.title, linker.article(article.slug))
            for article in briefing.articles
            if parse(article.published) is None
        ),
        tuple(line for line in lines if line.date.sign),
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
