"""A parsed body, and the passages in it: text without markup, with its spans and their places in the file."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, zip_longest
from typing import Final

from markdown_it.token import Token

from builder.annotate.span import Label, Span
from builder.ingest.document import BlockKind
from builder.markdown.parser import parse_tokens
from builder.markdown.plain import read_paragraphs

_PLAIN: Final = frozenset({"text", "span_open", "span_close"})


@dataclass(frozen=True, slots=True)
class BodyPassage:
    """A paragraph, heading or list item of a body: what can be cited."""

    kind: BlockKind
    level: int
    """Of a heading, 1 to 6; else 0."""
    text: str
    """Without markup, on one line."""
    spans: tuple[Span, ...]
    """Outer before inner; offsets in ``text``."""
    places: tuple[tuple[int, int], ...]
    """Line and column in the file of each span's opening bracket, both from 1."""
    line: int
    """The line of the file the passage starts on, from 1."""
    token: int
    """Index of the passage's inline token in :meth:`Body.tokens`."""

    @property
    def editorial(self) -> bool:
        """True where the whole passage is the editor's note."""
        notes = [span for span in self.spans if span.label is Label.NOTE]
        return any(not self.text[: span.start].strip() and not self.text[span.end :].strip() for span in notes)


@dataclass(frozen=True, slots=True)
class Body:
    """A Markdown text with what was read of it; turned into HTML when the addresses of all pages are known."""

    source: str
    first_line: int
    """The line of the file it starts on, from 1."""
    passages: tuple[BodyPassage, ...]
    plain: bool
    """True where there is nothing but paragraphs of words and spans, so that the passages tell all of it."""

    @property
    def text(self) -> str:
        """The passages' text, one a line."""
        return "\n".join(passage.text for passage in self.passages)

    def tokens(self) -> tuple[Token, ...]:
        """Parse it again: the tokens of all articles together would fill memory, and plain bodies do without."""
        return parse_tokens(self.source)

    def __bool__(self) -> bool:
        """Return whether there is anything to show."""
        return bool(self.source.strip())


def parse_body(source: str, first_line: int = 1) -> Body:
    """Return a parsed body; ``first_line`` is the line of the file it starts on, from 1."""
    tokens = read_paragraphs(source)
    if tokens is None:
        tokens = list(parse_tokens(source))
    lines = source.split("\n")
    return Body(source, first_line, tuple(_passages(tokens, lines, first_line)), is_plain(tokens))


def is_plain(tokens: Sequence[Token]) -> bool:
    """Return whether tokens are paragraphs of words and spans alone, as most of all are."""
    for number, token in enumerate(tokens):
        if token.type not in ("paragraph_open", "inline", "paragraph_close"):
            return False
        if number % 3 == 1 and any(child.type not in _PLAIN for child in token.children or ()):
            return False
    return True


def _passages(tokens: Sequence[Token], lines: Sequence[str], first_line: int) -> Iterator[BodyPassage]:
    containers: list[str] = []
    for index, token in enumerate(tokens):
        if token.nesting == 1:
            containers.append(token.type)
        elif token.nesting == -1:
            containers.pop()
        elif token.type == "inline" and containers[-1] in ("paragraph_open", "heading_open"):
            if "footnote_block_open" in containers:
                continue
            line = token.map[0] if token.map else 0
            opened = tokens[index - 1]
            yield _passage(token, _kind(containers), opened, lines, line, first_line, index)


def _kind(containers: Sequence[str]) -> BlockKind:
    if containers[-1] == "heading_open":
        return BlockKind.HEADING
    if "blockquote_open" in containers:
        return BlockKind.QUOTE
    return BlockKind.LIST_ITEM if "list_item_open" in containers else BlockKind.PARAGRAPH


def _passage(
    token: Token, kind: BlockKind, opened: Token, lines: Sequence[str], line: int, first_line: int, index: int
) -> BodyPassage:
    text: list[str] = []
    length = 0
    found: list[tuple[int, int, Token]] = []
    stack: list[tuple[int, int, Token]] = []
    for child in token.children or ():
        if child.type == "span_open":
            stack.append((len(found), length, child))
            found.append((length, length, child))
        elif child.type == "span_close":
            place, start, opening = stack.pop()
            found[place] = (start, length, opening)
        else:
            words = _words(child)
            text.append(words)
            length += len(words)
    spans = tuple(Span(start, end, child.meta["label"], child.meta["values"]) for start, end, child in found)
    positions = [child.meta["position"] for _, _, child in found]
    places = _places(token.content, positions, lines[line:], first_line + line)
    level = int(opened.tag[1]) if kind is BlockKind.HEADING else 0
    return BodyPassage(kind, level, "".join(text), spans, places, first_line + line, index)


def _words(token: Token) -> str:
    if token.type in ("text", "text_special", "code_inline"):
        return token.content
    return " " if token.type in ("softbreak", "hardbreak") else ""


def _places(
    content: str, positions: Sequence[int], lines: Sequence[str], first_line: int
) -> tuple[tuple[int, int], ...]:
    """Turn positions in an inline token's content into lines and columns of the file.

    ``lines`` are the file's, from the one on that the content starts on, which is ``first_line``.
    """
    rows = content.split("\n")
    starts = list(accumulate((len(row) + 1 for row in rows), initial=0))
    margins = [max(raw.find(row), 0) for raw, row in zip_longest(lines[: len(rows)], rows, fillvalue="")]
    within = [(bisect_right(starts, position) - 1, position) for position in positions]
    return tuple((first_line + row, margins[row] + position - starts[row] + 1) for row, position in within)
