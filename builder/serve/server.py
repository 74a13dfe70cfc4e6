"""``briefing serve``: build, show the site, build again when a file changes, tell the open pages."""

import asyncio
import errno
import os
import socket
import webbrowser
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Thread
from types import FrameType
from typing import TypeVar

import uvicorn

from builder.problems import BuildError, error
from builder.serve.application import application
from builder.serve.gate import Gate
from builder.serve.rebuild import BuildResult, Ended, IsOvertaken, keep_building, outcome
from builder.serve.reload import Line, State, early_state, state_of
from builder.serve.watch import Watcher
from builder.site.audience import Audience, Early
from builder.site.exports.manifest import PATH as MANIFEST
from builder.site.exports.manifest import read_manifest
from builder.urls import PagePath

Value = TypeVar("Value")
Build = Callable[[Audience, frozenset[Path]], BuildResult]
Prepare = Callable[[Audience], BuildResult]

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
PORTS_TRIED = 50
"""How many ports from the default one on are tried where none is asked for."""
PARTING = 5
"""Seconds that answers on their way have left once the server is told to end; only what nobody takes uses them up."""


def _say(address: str) -> None:
    print(f"Serving {address} (Ctrl-C ends it)", flush=True)


def serve(
    build: Build,
    folders: Sequence[Path],
    output: Path,
    host: str = DEFAULT_HOST,
    port: int | None = None,
    *,
    prepare: Prepare | None = None,
    watch: bool = True,
    poll: bool = False,
    open_browser: bool = False,
    announce: Callable[[str], None] = _say,
) -> None:
    """Serve the site in ``output`` until interrupted, and build it again when a file in ``folders`` changes.

    ``build`` is told who looks at which page, and may show these before it is done; and which watched files have
    changed since a site was published last. ``prepare`` is called once, after the first build: while nobody edits
    anything it may do what later builds need.

    ``port`` is the one asked for, 0 for any; without it the first free one from the default on. ``announce`` is
    called once with the site's address, before the first build; who asks there waits for it. Raises
    :class:`BuildError` (``serve-address``) where the address can't be had.
    """
    listener = listen(host, port)
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{listener.getsockname()[1]}/"

    def ready() -> None:
        announce(address)
        if open_browser:
            Thread(target=webbrowser.open, args=(address,), name="browser", daemon=True).start()

    preview = Preview(
        build, prepare, [folder.resolve() for folder in folders], output.resolve(), watch=watch, poll=poll
    )
    with suppress(KeyboardInterrupt):
        preview.run(listener, host, ready)


def listen(host: str, port: int | None) -> socket.socket:
    """Return a socket that listens at the address."""
    ports = range(DEFAULT_PORT, DEFAULT_PORT + PORTS_TRIED) if port is None else (port,)
    reason = OSError()
    for candidate in ports:
        try:
            return _bound(host, candidate)
        except (OSError, OverflowError) as refused:
            reason = refused if isinstance(refused, OSError) else OSError(errno.EINVAL, str(refused))
            if reason.errno != errno.EADDRINUSE:
                break
    message = f"{host}:{ports[0]} can't be listened at: {reason.strerror or reason}"
    hint = "ask for another port with -p, or for another address with --host"
    raise BuildError([error(f"{host}:{ports[0]}", "serve-address", message, hint=hint)]) from reason


