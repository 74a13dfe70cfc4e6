"""Planned pages and a theme → the files of the site."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from typing import Final

from jinja2 import Environment
from msgspec.structs import asdict

from builder.grouping import grouped
from builder.pages.catalogue import Catalogue
from builder.pages.contexts import Context
from builder.pages.dates import date_view
from builder.pages.dossier import volume_title
from builder.pages.noting import Making
from builder.pages.paging import Make
from builder.pages.plan import Page
from builder.pages.volumes import volume_count
from builder.problems import BuildError, Problem
from builder.site.engine import FAILURES, environment
from builder.site.stamp import program
from builder.site.template_faults import FAULTS, each_once, fault_of, faults_of_syntax
from builder.site.theme import Theme
from builder.urls import PagePath

RUNNING_HEADS: Final = "running-heads.css"
"""A template of styles, since a stylesheet can't know what a page is called."""
_TRIED: Final = 10
"""Pages on which each template is tried where one of them is wrong."""


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
        return self._filled(page.template, page.path, variables(context))

    @contextmanager
    def telling_all(self, pages: Sequence[Page], found: Catalogue) -> Iterator[None]:
        """Tell all templates that are wrong, each of its places once, where one of them ends the making of pages."""
        try:
            yield
        except BuildError as fault:
            raise BuildError(each_once([*fault.problems, *self._faults(pages, found)])) from fault

    def _faults(self, pages: Sequence[Page], found: Catalogue) -> Iterator[Problem]:
        """Yield what is wrong with each template on the first of its pages, and what can't be read in any."""
        for those in grouped(pages, lambda page: page.template).values():
            try:
                for page in those[:_TRIED]:
                    self.render(page, page.make(found))
            except BuildError as fault:
                yield from fault.problems
        yield from faults_of_syntax(_engine(self._theme, self.fingerprint, quick=False), self._theme)

    def _filled(self, template: str, path: PagePath, shown: Mapping[str, object]) -> bytes:
        """Return a template with its variables filled in."""
        try:
            return self._text(template, shown).encode("utf-8")
        except FAULTS as fault:
            problem = fault_of(fault, self._theme, f"needed by {template} for {path}", shown)
            if problem is None:
                raise
            raise BuildError([problem]) from fault

    def _text(self, template: str, values: Mapping[str, object]) -> str:
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
        path = PagePath(f"static/{name}")
        shown = {"title": title, "as_of": date_view(found.briefing.as_of, found.words)}
        return path, self._filled(RUNNING_HEADS, path, shown)


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
    return asdict(context)


def static_files(theme: Theme) -> Iterator[tuple[PagePath, bytes]]:
    """Give the theme's static files under ``static/``, in order of path; hidden files stay behind."""
    statics = [folder / "static" for folder in reversed(theme.folders)]
    files = {file.relative_to(static): file for static in statics for file in static.rglob("*") if file.is_file()}
    found = {
        inside.as_posix(): file
        for inside, file in files.items()
        if not any(part.startswith(".") for part in inside.parts)
    }
    for name in sorted(found):
        yield PagePath(f"static/{name}"), found[name].read_bytes()
