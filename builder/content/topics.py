"""Proposed topics, written once as files for the editor to keep, change or delete."""

from collections.abc import Sequence

from builder.annotate.topics import TopicRule
from builder.content import front_matter
from builder.content.store import write_whole
from builder.project import Project


def write_topics(project: Project, rules: Sequence[TopicRule]) -> None:
    """Write a file for each proposed topic that has none."""
    for rule in rules:
        path = project.content / "topics" / f"{rule.slug}.md"
        if not path.exists():
            values = {"title": rule.title, "match": list(rule.match), "summary": "", "review": "machine"}
            write_whole(path, front_matter.write(values), project)
