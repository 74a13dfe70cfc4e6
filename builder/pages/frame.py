"""What every page has around its content."""

from typing import Final
from urllib.parse import quote

from builder.pages.catalogue import Catalogue
from builder.pages.linker import CHRONOLOGY, PICTURE, SEARCH, SOURCES, STATEMENTS, TOPICS, Linker
from builder.pages.values import Frame, Html, NavigationLink
from builder.urls import PagePath, page, root_of

_SECTIONS: Final[tuple[tuple[str, PagePath, tuple[str, ...]], ...]] = (
    ("Topics", TOPICS, ("topics",)),
    ("Chronology", CHRONOLOGY, ("chronology",)),
    ("Who says what", STATEMENTS, ("statements",)),
    ("People and places", page("people"), ("people", "organisations", "places")),
    ("Sources", SOURCES, ("sources", "agencies", "authors", "articles")),
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
        briefing.base_url + catalogue.pictures.get(_whole(path), PICTURE) if briefing.base_url else "",
        _navigation(catalogue, path),
        ", ".join(catalogue.figures),
        catalogue.review,
        briefing.generator,
        Html(""),
    )


def _whole(path: PagePath) -> PagePath:
    """Return the first part of a page that goes on in parts; no slug has a dot in it."""
    return PagePath(f"{path.partition('.')[0]}.html")


def direction(language: str) -> str:
    """Return the direction of a language's script: ``ltr`` or ``rtl``."""
    return "rtl" if language.split("-")[0] in _RIGHT_TO_LEFT else "ltr"


def _navigation(catalogue: Catalogue, path: PagePath) -> tuple[NavigationLink, ...]:
    linker = Linker(catalogue, path)
    section = path.split("/")[0].split(".")[0]
    return tuple(
        NavigationLink(linker.words.say(text), linker.to(target), section in below) for text, target, below in _SECTIONS
    )
