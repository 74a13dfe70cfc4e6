"""Themes: which there are, and what one takes over from the default."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import fields

from builder.cli import main
from builder.pages.catalogue import catalogue
from builder.pages.plan import plan
from builder.pages.values import Frame
from builder.problems import BuildError
from builder.site.render import render, static_files
from builder.site.theme import load_theme
from builder.urls import PagePath
from tests.pages.sample import sample

NOWHERE = Path("/nonexistent")
FOUND = catalogue(sample())


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def rendered(path: str, name: str, themes: Path) -> str:
    pages = [page for page in plan(FOUND) if page.path == path]
    ((_, data),) = render(pages, FOUND, load_theme(name, themes))
    return data.decode()


def problem_of(name: str, themes: Path) -> str:
    with pytest.raises(BuildError) as caught:
        rendered("404.html", name, themes)
    (problem,) = caught.value.problems
    return str(problem)


def test_the_default_theme_is_found_without_a_folder_of_themes() -> None:
    paths = [path for path, _ in static_files(load_theme("default", NOWHERE))]
    assert "static/style.css" in paths
    assert paths == sorted(paths)


def test_an_unknown_theme_names_those_that_exist(tmp_path: Path) -> None:
    write(tmp_path, {"plain/templates/404.html": ""})
    with pytest.raises(BuildError) as caught:
        load_theme("fancy", tmp_path)
    assert str(caught.value) == (
        "content/index.md: error: there is no theme “fancy” (theme-unknown)\n"
        "    hint: themes that exist: default, plain"
    )


def test_a_name_that_leads_out_of_the_folder_is_no_theme(tmp_path: Path) -> None:
    write(tmp_path, {"themes/mine/templates/404.html": "", "outside/templates/404.html": ""})
    with pytest.raises(BuildError):
        load_theme("../outside", tmp_path / "themes")


def test_the_plain_theme_is_one_template_and_one_stylesheet_over_the_default() -> None:
    plain, default = load_theme("plain", NOWHERE), load_theme("default", NOWHERE)
    assert set(static_files(plain)) - set(static_files(default)) == {
        (path, data) for path, data in static_files(plain) if path == "static/plain.css"
    }
    shown, usual = (dict(render(plan(FOUND), FOUND, theme)) for theme in (plain, default))
    assert shown.keys() == usual.keys()
    link = re.compile(rb'<link rel="stylesheet" href="(?:\.\./)*static/plain\.css">\n')
    assert {path: link.sub(b"", data) for path, data in shown.items()} == usual
    assert all(len(link.findall(data)) == 1 for data in shown.values())


def test_what_a_theme_lacks_comes_from_the_default(tmp_path: Path) -> None:
    write(tmp_path, {"mine/templates/404.html": "Gone from {{ frame.briefing }}.\n", "mine/static/style.css": "a{}"})
    assert rendered("404.html", "mine", tmp_path) == "Gone from The Harbour Bridge.\n"
    assert "<h1>Topics</h1>" in rendered("topics.html", "mine", tmp_path)
    files = dict(static_files(load_theme("mine", tmp_path)))
    assert files.pop(PagePath("static/style.css")) == b"a{}"
    assert files == {
        path: data for path, data in static_files(load_theme("default", NOWHERE)) if path != "static/style.css"
    }


def test_a_template_may_build_on_the_one_it_replaces(tmp_path: Path) -> None:
    text = '{% extends "default/404.html" %}{% block main %}Before. {{ super() }}{% endblock %}'
    write(tmp_path, {"mine/templates/404.html": text})
    shown = rendered("404.html", "mine", tmp_path)
    assert "Before." in shown
    assert "<h1>Page not found</h1>" in shown


def test_the_default_theme_itself_may_be_replaced(tmp_path: Path) -> None:
    write(tmp_path, {"default/templates/404.html": "Mine."})
    assert rendered("404.html", "default", tmp_path) == "Mine."
    assert "<h1>Topics</h1>" in rendered("topics.html", "default", tmp_path)


def test_hidden_files_stay_behind(tmp_path: Path) -> None:
    write(tmp_path, {"mine/static/.DS_Store": "", "mine/static/.git/x": "", "mine/static/a/b.css": ""})
    paths = {path for path, _ in static_files(load_theme("mine", tmp_path))}
    assert "static/a/b.css" in paths
    assert not any("/." in path for path in paths)


def test_an_undefined_variable_is_an_error_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, {"mine/templates/404.html": "One\n{{ frame.titel }}\n"})
    assert problem_of("mine", tmp_path) == (
        "themes/mine/templates/404.html:2: error: 'builder.pages.values.Frame object' has no attribute 'titel' "
        "(template-failed)\n    hint: needed by 404.html for 404.html; it may use: base, frame"
    )


def test_an_undefined_variable_in_a_macro_is_told_where_it_stands(tmp_path: Path) -> None:
    text = '{% extends "base.html" %}{% block main %}{{ ui.nothing() }}{% endblock %}\n'
    write(tmp_path, {"mine/templates/404.html": text})
    assert problem_of("mine", tmp_path).startswith("themes/mine/templates/404.html:1: error: ")


def test_a_fault_of_syntax_is_an_error_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, {"mine/templates/404.html": "One\nTwo\n{% if %}\n"})
    assert problem_of("mine", tmp_path).startswith("themes/mine/templates/404.html:3: error: Expected an expression")


def test_a_fault_of_syntax_behind_the_page_names_its_own_file(tmp_path: Path) -> None:
    write(tmp_path, {"mine/templates/macros.html": "\n{% endmacro %}\n"})
    assert problem_of("mine", tmp_path).startswith("themes/mine/templates/macros.html:2: error: ")


@pytest.mark.parametrize("expression", ["1 / 0", "frame + 1", '"x" | round', "{}.nothing.more", "[][3]"])
def test_an_expression_that_fails_is_an_error_with_its_place(tmp_path: Path, expression: str) -> None:
    write(tmp_path, {"mine/templates/404.html": f"One\n{{{{ {expression} }}}}\n"})
    assert problem_of("mine", tmp_path).startswith("themes/mine/templates/404.html:2: error: ")


def test_all_templates_that_are_wrong_are_told_each_once(tmp_path: Path) -> None:
    wrong = {
        "404.html": "One\n{{ frame.titel }}\n",
        "article.html": '{% extends "nothing.html" %}\n',
        "topics.html": '{% extends "base.html" %}\n{% block main %}\n{{ ui.nothing() }}\n{% endblock %}\n',
        "entity.html": "{{ 1 / 0 }}\n",
        "never-used.html": "{% if %}\n",
        "running-heads.css": "{{ nothing }}\n",
    }
    folder = Path(shutil.copytree(Path(__file__).parent / "../sites/saved-page", tmp_path / "briefing"))
    write(folder / "themes", {f"mine/templates/{name}": text for name, text in wrong.items()})
    index = folder / "content" / "index.md"
    index.write_text(index.read_text().replace("title:", "theme: mine\ntitle:", 1))
    told = CliRunner().invoke(main, ["build", "--root", str(folder)]).stderr
    places = re.findall(r"themes/mine/templates/(\S+): error: .*\((\S+)\)", told)
    assert places == [
        ("404.html:2", "template-failed"),
        ("entity.html:1", "template-failed"),
        ("never-used.html:1", "template-syntax"),
        ("nothing.html", "template-missing"),
        ("running-heads.css:1", "template-failed"),
        ("topics.html:3", "template-failed"),
    ]


def test_a_template_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"mine/templates/404.html": '{% extends "nothing.html" %}'})
    assert problem_of("mine", tmp_path) == (
        "themes/mine/templates/nothing.html: error: there is no template “nothing.html” (template-missing)\n"
        "    hint: needed by 404.html for 404.html"
    )


def test_the_documentation_lists_every_template_with_its_variables() -> None:
    text = (Path(__file__).parents[2] / "docs/themes.md").read_text("utf-8")
    rows = [line.split("|")[1:4] for line in text.splitlines() if line.startswith("| `") and ".html` |" in line]
    documented = {template.strip(" `"): set(variables.replace("`", " ").split()) for template, _, variables in rows}
    wanted = {page.template: {field.name for field in fields(page.make(FOUND))} for page in plan(FOUND)}
    assert documented == wanted
    assert {f"frame.{field.name}" for field in fields(Frame)} <= set(re.findall(r"`(frame\.\w+)`", text))
