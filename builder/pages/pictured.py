"""Which pages have a picture of their own for where they are shared."""

import re
from collections.abc import Iterator
from typing import Final

from builder.briefing.model import Briefing
from builder.pages.words import Words
from builder.urls import PagePath, page

MOST_ARTICLES: Final = 500
"""In a larger briefing the articles share its picture: a picture takes about 10 ms and 15 kB."""
MOST_NAMES: Final = 100
"""People, organisations and places, those named most."""
_SET: Final = re.compile(
    r"[ -~\u00a0-\u012b\u012e-\u0131\u0134-\u0165\u0168-\u017f\u0218-\u021b\u1ea0-\u1ef9"
    r"\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490\u0491"
    r"\u2010\u2012-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ac]*"
)
"""Texts that the typeface of the pictures can set: Latin, Greek and Cyrillic."""


def can_be_set(text: str) -> bool:
    """Return whether a picture can show a text."""
    return _SET.fullmatch(text) is not None


def pictured(briefing: Briefing, words: Words) -> dict[PagePath, PagePath]:
    """Return the picture of each page that has one of its own, by the page's path; none without an address."""
    if not briefing.base_url:
        return {}
    beside = f"{briefing.title} {words.say('Topic')}"
    return {
        path: PagePath(f"pictures/{path.removesuffix('.html')}.png")
        for path, text in _candidates(briefing)
        if can_be_set(" ".join(f"{text} {beside}".split()))
    }


def _candidates(briefing: Briefing) -> Iterator[tuple[PagePath, str]]:
    """Give pages with what their pictures say."""
    for article in briefing.articles if len(briefing.articles) <= MOST_ARTICLES else ():
        yield page("articles", article.slug), f"{article.title} {article.publisher} {article.agency}"
    for topic in briefing.topics[:MOST_NAMES]:
        yield page("topics", topic.slug), topic.title
    for entity in sorted(briefing.entities, key=lambda entity: -len(entity.mentions))[:MOST_NAMES]:
        yield page(entity.kind, entity.slug), f"{entity.name} {entity.role}"
