"""What changed: what each published edition of the briefing brought that none before it had."""

from functools import partial

from builder.briefing.comparison import Account, Edition
from builder.pages.catalogue import Catalogue
from builder.pages.compared import account_view
from builder.pages.contexts import ChangesPage
from builder.pages.dates import date_view, in_words
from builder.pages.frame import frame
from builder.pages.linker import CHANGES, Linker
from builder.pages.order import LONGEST_PART
from builder.pages.paging import Parts
from builder.pages.source_parts import AccountView, EditionView
from builder.pages.statement_views import statement_views
from builder.pages.values import Link
from builder.pages.views import article_line, event_view
from builder.pages.words import Words
from builder.urls import PagePath


def edition_path(number: int, count: int) -> PagePath:
    """Return the page of an edition, numbered from 1 for the first of all; the newest has the plain address."""
    return CHANGES if number >= count else PagePath(f"changes.{number}.html")


def brought(edition: Edition, words: Words) -> str:
    """Return what an edition brought in a line: ``2 new articles, 5 new events``."""
    parts = (
        (len(edition.articles), "new article"),
        (len(edition.events), "new event"),
        (len(edition.statements), "new statement"),
        (len(edition.figures), "changed figure"),
        (len(edition.removed), "article taken out", "articles taken out"),
    )
    return ", ".join(words.count(*part) for part in parts if part[0]) or words.say("nothing new")


def changes_pages(catalogue: Catalogue) -> Parts:
    """Plan a page for each edition, the newest first; where there is none, a page that says so."""
    count = len(catalogue.briefing.editions)
    if not count:
        yield CHANGES, _no_edition
    for number in range(count, 0, -1):
        yield edition_path(number, count), partial(_page, number=number, count=count)


def _no_edition(catalogue: Catalogue) -> ChangesPage:
    return ChangesPage(frame(catalogue, CHANGES, catalogue.words.say("What changed")), None, None, None)


def _page(catalogue: Catalogue, number: int, count: int) -> ChangesPage:
    linker = Linker(catalogue, edition_path(number, count))
    words, edition = catalogue.words, str(number)
    title = (
        words.say("What changed") if number == count else words.say("What changed: edition {number}", number=edition)
    )
    return ChangesPage(
        frame(
            catalogue, linker.here, title, words.say("What edition {number} of this briefing brought.", number=edition)
        ),
        _edition(linker, catalogue.briefing.editions[count - number], first=number == 1),
        _link(linker, number - 1, count),
        _link(linker, number + 1, count),
    )


def _link(linker: Linker, number: int, count: int) -> Link | None:
    if not 1 <= number <= count:
        return None
    edition = linker.catalogue.briefing.editions[count - number]
    when = f", {in_words(edition.as_of, linker.words)}" if edition.as_of else ""
    return Link(
        f"{linker.words.say('Edition')} {number}{when}",
        linker.to(edition_path(number, count)),
        brought(edition, linker.words),
    )


def _edition(linker: Linker, edition: Edition, *, first: bool) -> EditionView:
    """Return an edition; of the first, all of which is new, the articles alone."""
    catalogue = linker.catalogue
    events = () if first else edition.events
    statements = () if first else edition.statements
    return EditionView(
        date_view(edition.as_of, linker.words),
        brought(edition, linker.words),
        first,
        tuple(article_line(linker, catalogue.articles[slug]) for slug in edition.articles[:LONGEST_PART]),
        max(0, len(edition.articles) - LONGEST_PART),
        edition.removed,
        tuple(event_view(linker, catalogue.events[identifier]) for identifier in events[:LONGEST_PART]),
        max(0, len(events) - LONGEST_PART),
        statement_views(linker, [catalogue.statements[identifier] for identifier in statements[:LONGEST_PART]]),
        max(0, len(statements) - LONGEST_PART),
        tuple(_figure(linker, *pair) for pair in edition.figures),
    )


def _figure(linker: Linker, was: Account, now: Account) -> tuple[AccountView, AccountView]:
    return account_view(linker, was), account_view(linker, now)
