"""Waiting for changes: the platform's notifications, or polling where they don't come."""

import os
from collections.abc import Sequence
from pathlib import Path
from threading import Condition
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from builder.serve.events import Change, EventKind, RawEvent, changes

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver

QUIET = 0.05
"""Seconds without an event after which a save counts as done."""

LONGEST = 1.0
"""Seconds after which changes are handed on even where events keep coming."""

POLLING = 0.5
"""Seconds between two looks at the folders where they are polled."""

_KINDS = {kind.value: kind for kind in EventKind}


class Watcher:
    """Watches folders while it is entered; a folder that does not exist yet is watched once it appears."""

    def __init__(self, roots: Sequence[Path], ignored: Sequence[Path], *, poll: bool) -> None:
        self._roots = tuple(roots)
        self._ignored = tuple(ignored)
        self._handler = _Handler()
        self._observer: BaseObserver = PollingObserver(timeout=POLLING) if poll else Observer()
        self._unwatched = [root for root in self._roots if not _is_inside(root, self._roots)]

    def __enter__(self) -> Self:
        self._schedule(parents=True)
        try:
            self._observer.start()
        except OSError:
            self._observer = PollingObserver(timeout=POLLING)
            self._unwatched = [root for root in self._roots if not _is_inside(root, self._roots)]
            self._schedule(parents=True)
            self._observer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._observer.stop()
        self._observer.join()

    def wait(self) -> tuple[Change, ...]:
        """Return the next changes, once they have settled; nothing at all after :meth:`close`."""
        while not self._handler.closed:
            found = changes(self._handler.settled(), self._roots, self._ignored)
            if found:
                self._schedule(parents=False)
                return found
        return ()

    def close(self) -> None:
        """Let :meth:`wait` return."""
        self._handler.close()

    def _schedule(self, *, parents: bool) -> None:
        """Watch the folders that exist, and for those that don't the folder they would be created in."""
        for root in tuple(self._unwatched):
            if root.is_dir():
                self._observer.schedule(self._handler, str(root), recursive=True)
                self._unwatched.remove(root)
            elif parents:
                above = next(parent for parent in root.parents if parent.is_dir())
                self._observer.schedule(self._handler, str(above), recursive=False)


def _is_inside(root: Path, roots: Sequence[Path]) -> bool:
    return any(root != other and root.is_relative_to(other) for other in roots)


class _Handler(FileSystemEventHandler):
    """Gathers events in watchdog's thread and hands them over in another."""

    def __init__(self) -> None:
        self._events: list[RawEvent] = []
        self._news = Condition()
        self.closed = False

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take an event from watchdog; kinds that change nothing (opened, closed) are dropped."""
        if event.event_type not in _KINDS:
            return
        target = Path(os.fsdecode(event.dest_path)) if event.dest_path else None
        path = Path(os.fsdecode(event.src_path))
        with self._news:
            self._events.append(RawEvent(_KINDS[event.event_type], path, target, event.is_directory))
            self._news.notify_all()

    def settled(self) -> list[RawEvent]:
        """Wait for events, then for a quiet moment, and return them."""
        with self._news:
            self._news.wait_for(lambda: self._events or self.closed)
            deadline = monotonic() + LONGEST
            while not self.closed and monotonic() < deadline and self._more_within(QUIET):
                pass
            events, self._events = self._events, []
            return events

    def _more_within(self, seconds: float) -> bool:
        count = len(self._events)
        return self._news.wait_for(lambda: self.closed or len(self._events) > count, seconds)

    def close(self) -> None:
        """Let :meth:`settled` return at once."""
        with self._news:
            self.closed = True
            self._news.notify_all()
