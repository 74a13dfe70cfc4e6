"""Pages that are as they were: a page is rendered again only where its context, or a template, has changed.

What is kept is fingerprints alone. A page's bytes are taken from the site where they are still what was rendered from
the same context with the same templates; a page that was edited or removed there is rendered again.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from builder.content.store import write_whole
from builder.pages.plan import Page
from builder.pages.values import Html
from builder.problems import BuildError
from builder.project import Project
from builder.site.render import Renderer
from builder.site.theme import Theme
from builder.urls import PagePath

_FILE = "rendered.json"


class _Known(msgspec.Struct, frozen=True, array_like=True):
    """A page as it was rendered, in SHA-256 as hexadecimal digits."""

    context: str
    page: str


class _Record(msgspec.Struct, frozen=True):
    """All pages of the last build."""

    templates: str
    """Fingerprint of what they were rendered with."""
    pages: dict[str, _Known]


def render_changed(
    pages: Iterable[Page], theme: Theme, project: Project, *, keep: bool
) -> Iterator[tuple[PagePath, bytes]]:
    """Give every page as the bytes of its file, those that have not changed from the site as it stands.

    ``keep`` says whether to remember the fingerprints for the next build. Raises :class:`BuildError` where a template
    is wrong.
    """
    renderer = Renderer(theme)
    record = _recall(project)
    known = record.pages if record and record.templates == renderer.fingerprint else {}
    now: dict[str, _Known] = {}
    for page in pages:
        context = _digest(_encode((page.template, page.context)))
        data = _standing(project.output / page.path, known.get(page.path), context)
        if data is None:
            data = renderer.render(page)
            now[page.path] = _Known(context, _digest(data))
        else:
            now[page.path] = known[page.path]
        yield page.path, data
    if keep and (now != known or not record):
        _remember(project, _Record(renderer.fingerprint, now))


def _standing(file: Path, known: _Known | None, context: str) -> bytes | None:
    """Return a page's bytes out of the site; ``None`` where they are not what would be rendered."""
    if known is None or known.context != context:
        return None
    try:
        data = file.read_bytes()
    except OSError:
        return None
    return data if _digest(data) == known.page else None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _plain(value: object) -> object:
    """Tell markup from the same words as text; a template shows them differently."""
    if isinstance(value, Html):
        return {"html": str(value)}
    raise TypeError(f"a context holds a {type(value).__name__}, which has no fingerprint")


_encode = msgspec.msgpack.Encoder(enc_hook=_plain).encode


def _recall(project: Project) -> _Record | None:
    try:
        return msgspec.json.decode((project.cache / _FILE).read_bytes(), type=_Record)
    except (OSError, msgspec.DecodeError):
        return None


def _remember(project: Project, record: _Record) -> None:
    """Keep the fingerprints; where that can't be written, all pages are rendered again, which is no loss."""
    try:
        write_whole(project.cache / _FILE, msgspec.json.encode(record).decode() + "\n", project)
    except BuildError:
        return
