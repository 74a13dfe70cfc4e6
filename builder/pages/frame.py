"""What every page has around its content."""

from collections import Counter
from typing import Final
from urllib.parse import quote

from builder.briefing.model import Briefing
from builder.pages.catalogue import Catalogue
from builder.pages.dates import short_month
from builder.pages.linker import CHRONOLOGY, SEARCH, SOURCES, STATEMENTS, TOPICS, Linker
from builder.pages.values import Frame, NavigationLink
from builder.urls import PagePath, page, root_of

_SECTIONS: Final[tuple[tuple[str, PagePath, tuple[str, ...]], ...]] = (
    ("Topics", TOPICS, ("topics",)),
    ("Chronology", CHRONOLOGY, ("chronology",)),
    ("Who says what", STATEMENTS, ("statements",)),
    ("People and places", page("people"), ("people", "organisations", "places")),
    ("Sources", SOURCES, ("sources", "articles")),
    ("Search", SEARCH, ("search",)),
)
_RIGHT_TO_LEFT: Final = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def frame(catalogue: Catalogue, path: PagePath, title: str, description: str = "") -> Frame:
    """Return the frame of a page."""
    briefing = catalogue.briefing
    return Frame(
        path,
        root_of(path),
        briefing.language,
        direction(briefing.language),
        briefing.title,
        title,
        " ".join(description.split()),
        briefing.base_url + quote(path) if briefing.base_url else "",
        _navigation(catalogue, path),
        ", ".join(key_figures(briefing)),
        review_line(briefing),
        briefing.generator,
    )


def direction(language: str) -> str:
    """Return the direction of a language's script: ``ltr`` or ``rtl``."""
    return "rtl" if language.split("-")[0] in _RIGHT_TO_LEFT else "ltr"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: ``1 article``, ``5 articles``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def key_figures(briefing: Briefing) -> tuple[str, ...]:
    """Return the briefing in figures: articles, independent sources, the time they span."""
    figures = [counted(len(briefing.articles), "article"), counted(briefing.voices, "independent source")]
    months = [month for month in (short_month(article.published) for article in briefing.articles) if month]
    if months:
        figures.append(months[0] if months[0] == months[-1] else f"{months[0]} – {months[-1]}")
    undated = len(briefing.articles) - len(months)
    if undated and months:
        figures.append(f"{counted(undated, 'article')} without a known year")
    return tuple(figures)


def review_line(briefing: Briefing) -> str:
    """Return the state of review in a sentence."""
    if not briefing.articles:
        return "No article yet."
    states = Counter(article.review for article in briefing.articles)
    if set(states) == {"machine"}:
        return "Annotated by machine; no article has been reviewed by a person yet."
    told = {
        "reviewed": "reviewed by a person",
        "machine": "annotated by machine only",
        "disputed": "disputed",
    }
    return "Articles: " + ", ".join(f"{states[state]} {words}" for state, words in told.items() if states[state]) + "."


def _navigation(catalogue: Catalogue, path: PagePath) -> tuple[NavigationLink, ...]:
    linker = Linker(catalogue, path)
    section = path.removesuffix(".html").split("/")[0]
    return tuple(NavigationLink(text, linker.to(target), section in below) for text, target, below in _SECTIONS)
