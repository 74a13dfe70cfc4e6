"""The dossier: everything on one page, in reading order."""

from builder.briefing.model import Topic
from builder.pages.article import article_page
from builder.pages.catalogue import Catalogue
from builder.pages.chronology import years
from builder.pages.citations import bibliographic
from builder.pages.compared import conflict_views
from builder.pages.contexts_dossier import DossierArticle, DossierPage, DossierTopic
from builder.pages.dates import in_words
from builder.pages.frame import frame
from builder.pages.front import introduction
from builder.pages.linker import DOSSIER, Linker
from builder.pages.statements import in_order_of_speakers, speaker_groups
from builder.pages.topics import whole_topic_page


def dossier_page(catalogue: Catalogue) -> DossierPage:
    """Return the dossier."""
    briefing = catalogue.briefing
    linker = Linker(catalogue, DOSSIER)
    return DossierPage(
        frame(catalogue, DOSSIER, "Dossier", "The whole briefing on one page, for print and for reading from disk."),
        briefing.subtitle,
        briefing.authors,
        in_words(briefing.as_of) if briefing.as_of else "",
        introduction(linker),
        catalogue.figures,
        tuple(
            DossierTopic(whole_topic_page(catalogue, topic, DOSSIER), f"topic-{topic.slug}")
            for topic in briefing.topics
        ),
        years(linker, briefing.events),
        conflict_views(linker, briefing.conflicts),
        speaker_groups(linker, in_order_of_speakers(catalogue, briefing.statements)),
        tuple(
            DossierArticle(article_page(catalogue, article, DOSSIER), linker.paragraph_anchor(article.slug))
            for article in briefing.articles
        ),
        tuple((article.code, bibliographic(article)) for article in briefing.articles),
    )


def _topic(catalogue: Catalogue, topic: Topic) -> DossierTopic:
    return DossierTopic(whole_topic_page(catalogue, topic, DOSSIER), f"topic-{topic.slug}")
