"""Compiled templates, kept where Python keeps the compiled modules of this program, and on the same terms.

Compiling those of one page takes as long as making a hundred pages. What is kept is taken where the same source in the
same file was compiled by the same program, and else written over: there is one of a name and a language.
"""

import hashlib
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Final

import jinja2
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

FOLDER: Final = Path(cache_from_source(__file__)).parent
"""Where Python keeps what it has compiled of this package."""

_DIGEST: Final = hashlib.sha256().digest_size
"""Bytes in front of a compiled template that tell whether it is whole."""


class CompiledTemplates(BytecodeCache):
    """Keeps the compiled templates of a language in a folder, if that is there and may be written to.

    ``compiler`` is all that decides, beside Jinja, what a source is compiled to.
    """

    def __init__(self, folder: Path, language: str, compiler: bytes) -> None:
        self._folder = folder
        self._language = language
        self._compiler = hashlib.sha256(f"{jinja2.__version__}\n".encode() + compiler).hexdigest()

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return what is kept of a template if it was compiled of the same; else something to keep it in."""
        whole = f"{self._compiler} {filename}\n{source}"
        return super().get_bucket(environment, f"{self._language} {name}", None, whole)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is kept; nothing where it is damaged, since damaged code can do anything."""
        with suppress(OSError):
            data = self._file(bucket).read_bytes()
            if data[:_DIGEST] == hashlib.sha256(data[_DIGEST:]).digest():
                bucket.bytecode_from_string(data[_DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template; where it can't be written, it is compiled again next time."""
        if not sys.dont_write_bytecode:
            data = bucket.bytecode_to_string()
            with suppress(OSError):
                self._file(bucket).write_bytes(hashlib.sha256(data).digest() + data)

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"template-{bucket.key}.{sys.implementation.cache_tag}"
