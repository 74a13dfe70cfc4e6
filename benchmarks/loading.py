"""What a reader on a phone waits for: largest contentful paint on a throttled connection and a slow processor.

    python benchmarks/loading.py SITE [PAGE …]

SITE is a folder that ``briefing build`` wrote. The profile is the one that Lighthouse calls a mid-tier phone on slow
4G: 150 ms round trip, 1.6 Mbit/s down, 750 kbit/s up, a processor four times slower. Needs Playwright and Chromium.
"""

import os
import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from builder.pipeline.build import build
from builder.pipeline.report import Options
from builder.project import locate
from builder.run import default_jobs

RUNS = 5
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True}
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
SLOWER = 4
# https://www.w3.org/TR/largest-contentful-paint/: the last entry is the largest so far.
LARGEST = """() => new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
    .observe({ type: "largest-contentful-paint", buffered: true });
})"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_message: Any) -> None:
        """Say nothing."""


def main() -> None:
    """Measure and print; without a site, that of this repository's own briefing."""
    with TemporaryDirectory() as folder:
        site, pages = _asked(Path(folder))
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=_engine(), args=["--no-sandbox"])
                for page in pages:
                    seconds = [_largest(browser, f"http://127.0.0.1:{server.server_port}/{page}") for _ in range(RUNS)]
                    print(f"{page}: largest contentful paint {median(seconds):.2f} s (median of {RUNS})")
                browser.close()
            server.shutdown()


def _asked(folder: Path) -> tuple[Path, list[str]]:
    if sys.argv[1:]:
        return Path(sys.argv[1]), sys.argv[2:] or ["index.html"]
    root = Path(__file__).parents[1]
    for name in ("seeds", "content"):
        shutil.copytree(root / name, folder / name)
    build(locate(folder), Options(jobs=default_jobs(), search=False), lambda *_: None)
    articles = sorted((folder / "site/articles").glob("*.html"))
    return folder / "site", ["index.html", "chronology.html", f"articles/{articles[0].name}", "dossier.html"]


def _engine() -> str | None:
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


def _largest(browser: Browser, address: str) -> float:
    """Return the seconds until the largest part of a page was painted, with nothing in the cache."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="networkidle")
    found = float(page.evaluate(LARGEST)) / 1000
    context.close()
    return found


if __name__ == "__main__":
    main()
