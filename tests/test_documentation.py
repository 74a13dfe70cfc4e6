"""What the program knows is documented, and what is documented the program knows."""

import ast
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec
import pytest

from builder import edtf
from builder.cli import main
from builder.content import front_matter
from builder.content.article import read_article
from builder.content.schema import KINDS, ArticleFront, EntityFront, IndexFront, LeftOutLines, SeedReference, TopicFront
from builder.ingest.given_values import KEYS as SEED_KEYS
from builder.ingest.kinds import KEPT, Kind
from builder.markdown.spans import KEYS
from builder.urls import Slug

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FORMATS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
PROBLEMS = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
DATA = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")

CODE = re.compile(r"`([^`]+)`")
EXAMPLE = re.compile(r"^```markdown\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FOLDERS = {"--root", "--seeds", "--content", "-o", "--output"}
"""Options told once for all commands that work on a briefing."""


def section(text: str, heading: str) -> str:
    """Return the part of a page under a heading, up to the next one."""
    parts = re.split(r"^(?:## |<h2[^>]*>)", text, flags=re.MULTILINE)
    (found,) = [part for part in parts[1:] if part.startswith(heading)]
    return found


def rows(text: str) -> Iterator[list[str]]:
    """Yield the cells of each row of a text's tables, their heads left out."""
    for line in re.findall(r"^\|(?! *-|-)(.+)\|$", text, re.MULTILINE):
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)]
        if cells[0].startswith("`"):
            yield cells


def keys(text: str) -> list[str]:
    """Return the codes in the first cell of each row of a text's tables."""
    return [code for cells in rows(text) for code in CODE.findall(cells[0])]


def options(command: click.Command) -> set[str]:
    """Return every spelling of a command's options."""
    named = [option for option in command.params if isinstance(option, click.Option)]
    return {name for option in named for name in (*option.opts, *option.secondary_opts)}


ROWS = {cells[0].split("`")[1].split()[1]: cells for cells in rows(section(README, "Commands"))}


def test_the_readme_lists_the_commands() -> None:
    assert set(ROWS) == set(main.commands)


@pytest.mark.parametrize("name", main.commands)
def test_the_readme_lists_the_options_of_a_command(name: str) -> None:
    listed = {spelling for code in CODE.findall(ROWS[name][2]) for spelling in code.split("/")}
    command = main.commands[name]
    assert listed == options(command) - FOLDERS
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_the_readme_tells_which_commands_take_folders() -> None:
    taking = {name for name, command in main.commands.items() if options(command) >= FOLDERS}
    (line,) = re.findall(r"^(.*) take (.*) for folders that lie elsewhere\.$", README, re.MULTILINE)
    assert set(CODE.findall(line[0])) == taking
    assert {spelling for code in CODE.findall(line[1]) for spelling in code.split("/")} == FOLDERS - {"--root"}


def fields(*kinds: type[msgspec.Struct]) -> list[str]:
    return [field.encode_name for kind in kinds for field in msgspec.structs.fields(kind)]


@pytest.mark.parametrize(
    ("heading", "known"),
    [
        ("Seeds", list(SEED_KEYS)),
        ("The briefing", fields(IndexFront)),
        ("Articles", fields(ArticleFront, SeedReference, LeftOutLines)),
        ("Topics", fields(TopicFront)),
        ("People, organisations", fields(EntityFront)),
    ],
)
def test_every_key_of_a_file_is_documented_in_its_order(heading: str, known: list[str]) -> None:
    assert keys(section(FORMATS, heading)) == known


def test_every_label_is_documented_with_its_keys() -> None:
    documented = {
        cells[0].strip("`."): tuple(CODE.findall(cells[2]))
        for cells in rows(section(FORMATS, "Marks"))
        if len(cells) == 3
    }
    assert documented == {str(label): allowed for label, allowed in KEYS.items()}


def test_every_key_of_a_label_is_documented() -> None:
    documented = [
        code for cells in rows(section(FORMATS, "Marks")) if len(cells) == 2 for code in CODE.findall(cells[0])
    ]
    assert sorted(documented) == sorted({key for allowed in KEYS.values() for key in allowed})


def test_what_the_line_model_was_fitted_on_is_documented() -> None:
    model = json.loads((ROOT / "builder/ingest/data/line_model.json").read_text("utf-8"))
    documented = [(cells[0].strip("`"), cells[1]) for cells in rows(section(DATA, "The line model"))]
    assert documented == [(source["source"], str(source["documents"])) for source in model["fitted_on"]]


def test_every_reason_for_leaving_lines_out_is_documented() -> None:
    (told,) = re.findall(r"Lines are left out as: (.*?)\. The\s+last", FORMATS, re.DOTALL)
    assert [" ".join(reason.split()) for reason in told.split(",")] == [str(kind) for kind in Kind if kind not in KEPT]


def test_every_date_among_the_values_is_one() -> None:
    dates = [code for code in keys(section(FORMATS, "Values")) if code != "unknown"]
    assert len(dates) > 12
    assert [code for code in dates if edtf.parse(code) is None] == []


EXAMPLES = dict(zip(("seed", "index", "article", "topic", "entity"), EXAMPLE.findall(FORMATS), strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_can_be_read_and_shows_every_key(kind: str) -> None:
    parts, problems = front_matter.split(EXAMPLES[kind], f"{kind}.md")
    front, more = front_matter.read(parts.header or "", KINDS[kind], f"{kind}.md")
    assert (*problems, *more) == ()
    assert front is not None
    assert set(re.findall(r"^(\w+):", parts.header or "", re.MULTILINE)) == set(fields(KINDS[kind]))


def test_the_example_of_an_article_shows_marks_that_are_read() -> None:
    article, _ = read_article(Slug("ferry"), EXAMPLES["article"], "ferry.md")
    assert article is not None
    spans = [span for passage in article.body.passages for span in passage.spans]
    assert {span.label for span in spans} == set(KEYS)
    assert "{" not in article.body.text
    dates = [span.value(key) for span in spans for key in ("value", "date") if span.label in ("date", "event")]
    assert [value for value in dates if value and edtf.parse(value) is None] == []


SEVERITIES = ("error", "warning", "note")


def codes() -> dict[str, set[str]]:
    """Return the severities of each code of a problem in the program's source."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted((ROOT / "builder").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
        for call in calls if path.name != "problems.py" else ():
            assert isinstance(call.func, ast.Name)
            if call.func.id in SEVERITIES:
                for code in words(call.args[1], tree):
                    found[code].add(call.func.id)
            elif call.func.id == "Problem":
                assert isinstance(call.args[1], ast.Attribute)
                for code in words(call.args[2], tree):
                    found[code].add(call.args[1].attr.lower())
    return dict(found)


def words(argument: ast.expr, tree: ast.Module) -> list[str]:
    """Return the codes that an argument stands for: its own text, or those of the module's table of faults."""
    if isinstance(argument, ast.Constant):
        return [str(argument.value)]
    tables = [node.value for node in tree.body if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Dict)]
    entries = [value.elts[0] for table in tables for value in table.values if isinstance(value, ast.Tuple)]
    return [str(entry.value) for entry in entries if isinstance(entry, ast.Constant)]


def test_every_problem_is_documented_with_its_severity() -> None:
    documented = {cells[0].strip("`"): set(cells[1].split(", ")) for cells in rows(PROBLEMS) if len(cells) == 4}
    assert documented == codes()


def test_no_problem_is_documented_twice() -> None:
    documented = keys(PROBLEMS)
    assert sorted(documented) == sorted(set(documented))
