"""A seed's text → its lines, clean and numbered; hard-wrapped paragraphs are joined again."""

import html
import re
import unicodedata
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median
from typing import Final

from builder.ingest.document import BlockKind, Link
from builder.ingest.kinds import Kind
from builder.ingest.months import MONTHS, WEEKDAYS
from builder.ingest.words import word_lists

_ENDS: Final = re.compile(r"\r\n|\n|\r")
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")
_INVISIBLE: Final = dict.fromkeys(
    [
        *(code for code in range(0xA0) if not chr(code).isspace() and unicodedata.category(chr(code)) == "Cc"),
        0xAD, 0x200B, 0x2060, 0xFEFF, 0xFFFC, 0xFFFD,
        *range(0x202A, 0x202F), *range(0x2066, 0x206A),
    ]
)  # fmt: skip
"""Control characters, soft hyphens, marks of direction and width: dropped. Joiners stay, scripts need them."""
_LIGATURES: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_REPLACED: Final = {**_INVISIBLE, **_LIGATURES}
_NEEDS_CARE: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\xad\u200b\u2060\ufeff\ufffc\ufffd\u202a-\u202e\u2066-\u2069ﬀ-ﬆ]"
)

_WRAP_LONGEST: Final = 100
"""Characters. Texts are wrapped at 60 to 80 columns, rarely at 100."""
WRAP_SHORTEST: Final = 40
"""Characters below which a line ends because its writer ended it."""
SENTENCE_END: Final = re.compile(r"[.!?:;…。][\"'”“’»)\]]*$")
"""The end of a line that does not go on below."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST_WORD: Final = 40
"""Characters."""
_CALENDAR: Final = MONTHS.keys() | WEEKDAYS.keys()
_ENDINGS: Final = frozenset(word_lists("beside")["endings"])


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a seed, or several that a hard wrap had torn apart."""

    first: int
    """Number of its first line in the decoded seed, counted from 1."""
    last: int
    """Number of its last line."""
    text: str
    """Clean: no control characters, white space only as single spaces, never empty."""
    gap: bool
    """Whether an empty line (or the start of the seed) stands before it."""
    block: BlockKind | None = None
    """What its mark-up says it is; ``None`` in texts without mark-up."""
    links: tuple[Link, ...] = ()
    """The links that its mark-up sets on its words."""


@dataclass(frozen=True, slots=True)
class SeedLines:
    """The lines of a seed that hold words, and what its mark-up tells of the others and of the whole."""

    lines: tuple[Line, ...]
    wordless: Mapping[int, Kind] = field(default_factory=dict)
    """What each line is that holds something but no words of the text, by its number."""
    title_at: int = -1
    """Index of the line that is the only first-level heading; -1 where there is none, or several."""
    is_article: bool = False
    """Whether it is mark-up without anything like a page's menu, and so an article as a whole."""


def split(text: str) -> list[str]:
    """Return the lines of a text as an editor counts them."""
    return _ENDS.split(text) if "\r" in text else text.split("\n")


def clean(text: str) -> str:
    """Return a line without entities, invisible characters, ligatures and runs of white space."""
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    if text.isascii() and text.isprintable():
        bare = text.strip()
        return " ".join(bare.split()) if "  " in bare else bare
    if _NEEDS_CARE.search(text):
        text = text.translate(_REPLACED)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


def read_lines(raw: Sequence[str], start: int = 1) -> tuple[Line, ...]:
    """Return the lines that hold anything.

    :param raw: lines as they stand in the seed
    :param start: the number of the first of them
    """
    return unwrapped(tuple(_numbered(raw, start)))


def unwrapped(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return lines with those of a paragraph joined, where a text is wrapped at one width."""
    width = _wrapped_at(lines)
    return joined(lines, lambda above, below: _continues(above, below, width)) if width else lines


def joined(lines: Sequence[Line], continues: Callable[[str, str], bool]) -> tuple[Line, ...]:
    """Return lines with each that has no gap before it joined to the one above that it continues.

    :param continues: tells of the texts of two such lines whether the second goes on with the first
    """
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not line.gap and continues(groups[-1][-1].text, line.text):
            groups[-1].append(line)
        else:
            groups.append([line])
    words = _words(lines) if any(line.text[-1] == "-" for line in lines) else frozenset[str]()
    return tuple(_joined(group, words) if len(group) > 1 else group[0] for group in groups)


def _numbered(raw: Sequence[str], start: int) -> Iterator[Line]:
    gap = True
    for number, line in enumerate(raw, start):
        if line and (text := clean(line)):
            yield Line(number, number, text, gap)
            gap = False
        else:
            gap = True


def _wrapped_at(lines: tuple[Line, ...]) -> int:
    """Return the characters of a line where paragraphs run over several lines, else 0.

    They do where most lines end mid-sentence and near one width; a few may be longer, such as those of a table.
    """
    torn = [line for line, following in pairwise(lines) if not following.gap]
    if len(torn) < 3 or max(len(line.text) for line in lines) > _WRAP_LONGEST + 20:
        return 0
    widths = sorted(len(line.text) for line in torn)
    width = widths[len(widths) * 9 // 10]
    if not WRAP_SHORTEST <= width <= _WRAP_LONGEST or median(widths) < 0.8 * width:
        return 0
    open_ended = sum(1 for line in torn if not SENTENCE_END.search(line.text))
    return width if open_ended * 10 >= len(torn) * 6 else 0


def _continues(above: str, below: str, width: int) -> bool:
    """Tell whether a line goes on where the one above it was wrapped: its first word had no room there."""
    if below[0] in "-*•–—·" and below[1:2] == " ":
        return False
    return len(above) + 1 + len(below.split(" ", 1)[0]) > width - 8 or below[0].islower()


def _words(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words of a text in lower case, those with hyphens whole."""
    return frozenset(word.lower() for line in lines for word in _WORD.findall(line.text))


def _joined(group: Sequence[Line], words: Container[str]) -> Line:
    """Join the lines of a paragraph; a word divided at a hyphen keeps it where nothing tells whose hyphen it is."""
    text, links = group[0].text, list(group[0].links)
    for line in group[1:]:
        divided = text[-1] == "-" and text[-2:-1].isalpha() and line.text[0].islower()
        if divided and _is_one_word(text, line.text, words):
            text = text[:-1]
        offset = len(text) + (not divided)
        for link in line.links:
            goes_on = not link.start and links and (links[-1].end, links[-1].address) == (len(text), link.address)
            start = links.pop().start if goes_on else link.start + offset
            links.append(Link(start, link.end + offset, link.address))
        text = f"{text}{'' if divided else ' '}{line.text}"
    return replace(group[0], last=group[-1].last, text=text, links=tuple(links))


def _is_one_word(above: str, below: str, words: Container[str]) -> bool:
    """Tell a word that was divided to fit a line: it stands elsewhere in one, names a month, or has an ending behind.

    :param above: a line that ends with a hyphen
    """
    heads, tails = _WORD.findall(above[-_LONGEST_WORD:-1]), _WORD.findall(below[:_LONGEST_WORD])
    if not heads or not tails:
        return False
    head, tail = heads[-1].lower(), tails[0].lower()
    if f"{head}-{tail}" in words:
        return False
    return f"{head}{tail}" in words or f"{head}{tail}" in _CALENDAR or tail in _ENDINGS
