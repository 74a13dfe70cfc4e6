"""A Markdown seed → its lines as the rules of clean-up read them, with what the mark-up says about each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from builder.ingest.document import BlockKind
from builder.ingest.kinds import Kind
from builder.ingest.lines import SENTENCE_END, WRAP_SHORTEST, Line, SeedLines, joined, unwrapped
from builder.ingest.markdown_rows import (
    Part,
    Row,
    cells_as_row,
    in_one,
    rows_of,
    rows_of_code,
    rows_of_html,
    text_and_links,
)

_NOTE: Final = re.compile(r"\[\^(?P<label>[^\s\[\]]{1,100})\]")


def read_markdown(raw: Sequence[str], start: int, base: str) -> SeedLines:
    """Read CommonMark with tables and footnotes; numbers of ordered lists and labels of notes are words of the text.

    :param raw: the lines of the seed
    :param start: the number of the first of them
    :param base: the seed's own address, which relative links start from; empty where it is not known
    """
    reading = _Reading(start, base)
    for token in _parser().parse("\n".join(raw)):
        reading.take(token)
    lines = joined(unwrapped(tuple(reading.lines)), _goes_on)
    covered = {number for line in lines for number in range(line.first, line.last + 1)}
    titles = [at for at, line in enumerate(lines) if line.first in reading.titles]
    return SeedLines(
        lines,
        {at: _wordless(line) for at, line in enumerate(raw, start) if at not in covered and line.strip()},
        titles[0] if len(titles) == 1 else -1,
        not any(all(map(_is_link, near)) for near in pairwise(lines)),
    )


class _Parser(MarkdownIt):
    """Takes every link for one, so that its words stay where its address does not."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 (named by markdown-it)
        """Tell that an address may be read; whether it stays is decided later."""
        return True


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.inline.ruler.at("footnote_ref", _note)
    return parser


def _note(state: StateInline, silent: bool) -> bool:
    """Read ``[^label]``; the rule of the plugin looks for its end through the whole paragraph, at every bracket."""
    match = _NOTE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta = {"label": match["label"]}
    state.pos = match.end()
    return True


def _goes_on(above: str, below: str) -> bool:
    """Tell whether a line goes on below within its paragraph, as Markdown has it, or was ended by its writer."""
    return not SENTENCE_END.search(above) and (len(above) >= WRAP_SHORTEST or below[0].islower())


def _wordless(line: str) -> Kind:
    if "![" in line or "<img" in line:
        return Kind.PLACEHOLDER
    return Kind.MARKUP if any(map(str.isalnum, line)) else Kind.RULE


def _is_link(line: Line) -> bool:
    return len(line.links) > 0 and line.links[0].start == 0 and line.links[-1].end == len(line.text)


@dataclass(slots=True)
class _Reading:
    """A walk through the blocks of a seed."""

    start: int
    base: str
    lines: list[Line] = field(default_factory=list)
    titles: set[int] = field(default_factory=set)
    """Numbers of the lines with first-level headings."""
    _around: list[Token] = field(default_factory=list)
    """The blocks around the place, outermost first."""
    _mark: str | None = None
    """What an item of a list or a note opens with, until its first words: number, label, or nothing for a bullet."""
    _cells: list[tuple[Part, ...]] = field(default_factory=list)
    """The cells of a table's row so far."""

    def take(self, token: Token) -> None:
        """Read the next token."""
        inside = self._around[-1].type if self._around else ""
        if token.nesting > 0:
            self._open(token)
        elif token.nesting < 0:
            self._close()
        elif token.type == "inline" and inside in ("td_open", "th_open"):
            self._cells.append(tuple(part for row in rows_of(token.children or ()) for part in row.parts))
        elif token.type == "inline":
            self._add(token, rows_of(token.children or ()))
        elif token.type in ("fence", "code_block"):
            self._add(token, rows_of_code(token))
        elif token.type == "html_block":
            self._add(token, rows_of_html(token.content))

    def _open(self, token: Token) -> None:
        self._around.append(token)
        if token.type == "list_item_open":
            self._mark = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "footnote_reference_open":
            self._mark = f"[{token.meta['label']}] "
        elif token.tag == "h1":
            self.titles.add(self._first(token))

    def _close(self) -> None:
        opened = self._around.pop()
        if opened.type in ("list_item_open", "footnote_reference_open"):
            self._mark = None
        elif opened.type == "tr_open":
            self._add(opened, [Row(cells_as_row(self._cells), apart=True)])
            self._cells = []

    def _add(self, token: Token, rows: Sequence[Row]) -> None:
        """Add the lines of a block; a paragraph is one where its mark-up hides which of its lines a row stands on."""
        first, last = self._first(token), self.start + (token.map or (0, 1))[1] - 1
        above = len(self.lines)
        hidden = token.type == "inline" and len(rows) != last - first + 1
        for number, row in enumerate([in_one(rows)] if hidden else rows, first):
            mark = self._mark or ""
            text, links = text_and_links((Part(mark), *row.parts), self.base)
            if text != mark.rstrip():
                gap = row.apart or len(self.lines) == above
                self.lines.append(Line(number, last if hidden else number, text, gap, self._kind(), links))
                self._mark = None

    def _first(self, token: Token) -> int:
        return self.start + (token.map or (0, 1))[0]

    def _kind(self) -> BlockKind:
        around = [token.type for token in self._around]
        if "blockquote_open" in around:
            return BlockKind.QUOTE
        if around and around[-1] == "heading_open":
            return BlockKind.HEADING
        return BlockKind.LIST_ITEM if self._mark == "" else BlockKind.PARAGRAPH
