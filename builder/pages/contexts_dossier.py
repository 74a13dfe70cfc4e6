"""What the template of the dossier sees."""

from dataclasses import dataclass

from builder.pages.contexts import ArticlePage, Context
from builder.pages.contexts_subjects import TopicPage
from builder.pages.parts import SpeakerGroup, Year
from builder.pages.source_parts import ConflictView
from builder.pages.values import Html


@dataclass(frozen=True, slots=True)
class DossierArticle:
    """An article in the dossier."""

    page: ArticlePage
    anchor: str


@dataclass(frozen=True, slots=True)
class DossierTopic:
    """A topic in the dossier."""

    page: TopicPage
    anchor: str


@dataclass(frozen=True, slots=True)
class DossierPage(Context):
    """``dossier.html``: everything in reading order."""

    subtitle: str
    authors: tuple[str, ...]
    as_of: str
    introduction: Html
    figures: tuple[str, ...]
    topics: tuple[DossierTopic, ...]
    years: tuple[Year, ...]
    conflicts: tuple[ConflictView, ...]
    speakers: tuple[SpeakerGroup, ...]
    articles: tuple[DossierArticle, ...]
    citations: tuple[tuple[str, str], ...]
    """Code and bibliographic line of each article."""