def _bound(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    bound = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        bound.listen()
    except OSError:
        bound.close()
        raise
    return bound


class Preview:
    """A server and the thread that builds; both share the gate, the line and the state of the site."""

    def __init__(
        self,
        build: Build,
        prepare: Prepare | None,
        folders: Sequence[Path],
        output: Path,
        *,
        watch: bool,
        poll: bool,
    ) -> None:
        self._build = build
        self._prepare = prepare
        self._folders = folders if watch else ()
        self._output = output
        self._poll = poll
        self._gate = Gate()
        self._line = Line()
        self._is_overtaken: IsOvertaken = bool
        self._was_overtaken = False
        self._whole = state_of({}, ())
        """The last state in which all of the site could be seen."""
        self._state = self._whole
        self._earlier: tuple[State, ...] = ()
        """Those in which some of the site was seen since then."""
        self._loop: asyncio.AbstractEventLoop | None = None

    def run(self, listener: socket.socket, host: str, ready: Callable[[], None]) -> None:
        """Serve until a signal ends it; ``KeyboardInterrupt`` where that was the user's.

        ``ready`` is called before the first build, and not before a signal ends the server in good order.
        """
        work = partial(self._work, ready)
        app = application(self._output, host, self._gate, self._line, lambda: self._state, work)
        config = uvicorn.Config(
            app, log_level="error", access_log=False, server_header=False, ws="none", timeout_graceful_shutdown=PARTING
        )
        _Server(config, self._hang_up).run(sockets=[listener])

    def _hang_up(self) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._line.close)
            self._loop.call_soon_threadsafe(self._gate.end)

    @asynccontextmanager
    async def _work(self, ready: Callable[[], None]) -> AsyncIterator[None]:
        """Build in a thread of its own for as long as the server runs."""
        self._loop = asyncio.get_running_loop()
        ready()
        watcher = Watcher(self._folders, [self._output], poll=self._poll)
        thread = Thread(target=self._keep_building, args=(watcher,), name="build", daemon=True)
        thread.start()
        try:
            yield
        finally:
            watcher.close()
            await asyncio.to_thread(thread.join)

    def _keep_building(self, watcher: Watcher) -> None:
        try:
            with watcher:
                keep_building(self._build_once, self._prepare_once, watcher, self._folders, [self._output])
        finally:
            self._in_loop(self._show(self._state))

    def _build_once(self, changed: frozenset[Path], is_overtaken: IsOvertaken) -> Ended:
        self._in_loop(self._gate.shut())
        self._is_overtaken, self._was_overtaken = is_overtaken, False
        problems = outcome(partial(self._build, self, frozenset() if self._whole.problems else changed))
        if self._was_overtaken:
            return Ended.OVERTAKEN
        before, self._whole = self._whole, state_of(self._files(), problems)
        self._state = self._whole
        self._in_loop(self._show(before))
        return Ended.FAILED if problems else Ended.PUBLISHED

    def _prepare_once(self, is_overtaken: IsOvertaken) -> None:
        self._is_overtaken, self._was_overtaken = is_overtaken, False
        if self._prepare and not self._whole.problems:
            outcome(partial(self._prepare, self))

    def is_overtaken(self) -> bool:
        """Return whether files have changed since the build began; what is told once holds for all of the build."""
        self._was_overtaken = self._was_overtaken or self._is_overtaken()
        return self._was_overtaken

    def pages(self) -> frozenset[PagePath]:
        """Return the pages that are open."""
        return self._in_loop(self._open_pages()) or frozenset()

    async def _open_pages(self) -> frozenset[PagePath]:
        return self._line.pages()

    def show(self, early: Early) -> None:
        """Let open pages see what is done before the rest, and leave them the machine until one of them is there."""
        self._state = early_state(self._state, early.fresh)
        self._in_loop(self._show_early(early))

    async def _show_early(self, early: Early) -> None:
        self._gate.open(early)
        if self._line.tell_early(self._state, self._earlier, early.fresh.keys() | early.standing):
            await self._line.arrival()
        self._earlier = (*self._earlier, self._state)

    async def _show(self, before: State) -> None:
        self._gate.open()
        if self._earlier or before.name != self._state.name:
            self._line.tell(self._state, before, self._earlier)
        self._earlier = ()

    def _in_loop(self, work: Coroutine[object, object, Value]) -> Value | None:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result() if self._loop is not None else None

    def _files(self) -> dict[str, str]:
        manifest = self._output / MANIFEST
        entries = read_manifest(manifest.read_bytes()) if manifest.is_file() else None
        return {entry.path: entry.sha256 for entry in entries or ()}


class _Server(uvicorn.Server):
    """A server that hangs up on open pages when it is told to end, for they would keep it waiting."""

    def __init__(self, config: uvicorn.Config, hang_up: Callable[[], None]) -> None:
        super().__init__(config)
        self._hang_up = hang_up

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Take a signal."""
        self._hang_up()
        super().handle_exit(sig, frame)
