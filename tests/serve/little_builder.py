"""A builder small enough to see through, served for the stories: one page for each file of ``content/`` and ``seeds/``.

``python little_builder.py FOLDER PORT [poll] [still] [open]``. A file with the word BROKEN fails the build, with FAULT
it finds a fault of the builder; ``slow`` makes the build leave the file ``slow`` and wait for the file ``go``;
``patient`` makes it show open pages early and wait for ``go`` before it publishes or, with LATE, fails. Where one file
alone has changed and has the word ``glimpsed``, its page is shown before all else, without words in brackets. With
``endless`` a build leaves the file ``endless``, goes on until something else has changed, and gives up. Each
build writes ``content/made.md`` where it is missing and, once it has read everything, leaves a line in ``builds``.
"""

import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from builder.problems import BuildError, Problem, error
from builder.serve.server import serve
from builder.site.audience import Audience, Early
from builder.site.output import Output
from builder.urls import PagePath


@dataclass(frozen=True)
class Result:
    problems: tuple[Problem, ...] = ()
    ok: bool = True


def page_of(source: Path, text: str) -> tuple[PagePath, bytes]:
    return PagePath(source.stem + ".html"), f"<!doctype html><body><p>{text}</p></BODY></html>".encode()


def glimpse(changed: frozenset[Path], audience: Audience) -> None:
    files = [path for path in changed if not path.is_dir()]
    for source in files if len(files) == 1 else ():
        if source.suffix == ".md" and source.exists() and "glimpsed" in (text := source.read_text()):
            path, data = page_of(source, re.sub(r"\[.*?\]", "", text))
            audience.show(Early({path: data}, frozenset([PagePath("static/style.css")])))


def build(root: Path, audience: Audience, changed: frozenset[Path]) -> Result:
    glimpse(changed, audience)
    if not (made := root / "content" / "made.md").exists():
        made.write_text("made by the build")
    files = {PagePath(f"static/{file.name}"): file.read_bytes() for file in (root / "themes").glob("[!.]*")}
    files[PagePath("404.html")] = b"<body>no such page</body>"
    for source in sorted([*(root / "content").glob("*.md"), *(root / "seeds").glob("*.txt")]):
        text = source.read_text()
        if "BROKEN" in text:
            raise BuildError([error(f"content/{source.name}", "broken", "a <broken> thing", line=1, hint="mend it")])
        if "FAULT" in text:
            raise ValueError("a fault of the builder")
        while "slow" in text and not (root / "go").exists():
            (root / "slow").touch()
            time.sleep(0.01)
        while "endless" in text:
            (root / "endless").touch()
            if audience.is_overtaken():
                raise BuildError(())
            time.sleep(0.01)
        path, page = page_of(source, text)
        files[path] = page
    if any(b"patient" in data for data in files.values()):
        fresh = {path: files[path] for path in sorted(audience.pages()) if path in files}
        audience.show(Early(fresh, frozenset([PagePath("static/style.css")])))
        while not (root / "go").exists():
            time.sleep(0.01)
        if any(b"LATE" in data for data in files.values()):
            raise BuildError([error("content/index.md", "late", "a late thing")])
    files[PagePath("data/all.json")] = b"[1, 2, 3]\n"
    Output(root / "site").publish(files)
    with (root / "builds").open("a") as log:
        log.write("build\n")
    return Result()


if __name__ == "__main__":
    here, port, *options = sys.argv[1:]
    root = Path(here)
    serve(
        lambda audience, changed: build(root, audience, changed),
        [root / "content", root / "seeds", root / "themes"],
        root / "site",
        port=None if port == "default" else int(port),
        poll="poll" in options,
        watch="still" not in options,
        open_browser="open" in options,
        announce=lambda address: print(address, flush=True),
    )
