"""The files of a new briefing."""

from pathlib import Path

from builder.content import front_matter
from builder.content.writing import write_whole
from builder.problems import BuildError, error
from builder.project import INDEX, locate

_INVITATION = (
    "# Below the next line: what the briefing is about, for a reader who comes to the story for the first time.\n"
)
_MEANINGS = {
    "subtitle": "one line below the title",
    "base_url": "where the site will stand, such as https://example.org/name/; may stay empty",
    "language": "of the pages",
    "timezone": "of the briefing, such as Europe/Berlin",
    "theme": "a folder in themes/, or default or plain",
    "rights": "how much of the articles is shown: full, excerpt or none",
    "as_of": "the day up to which the articles were collected",
}
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
    write_whole(index, _explained(front_matter.write(settings)), project)
    ignored = project.root / ".gitignore"
    if not ignored.exists():
        write_whole(ignored, _IGNORED, project)
    project.seeds.mkdir(exist_ok=True)
    return index, ignored


def _explained(header: str) -> str:
    """Put beside each key what it is for, and below the last one what comes after it."""
    lines = [(line, _MEANINGS.get(line.partition(":")[0])) for line in header.splitlines()]
    widest = max(len(line) for line, meaning in lines if meaning)
    *explained, fence = (f"{line:<{widest}}  # {meaning}\n" if meaning else f"{line}\n" for line, meaning in lines)
    return "".join((*explained, _INVITATION, fence))
