"""Pages that are as they were: one is made again only where something that it was made from has changed.

Of each page the record holds which parts of the catalogue its maker looked at, the fingerprint of these and of its
arguments, and the status of its file. A page whose fingerprint is the same, and whose file nobody has touched since,
is neither made nor read.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from builder.content.convert import Progress
from builder.content.store import write_whole
from builder.pages.catalogue import Catalogue
from builder.pages.noting import Fingerprints, Read, Reads, noting
from builder.pages.plan import Page
from builder.problems import BuildError
from builder.project import Project
from builder.site.exports.manifest import Entry, File, entry_of
from builder.site.render import Renderer
from builder.site.workers import over_processes
from builder.urls import PagePath

_FILE = "rendered.json"
_LENGTH = 4
"""Bytes in front of a page that tell how long the list of what its maker looked at is."""

Status = tuple[int, int, int, int]
"""Size of a file in bytes, the times of its last change by a program and by the system, in nanoseconds, its inode."""


class _Known(msgspec.Struct, frozen=True, array_like=True):
    """A page as it was published."""

    made_from: str
    """Fingerprint of its arguments and of all that its maker looked at."""
    reads: tuple[int, ...]
    """What that was, by its place in the record's list."""
    sha256: str
    status: Status


class Record(msgspec.Struct, frozen=True):
    """The pages of a published site."""

    renderer: str = ""
    """Fingerprint of what turned them into files."""
    parts: tuple[Read, ...] = ()
    """Everything that a page's maker looked at."""
    pages: dict[PagePath, _Known] = {}


@dataclass(frozen=True, slots=True)
class Made:
    """What a page was made from."""

    fingerprint: str
    reads: tuple[Read, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """The pages of the site."""

    files: dict[PagePath, File]
    """In the order of the plan; those that stand as they would be by their entries alone."""
    made: dict[PagePath, Made]
    renderer: str
    anew: int
    """How many of them were made in this build."""


def render_changed(
    pages: Sequence[Page],
    found: Catalogue,
    renderer: Renderer,
    record: Record,
    output: Path,
    jobs: int,
    progress: Progress,
) -> Rendered:
    """Return every page as a file, taking those that have not changed from ``output``, where the site stands.

    ``jobs`` is the number of processes; the bytes are the same for any. Raises :class:`BuildError` where a template is
    wrong.
    """
    prints = Fingerprints(found)
    known = record.pages if record.renderer == renderer.fingerprint else {}
    current = [prints.of_read(part) for part in record.parts] if known else []
    files: dict[PagePath, File] = dict.fromkeys((page.path for page in pages), b"")
    made: dict[PagePath, Made] = {}
    for page in pages:
        if (was := known.get(page.path)) and was.status == _status(output / page.path):
            fingerprint = prints.of_page(page.template, page.make, [current[number] for number in was.reads])
            if fingerprint == was.made_from:
                files[page.path] = Entry(page.path, was.status[0], was.sha256)
                made[page.path] = Made(fingerprint, tuple([record.parts[number] for number in was.reads]))
    changed = [page for page in pages if page.path not in made]
    for done, (number, result) in enumerate(over_processes(_maker(found, renderer), changed, jobs), 1):
        page = changed[number]
        start = _LENGTH + int.from_bytes(result[:_LENGTH], "big")
        reads = msgspec.msgpack.decode(result[_LENGTH:start], type=tuple[Read, ...])
        files[page.path] = result[start:]
        made[page.path] = Made(prints.of_page(page.template, page.make, map(prints.of_read, reads)), reads)
        progress("render", done, len(changed))
    return Rendered(files, made, renderer.fingerprint, len(changed))


def _maker(found: Catalogue, renderer: Renderer) -> Callable[[Page], bytes]:
    """Return what makes a page's file, with the list of what was looked at in front of it."""
    reads: Reads = {}
    noted = noting(found, reads)

    def make(page: Page) -> bytes:
        reads.clear()
        data = renderer.render(page, page.make(noted))
        listed = msgspec.msgpack.encode(list(reads))
        return len(listed).to_bytes(_LENGTH, "big") + listed + data

    return make


def _status(file: Path) -> Status | None:
    """Return a file's status, which no program can change without a trace; ``None`` where there is no such file."""
    try:
        status = file.stat(follow_symlinks=False)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def recall_pages(project: Project) -> Record:
    """Return the record of the site as it was published; an empty one where there is none or it is damaged."""
    try:
        return msgspec.json.decode((project.cache / _FILE).read_bytes(), type=Record)
    except (OSError, msgspec.DecodeError):
        return Record()


def remember_pages(project: Project, rendered: Rendered, before: Record) -> None:
    """Keep the record of a site that has been published; where that can't be, all pages are made again next time.

    ``before`` is the record as it is; where it is the site's already, it stays.
    """
    if not rendered.anew and before.pages.keys() == rendered.files.keys():
        return
    places: dict[Read, int] = {}
    pages: dict[PagePath, _Known] = {}
    for path, file in rendered.files.items():
        made, status = rendered.made[path], _status(project.output / path)
        if status:
            reads = tuple([places.setdefault(read, len(places)) for read in made.reads])
            pages[path] = _Known(made.fingerprint, reads, entry_of(path, file).sha256, status)
    record = Record(rendered.renderer, tuple(places), pages)
    try:
        write_whole(project.cache / _FILE, msgspec.json.encode(record).decode() + "\n", project)
    except BuildError:
        return
