"""The files around the code agree with each other and name nothing that holds on one machine only."""

import importlib
import json
import os
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = ("requirements.lock", "requirements-dev.lock")
BROWSER_LOCK = "tests/browser/package-lock.json"

PIN = re.compile(
    r"^([A-Za-z0-9._-]+)==([^ ;\\\n]+)[^\n]*\\\n((?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)
ADDRESS = re.compile(r"\w+://|--(?:extra-)?index-url|--find-links|--trusted-host| @ ")
MACHINE_PATH = re.compile(r"(?<![\w.:/*~-])(?:/(?:root|home|Users|work)/\w|[A-Z]:\\Users\\)")
LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s#]+)(?:#[^)\s]*)?\)")
CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)


def read(name: str) -> str:
    """Return a text file of the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


def pins(lock: str) -> dict[str, str]:
    """Return the version each package of a lock file is pinned to; what has no hash is not pinned."""
    return {canonicalize_name(name): version for name, version, _ in PIN.findall(read(lock))}


def documents() -> list[str]:
    """Return the pages of documentation, README first."""
    return ["README.md", "CONTRIBUTING.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md")))]


def tracked() -> list[Path]:
    """Return the files that git knows of; in a copy without git there is nothing to ask."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


def machine_paths(text: str) -> list[str]:
    """Return the lines of a text that name a folder of somebody's machine."""
    return [line for line in text.splitlines() if MACHINE_PATH.search(line)]


def links(document: str) -> Iterator[Path]:
    """Yield the file behind each relative link of a Markdown document, code left aside."""
    for target in LINK.findall(CODE.sub("", read(document))):
        if not re.match(r"[a-z]+:", target):
            yield (ROOT / document).parent.joinpath(target).resolve()


def commands(document: str, program: str) -> set[str]:
    """Return the words that follow a program's name in the code of a document: ``build`` for ``make build``."""
    code = "\n".join(CODE.findall(read(document)))
    return set(re.findall(rf"(?<![\w./-]){program} ([a-z]+)\b", code))


@pytest.mark.parametrize("lock", [*LOCKS, BROWSER_LOCK])
def test_a_lock_names_no_host(lock: str) -> None:
    assert [line for line in read(lock).splitlines() if ADDRESS.search(line)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_in_a_lock_is_pinned_with_hashes(lock: str) -> None:
    entries = re.findall(r"^([A-Za-z0-9._-]+)", read(lock), re.MULTILINE)
    # A package may have two pins for different Pythons; each has its hashes.
    assert {canonicalize_name(entry) for entry in entries} == set(pins(lock))
    assert len(entries) == len(PIN.findall(read(lock)))


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.lock", PROJECT["dependencies"]),
        ("requirements-dev.lock", PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]),
    ],
)
def test_a_lock_has_what_the_project_asks_for(lock: str, wanted: list[str]) -> None:
    locked = pins(lock)
    missing = [
        text
        for text in wanted
        if not (requirement := Requirement(text)).specifier.contains(
            locked.get(canonicalize_name(requirement.name), "0")
        )
        or canonicalize_name(requirement.name) not in locked
    ]
    assert missing == []


def test_what_browser_tests_read_with_is_pinned_with_hashes() -> None:
    packages = json.loads(read(BROWSER_LOCK))["packages"]
    wanted = packages.pop("")["dependencies"]
    assert wanted == json.loads(read("tests/browser/package.json"))["dependencies"]
    assert {f"node_modules/{name}" for name in wanted} <= set(packages)
    assert [name for name, package in packages.items() if not package["integrity"].startswith("sha512-")] == []


def test_users_and_developers_get_the_same_versions() -> None:
    users, developers = map(pins, LOCKS)
    assert {name: developers.get(name) for name in users} == users


def test_no_file_names_a_folder_of_a_machine() -> None:
    found = []
    for path in tracked():
        data = path.read_bytes()
        if b"\0" not in data:
            found += [f"{path.relative_to(ROOT)}: {line}" for line in machine_paths(data.decode("utf-8", "replace"))]
    assert found == []


@pytest.mark.parametrize(
    "path", ["/home" + "/ann/seeds", 'open("/root' + '/x")', "C:" + r"\Users\Ann", "in /work" + "/x"]
)
def test_a_folder_of_a_machine_is_recognised(path: str) -> None:
    assert machine_paths(f"first\nsee {path}") == [f"see {path}"]


@pytest.mark.parametrize("document", documents())
def test_links_between_documents_lead_somewhere(document: str) -> None:
    assert [str(path.relative_to(ROOT)) for path in links(document) if not path.exists()] == []


def test_every_page_of_documentation_can_be_reached_from_the_readme() -> None:
    reached: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page.suffix == ".md" and page not in reached:
            reached.add(page)
            waiting += links(str(page.relative_to(ROOT)))
    assert [name for name in documents() if ROOT / name not in reached] == []


@pytest.mark.parametrize("document", documents())
def test_documents_name_only_targets_that_make_knows(document: str) -> None:
    assert commands(document, "make") - set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE)) == set()


def test_the_readme_names_the_two_commands_to_start_with() -> None:
    assert {"build", "serve"} <= commands("README.md", "make")


def test_the_checks_run_through_one_command() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "make test" in script.read_text(encoding="utf-8")


def test_every_function_that_the_documentation_names_exists() -> None:
    text = (ROOT / "docs" / "development.md").read_text(encoding="utf-8")
    names = re.findall(r"`(builder(?:\.\w+)+)`", text)
    assert len(names) > 30
    for name in names:
        module, _, attribute = name.rpartition(".")
        assert hasattr(importlib.import_module(module), attribute), name
