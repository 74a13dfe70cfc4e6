"""A made-up story as the content folder of a briefing."""

from pathlib import Path

from peers.made import MadeArticle, Marked, Story, marked


def write_briefing(story: Story, root: Path) -> None:
    """Write ``content/`` below a new folder: finished articles, topics and the index; there are no seeds."""
    for folder in ("content/articles", "content/topics", "seeds"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "content/index.md").write_text("---\ntitle: A made-up story\nas_of: 2026-01-01\n---\n\nMade to measure.\n")
    for topic in story.topics:
        text = f"---\ntitle: {topic.name}\nsummary: About the {topic.name.lower()}.\n---\n"
        (root / f"content/topics/{topic.slug}.md").write_text(text)
    for article in story.articles:
        (root / f"content/articles/{article.slug}.md").write_text(_article(article))


def _article(article: MadeArticle) -> str:
    head = [
        f"title: {article.title}",
        f"published: {article.published}",
        "published_from: given",
        f"publisher: {article.publisher.name}",
        f"topics: [{', '.join(topic.slug for topic in article.topics)}]",
        "review: reviewed",
    ]
    body = "\n\n".join(marked(paragraph, _span) for paragraph in article.paragraphs)
    return "---\n" + "\n".join(head) + f"\n---\n\n{body}\n"


def _span(stretch: Marked, inside: str) -> str:
    values = "".join(f' {key}="{value}"' if " " in value else f" {key}={value}" for key, value in stretch.values)
    return f"[{inside}]{{.{stretch.label}{values}}}"
