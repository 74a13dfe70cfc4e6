"""Figures reported on a topic, those of one thing counted side by side."""

from collections.abc import Iterable

from builder.briefing.model import Figure
from builder.grouping import grouped
from builder.pages.linker import Linker
from builder.pages.parts import FigureGroup, FigureRow
from builder.pages.phrases import outlet
from builder.pages.views import published, told


def figure_groups(linker: Linker, figures: Iterable[Figure]) -> tuple[FigureGroup, ...]:
    """Return figures by what they count; what most articles give figures of stands first.

    What only one article counts stands together at the end, in the order of the articles.
    """
    groups = grouped(figures, lambda figure: figure.unit.casefold())
    compared = {unit: found for unit, found in groups.items() if unit and _articles(found) > 1}
    rest = [figure for unit, found in groups.items() if unit not in compared for figure in found]
    ordered = sorted(compared.values(), key=lambda found: (-_articles(found), -len(found)))
    named = [FigureGroup(found[0].unit, tuple(_row(linker, figure) for figure in found)) for found in ordered]
    return (*named, FigureGroup("", tuple(_row(linker, figure) for figure in rest))) if rest else tuple(named)


def _articles(figures: Iterable[Figure]) -> int:
    return len({figure.citation.article for figure in figures})


def _row(linker: Linker, figure: Figure) -> FigureRow:
    article = linker.catalogue.articles[figure.citation.article]
    return FigureRow(
        figure.words,
        told(linker, figure.citation, figure.sentence),
        linker.cite(figure.citation),
        outlet(article.publisher, article.agency, linker.words),
        published(article, linker.words),
    )
