"""All exports of a small briefing, as their readers get them."""

from collections.abc import Callable
from itertools import chain
from typing import Any

import pytest
from msgspec.structs import replace

from builder.briefing.model import Briefing
from builder.pages.catalogue import catalogue
from builder.site.exports.all import exports
from builder.site.exports.annotations import annotations
from tests.storm import PAGES, SEED, storm

Export = Callable[..., dict[str, bytes]]
"""Gives all files of a briefing by path; takes the rights of its first article and changes to the briefing."""


@pytest.fixture
def seed() -> str:
    return SEED


@pytest.fixture
def briefing() -> Briefing:
    return storm()


@pytest.fixture
def export(briefing: Briefing) -> Export:
    def run(rights: str = "full", **changes: Any) -> dict[str, bytes]:
        one, *others = briefing.articles
        changed = replace(briefing, articles=(replace(one, rights=rights), *others))
        changed = replace(changed, **changes)
        found = catalogue(changed)
        makings = chain(exports(found, PAGES), annotations(found, {"001.txt": SEED}))
        return {str(path): make(found) for path, make in makings}

    return run
