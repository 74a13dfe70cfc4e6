"""How long it takes from saving an article to seeing it in a real browser, while a briefing is previewed.

``python benchmarks/preview.py [SIZE …]`` (100 and 10,000 articles without one) writes a made-up story, previews it
with ``briefing serve``, opens an article in Chromium (found on the path or named by ``CHROMIUM``) and saves that
article several times, each time when the preview is at rest. It prints the wall time until the browser shows each edit,
and the processor time that the preview took until then and in all. The page itself says when it has drawn an edit: to
ask it again and again would measure the asking. Linux alone tells the processor time of a process that still runs.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from peers.made import make_story
from peers.ours import write_briefing
from playwright.sync_api import Page, sync_playwright

SIZES = (100, 10_000)
SAVES = 5
"""Edits that are measured, after one that is not: the first rebuild finds nothing in memory."""
REST = 1.0
"""Seconds without work after which a preview is at rest."""
_WATCH = """new MutationObserver(() => {
  const numbers = document.body?.textContent.match(/(?<=Saved for the time number )\\d+/g) ?? [];
  const number = numbers.pop();
  if (number === undefined || number === sessionStorage.seen) return;
  sessionStorage.seen = number;
  const tell = () => console.log(`seen ${number} ${performance.timeOrigin + performance.now()}`);
  requestAnimationFrame(() => setTimeout(tell));
}).observe(document, { subtree: true, childList: true, characterData: true });"""
"""Tells, once an edit is drawn, its number and when that was, in milliseconds since the epoch."""
_PATIENCE = 600_000.0
"""Milliseconds to wait for the browser; only a preview that hangs takes as long."""
_TICKS = os.sysconf("SC_CLK_TCK")


def main(sizes: list[int]) -> None:
    """Print a table."""
    print("| articles | save to reloaded page, wall, s | slowest | processor until then, s | in all, s |")
    print("|---:|---:|---:|---:|---:|")
    with TemporaryDirectory() as folder, _opened_browser() as page:
        for size in sizes:
            briefing = Path(folder, str(size))
            story = make_story(size)
            write_briefing(story, briefing)
            article = briefing / f"content/articles/{story.articles[size // 2].slug}.md"
            with _served(briefing) as (process, address):
                page.goto(f"{address}articles/{article.stem}.html", timeout=_PATIENCE)
                _processor_at_rest(process)
                costs = [_save(page, article, number, process) for number in range(SAVES + 1)][1:]
            walls, until_seen, in_all = (list(column) for column in zip(*costs, strict=True))
            shown = [statistics.median(walls), max(walls), statistics.median(until_seen), statistics.median(in_all)]
            print(f"| {size:,} | {' | '.join(f'{seconds:.2f}' for seconds in shown)} |", flush=True)


def _save(page: Page, article: Path, number: int, process: "subprocess.Popen[str]") -> tuple[float, float, float]:
    """Add a line to an article and wait until the browser shows it.

    Return the wall time, the processor time until then, and that until the preview is at rest again.
    """
    text = f"{article.read_text()}\nSaved for the time number {number}.\n"
    start, before = time.time(), _processor(process)
    with page.expect_console_message(lambda told: told.text.startswith(f"seen {number} "), timeout=_PATIENCE) as told:
        article.write_text(text)
    seen = _processor(process)
    wall = float(told.value.text.split()[-1]) / 1000 - start
    return wall, seen - before, _processor_at_rest(process) - before


def _processor_at_rest(process: "subprocess.Popen[str]") -> float:
    """Wait until a process takes no more processor time, and return what it took."""
    last = -1.0
    while last != (now := _processor(process)):
        last = now
        time.sleep(REST)
    return now


def _processor(process: "subprocess.Popen[str]") -> float:
    """Return the processor time of a process and of those it has waited for."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / _TICKS


@contextmanager
def _opened_browser() -> Iterator[Page]:
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    chromium = next(path for name in names if name and (path := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.add_init_script(_WATCH)
        yield page
        browser.close()


@contextmanager
def _served(briefing: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    command = [sys.executable, "-m", "builder", "serve", "--root", str(briefing), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = next(word for word in process.stdout.readline().split() if word.startswith("http"))
        yield process, address
        process.terminate()


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(SIZES))
