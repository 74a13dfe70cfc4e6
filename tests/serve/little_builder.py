"""A builder small enough to see through, served for the stories: one page for each file of ``content/``.

``python little_builder.py FOLDER PORT [poll] [still] [open]``. A file with the word BROKEN fails the build, with FAULT
it finds a fault of the builder; ``slow`` makes the build leave the file ``slow`` and wait for the file ``go``. Each
build writes ``content/made.md`` anew and, once it has read everything, leaves a line in ``builds``.
"""

import sys
import time
from dataclasses import dataclass
from pathlib import Path

from builder.problems import BuildError, Problem, error
from builder.serve.server import serve
from builder.site.output import Output


@dataclass(frozen=True)
class Result:
    problems: tuple[Problem, ...] = ()
    ok: bool = True


def build(root: Path) -> Result:
    (root / "content" / "made.md").write_text("made by the build")
    files = {"style.css": (root / "themes" / "style.css").read_bytes(), "404.html": b"<body>no such page</body>"}
    for source in sorted((root / "content").glob("*.md")):
        text = source.read_text()
        if "BROKEN" in text:
            raise BuildError([error(f"content/{source.name}", "broken", "a <broken> thing", line=1, hint="mend it")])
        if "FAULT" in text:
            raise ValueError("a fault of the builder")
        while "slow" in text and not (root / "go").exists():
            (root / "slow").touch()
            time.sleep(0.01)
        files[source.stem + ".html"] = f"<!doctype html><body><p>{text}</p></BODY></html>".encode()
    files["data/all.json"] = b"[1, 2, 3]\n"
    Output(root / "site").publish(files)
    with (root / "builds").open("a") as log:
        log.write("build\n")
    return Result()


if __name__ == "__main__":
    here, port, *options = sys.argv[1:]
    root = Path(here)
    serve(
        lambda: build(root),
        [root / "content", root / "seeds", root / "themes"],
        root / "site",
        port=None if port == "default" else int(port),
        poll="poll" in options,
        watch="still" not in options,
        open_browser="open" in options,
        announce=lambda address: print(address, flush=True),
    )
