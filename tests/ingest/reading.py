"""A seed written in a test, read as the builder reads it."""

from builder.ingest.document import Document, Seed
from builder.ingest.reader import read_seed
from builder.ingest.settings import IngestSettings


def read(text: str | bytes, name: str = "seed.txt", sidecar: bytes | None = None, as_of: str = "") -> Document:
    data = text.encode() if isinstance(text, str) else text
    return read_seed(Seed(name, data, sidecar), IngestSettings(as_of=as_of))
