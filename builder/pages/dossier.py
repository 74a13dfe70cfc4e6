"""The dossier: everything on one page, in reading order."""

from builder.briefing.model import Article, Topic
from builder.pages.article import pieces
from builder.pages.catalogue import Catalogue
from builder.pages.chronology import years
from builder.pages.citations import bibliographic
from builder.pages.compared import conflict_views
from builder.pages.contexts_dossier import DossierArticle, DossierPage, DossierTopic
from builder.pages.dates import in_words
from builder.pages.figures import figure_groups
from builder.pages.frame import direction, frame
from builder.pages.front import introduction
from builder.pages.linker import DOSSIER, DOSSIER_PDF, Linker
from builder.pages.margin import uses
from builder.pages.statements import in_order_of_speakers, speaker_groups
from builder.pages.topics import marked_passages, overview
from builder.pages.views import excerpts_by_source, published


def dossier_page(catalogue: Catalogue, pdf: bool = False) -> DossierPage:
    """Return the dossier; ``pdf`` says whether there will be a PDF of it."""
    briefing = catalogue.briefing
    linker = Linker(catalogue, DOSSIER)
    return DossierPage(
        frame(
            catalogue,
            DOSSIER,
            catalogue.words.say("Dossier"),
            catalogue.words.say("The whole briefing on one page, for print and for reading from disk."),
        ),
        linker.to(DOSSIER_PDF) if pdf else "",
        briefing.subtitle,
        briefing.authors,
        in_words(briefing.as_of, catalogue.words) if briefing.as_of else "",
        introduction(linker),
        catalogue.figures,
        tuple(_topic(linker, topic) for topic in briefing.topics),
        years(linker, briefing.events),
        conflict_views(linker, briefing.conflicts),
        speaker_groups(linker, in_order_of_speakers(catalogue, briefing.statements)),
        tuple(_article(linker, article) for article in briefing.articles),
        tuple((article.code, bibliographic(article, catalogue.words)) for article in briefing.articles),
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
