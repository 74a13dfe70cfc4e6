"""Topic files as the annotator reads them, and proposed topics, written once for the editor to keep or change."""

from collections.abc import Sequence
from pathlib import Path

from builder.annotate.topics.rules import TopicRule
from builder.content import front_matter
from builder.content.files import TopicFile
from builder.project import Project


def proposed_topics(project: Project, rules: Sequence[TopicRule]) -> dict[Path, str]:
    """Return the text of a file, by its path, for each proposed topic; none where the editor has a file on any."""
    folder = project.content / "topics"
    if any(folder.glob("*.md")):
        return {}
    return {folder / f"{rule.slug}.md": _text(rule) for rule in rules}


def rules_of(files: Sequence[TopicFile]) -> tuple[TopicRule, ...]:
    """Return what the annotator matches for each topic file."""
    return tuple(TopicRule(file.slug, file.front.title, file.front.match) for file in files)


def _text(rule: TopicRule) -> str:
    return front_matter.write({"title": rule.title, "match": list(rule.match), "summary": "", "review": "machine"})
