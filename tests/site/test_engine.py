"""The quick template engine: what it puts out is what Jinja's own puts out, and what it can't do Jinja's own does."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError

from builder.briefing.model import Briefing
from builder.pages.catalogue import catalogue
from builder.pages.plan import plan
from builder.pages.values import Html, Link
from builder.site.engine import FAILURES, environment
from builder.site.render import render, variables
from builder.site.theme import Theme, load_theme
from tests.pages.hostile import hostile
from tests.pages.odd import odd
from tests.pages.sample import nothing, sample

NOWHERE = Path("/nonexistent")
DEFAULT = load_theme("default", NOWHERE)

MACROS = """\
{% macro link(to, before="", behind="") %}
{{ before }}<a href="{{ to.href }}">{{ to.text }}</a>{{ behind }}{% endmacro %}
{% macro around() %}<b>{{ caller() }}</b>{% endmacro %}
{% macro many() %}{{ varargs|join("-") }}{{ kwargs|length }}{% endmacro %}
{% macro twice(to) %}{{ link(to) }}{{ link(to, "&") }}{% endmacro %}
"""
TEMPLATES = {
    "texts are escaped, markup is not": "{{ text }} {{ html }} {{ number }} {{ none }}",
    "a macro by place": "{{ ui.link(to) }}{{ ui.link(to, '<') }}{{ ui.link(to, '<', '>') }}",
    "a macro by name": "{{ ui.link(to, behind=text) }}{{ ui.link(behind='>', to=to) }}",
    "macros in each other": "{{ ui.twice(to) }}",
    "a macro put into a variable": "{% set shown = ui.link(to) %}{{ shown }}{{ shown|length }}{{ shown|upper }}",
    "a macro joined with text": "{{ ui.link(to) ~ text }}{{ [ui.link(to), text]|join(', ') }}",
    "a macro that shows nothing or something else": "{{ ui.many() or text }}",
    "a macro with what its caller writes": "{% call ui.around() %}{{ text }}{{ ui.link(to) }}{% endcall %}",
    "a macro with whatever comes": "{{ ui.many(1, text, sign='<') }}",
    "a macro of its own": "{% macro own(x, y=2) %}{{ x }}{{ y }}{% endmacro %}{{ own(text) }}{{ own(1, y=3) }}",
    "a block of text in a variable": "{% set shown %}{{ text }}{{ ui.link(to) }}{% endset %}{{ shown }}",
    "loops": "{% for one in texts %}{{ loop.index }}{{ one }}{{ ', ' if not loop.last }}{% else %}none{% endfor %}",
    "methods": "{{ text.upper() }}{{ text.endswith('>') }}{% for key, one in table.items() %}{{ key }}{% endfor %}",
    "filters": "{{ text|replace('<', '&') }}{{ texts|map('upper')|join }}{{ text|e }}{{ text|safe }}",
    "items": "{{ texts[1] }}{{ table['key'] }}{{ texts[:1]|join }}{{ text[0] }}",
    "what Python has a word of its own for": "{{ table.class }}",
    "what is no attribute of a text": "{% autoescape false %}{{ text }}{% endautoescape %}{{ text }}",
}
GIVEN_UP = {
    "an item taken for an attribute": "{{ table.key }}{{ ui.link(table.to) }}",
    "an attribute taken for an item": "{{ to['text'] }}",
    "whether there is an item": "{{ texts[7]|default('none') }}{{ table['rel'] is defined }}",
    "whether there is an attribute": "{{ 'yes' if to.rel is defined else 'no' }}{{ to.rel|default('none') }}",
}
VALUES = {
    "text": "<b> & 'c'",
    "html": Html("<i>shown</i>"),
    "number": 3,
    "none": None,
    "to": Link("A & B", 'a.html?"'),
    "texts": ["<", "x"],
    "table": {"class": "<", "key": "&", "to": Link("T", "t.html")},
}


def written(folder: Path, templates: dict[str, str]) -> Theme:
    for name, text in templates.items():
        file = folder / "mine" / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return load_theme("mine", folder)


def engines(folder: Path, template: str) -> tuple[Environment, Environment]:
    theme = written(folder, {"own.html": MACROS, "page.html": '{% import "own.html" as ui %}' + template})
    return environment(theme, quick=True), environment(theme)


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_it_puts_out_what_jinja_puts_out(template: str, tmp_path: Path) -> None:
    quick, own = (engine.get_template("page.html").render(VALUES) for engine in engines(tmp_path, template))
    assert quick == own


@pytest.mark.parametrize("template", GIVEN_UP.values(), ids=GIVEN_UP)
def test_it_gives_up_where_only_jinja_knows(template: str, tmp_path: Path) -> None:
    quick, own = (engine.get_template("page.html") for engine in engines(tmp_path, template))
    with pytest.raises(FAILURES):
        quick.render(VALUES)
    assert own.render(VALUES)


@pytest.mark.parametrize(
    "name", ["to.rel", "absent", "absent.text", "texts[7]", "ui.absent(to)", "ui.link()", "ui.link(absent=1)"]
)
def test_what_is_not_there_is_an_error_in_both(name: str, tmp_path: Path) -> None:
    for engine in engines(tmp_path, f"{{{{ {name} }}}}"):
        with pytest.raises((UndefinedError, *FAILURES)):
            engine.get_template("page.html").render(VALUES)


@pytest.mark.parametrize("briefing", [sample, nothing, hostile, odd])
def test_the_default_theme_needs_only_the_quick_engine(briefing: Callable[[], Briefing]) -> None:
    found = catalogue(briefing())
    quick, own = environment(DEFAULT, quick=True), environment(DEFAULT)
    for page in plan(found):
        shown = variables(page.make(found))
        assert quick.get_template(page.template).render(shown) == own.get_template(page.template).render(shown)


def test_a_page_that_only_jinja_can_make_is_made(tmp_path: Path) -> None:
    template = "{{ {'text': frame.briefing}.text }}{{ 1 if frame.absent is defined else 2 }}\n"
    found = catalogue(sample())
    pages = [page for page in plan(found) if page.path == "404.html"]
    ((_, data),) = render(pages, found, written(tmp_path, {"404.html": template}))
    assert data.decode() == "The Harbour Bridge2\n"
