"""The files of a new briefing."""

from pathlib import Path

from builder.content import front_matter
from builder.content.store import write_whole
from builder.problems import BuildError, error
from builder.project import INDEX, locate

_INTRODUCTION = """
Write here what the briefing is about: two or three paragraphs for a reader who comes to the story for the first time.
"""
_IGNORED = "/site/\n/.briefing/\n"


def write_starter(folder: Path, title: str, today: str) -> tuple[Path, ...]:
    """Start a briefing in a folder, and return the files written; a briefing that is there already is a problem.

    ``today`` (an ISO day) becomes ``as_of``: the day up to which articles were collected.
    """
    project = locate(folder)
    index = project.content / "index.md"
    if index.exists():
        hint = "choose another folder, or edit the briefing that is there"
        raise BuildError([error(str(folder / INDEX), "briefing-exists", "there is a briefing already", hint=hint)])
    settings = {
        "title": title,
        "subtitle": "",
        "base_url": "",
        "language": "en",
        "timezone": "UTC",
        "theme": "default",
        "rights": "full",
        "as_of": today,
    }
    write_whole(index, front_matter.write(settings) + _INTRODUCTION, project)
    ignored = project.root / ".gitignore"
    if not ignored.exists():
        write_whole(ignored, _IGNORED, project)
    project.seeds.mkdir(exist_ok=True)
    return index, ignored
