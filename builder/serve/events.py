"""What a file system reports → the changes that matter: a pure function.

Editors save in many ways (writing in place, writing beside and renaming, deleting first), leave swap and backup files,
and one save makes several events. What counts is which files of the watched folders are now written or gone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class EventKind(StrEnum):
    """What happened, in the words of watchdog; kinds that neither change a file nor end a change are not among them."""

    CREATED = "created"
    MODIFIED = "modified"
    MOVED = "moved"
    DELETED = "deleted"
    CLOSED = "closed"
    """By a program that could write to it; told by Linux alone."""


@dataclass(frozen=True, slots=True)
class RawEvent:
    """Something that the file system reported."""

    kind: EventKind
    path: Path
    target: Path | None = None
    """The new path of what was moved."""
    folder: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """A file or folder that is not what it was."""

    path: Path
    gone: bool
    """True where it was removed or moved away."""


_TEMPORARY_ENDS = ("~", ".tmp", ".temp", ".swp", ".swo", ".swx", ".bak", ".part", ".crdownload", ".orig")
_TEMPORARY_MARKS = ("___jb_tmp___", "___jb_old___", ".sb-", ".goutputstream-")
_TEMPORARY_NAMES = frozenset({"4913", "Thumbs.db", "desktop.ini"})
"""What Vim, Emacs, JetBrains' and GNOME's editors, browsers, macOS and Windows leave beside a file."""


def changes(raw: Sequence[RawEvent], roots: Sequence[Path], ignored: Sequence[Path] = ()) -> tuple[Change, ...]:
    """Return the changes in watched folders, one for each path, in order of paths; the last event of a path wins.

    ``roots`` are the watched folders, ``ignored`` folders in them that the builder itself writes to.
    """
    last: dict[Path, Change] = {}
    for event in raw:
        if event.kind is EventKind.CLOSED or (event.folder and event.kind is EventKind.MODIFIED):
            continue
        for change in _parts(event):
            last[change.path] = change
    return tuple(sorted(change for path, change in last.items() if is_watched(path, roots, ignored)))


def _parts(event: RawEvent) -> tuple[Change, ...]:
    gone = event.kind in (EventKind.MOVED, EventKind.DELETED)
    source = Change(event.path, gone)
    return (source, Change(event.target, gone=False)) if event.target else (source,)


def being_saved(before: frozenset[Path], event: RawEvent) -> frozenset[Path]:
    """Return the files of which more is to be expected after an event, given those of which it was before.

    These are files that were written to and not closed since, and files that are gone, for an editor may put another
    in their place. One that was closed, or renamed to what it is called now, is whole.
    """
    if event.kind is EventKind.CLOSED:
        return before - {event.path}
    if (event.folder and event.kind is EventKind.MODIFIED) or is_temporary(event.path.name):
        return before - {event.target}
    return (before | {event.path}) - {event.target}


def is_watched(path: Path, roots: Sequence[Path], ignored: Sequence[Path]) -> bool:
    """Return whether a path lies in a watched folder and is neither hidden, nor temporary, nor the builder's own."""
    if any(path.is_relative_to(folder) for folder in ignored):
        return False
    inside = [path.relative_to(root).parts for root in roots if path.is_relative_to(root)]
    return any(not any(map(is_temporary, parts)) for parts in inside)


def is_temporary(name: str) -> bool:
    """Return whether a file or folder of this name is hidden or some editor's own."""
    return (
        name.startswith((".", "~$"))
        or name.endswith(_TEMPORARY_ENDS)
        or (name.startswith("#") and name.endswith("#"))
        or name in _TEMPORARY_NAMES
        or any(mark in name for mark in _TEMPORARY_MARKS)
    )
