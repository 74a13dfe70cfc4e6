"""A served briefing in a process of its own, and conditions to wait for."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

DEADLINE = 60.0
"""Seconds; only a failing test waits as long."""


def until(condition: Callable[[], object]) -> None:
    """Wait until something holds; fail where it doesn't in time."""
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end, "what was waited for did not happen"
        time.sleep(0.01)


def write_briefing(folder: Path) -> Path:
    """Write what the little builder builds, and return the folder."""
    for name in ("content", "themes"):
        (folder / name).mkdir()
    (folder / "themes" / "style.css").write_text("p {}")
    (folder / "content" / "index.md").write_text("first words")
    (folder / "content" / "made.md").write_text("made by the build")  # or the first build would call for a second
    return folder


def little(root: Path, *options: str, port: str = "0") -> tuple[str, ...]:
    """Return the command that previews what the little builder builds."""
    return (str(Path(__file__).with_name("little_builder.py")), str(root), port, *options)


def real(root: Path) -> tuple[str, ...]:
    """Return the command that previews a briefing."""
    return ("-m", "builder", "serve", "--root", str(root), "--port", "0")


class Served:
    """A running preview."""

    def __init__(self, root: Path, *command: str, **environment: str) -> None:
        self.root = root
        self.process = subprocess.Popen(
            [sys.executable, *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **environment},
        )
        assert self.process.stdout is not None
        words = self.process.stdout.readline().split()
        self.address = next((word for word in words if word.startswith("http")), "")
        self.host = urlsplit(self.address).netloc

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, http.client.HTTPMessage, str]:
        connection = http.client.HTTPConnection(self.host, timeout=DEADLINE)
        connection.request(method, path, headers={key.replace("_", "-"): value for key, value in headers.items()})
        response = connection.getresponse()
        answer = response.status, response.headers, response.read().decode()
        connection.close()
        return answer

    def text(self, path: str) -> str:
        return self.ask(path)[2]

    def write(self, name: str, text: str) -> None:
        """Save as careful editors do, so that no build reads an empty file in between."""
        beside = (self.root / name).with_name(".saving")
        beside.write_text(text)
        beside.replace(self.root / name)

    def builds(self) -> int:
        """Return how many builds have published something."""
        return len((self.root / "builds").read_text().split())

    def stop(self, number: int = signal.SIGINT) -> tuple[int, str]:
        """End it as Ctrl-C does; return its exit status and what it said about errors."""
        self.process.send_signal(number)
        _, errors = self.process.communicate(timeout=DEADLINE)
        return self.process.returncode, errors


@contextmanager
def listening(served: Served, page: str = "/") -> Iterator[Callable[[], dict[str, Any]]]:
    """Hold a line as an open page does; what is given hears the next news."""
    connection = http.client.HTTPConnection(served.host, timeout=DEADLINE)
    connection.request("GET", f"/__events?page={page}", headers={"Accept": "text/event-stream"})
    response = connection.getresponse()
    assert response.headers["content-type"].startswith("text/event-stream")

    def hear() -> dict[str, Any]:
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            line = response.readline().decode()
            if line.startswith("data: "):
                news: dict[str, str | None] = json.loads(line.removeprefix("data: "))
                return news
        raise AssertionError("no news came")

    yield hear
    response.close()
    connection.close()


def state(page: str) -> str:
    """Return the state that a page was served in."""
    found = re.search(r'data-state="(\w+)"', page)
    assert found
    return found[1]
