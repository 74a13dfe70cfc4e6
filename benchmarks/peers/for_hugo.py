"""A made-up story as a Hugo site that makes the same kinds of page: its spans become links and front matter."""

import json
import shutil
from pathlib import Path
from typing import Any

from peers.made import MadeArticle, Marked, Sentence, Story, marked, marks_in

SITE = Path(__file__).parent / "hugo"
"""Settings and templates."""
_FOLDERS = {"person": "people", "org": "organisations", "place": "places"}
_SINGLE = ("chronology", "statements", "dossier")


def write_hugo_site(story: Story, root: Path) -> None:
    """Write a Hugo site below a new folder."""
    shutil.copytree(SITE, root)
    articles = root / "content/articles"
    articles.mkdir(parents=True)
    (root / "content/_index.md").write_text("---\ntitle: A made-up story\n---\n\nMade to measure.\n")
    for name in _SINGLE:
        front = {"title": name.capitalize(), "layout": name, "outputs": ["html"]}
        (root / f"content/{name}.md").write_text(f"{json.dumps(front)}\n")
    for topic in story.topics:
        folder = root / "content/topics" / topic.slug
        folder.mkdir(parents=True)
        (folder / "_index.md").write_text(f"---\ntitle: {topic.name}\n---\n\nAbout the {topic.name.lower()}.\n")
    for article in story.articles:
        (articles / f"{article.slug}.md").write_text(article_text(article))


def article_text(article: MadeArticle, opening: str = "", closing: str = "") -> str:
    """Return an article's Markdown with its front matter as JSON between an opening and a closing mark."""
    named = [mark for paragraph in article.paragraphs for mark in marks_in(paragraph) if mark.label in _FOLDERS]
    front = {
        "title": article.title,
        "date": article.published,
        "sources": [article.publisher.name],
        "topics": [topic.name for topic in article.topics],
        **{
            folder: list(dict.fromkeys(mark.words for mark in named if mark.label == label))
            for label, folder in _FOLDERS.items()
        },
        "statements": list(_found(article, "quote")),
        "events": list(_found(article, "event")),
    }
    body = "\n\n".join(marked(paragraph, _link) for paragraph in article.paragraphs)
    return f"{opening}{json.dumps(front, indent=1)}{closing}\n\n{body}\n"


def _found(article: MadeArticle, label: str) -> list[dict[str, Any]]:
    return [
        {"id": f"{article.slug}-{number}", "paragraph": number, "text": mark.words, **_values(mark, paragraph)}
        for number, paragraph in enumerate(article.paragraphs, 1)
        for mark in marks_in(paragraph)
        if mark.label == label
    ]


def _values(stretch: Marked, paragraph: Sentence) -> dict[str, str]:
    if stretch.label == "quote":
        name = next(mark.words for mark in marks_in(paragraph) if mark.label == "person")
        return {**dict(stretch.values), "name": name}
    return {"date": next(mark.values[0][1] for mark in marks_in(stretch.inside) if mark.label == "date")}


def _link(stretch: Marked, inside: str) -> str:
    folder = _FOLDERS.get(stretch.label)
    return f"[{inside}](/{folder}/{inside.lower().replace(' ', '-')}.html)" if folder else inside
