"""The sites that a browser reads, on disk and behind a server, and pages that must not complain."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page

from builder.briefing.model import Briefing
from builder.pages.catalogue import catalogue
from builder.pages.plan import plan
from builder.site.render import Renderer, render, static_files
from builder.site.search import search_files
from builder.site.theme import load_theme
from builder.site.translation import words_of
from tests.conftest import PATIENCE
from tests.pages.hostile import hostile
from tests.pages.odd import odd
from tests.pages.sample import nothing, sample

BRIEFINGS: dict[str, Callable[[], Briefing]] = {
    "sample": sample,
    "nothing": nothing,
    "hostile": hostile,
    "odd": odd,
    "plain": sample,
    "german": lambda: replace(sample(), language="de"),
}


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_message: Any) -> None:
        pass


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the folders of the rendered briefings, each with its search index."""
    folders = {}
    for name, make in BRIEFINGS.items():
        briefing = make()
        theme = load_theme("plain" if name == "plain" else "default", Path("/nonexistent"), briefing.language)
        found = catalogue(briefing, words_of(theme))
        files = dict(render(plan(found), found, theme))
        files |= search_files(files, tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("cache"))[0]
        files |= dict([*static_files(theme), *Renderer(theme).running_heads(found)])
        folders[name] = tmp_path_factory.mktemp(name)
        for path, data in files.items():
            target = folders[name] / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    return folders


@pytest.fixture
def served(sites: dict[str, Path]) -> Iterator[str]:
    """Give the address under which the sample is served, below a path of its own."""
    handler = partial(QuietHandler, directory=str(sites["sample"].parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{sites['sample'].name}"
        server.shutdown()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Give a function that opens an address; afterwards no page may have complained or asked another host."""
    complaints: list[str] = []
    contexts = []

    def opened(address: str, **options: Any) -> Page:
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: _note(message.text))
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.on("requestfailed", lambda request: _note_failure(request.url, request.failure))
        page.on("request", lambda request: _check(request.url))
        page.goto(address)
        return page

    def _note(message: str) -> None:
        if not message.startswith("Setting the document's base URI"):  # 404.html has an address that counts on its host
            complaints.append(message)

    def _note_failure(address: str, reason: str | None) -> None:
        if reason != "net::ERR_ABORTED":  # left behind by a reader who went on to another page
            complaints.append(f"failed: {address}: {reason}")

    def _check(address: str) -> None:
        if not address.startswith(("file:///", "http://127.0.0.1:", "data:")):
            complaints.append(f"asked for: {address}")

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
