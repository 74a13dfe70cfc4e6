"""A seed's bytes → its text: encodings, byte order marks, mojibake; and what is no text at all."""

import re
from dataclasses import dataclass
from typing import Final

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
    from builder.ingest.encodings import likeliest_encoding  # few seeds need it, and it takes long to load

    lines = data.split(b"\n")
    foreign = [line for line in lines if not line.isascii()]
    broken = [line for line in foreign if not _is_utf8(line)]
    if len(broken) < len(foreign):
        other = likeliest_encoding(b"\n".join(broken)[:_SAMPLE])
        return "\n".join(_line(line, other) for line in lines), "mixed"
    encoding = likeliest_encoding(b"\n".join(broken)[:_SAMPLE])
    return data.decode(encoding, "replace"), encoding


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _line(line: bytes, other: str) -> str:
    return line.decode("utf-8" if _is_utf8(line) else other, "replace")


def _mend(text: str) -> str:
    """Put right text that was decoded wrongly before it was saved."""
    if text.isascii() or not _SUSPECT.search(text):
        return text
    from builder.ingest.mojibake import mended  # few texts need it, and it takes long to load

    return mended(text, _SUSPECT)
