"""What the template of the dossier sees."""

from msgspec import Struct

from builder.pages.contexts import Context
from builder.pages.parts import FigureGroup, Pager, Piece, SpeakerGroup, Year
from builder.pages.source_parts import ConflictView
from builder.pages.values import DateView, Html, Link, SourceExcerpts


class DossierArticle(Struct, frozen=True):
    """An article in the dossier."""

    anchor: str
    code: str
    title: str
    publisher: Link
    agency: str
    """Empty where none is named."""
    date: DateView
    authors: tuple[str, ...]
    language: str
    direction: str
    """``ltr`` or ``rtl``: of the article's language."""
    pieces: tuple[Piece, ...]
    paragraphs: str
    """What the ``id`` of each of its paragraphs starts with; the paragraph's number follows."""


class DossierTopic(Struct, frozen=True):
    """A topic in the dossier."""

    anchor: str
    title: str
    summary: str
    overview: Html
    figures: tuple[FigureGroup, ...]
    sources: tuple[SourceExcerpts, ...]


class VolumeLine(Struct, frozen=True):
    """A volume in the list of all."""

    link: Link
    """Without an address on the volume itself."""
    first_code: str
    """Of its first article."""
    last_code: str
    first: DateView
    """Of its first article."""
    last: DateView


class DossierPage(Context, frozen=True):
    """``dossier.html``: everything in reading order, or a volume of it."""

    pager: Pager
    """Of the volumes."""
    volumes: tuple[VolumeLine, ...]
    """All of them, in the first where there are several."""
    pdf: str
    """The link to the same as PDF; empty where none is made."""
    subtitle: str
    authors: tuple[str, ...]
    as_of: str
    introduction: Html
    """In the first volume."""
    figures: tuple[str, ...]
    topics: tuple[DossierTopic, ...]
    years: tuple[Year, ...]
    conflicts: tuple[ConflictView, ...]
    speakers: tuple[SpeakerGroup, ...]
    articles: tuple[DossierArticle, ...]
    citations: tuple[tuple[str, str], ...]
    """Code and bibliographic line of each article."""
