"""What the heading of a page says of its only source, so that no entry below needs to say it again."""

from dataclasses import dataclass
from typing import Final

from builder.briefing.model import ArticleHead, Source, SourceKind
from builder.pages.phrases import outlet
from builder.pages.words import Words


@dataclass(frozen=True, slots=True)
class SaidAbove:
    """What a heading says."""

    outlet: str = ""
    """Publisher and agency as readers see them; empty where the page has several."""
    published: str = ""
    """EDTF: when its only article was published; empty where it has several."""


NOTHING_ABOVE: Final = SaidAbove()


def above_article(article: ArticleHead, words: Words) -> SaidAbove:
    """Return what an article's page says in its heading."""
    return SaidAbove(outlet(article.publisher, article.agency, words), article.published)


def above_source(source: Source, words: Words) -> SaidAbove:
    """Return what the page of a publisher, an agency or an author says in its heading; authors write for several."""
    return NOTHING_ABOVE if source.kind is SourceKind.AUTHOR else SaidAbove(outlet(source.name, "", words))
