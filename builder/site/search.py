"""The search index, made by Pagefind over the rendered pages and kept until one of them changes."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from builder.problems import Problem, warning
from builder.site.exports.manifest import File, bytes_of
from builder.site.search_order import put_in_order
from builder.urls import PagePath

_MARK = b"data-pagefind-body"
"""Pages without it are not indexed."""
_SECONDS = 600
"""After which an indexer that hangs is given up; it takes about 5 s for 1,000 pages."""


def search_files(
    files: Mapping[PagePath, File], folder: Path, cache: Path, *, refresh: bool = True
) -> tuple[dict[PagePath, bytes], tuple[Problem, ...]]:
    """Return the files of the search index below ``pagefind/``; without an index, a problem that says why.

    ``folder`` is where the site stands, and the pages that are given by their entries alone. ``cache`` is the
    briefing's cache folder, where the last index is kept; without ``refresh`` that index serves even where pages have
    changed since.
    """
    kept = cache / "search"
    try:
        fault = _refresh(files, folder, kept) if refresh else ""
    except (OSError, subprocess.TimeoutExpired) as refused:
        fault = str(refused)
    if fault:
        hint = "the pages are complete; only searching is not offered"
        return {}, (warning("pagefind", "search-failed", f"no search index was made: {fault}", hint=hint),)
    index = kept / "index"
    found = (path for path in sorted(index.rglob("*")) if path.is_file())
    return {PagePath(f"pagefind/{path.relative_to(index).as_posix()}"): path.read_bytes() for path in found}, ()


def _refresh(files: Mapping[PagePath, File], folder: Path, kept: Path) -> str:
    """Index the pages unless the index that is kept is theirs; return what went wrong, or nothing."""
    texts = ((path, bytes_of(path, file, folder)) for path, file in files.items() if path.endswith(".html"))
    pages = {path: data for path, data in texts if _MARK in data}
    key = _key_of(pages)
    stored = kept / "key"
    if stored.is_file() and stored.read_bytes() == key.encode():
        return ""
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    if pages:
        if fault := _index(pages, kept):
            return fault
        put_in_order(kept / "index")
    stored.write_bytes(key.encode())
    return ""


def _key_of(pages: Mapping[PagePath, bytes]) -> str:
    digest = hashlib.sha256()
    for path in sorted(pages):
        digest.update(path.encode() + b"\0" + hashlib.sha256(pages[path]).digest())
    return digest.hexdigest()


def _index(pages: Mapping[PagePath, bytes], folder: Path) -> str:
    """Index the pages into ``folder/index``; return what went wrong, or nothing."""
    try:
        for path, data in pages.items():
            target = folder / "pages" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        command = [sys.executable, "-m", "pagefind", "--site", "pages", "--output-path", "index"]
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=_SECONDS, check=False)
    finally:
        shutil.rmtree(folder / "pages", ignore_errors=True)
    return done.stderr.decode(errors="replace").strip()[-300:] or "pagefind failed" if done.returncode else ""
