"""Which part of the builder may import which, and which package may be imported where; deferred and type-only too."""

import ast
import sys
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = "builder"
ROOT = Path(__file__).resolve().parents[1]

LAYERS = (
    ("aside", "grouping", "memo", "problems", "project", "urls", "edtf", "run", "status", "workers"),
    ("ingest",),
    ("annotate",),
    ("markdown",),
    ("content",),
    ("briefing",),
    ("pages",),
    ("site",),
    ("pipeline",),
    ("serve", "terminal"),
    ("cli",),
    ("__main__",),
)
"""From the bottom up: a part imports its own layer and those above it in this table."""

PARTS_THAT_IMPORT = {
    "PIL": ("site",),
    "babel": ("pages",),
    "charset_normalizer": ("ingest",),
    "click": ("terminal", "cli"),
    "ftfy": ("ingest",),
    "jinja2": ("site",),
    "lxml": ("ingest",),
    "markdown_it": ("ingest", "markdown"),
    "markupsafe": ("site",),
    "mdit_py_plugins": ("ingest", "markdown"),
    "msgspec": ("project", "ingest", "content", "briefing", "pages", "site", "pipeline"),
    "pagefind": ("site",),
    "rich": ("terminal",),
    "spacy": ("annotate",),
    "starlette": ("serve",),
    "trafilatura": ("ingest",),
    "uvicorn": ("serve",),
    "watchdog": ("serve",),
    "yaml": ("project", "ingest", "content"),
}
"""Each package that is not Python's own, and the only parts that may know of it."""

HEIGHTS = {part: height for height, layer in enumerate(LAYERS) for part in layer}


def read_package(folder: Path) -> dict[str, str]:
    """Return the source of each module below a package's folder, under its dotted name."""
    sources = {}
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder.parent).with_suffix("").parts
        sources[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text(encoding="utf-8")
    return sources


def imports(name: str, sources: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Yield what a module imports, as dotted names, with the line; a submodule is named before its package."""
    is_package = any(other.startswith(f"{name}.") for other in sources)
    for node in ast.walk(ast.parse(sources[name])):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = name.split(".")
                kept = parts[: len(parts) - node.level + is_package]
                base = ".".join([*kept, base] if base else kept)
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                yield (whole if whole in sources else base), node.lineno


def part_of(module: str) -> str:
    """Return the part a module belongs to: ``builder.annotate.span`` is of ``annotate``; the package itself of none."""
    return module.split(".")[1] if "." in module else ""


def offences(sources: Mapping[str, str]) -> list[str]:
    """Return each import that breaks the tables, as ``module:line: what``."""
    found = []
    for name in sources:
        part = part_of(name)
        if part and part not in HEIGHTS:
            found.append(f"{name}:1: {part} has no layer")
            continue
        for target, line in imports(name, sources):
            top = target.split(".")[0]
            if top == PACKAGE:
                other = part_of(target)
                if HEIGHTS.get(other, -1) > HEIGHTS.get(part, -1):
                    found.append(f"{name}:{line}: {part or PACKAGE} is below {other}")
            elif top not in sys.stdlib_module_names and part not in PARTS_THAT_IMPORT.get(top, ()):
                found.append(f"{name}:{line}: {top} is not for {part or PACKAGE}")
    return found


def cycle(sources: Mapping[str, str]) -> list[str]:
    """Return the modules of one circle of imports, or nothing where there is none."""
    graph = {
        name: {target for target, _ in imports(name, sources) if target in sources and target != name}
        for name in sources
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_imports_follow_the_layers_and_packages_stay_in_their_parts() -> None:
    assert offences(read_package(ROOT / PACKAGE)) == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert cycle(read_package(ROOT / PACKAGE)) == []


@pytest.mark.parametrize(
    ("name", "source", "offence"),
    [
        ("builder.urls", "import builder.ingest.decode", "builder.urls:1: urls is below ingest"),
        ("builder.urls", "from builder import ingest", "builder.urls:1: urls is below ingest"),
        ("builder.urls", "from . import ingest", "builder.urls:1: urls is below ingest"),
        ("builder.ingest.decode", "from .. import site", "builder.ingest.decode:1: ingest is below site"),
        ("builder.ingest.decode", "from ..site import render", "builder.ingest.decode:1: ingest is below site"),
        (
            "builder.ingest.decode",
            "def late():\n    from builder.cli import main",
            "builder.ingest.decode:2: ingest is below cli",
        ),
        (
            "builder.ingest.decode",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import builder.pages.plan",
            "builder.ingest.decode:3: ingest is below pages",
        ),
        ("builder", "from builder.urls import slugify", "builder:1: builder is below urls"),
        ("builder.site", "import yaml", "builder.site:1: yaml is not for site"),
        ("builder.site.render", "import requests.adapters", "builder.site.render:1: requests is not for site"),
        ("builder.helpers", "", "builder.helpers:1: helpers has no layer"),
    ],
)
def test_an_import_against_the_tables_is_found(name: str, source: str, offence: str) -> None:
    others = {"builder": "", "builder.ingest": "", "builder.ingest.decode": "", "builder.site": ""}
    assert offences({**others, "builder.site.render": "", name: source}) == [offence]


def test_imports_within_a_layer_and_of_lower_ones_are_fine() -> None:
    allowed = "import json\nfrom . import decode\nfrom builder.urls import slugify\nimport ftfy\n"
    assert offences({"builder.urls": "", "builder.ingest": allowed, "builder.ingest.decode": ""}) == []


def test_a_circle_is_found_through_a_deferred_import() -> None:
    sources = {
        "builder.site": "",
        "builder.site.one": "from builder.site import two",
        "builder.site.two": "def late():\n    from builder.site.one import name",
    }
    assert set(cycle(sources)) == {"builder.site.one", "builder.site.two"}
