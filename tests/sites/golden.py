"""Builds a case's folder and compares what was generated with what is expected; a case is a folder, see README.md."""

import re
import shutil
import tempfile
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from tests.folders import tree
from tests.running import run
from tests.sites.reading import main_text

CASES = Path(__file__).parent
COMPARED = (
    "content/articles/*.md",
    "content/topics/*.md",
    "site/index.html",
    "site/articles/*.html",
    "site/people/*.html",
    "site/topics/*.html",
    "site/chronology.html",
    "site/statements.html",
    "site/data/chronology.csv",
    "site/data/statements.csv",
)
"""What of the generated files is compared; of pages what is read in their main part, so that a theme may change."""

PATHS, PROBLEMS = "paths.txt", "problems.txt"
"""The path of every published file; what a check prints, then the summary of the build,
without counts that a theme decides."""

_NOT_LISTED = ("static/", "pagefind/")
_COUNTS = re.compile(r" · files: .* links checked| · \d+\.\d s$")


@dataclass(frozen=True, slots=True)
class Difference:
    """How what was generated differs from what is expected, by path."""

    missing: tuple[str, ...]
    """Expected, and not generated."""
    unexpected: tuple[str, ...]
    """Generated, and not expected."""
    different: tuple[str, ...]

    def __bool__(self) -> bool:
        """Return whether anything differs."""
        return bool(self.missing or self.unexpected or self.different)


def cases() -> list[str]:
    """Return the names of the cases: the folders that hold seeds."""
    return sorted(path.parent.name for path in CASES.glob("*/seeds"))


def generate(case: str) -> dict[str, str]:
    """Build a case in a temporary folder; return the texts to compare, by path."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("seeds", "content"):
            if (CASES / case / part).is_dir():
                shutil.copytree(CASES / case / part, folder / part)
        done, checked = run("build", at=folder), run("check", at=folder)
        files = {path: data for path, data in tree(folder).items() if any(fnmatch(path, glob) for glob in COMPARED)}
        published = [path for path in tree(folder / "site") if not path.startswith(_NOT_LISTED)]
    texts = dict(_shown(path, data.decode()) for path, data in files.items())
    summary = _COUNTS.sub("", done.output.rstrip("\n"))
    report = f"{checked.errors}{checked.output}{summary}\nexit status {done.status}\n"
    return {**texts, PATHS: "\n".join(published) + "\n", PROBLEMS: report}


def _shown(path: str, text: str) -> tuple[str, str]:
    return (f"{path}.txt", main_text(text)) if path.endswith(".html") else (path, text.replace("\r\n", "\n"))


def expected(case: str) -> dict[str, str]:
    """Return the expected texts of a case, by path; none where there are none yet."""
    return {path: data.decode() for path, data in tree(CASES / case / "expected").items()}


def compare(expected: dict[str, str], generated: dict[str, str]) -> Difference:
    """Tell missing, unexpected and different files apart."""
    return Difference(
        missing=tuple(path for path in expected if path not in generated),
        unexpected=tuple(path for path in generated if path not in expected),
        different=tuple(path for path in expected if path in generated and expected[path] != generated[path]),
    )


def accept(case: str) -> Difference:
    """Make what is generated now the expectation; return how it differed from the last one."""
    generated = generate(case)
    difference = compare(expected(case), generated)
    folder = CASES / case / "expected"
    for path in difference.missing:
        (folder / path).unlink()
    for path in (*difference.unexpected, *difference.different):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(generated[path], encoding="utf-8", newline="\n")
    return difference
