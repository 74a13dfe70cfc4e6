"""``content/changes.yml``: which articles each published edition of the briefing brought or took away."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import yaml
from msgspec import Struct

from builder.content.files import read_text
from builder.content.writing import write_whole
from builder.problems import BuildError, Problem, error
from builder.project import Project

_HEAD = "# What each edition brought; the builder adds one when it publishes. Delete the file to start anew.\n"


class RecordedEdition(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One entry of the file."""

    as_of: str = ""
    """The day of the newest article, or the one set for the briefing, as EDTF; empty where neither is known."""
    articles: tuple[str, ...] = ()
    """Slugs of the articles that the edition before did not have."""
    removed: tuple[str, ...] = ()
    """Slugs of the articles that the edition before had and this one has not."""


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    editions: tuple[RecordedEdition, ...] = ()


def path_of(project: Project) -> Path:
    """Return where the file lies."""
    return project.content / "changes.yml"


def read_editions(project: Project) -> tuple[tuple[RecordedEdition, ...], tuple[Problem, ...]]:
    """Read the editions published so far, the oldest first; none where there is no file or it can't be read."""
    path = path_of(project)
    if not path.is_file():
        return (), ()
    shown = project.show(path)
    text, problems = read_text(path, shown)
    if text is None:
        return (), problems
    hint = "mend the line, or delete the file to start anew"
    try:
        return msgspec.convert(yaml.load(text, Loader=yaml.CBaseLoader) or {}, _File).editions, ()
    except msgspec.ValidationError as fault:
        return (), (error(shown, "changes-broken", f"it does not list editions: {fault}", line=1, hint=hint),)
    except (yaml.YAMLError, RecursionError, ValueError) as fault:
        mark = getattr(fault, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        return (), (error(shown, "changes-broken", "it is not YAML", line=line, hint=hint),)


def write_editions(editions: Sequence[RecordedEdition]) -> str:
    """Return the file's text, one slug a line, so that a change reads well where the folder is kept in git."""
    lines = [_HEAD, "editions:\n"]
    for edition in editions:
        lines.append(f'- as_of: "{edition.as_of}"\n')
        for key, slugs in (("articles", edition.articles), ("removed", edition.removed)):
            if slugs:
                lines.append(f"  {key}:\n")
                lines += [f'  - "{slug}"\n' for slug in slugs]
    return "".join(lines)


def record_editions(
    project: Project, recorded: Sequence[RecordedEdition], editions: Sequence[RecordedEdition]
) -> tuple[Problem, ...]:
    """Write the file where there is a new edition; return a problem where it can't be written."""
    if tuple(recorded) == tuple(editions):
        return ()
    try:
        write_whole(path_of(project), write_editions(editions), project)
    except BuildError as fault:
        return fault.problems
    return ()
