"""What is wrong with templates, at its place: a theme is somebody's program, and may fail in any way."""

from collections.abc import Iterable
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import Final

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError

import builder
from builder.problems import Problem, error
from builder.site.theme import Theme

FAULTS: Final = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a template may raise: errors of the engine, and those of the expressions in it."""
_BUILDER: Final = Path(builder.__file__).parent
_TEMPLATES: Final = (".html", ".css")


def fault_of(fault: Exception, theme: Theme, needed: str, names: Iterable[str]) -> Problem | None:
    """Return what is wrong with a template, or ``None`` where it is the builder that failed and not the template.

    :param needed: what the template was needed for
    :param names: the variables that it may use
    """
    if isinstance(fault, TemplateNotFound):
        path = f"themes/{theme.name}/templates/{fault.name}"
        return error(path, "template-missing", f"there is no template “{fault.name}”", hint=needed)
    if isinstance(fault, TemplateSyntaxError):
        path = theme.shown(Path(fault.filename)) if fault.filename else f"themes/{theme.name}/templates"
        return error(path, "template-syntax", str(fault.message), line=fault.lineno, hint=needed)
    if not _is_templates(fault.__traceback__, theme):
        return None
    path, line = _place(fault.__traceback__, theme)
    hint = f"{needed}; it may use: {', '.join(sorted(names))}"
    message = str(fault) or f"it raises {type(fault).__name__}"
    return error(path, "template-failed", message, line=line, hint=hint)


def faults_of_syntax(engine: Environment, theme: Theme) -> Iterable[Problem]:
    """Yield what can't be read in any template of a theme, whether a page gets as far as it or not."""
    for name in engine.list_templates(filter_func=lambda name: name.endswith(_TEMPLATES)):
        try:
            engine.get_template(name)
        except TemplateSyntaxError as fault:
            if problem := fault_of(fault, theme, "", ()):
                yield problem


def each_once(problems: Iterable[Problem]) -> list[Problem]:
    """Return the first problem of each place, by path and line."""
    found: dict[tuple[str, int], Problem] = {}
    for problem in problems:
        found.setdefault((problem.location.path, problem.location.line), problem)
    return sorted(found.values())


def _is_templates(traceback: TracebackType | None, theme: Theme) -> bool:
    """Tell whether a fault arose in a template, or in the engine at its bidding."""
    innermost = Path(extract_tb(traceback)[-1].filename)
    return _in_theme(innermost, theme) or not innermost.is_relative_to(_BUILDER)


def _place(traceback: TracebackType | None, theme: Theme) -> tuple[str, int]:
    """Return path and line of the innermost template in a traceback."""
    frames = [(Path(frame.filename), frame.lineno or 0) for frame in extract_tb(traceback)]
    places = [(file, line) for file, line in frames if _in_theme(file, theme)]
    if not places:
        return f"themes/{theme.name}/templates", 0
    return theme.shown(places[-1][0]), places[-1][1]


def _in_theme(file: Path, theme: Theme) -> bool:
    return any(file.is_relative_to(folder) for folder in theme.folders)
