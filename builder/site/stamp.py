"""What the last build was made from and what it told, so that a build with nothing to do is known without doing it.

Files are known by their status alone: a build of 10,000 articles would take longer to read them than all else here.
What is so fresh that it could change again unnoticed is not trusted.
``briefing build --clean`` and deleting ``.briefing/`` build in any case.
"""

import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

import builder
from builder.content.writing import write_whole
from builder.problems import BuildError
from builder.project import Project
from builder.site.theme import SHIPPED
from builder.status import TICK, known

Told = TypeVar("Told")

_FILE = "finished.json"
_SKIPPED = frozenset(["__pycache__"])


class Stamp(msgspec.Struct, frozen=True):
    """A build that was finished."""

    inputs: str
    """Fingerprint of what it was made from."""
    output: str
    """Fingerprint of the site's folder as it left it."""
    told: msgspec.Raw
    """Its report."""


def inputs_of(project: Project, settings: Mapping[str, str], fresh: int) -> str | None:
    """Return the fingerprint of everything a build reads: the briefing's files, this program, what was asked of it.

    ``None`` where files can't tell: one of them is a link, or was changed so shortly before ``fresh`` (nanoseconds of
    the file system's clock) that it could have changed again unnoticed.
    """
    digest = hashlib.sha256(repr((program(), sorted(settings.items()), project)).encode())
    folders = (project.seeds, project.content, project.themes, *SHIPPED)
    return _fingerprint(folders, digest, fresh - TICK)


@cache
def program() -> str:
    """Return the fingerprint of this program, of the packages it uses and of the interpreter.

    It is taken once: what a process makes is made by the program that it has loaded, whatever lies on the disk later.
    """
    packages = Path(sysconfig.get_path("purelib"))
    installed = packages.stat().st_mtime_ns if packages.is_dir() else 0
    digest = hashlib.sha256(f"{sys.version} {installed}".encode())
    for path, status in _walk(str(Path(builder.__file__).parent)):
        digest.update(repr((path, known(status or os.stat(path)))).encode())  # noqa: PTH116 - as in _walk
    return digest.hexdigest()


def output_of(project: Project) -> str | None:
    """Return the fingerprint of the site's folder; ``None`` as of inputs."""
    return _fingerprint([project.output], hashlib.sha256(), None)


def recall(project: Project, inputs: str | None, kind: type[Told]) -> Told | None:
    """Return what the last build told if it was made from these inputs and its site stands as it left it."""
    try:
        stamp = msgspec.json.decode((project.cache / _FILE).read_bytes(), type=Stamp)
        if inputs is None or stamp.inputs != inputs or stamp.output != output_of(project):
            return None
        return msgspec.json.decode(stamp.told, type=kind)
    except (OSError, msgspec.DecodeError):
        return None


def keep(project: Project, inputs: str, told: object) -> None:
    """Remember a finished build; where that can't be written, the next build is made in full, which is no loss."""
    output = output_of(project)
    if output is None:
        return
    stamp = Stamp(inputs, output, msgspec.Raw(msgspec.json.encode(told)))
    try:
        write_whole(project.cache / _FILE, msgspec.json.encode(stamp).decode() + "\n", project)
    except BuildError:
        return


def _fingerprint(folders: Sequence[Path], digest: "hashlib._Hash", newest: int | None) -> str | None:
    for folder in folders:
        for path, status in _walk(str(folder)):
            if status is None or (newest is not None and status.st_ctime_ns > newest):
                return None
            digest.update(f"{path}\0{known(status)}\n".encode(errors="surrogateescape"))
    return digest.hexdigest()


def _walk(top: str) -> Iterator[tuple[str, os.stat_result | None]]:
    """Give every file below a folder with its status, in order; without one where there is none or it is a link."""
    folders = [top]
    while folders:
        folder = folders.pop()
        if not os.path.isdir(folder):  # noqa: PTH112 - a Path for each of many files would take longer than the rest
            continue
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        for entry in found:
            if entry.is_symlink():
                yield entry.path, None
            elif entry.is_dir():
                folders += [entry.path] if entry.name not in _SKIPPED else []
            else:
                yield entry.path, entry.stat()
