"""The dossier: everything in reading order, on one page or in volumes of so many articles."""

from collections.abc import Sequence

from builder.briefing.comparison import Conflict
from builder.briefing.model import Article, Event, Statement, Topic
from builder.pages.article import pieces
from builder.pages.catalogue import Catalogue
from builder.pages.chronology import years
from builder.pages.citations import bibliographic
from builder.pages.compared import conflict_views
from builder.pages.contexts_dossier import DossierArticle, DossierPage, DossierTopic, VolumeLine
from builder.pages.dates import in_words
from builder.pages.figures import figure_groups
from builder.pages.frame import frame
from builder.pages.front import introduction
from builder.pages.language import direction
from builder.pages.linker import DOSSIER, Linker, as_pdf
from builder.pages.margin import uses
from builder.pages.order import has_story, part_path
from builder.pages.paging import pager
from builder.pages.statements import in_order_of_speakers, speaker_groups
from builder.pages.topics import marked_passages, overview
from builder.pages.values import Html, Link
from builder.pages.views import excerpts_by_source, published
from builder.pages.words import Words
from builder.urls import Slug


def dossier_page(
    catalogue: Catalogue,
    number: int,
    count: int,
    pdf: bool,
    ends: Sequence[tuple[Slug, Slug]],
    topics: Sequence[Topic],
    events: Sequence[Event],
    conflicts: Sequence[Conflict],
    statements: Sequence[Statement],
    articles: Sequence[Article],
) -> DossierPage:
    """Return a volume of the dossier, or the whole of it.

    ``pdf`` says whether there will be a PDF of it; ``ends`` are the first and the last article of each volume where all
    volumes are to be listed.
    """
    briefing, words = catalogue.briefing, catalogue.words
    linker = Linker(catalogue, part_path(DOSSIER, number))
    return DossierPage(
        frame(catalogue, linker.here, volume_title(number, count, words), _description(count, words)),
        pager(linker, DOSSIER, number, count, ("Earlier volume", "Further volume")),
        tuple(_line(linker, place, volume) for place, volume in enumerate(ends, 1)),
        linker.to(as_pdf(linker.here)) if pdf else "",
        briefing.subtitle,
        briefing.authors,
        in_words(briefing.as_of, words) if briefing.as_of else "",
        introduction(linker) if number == 1 else Html(""),
        catalogue.figures,
        tuple(_topic(linker, topic) for topic in topics),
        years(linker, events, has_story(events)),
        conflict_views(linker, conflicts),
        speaker_groups(linker, in_order_of_speakers(catalogue, statements)),
        tuple(_article(linker, article) for article in articles),
        tuple((article.code, bibliographic(article, words)) for article in articles),
    )


def volume_title(number: int, count: int, words: Words) -> str:
    """Return what a volume of the dossier is called."""
    title = words.say("Dossier")
    return words.say("{title}, volume {number}", title=title, number=str(number)) if count > 1 else title


def _description(count: int, words: Words) -> str:
    if count == 1:
        return words.say("The whole briefing on one page, for print and for reading from disk.")
    return words.say("The whole briefing in {count} volumes, for print and for reading from disk.", count=str(count))


def _line(linker: Linker, number: int, ends: tuple[Slug, Slug]) -> VolumeLine:
    """Return a volume for the list of all."""
    path = part_path(DOSSIER, number)
    first, last = (linker.catalogue.articles[slug] for slug in ends)
    href = "" if path == linker.here else linker.to(path)
    return VolumeLine(
        Link(linker.words.say("Volume {number}", number=str(number)), href),
        first.code,
        last.code,
        published(first, linker.words),
        published(last, linker.words),
    )


def _topic(linker: Linker, topic: Topic) -> DossierTopic:
    anchor = f"topic-{topic.slug}"
    return DossierTopic(
        anchor,
        topic.title,
        topic.summary,
        overview(linker, topic, f"{anchor}-"),
        figure_groups(linker, topic.figures),
        excerpts_by_source(linker, marked_passages(linker.catalogue, topic, 0)),
    )


def _article(linker: Linker, article: Article) -> DossierArticle:
    anchor = linker.paragraph_anchor(article.slug)
    return DossierArticle(
        anchor,
        article.code,
        article.title,
        linker.publisher(article.publisher_slug),
        "" if article.agency == "unknown" else article.agency,
        published(article, linker.words),
        article.authors,
        article.language,
        direction(article.language),
        tuple(pieces(linker, article, f"{anchor}-p", uses(linker, article))),
        f"{anchor}-p",
    )
