"""The volumes of the dossier as PDF, printed by a browser without a window, and kept until what they show has changed.

Chromium and its kin print the page as its print styles say. They are given the page with its
styles and pictures alone, so that nothing is loaded over a network and no script runs. The
PDF's dates would be those of the run; they are taken out, so that the same pages give the same bytes with the same
version of the browser and the same typefaces.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from builder.pages.linker import DOSSIER, as_pdf
from builder.problems import BuildError, error
from builder.site.exports.manifest import File, bytes_of
from builder.urls import PagePath

ENGINES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Looked for on the path where ``CHROMIUM`` in the environment names none."""
_SECONDS: Final = 600
"""After which a browser that hangs is given up."""
_FLAGS: Final = (
    "--headless --disable-gpu --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync --disable-extensions --no-pdf-header-footer "
    "--generate-pdf-document-outline --user-agent=briefing"
).split()
_NO_NETWORK: Final = "--host-resolver-rules=MAP * ~NOTFOUND"
_NEEDED: Final = re.compile(rb'<(?:link rel="stylesheet" href|img\b[^>]*? src)="([^":]+)"')
_AWAY: Final = re.compile(rb'(<a\b[^>]*?) href="(?!#|[a-z]+:)([^"]*)"')
_DATES: Final = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)]*\)")


def printed(path: PagePath, files: Mapping[PagePath, File], folder: Path, base_url: str, cache: Path) -> bytes:
    """Return a page as PDF; its links to other pages lead below ``base_url``, and nowhere without one.

    ``folder`` is where the site stands, and the files that are given by their entries alone; ``cache`` is the
    briefing's cache folder. Raises :class:`BuildError` where there is no browser, or it fails.
    """
    engine = _engine()
    page = _for_paper(bytes_of(path, files[path], folder), base_url)
    needed = [PagePath(address.decode()) for address in dict.fromkeys(_NEEDED.findall(page))]
    sources = {path: page, **{other: bytes_of(other, files[other], folder) for other in needed if other in files}}
    kept, key = cache / "paper" / as_pdf(path), _key_of(sources, _run([engine, "--version"]))
    stored = kept.with_suffix(".key")
    if stored.is_file() and stored.read_bytes() == key.encode():
        return kept.read_bytes()
    data = _undated(_print(engine, path, sources))
    kept.parent.mkdir(parents=True, exist_ok=True)
    stored.unlink(missing_ok=True)
    kept.write_bytes(data)
    stored.write_bytes(key.encode())
    return data


def _engine() -> str:
    named = os.environ.get("CHROMIUM")
    found = next((path for name in ((named,) if named else ENGINES) if (path := shutil.which(name))), None)
    if found is None:
        raise _failed(
            "there is no browser that prints", "install Chromium or Chrome, or name one: CHROMIUM=/path/to/it"
        )
    return found


def _for_paper(page: bytes, base_url: str) -> bytes:
    """Return a page whose links to other pages lead where they do on paper too."""
    return _AWAY.sub(rb'\1 href="' + base_url.encode() + rb'\2"' if base_url else rb"\1", page)


def _key_of(sources: Mapping[PagePath, bytes], version: bytes) -> str:
    digest = hashlib.sha256(version)
    for path, data in sources.items():
        digest.update(path.encode() + b"\0" + hashlib.sha256(data).digest())
    return digest.hexdigest()


def _print(engine: str, page: PagePath, sources: Mapping[PagePath, bytes]) -> bytes:
    with TemporaryDirectory() as folder:
        for path, data in sources.items():
            target = Path(folder) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        result = Path(folder) / as_pdf(page)
        # The superuser's processes can't be shut in by the browser's own means; it would refuse to start.
        flags = [*_FLAGS, *(["--no-sandbox"] if sys.platform != "win32" and os.geteuid() == 0 else [])]
        profile = f"--user-data-dir={folder}/profile"
        said = _run([engine, *flags, _NO_NETWORK, profile, f"--print-to-pdf={result}", (Path(folder) / page).as_uri()])
        if not result.is_file():
            raise _failed(" ".join(said.decode(errors="replace").split()) or "the browser wrote nothing")
        return result.read_bytes()


def _run(command: list[str]) -> bytes:
    """Return what a command says."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise _failed(str(fault)) from fault
    return done.stdout


def _undated(data: bytes) -> bytes:
    """Return a PDF without its dates, which stand in its first object; every other byte keeps its place."""
    end = data.find(b"endobj")
    return _DATES.sub(lambda found: b" " * len(found[0]), data[:end]) + data[end:]


def _failed(why: str, hint: str = "without --pdf the site is built all the same") -> BuildError:
    return BuildError([error(as_pdf(DOSSIER), "pdf-failed", f"the dossier was not printed: {why}", hint=hint)])
