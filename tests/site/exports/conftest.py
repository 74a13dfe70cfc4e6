"""All exports of a small briefing, as their readers get them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from builder.briefing.model import Briefing
from builder.pages.catalogue import catalogue
from builder.site.exports.all import exports
from builder.site.exports.annotations import annotations
from builder.urls import PagePath
from tests.storm import PAGES, SEED, storm

Export = Callable[..., dict[PagePath, bytes]]


@pytest.fixture
def seed() -> str:
    return SEED


@pytest.fixture
def briefing() -> Briefing:
    return storm()


@pytest.fixture
def export(briefing: Briefing) -> Export:
    """All files of the briefing, with changes to it and to the rights of its first article."""

    def run(rights: str = "full", **changes: object) -> dict[PagePath, bytes]:
        one, *others = briefing.articles
        changed = replace(briefing, articles=(replace(one, rights=rights), *others))
        changed = replace(changed, **changes)
        found = catalogue(changed)
        of_articles = {path: make(found) for path, make in annotations(found, {"001.txt": SEED})}
        return dict(exports(changed, PAGES)) | of_articles

    return run
