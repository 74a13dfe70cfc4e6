"""All exports of a small briefing, as their readers get them."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from storm import PAGES, SEED, storm

from builder.briefing.model import Briefing
from builder.site.exports.all import exports
from builder.urls import PagePath

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
        return dict(exports(replace(changed, **changes), PAGES, {"001.txt": SEED}))

    return run
