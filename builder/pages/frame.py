"""What every page has around its content."""

from functools import lru_cache
from typing import Final
from urllib.parse import quote

from builder.pages.catalogue import Catalogue
from builder.pages.language import direction
from builder.pages.linker import CHRONOLOGY, PICTURE, SEARCH, SOURCES, STATEMENTS, TOPICS
from builder.pages.values import Frame, Html, NavigationLink
from builder.pages.words import Words
from builder.urls import PagePath, from_folder, page, root_of

_SECTIONS: Final[tuple[tuple[str, PagePath, tuple[str, ...]], ...]] = (
    ("Topics", TOPICS, ("topics",)),
    ("Chronology", CHRONOLOGY, ("chronology",)),
    ("Who says what", STATEMENTS, ("statements",)),
    ("People and places", page("people"), ("people", "organisations", "places")),
    ("Sources", SOURCES, ("sources", "agencies", "authors", "articles")),
    ("Search", SEARCH, ("search",)),
)


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
        _navigation(catalogue.words, path.rpartition("/")[0], path.split("/")[0].split(".")[0]),
        ", ".join(catalogue.figures),
        catalogue.review,
        briefing.generator,
        Html(""),
    )


def _whole(path: PagePath) -> PagePath:
    """Return the first part of a page that goes on in parts; no slug has a dot in it."""
    return PagePath(f"{path.partition('.')[0]}.html")


@lru_cache(maxsize=1 << 6)
def _navigation(words: Words, folder: str, section: str) -> tuple[NavigationLink, ...]:
    """Return the links to the sections, which are the same on all pages of a folder."""
    return tuple(
        NavigationLink(words.say(text), from_folder(folder, target), section in below)
        for text, target, below in _SECTIONS
    )
