"""A seed's bytes → its text: encodings, byte order marks, mojibake; and what is no text at all."""

import re
from dataclasses import dataclass
from typing import Final

import ftfy
from charset_normalizer import from_bytes
from ftfy.badness import is_bad

from builder.ingest.language import common_words

LARGEST_SEED: Final = 4_000_000
"""Bytes. No article is longer; what is longer is refused rather than read for minutes."""

MOST_LINES: Final = 30_000
"""Line ends. Ten thousand comments still are fewer."""
_SAMPLE: Final = 60_000
"""Bytes that are looked at to tell an encoding."""

_BINARY: Final = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
)
"""The first bytes of documents, pictures and archives that are often saved beside texts."""

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_LATIN: Final = ("cp1252", "cp1250", "cp1254", "cp1257")
"""Windows' encodings of the Latin script, the commonest first; only words tell them apart."""
_FEW: Final = 12
"""Letters outside ASCII below which nothing but the commonest encoding is likely."""
_LATIN_LIKE: Final = frozenset(
    (*_LATIN, "cp1258", "latin_1", "iso8859_2", "iso8859_9", "iso8859_15", "mac_roman", "cp437", "cp850")
)
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_SUSPECT: Final = re.compile("[ÂÃâÐÑðŸ€äåæçéï][\x80-\xbf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]")
"""Two characters that stand side by side in text decoded twice; a quick look before the careful one."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a seed, or why it has none."""

    text: str
    encoding: str
    """The encoding's name; ``mixed`` where lines differ; empty where the bytes are no text."""
    nulls: int = 0
    """NUL and other control characters that will be removed."""
    repaired: bool = False
    """Whether text that had been decoded wrongly before was put right."""
    fault: str = ""
    """``empty``, ``too large`` or ``binary`` where there is no text."""


def decode(data: bytes) -> Decoded:
    """Return the text of a seed's bytes, whatever they are."""
    if len(data) > LARGEST_SEED:
        return Decoded("", "", fault="too large")
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        return Decoded("", "", fault="empty")
    if data.startswith(_BINARY):
        return Decoded("", "", fault="binary")
    text, encoding = _read(data)
    controls = len(_CONTROLS.findall(text))
    if controls > max(20, len(text) // 20) or controls * 3 > len(text):
        return Decoded("", "", fault="binary")
    if text.count("\n") + text.count("\r") > MOST_LINES:
        return Decoded("", "", fault="too large")
    repaired = _mend(text)
    return Decoded(repaired, encoding, controls, repaired != text)


def _read(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    if wide := _wide(data):
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _read_other(data)


def _wide(data: bytes) -> str:
    """Return the encoding of two-byte text without a mark: every second byte of it is NUL."""
    sample = data[: _SAMPLE // 2 * 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd * 3 > len(sample) // 2 and even * 10 < odd:
        return "utf-16-le"
    if even * 3 > len(sample) // 2 and odd * 10 < even:
        return "utf-16-be"
    return ""


def _read_other(data: bytes) -> tuple[str, str]:
    """Read bytes that are not UTF-8 as a whole: line by line where most lines are, else in one other encoding."""
    lines = data.split(b"\n")
    foreign = [line for line in lines if not line.isascii()]
    broken = [line for line in foreign if not _is_utf8(line)]
    if len(broken) < len(foreign):
        other = _guess(b"\n".join(broken)[:_SAMPLE])
        return "\n".join(_line(line, other) for line in lines), "mixed"
    encoding = _guess(b"\n".join(broken)[:_SAMPLE])
    return data.decode(encoding, "replace"), encoding


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _line(line: bytes, other: str) -> str:
    return line.decode("utf-8" if _is_utf8(line) else other, "replace")


def _guess(sample: bytes) -> str:
    """Return the likeliest encoding of bytes: of another script where they prove it, else by the words they make."""
    best = from_bytes(sample).best()
    guessed = best.encoding if best is not None and best.encoding not in ("ascii", "utf_8") else _LATIN[0]
    if sample.decode(guessed, "replace") == sample.decode(_LATIN[0], "replace"):
        return _LATIN[0]
    order = (*_LATIN, guessed) if sum(byte > 127 for byte in sample) < _FEW else (guessed, *_LATIN)
    words = {name: common_words(sample.decode(name, "replace")) for name in order}
    likeliest = max(words, key=words.__getitem__)
    return guessed if guessed not in _LATIN_LIKE and words[guessed] == words[likeliest] else likeliest


def _mend(text: str) -> str:
    """Put right text that was decoded wrongly before it was saved (``â€™`` for ``’``), line by line."""
    if text.isascii() or not _SUSPECT.search(text) or not is_bad(text):
        return text
    return "".join(
        ftfy.fix_encoding(line) if _SUSPECT.search(line) and len(line) < _SAMPLE else line
        for line in text.splitlines(keepends=True)
    )
