"""What the browser is told: the state of the site, what is added to a page, and the line to open pages."""

import asyncio
import hashlib
import json
from collections import Counter
from collections.abc import AsyncIterator, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from html import escape

from builder.problems import Problem, Severity
from builder.site.exports.manifest import File, entry_of
from builder.urls import PagePath

EVENTS = "/__events"
OWN = "/__briefing/"
SCRIPT = f"{OWN}preview.js"
STYLES = f"{OWN}preview.css"
OWN_FILES = ("preview.js", "place.js", "swap.js", "gaps.js", "preview.css")

RELOADING = 0.25
"""Seconds within which a page that is told of news is mostly there again."""

HEARTBEAT = 15.0
"""Seconds after which an open page hears that the line still stands."""


_BESIDE_PAGES = ("static/", "media/")
"""Where the files lie that pages load to show themselves: styles, scripts, pictures."""


@dataclass(frozen=True, slots=True)
class State:
    """What a page shows: the site's files and the problems of the last build."""

    files: Mapping[str, str]
    """The SHA-256 of each file of the site, by its path."""
    problems: tuple[Problem, ...]
    """Of a build that failed; empty where the site is up to date."""
    published: str
    """A short name that tells the files of one state from those of another."""
    beside: str
    """The same of those files alone that pages load beside themselves."""

    @property
    def name(self) -> str:
        """A short name that tells one state from another."""
        return _name([self.published, *map(str, self.problems)])

    @property
    def names(self) -> dict[str, str]:
        """All of these names, as a page is told them."""
        return {"state": self.name, "files": self.published, "beside": self.beside}


def state_of(files: Mapping[str, str], problems: Sequence[Problem]) -> State:
    """Return the state of a site."""
    return State(files, tuple(problems), _name_of_files(files), _name_of_beside(files))


def early_state(before: State, fresh: Mapping[PagePath, File]) -> State:
    """Return the state of a site of which some files are new and others still to be made."""
    digests = {str(path): entry_of(path, file).sha256 for path, file in fresh.items()}
    files = {**before.files, **digests}
    is_same_beside = not any(path.startswith(_BESIDE_PAGES) for path in digests)
    beside = before.beside if is_same_beside else _name_of_beside(files)
    return State(files, (), _name([before.published, _name_of_files(digests)]), beside)


def _name_of_beside(files: Mapping[str, str]) -> str:
    return _name_of_files({path: digest for path, digest in files.items() if path.startswith(_BESIDE_PAGES)})


def _name_of_files(files: Mapping[str, str]) -> str:
    return _name(f"{path} {digest}" for path, digest in files.items())


