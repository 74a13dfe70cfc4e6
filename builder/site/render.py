"""Planned pages and a theme → the files of the site."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import lru_cache, partial
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import Final

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError

from builder.pages.catalogue import Catalogue
from builder.pages.contexts import Context
from builder.pages.dates import date_view
from builder.pages.dossier import volume_title
from builder.pages.noting import Making
from builder.pages.paging import Make
from builder.pages.plan import Page
from builder.pages.volumes import volume_count
from builder.problems import BuildError, Problem, error
from builder.site.engine import FAILURES, environment
from builder.site.stamp import program
from builder.site.theme import Theme
from builder.urls import PagePath

RUNNING_HEADS: Final = "running-heads.css"
"""A template of styles, since a stylesheet can't know what a page is called."""


class Renderer:
    """Turns pages into bytes with the templates of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.fingerprint = _fingerprint(theme)
        """Of all that decides what a page becomes beside what is in the catalogue: the templates and the program."""

    def making(self, page: Page) -> Making:
        """Return what makes a page's file."""
        return partial(self._file, path=page.path, template=page.template, make=page.make)

    def _file(self, found: Catalogue, path: PagePath, template: str, make: Make) -> bytes:
        return self.render(Page(path, template, make), make(found))

    def render(self, page: Page, context: Context) -> bytes:
        """Return a page with what it shows as the bytes of its file.

        Raises :class:`BuildError` with the template's path and line where a template is wrong.
        """
        try:
            text = self._filled(page.template, variables(context))
        except TemplateError as fault:
            raise BuildError([_problem(fault, self._theme, page, context)]) from fault
        return text.encode("utf-8")

    def _filled(self, template: str, values: Mapping[str, object]) -> str:
        try:
            return _engine(self._theme, self.fingerprint, quick=True).get_template(template).render(values)
        except FAILURES:
            return _engine(self._theme, self.fingerprint, quick=False).get_template(template).render(values)

    def running_heads(self, found: Catalogue) -> Iterator[tuple[PagePath, bytes]]:
        """Give the stylesheet that puts the briefing's title and its day on every printed page.

        Each volume of the dossier has one of its own where there are several.
        """
        title, count = found.briefing.title, volume_count(found.briefing)
        yield self._running_heads(found, title, RUNNING_HEADS)
        for number in range(1, count + 1) if count > 1 else ():
            volume = volume_title(number, count, found.words)
            yield self._running_heads(found, f"{title} · {volume}", f"running-heads.{number}.css")

    def _running_heads(self, found: Catalogue, title: str, name: str) -> tuple[PagePath, bytes]:
        shown = self._filled(RUNNING_HEADS, {"title": title, "as_of": date_view(found.briefing.as_of, found.words)})
        return PagePath(f"static/{name}"), shown.encode("utf-8")


def render(pages: Iterable[Page], found: Catalogue, theme: Theme) -> Iterator[tuple[PagePath, bytes]]:
    """Give every page as the bytes of its file; raise as :meth:`Renderer.render` does."""
    renderer = Renderer(theme)
    for page in pages:
        yield page.path, renderer.render(page, page.make(found))


@lru_cache(maxsize=2)
def _engine(theme: Theme, _fingerprint: str, quick: bool) -> Environment:
    """Return a template engine; a preview keeps it, compiled templates included, until one of them changes."""
    return environment(theme, quick=quick)


def _fingerprint(theme: Theme) -> str:
    digest = hashlib.sha256(f"{theme.language} {program()}\n".encode())
    for folder in theme.folders:
        digest.update(b"folder\n")
        for file in sorted((folder / "templates").rglob("*")):
            if file.is_file():
                name = file.relative_to(folder).as_posix()
                digest.update(f"{name}\n".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def variables(context: Context) -> dict[str, object]:
    """Return a context as the variables of a template: its fields by name."""
    return {field.name: getattr(context, field.name) for field in fields(context)}


def static_files(theme: Theme) -> Iterator[tuple[PagePath, bytes]]:
    """Give the theme's static files under ``static/``, in order of path; hidden files stay behind."""
    found: dict[str, Path] = {}
    for folder in reversed(theme.folders):
        static = folder / "static"
        for file in static.rglob("*") if static.is_dir() else ():
            inside = file.relative_to(static)
            if file.is_file() and not any(part.startswith(".") for part in inside.parts):
                found[inside.as_posix()] = file
    for name in sorted(found):
        yield PagePath(f"static/{name}"), found[name].read_bytes()


def _problem(fault: TemplateError, theme: Theme, page: Page, context: Context) -> Problem:
    """Return what is wrong with a template, at its place."""
    if isinstance(fault, TemplateNotFound):
        path, line = f"themes/{theme.name}/templates/{fault.name}", 0
        return error(path, "template-missing", f"there is no template “{fault.name}”", line=line, hint=_hint(page))
    if isinstance(fault, TemplateSyntaxError):
        path = theme.shown(Path(fault.filename)) if fault.filename else f"themes/{theme.name}/templates"
        return error(path, "template-syntax", str(fault.message), line=fault.lineno, hint=_hint(page))
    path, line = _place(fault.__traceback__, theme)
    names = ", ".join(sorted(variables(context)))
    return error(path, "template-failed", str(fault), line=line, hint=f"{_hint(page)}; it may use: {names}")


def _hint(page: Page) -> str:
    return f"needed by {page.template} for {page.path}"


def _place(traceback: TracebackType | None, theme: Theme) -> tuple[str, int]:
    """Return path and line of the innermost template in a traceback."""
    frames = [
        (Path(frame.filename), frame.lineno or 0)
        for frame in extract_tb(traceback)
        if any(Path(frame.filename).is_relative_to(folder) for folder in theme.folders)
    ]
    if not frames:
        return f"themes/{theme.name}/templates", 0
    return theme.shown(frames[-1][0]), frames[-1][1]
