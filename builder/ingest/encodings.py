"""Which encoding bytes are in that are no UTF-8: of another script where they prove it, else by the words they make."""

from typing import Final

from charset_normalizer import from_bytes

from builder.ingest.language import common_words

_LATIN: Final = ("cp1252", "cp1250", "cp1254", "cp1257")
"""Windows' encodings of the Latin script, the commonest first; only words tell them apart."""
_FEW: Final = 12
"""Letters outside ASCII below which nothing but the commonest encoding is likely."""
_LATIN_LIKE: Final = frozenset(
    (*_LATIN, "cp1258", "latin_1", "iso8859_2", "iso8859_9", "iso8859_15", "mac_roman", "cp437", "cp850")
)


def likeliest_encoding(sample: bytes) -> str:
    """Return the name of the likeliest encoding of bytes."""
    best = from_bytes(sample).best()
    guessed = best.encoding if best is not None and best.encoding not in ("ascii", "utf_8") else _LATIN[0]
    if sample.decode(guessed, "replace") == sample.decode(_LATIN[0], "replace"):
        return _LATIN[0]
    order = (*_LATIN, guessed) if sum(byte > 127 for byte in sample) < _FEW else (guessed, *_LATIN)
    words = {name: common_words(sample.decode(name, "replace")) for name in order}
    likeliest = max(words, key=words.__getitem__)
    return guessed if guessed not in _LATIN_LIKE and words[guessed] == words[likeliest] else likeliest
