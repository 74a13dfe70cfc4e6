"""A made-up story as an Eleventy site that makes the same kinds of page, from the same articles as Hugo's."""

import shutil
from pathlib import Path

from peers.for_hugo import article_text
from peers.made import Story

SITE = Path(__file__).parent / "eleventy"
"""Settings and templates."""


def write_eleventy_site(story: Story, root: Path) -> None:
    """Write an Eleventy site below a new folder."""
    shutil.copytree(SITE, root)
    for article in story.articles:
        (root / f"articles/{article.slug}.md").write_text(article_text(article, opening="---json\n", closing="\n---"))
