"""Pages that are as they were: a page is rendered again only where its context, or a template, has changed.

What is kept is fingerprints alone. A page's bytes are taken from the site where they are still what was rendered from
the same context with the same templates; a page that was edited or removed there is rendered again.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from builder.content.convert import Progress
from builder.content.store import write_whole
from builder.pages.catalogue import Catalogue
from builder.pages.plan import Page
from builder.pages.values import Html
from builder.problems import BuildError
from builder.project import Project
from builder.site.render import Renderer
from builder.site.theme import Theme
from builder.site.workers import over_processes
from builder.urls import PagePath

_FILE = "rendered.json"
_DIGEST = hashlib.sha256().digest_size
"""Bytes."""
_ANEW, _KEPT = b"+", b"="


class _Known(msgspec.Struct, frozen=True, array_like=True):
    """A page as it was rendered, in SHA-256 as hexadecimal digits."""

    context: str
    page: str


class _Record(msgspec.Struct, frozen=True):
    """All pages of the last build."""

    templates: str
    """Fingerprint of what they were rendered with."""
    pages: dict[PagePath, _Known]


@dataclass(frozen=True, slots=True)
class Rendered:
    """The pages of the site."""

    files: dict[PagePath, bytes]
    """In the order of the plan."""
    anew: int
    """How many of them were rendered, for they were not as they were."""


def render_changed(
    pages: Sequence[Page],
    found: Catalogue,
    theme: Theme,
    project: Project,
    jobs: int,
    progress: Progress,
    *,
    keep: bool,
) -> Rendered:
    """Return every page as the bytes of its file, those that have not changed from the site as it stands.

    ``jobs`` is the number of processes; the bytes are the same for any. ``keep`` says whether to remember the
    fingerprints for the next build. Raises :class:`BuildError` where a template is wrong.
    """
    renderer = Renderer(theme)
    record = _recall(project)
    known = record.pages if record and record.templates == renderer.fingerprint else {}

    def work(page: Page) -> bytes:
        context = page.make(found)
        digest = hashlib.sha256(_encode((page.template, context)))
        standing = _standing(project.output / page.path, known.get(page.path), digest.hexdigest())
        return digest.digest() + (_ANEW + renderer.render(page, context) if standing is None else _KEPT + standing)

    files = dict.fromkeys((page.path for page in pages), b"")
    kept: dict[PagePath, _Known] = {}
    anew = 0
    for done, (number, result) in enumerate(over_processes(work, pages, jobs), 1):
        path = pages[number].path
        digest, state, files[path] = result[:_DIGEST], result[_DIGEST : _DIGEST + 1], result[_DIGEST + 1 :]
        kept[path] = _Known(digest.hex(), _digest(files[path]))
        anew += state == _ANEW
        progress("render", done, len(pages))
    if keep and (anew or len(known) != len(kept)):
        _remember(project, _Record(renderer.fingerprint, {path: kept[path] for path in files}))
    return Rendered(files, anew)


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
