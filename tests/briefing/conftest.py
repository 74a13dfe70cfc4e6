"""Briefings made from articles written in a test."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from builder.briefing.assemble import assemble
from builder.briefing.model import Briefing
from builder.content.files import Content, read_articles, read_entities, read_index, read_topics
from builder.project import locate

Build = Callable[..., Briefing]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Return a function that builds the model of articles, each given as its day of publication and its body.

    ``fronts`` holds more lines of front matter for some of them, by number from 1.
    """

    def built(*articles: tuple[str, str], fronts: Mapping[int, str] | None = None) -> Briefing:
        folder = tmp_path / "content" / "articles"
        folder.mkdir(parents=True, exist_ok=True)
        for number, (published, body) in enumerate(articles, 1):
            more = (fronts or {}).get(number, "")
            text = f"---\ntitle: Article {number}\npublished: {published}\n{more}---\n\n{body}\n"
            (folder / f"a{number:04}.md").write_text(text)
        project = locate(tmp_path)
        return assemble(
            Content(
                read_index(project)[0], read_articles(project)[0], read_topics(project)[0], read_entities(project)[0]
            )
        )

    return built