def _name(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def shows_the_same(page: PagePath, early: State, state: State) -> bool:
    """Return whether what a page could show of an early state is what it shows in another one.

    Of an early state it could show itself and what the theme and the editor put beside pages, and nothing else.
    """
    is_same = early.beside == state.beside and early.files.get(page) == state.files.get(page)
    return is_same and not state.problems


def only_styles_changed(before: State, after: State) -> bool:
    """Return whether a page of the state before shows the state after once its style sheets are loaded again."""
    if before.problems or after.problems:
        return False
    paths = before.files.keys() | after.files.keys()
    changed = [path for path in paths if before.files.get(path) != after.files.get(path)]
    return bool(changed) and all(path.endswith(".css") for path in changed)


def with_preview(page: bytes, state: State) -> bytes:
    """Return a page with what the preview adds at the end of its body; nothing of it is ever written to disk."""
    added = _additions(state).encode()
    end = page.lower().rfind(b"</body>")
    return page + added if end < 0 else page[:end] + added + page[end:]


def from_root(page: bytes) -> bytes:
    """Return a page whose addresses count from the root of the site, wherever it is shown: the first base counts."""
    return page.replace(b"<head>", b'<head><base href="/">', 1)


def problems_page(state: State) -> bytes:
    """Return a page for when there is no site to show yet."""
    title = "The briefing could not be built" if state.problems else "This page does not exist"
    head = f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
    return with_preview(f"{head}<body><h1>{title}</h1></body></html>".encode(), state)


def _additions(state: State) -> str:
    told = " ".join(f'data-{key}="{name}"' for key, name in state.names.items())
    script = f'<script type="module" src="{SCRIPT}" {told}></script>'
    if not state.problems:
        return script
    worst_first = sorted(state.problems, key=lambda problem: tuple(Severity).index(problem.severity))
    text = escape("\n\n".join(map(str, worst_first)))
    return (
        f'<link rel="stylesheet" href="{STYLES}">'
        '<details id="briefing-problems" role="alert" open>'
        f"<summary>The last build failed: {_count(state.problems)}</summary><pre>{text}</pre></details>"
        f"{script}"
    )


def _count(problems: Sequence[Problem]) -> str:
    """Return how many problems there are of each severity: ``1 error, 2 warnings``."""
    found = Counter(problem.severity for problem in problems)
    return ", ".join(f"{found[one]} {one}{'s' if found[one] > 1 else ''}" for one in Severity if found[one])


@dataclass(frozen=True, slots=True)
class _News:
    """What open pages are told."""

    state: State
    earlier: Sequence[State] = ()
    """Those in which some of the site was seen early, since it was last seen whole."""
    seen: Collection[PagePath] = ()
    """What can be seen of it, where not all can."""

    def same_as(self, page: PagePath) -> list[str]:
        """Return the names of the early states in which a page was as it is now."""
        return [early.name for early in self.earlier if shows_the_same(page, early, self.state)]

    def to(self, page: PagePath, styles_only_since: str | None = None) -> str:
        """Return what one page hears, as a server-sent event."""
        news = {
            **self.state.names,
            "styles_only_since": styles_only_since,
            "same_as": self.same_as(page),
        }
        return f"data: {json.dumps(news)}\n\n"


class Line:
    """The open pages, each waiting for news; used in the server's event loop only."""

    def __init__(self) -> None:
        self._listeners: dict[asyncio.Queue[str | None], PagePath] = {}
        self._latest = _News(state_of({}, ()))
        self._early: _News | None = None
        self._arrived = asyncio.Event()
        self._closed = False

    def pages(self) -> frozenset[PagePath]:
        """Return the pages that are open."""
        return frozenset(self._listeners.values())

    def tell(self, state: State, before: State | None, earlier: Sequence[State]) -> None:
        """Tell every open page, and each that opens from now on, which state the site is in.

        ``before`` is the state it was in; ``earlier`` are those in which some of it was seen since then.
        """
        self._arrived.clear()
        self._latest, self._early = _News(state, earlier), None
        styles_only = before is not None and only_styles_changed(before, state)
        for listener, page in self._listeners.items():
            listener.put_nowait(self._latest.to(page, before.name if before and styles_only else None))

    def tell_early(self, state: State, earlier: Sequence[State], seen: Collection[PagePath]) -> bool:
        """Tell those pages alone that can be seen before the rest is done; return whether one of them is new."""
        self._arrived.clear()
        self._early = _News(state, earlier, seen)
        told = [(listener, page) for listener, page in self._listeners.items() if page in seen]
        for listener, page in told:
            listener.put_nowait(self._early.to(page))
        return any(not self._early.same_as(page) for _, page in told)

    async def arrival(self) -> None:
        """Wait until a page has opened since the last news, for a moment."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._arrived.wait(), RELOADING)

    def close(self) -> None:
        """Hang up."""
        self._closed = True
        for listener in self._listeners:
            listener.put_nowait(None)

    async def listen(self, page: PagePath) -> AsyncIterator[str]:
        """Yield what one page hears, as server-sent events."""
        news: asyncio.Queue[str | None] = asyncio.Queue()
        self._listeners[news] = page
        self._arrived.set()
        try:
            early = self._early if self._early and page in self._early.seen else None
            yield "retry: 500\n\n" + (early or self._latest).to(page)
            while not self._closed:
                try:
                    told = await asyncio.wait_for(news.get(), HEARTBEAT)
                except TimeoutError:
                    told = ": still here\n\n"
                if told is None:
                    return
                yield told
        finally:
            self._listeners.pop(news, None)
