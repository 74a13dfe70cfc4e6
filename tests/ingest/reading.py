"""A seed written in a test, read as the builder reads it; and what a case of the text files here holds."""

from typing import NamedTuple

from builder.ingest.document import Document, Seed
from builder.ingest.reader import IngestSettings, read_seed


class IngestCase(NamedTuple):
    given: str
    expected: str


def read(text: str | bytes, name: str = "seed.txt", sidecar: bytes | None = None, as_of: str = "") -> Document:
    data = text.encode() if isinstance(text, str) else text
    return read_seed(Seed(name, data, sidecar), IngestSettings(as_of=as_of))
