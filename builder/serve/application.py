"""The preview as a web application: the site's files, what the preview adds to pages, and the line to open pages."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.resources import files
from ipaddress import ip_address
from os import PathLike, stat_result
from pathlib import Path
from urllib.parse import unquote, urlsplit

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from builder.serve.gate import Gate
from builder.serve.reload import EVENTS, OWN, OWN_FILES, Line, State, from_root, problems_page, with_preview
from builder.urls import PagePath

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""What the site's files are, wherever it is served; the system's own table differs from machine to machine."""


class Site(StaticFiles):
    """The files of the output folder; a page gets what the preview adds."""

    def __init__(self, folder: Path, gate: Gate, state: Callable[[], State]) -> None:
        super().__init__(directory=folder, html=True, check_dir=False)
        self._gate = gate
        self._state = state

    async def check_config(self) -> None:
        """Take a folder that does not exist yet."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request once no build is changing what it asks for."""
        async with self._gate.passing(file_of(scope["path"])) as is_whole:
            if is_whole:
                await super().__call__(scope, receive, send)
            else:
                await PlainTextResponse("The preview has ended.", 503)(scope, receive, send)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file, or a page with the additions; where there is no site yet, the problems."""
        asked = file_of(scope["path"])
        fresh = self._gate.fresh(asked) if scope["method"] in ("GET", "HEAD") else None
        if isinstance(fresh, bytes):
            return self._early_response(asked, fresh)
        try:
            response = await super().get_response(path, scope)
        except HTTPException as refused:
            if refused.status_code != 404:
                raise
            return _page_response(problems_page(self._state()), 404)
        if isinstance(response, FileResponse) and str(response.path).endswith(".html"):
            page = await asyncio.to_thread(Path(response.path).read_bytes)
            shown = page if response.status_code == 200 else from_root(page)
            return _page_response(with_preview(shown, self._state()), response.status_code)
        return response

    def _early_response(self, path: PagePath, data: bytes) -> Response:
        if path.endswith(".html"):
            return _page_response(with_preview(data, self._state()))
        media_type = TYPES.get(f".{path.rpartition('.')[2]}", "application/octet-stream")
        return Response(data, media_type=media_type, headers={"cache-control": "no-store"})

    def file_response(
        self, full_path: str | PathLike[str], stat_result: stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """Return a file with its type; the browser asks each time whether it has changed."""
        path = Path(full_path)
        if path.suffix == ".html":
            return FileResponse(path, status_code, stat_result=stat_result)
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["cache-control"] = "no-cache"
        if path.suffix in TYPES and isinstance(response, FileResponse):
            response.headers["content-type"] = TYPES[path.suffix]
        return response


def _page_response(page: bytes, status: int = 200) -> Response:
    """Return a page that is the preview's own: no part of it can be asked for, and none is kept (RFC 9110, 14.3)."""
    headers = {"cache-control": "no-store", "accept-ranges": "none"}
    return Response(page, status, media_type=TYPES[".html"], headers=headers)


def file_of(path: str) -> PagePath:
    """Return the file of the site that an address asks for, by its path without escapes."""
    return PagePath(path.lstrip("/") + ("index.html" if path.endswith("/") or not path else ""))


class Guard:
    """Answers only those who ask for this machine: a page elsewhere can't read the preview by a name of its own."""

    def __init__(self, app: ASGIApp, host: str) -> None:
        self._app = app
        self._host = host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check ``Host`` and ``Origin``, then pass the request on."""
        if scope["type"] == "http" and not self._is_welcome(Headers(scope=scope)):
            response = PlainTextResponse("This preview answers requests to its own address only.", 403)
            await response(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _is_welcome(self, headers: Headers) -> bool:
        host, origin = headers.get("host", ""), headers.get("origin")
        return is_own_name(host, self._host) and (origin is None or _place_of(origin) == host)


def _place_of(address: str) -> str | None:
    """Return the host and port of an address; ``None`` where it is none."""
    try:
        return urlsplit(address).netloc
    except ValueError:
        return None


def is_own_name(host: str, bound: str) -> bool:
    """Return whether a ``Host`` header is an IP address, ``localhost`` or the name the server was given.

    A page elsewhere can make its own name lead here, but never an address or ``localhost``.
    """
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    if name in ("localhost", bound.lower()) and name:
        return True
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def application(
    output: Path,
    host: str,
    gate: Gate,
    line: Line,
    state: Callable[[], State],
    work: Callable[[], AbstractAsyncContextManager[None]],
) -> Starlette:
    """Return the application; ``work`` is entered once the event loop runs and left when the server ends."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with work():
            yield

    async def events(request: Request) -> Response:
        headers = {"cache-control": "no-store"}
        page = file_of(unquote(request.query_params.get("page", "")))
        return StreamingResponse(line.listen(page), media_type="text/event-stream", headers=headers)

    routes: Sequence[Route | Mount] = (
        Route(EVENTS, events),
        *(Route(f"{OWN}{name}", _own_file(name)) for name in OWN_FILES),
        Mount("/", Site(output, gate, state)),
    )
    return Starlette(routes=routes, middleware=[Middleware(Guard, host=host)], lifespan=lifespan)


def _own_file(name: str) -> Callable[[Request], Response]:
    media_type = TYPES[Path(name).suffix]
    data = files("builder.serve").joinpath(name).read_bytes()

    def answer(_request: Request) -> Response:
        return Response(data, media_type=media_type, headers={"cache-control": "no-store"})

    return answer
