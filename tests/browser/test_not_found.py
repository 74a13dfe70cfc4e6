"""The page for addresses that do not exist, as a host shows it: at any of them, however deep."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

pytestmark = pytest.mark.browser

HOST = "https://example.org/"
BELOW = f"{HOST}bridge/"
"""Where the sample says that it stands."""


ADDRESSES = ("gone.html", "articles/gone.html", "articles/2024/05/gone/")


def test_it_looks_right_and_leads_back_from_any_address(sites: dict[str, Path], browser: Browser) -> None:
    def host(route: Route) -> None:
        file = sites["sample"] / route.request.url.partition("#")[0].removeprefix(BELOW)
        if file.is_file():
            route.fulfill(path=file)
        else:
            route.fulfill(path=sites["sample"] / "404.html", status=404)

    context = browser.new_context()
    context.route(f"{HOST}**", host)
    page = context.new_page()
    missed: list[str] = []
    page.on("response", lambda answer: missed.append(answer.url) if answer.status == 404 else None)
    for address in ADDRESSES:
        page.goto(BELOW + address)
        expect(page.get_by_role("group", name="Colours")).to_be_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
        page.get_by_role("main").get_by_role("link", name="sources").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Sources")
    assert [url for url in missed if not url.endswith("/favicon.ico")] == [BELOW + each for each in ADDRESSES]
    context.close()
