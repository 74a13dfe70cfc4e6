"""Waiting for changes: the platform's notifications, or polling where they don't come."""

import os
from collections.abc import Sequence
from pathlib import Path
from threading import Condition
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from builder.serve.events import Change, EventKind, RawEvent, being_saved, changes

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver, ObservedWatch

QUIET = 0.02
"""Seconds without an event after which a save counts as done."""

CLOSED = 0.005
"""The same where all files are closed: seconds within which an editor that saves several comes to the next."""

LONGEST = 1.0
"""Seconds after which changes are handed on even where events keep coming."""

POLLING = 0.5
"""Seconds between two looks at the folders where they are polled."""

_KINDS = {kind.value: kind for kind in EventKind}
_EVENTS: list[type[FileSystemEvent]] = [
    *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
    *(FileClosedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
]
"""What the system is asked to tell. A build opens every file, which would take longer to hear of than to do."""


class Watcher:
    """Watches folders while it is entered.

    The folders above them are watched too, so that one which appears later, or is replaced, is not missed.
    """

    def __init__(self, roots: Sequence[Path], ignored: Sequence[Path], *, poll: bool) -> None:
        self._roots = tuple(roots)
        self._ignored = tuple(ignored)
        self._outermost = [root for root in roots if not any(root != one and root.is_relative_to(one) for one in roots)]
        self._handler = _Handler()
        self._observer: BaseObserver = PollingObserver(timeout=POLLING) if poll else Observer()
        self._watched: dict[Path, ObservedWatch] = {}

    def __enter__(self) -> Self:
        try:
            self._start()
        except OSError:
            self._observer = PollingObserver(timeout=POLLING)
            self._watched.clear()
            self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._observer.stop()
        self._observer.join()

    def wait(self) -> tuple[Change, ...]:
        """Return the next changes, once they have settled; nothing at all after :meth:`close`."""
        while not self._handler.closed:
            if found := changes(self._handler.settled(), self._roots, self._ignored):
                self._forget([change.path for change in found])
                self._attend()
                return found
        return ()

    def coming(self) -> tuple[Change, ...]:
        """Return the changes so far that :meth:`wait` is yet to return; all of them where it is closed."""
        return changes(self._handler.so_far(), self._roots, self._ignored)

    def close(self) -> None:
        """Let :meth:`wait` return."""
        self._handler.close()

    def _start(self) -> None:
        for root in self._outermost:
            above = next((parent for parent in root.parents if parent.is_dir()), None)
            if above is not None:
                self._observer.schedule(self._handler, str(above), event_filter=_EVENTS)
        self._attend()
        self._observer.start()

    def _attend(self) -> None:
        """Watch the folders that exist."""
        for root in self._outermost:
            if root not in self._watched and root.is_dir():
                schedule = self._observer.schedule
                self._watched[root] = schedule(self._handler, str(root), recursive=True, event_filter=_EVENTS)

    def _forget(self, paths: Sequence[Path]) -> None:
        """Stop watching folders that were removed or replaced: what was watched is not what stands there now."""
        for path in paths:
            if path in self._watched:
                self._observer.unschedule(self._watched.pop(path))


class _Handler(FileSystemEventHandler):
    """Gathers events in watchdog's thread and hands them over in another."""

    def __init__(self) -> None:
        self._events: list[RawEvent] = []
        self._being_saved: frozenset[Path] = frozenset()
        self._news = Condition()
        self.closed = False

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take an event from watchdog; kinds that tell nothing of a change are dropped."""
        if event.event_type not in _KINDS:
            return
        target = Path(os.fsdecode(event.dest_path)) if event.dest_path else None
        path = Path(os.fsdecode(event.src_path))
        with self._news:
            self._events.append(RawEvent(_KINDS[event.event_type], path, target, event.is_directory))
            self._being_saved = being_saved(self._being_saved, self._events[-1])
            self._news.notify_all()

    def settled(self) -> list[RawEvent]:
        """Wait for events, then for a quiet moment, and return them."""
        with self._news:
            self._news.wait_for(lambda: self._events or self.closed)
            deadline = monotonic() + LONGEST
            while not self.closed and monotonic() < deadline and self._more_comes():
                pass
            events, self._events = self._events, []
            self._being_saved = frozenset()
            return events

    def so_far(self) -> list[RawEvent]:
        """Return the events that wait to be taken."""
        with self._news:
            return [*self._events]

    def _more_comes(self) -> bool:
        count = len(self._events)
        patience = QUIET if self._being_saved else CLOSED
        return self._news.wait_for(lambda: self.closed or len(self._events) > count, patience)

    def close(self) -> None:
        """Let :meth:`settled` return at once."""
        with self._news:
            self.closed = True
            self._news.notify_all()
