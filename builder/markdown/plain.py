"""Words and spans alone, read without the general parser: what the builder writes is hardly ever anything else."""

import re

from markdown_it.token import Token

from builder.markdown.spans import read_attributes

_MARKUP = re.compile(r"[\\`*_<&~^\n]|!\[")
"""What can be anything but words and spans; a text with any of it is left to the general parser."""
_BRACKET = re.compile(r"[\[\]]")
_PARAGRAPH = re.compile(r"""(?:[^\W\d_]|["'“”‘’„«»(]|\[(?![^\]]*\]:))[^\n|]*""")
"""A line that is a paragraph, whatever it goes on with, where lines around it are empty."""
_DEEPEST = 10
"""Spans in each other; the general parser reads about twice as many."""


def read_paragraphs(source: str) -> list[Token] | None:
    """Return the block tokens of a text of plain paragraphs of one line each; ``None`` for any other text."""
    tokens: list[Token] = []
    behind_paragraph = False
    for number, line in enumerate(source.split("\n")):
        content = line.strip()
        if not content and not line.strip(" \t"):
            behind_paragraph = False
            continue
        children = read_plain(content) if not behind_paragraph and _PARAGRAPH.fullmatch(line) else None
        if children is None:
            return None
        behind_paragraph = True
        inline = Token("inline", "", 0, map=[number, number + 1], level=1, content=content, children=children)
        tokens += Token("paragraph_open", "p", 1), inline, Token("paragraph_close", "p", -1)
    return tokens


def read_plain(content: str) -> list[Token] | None:
    """Return the inline tokens of a paragraph of words and spans, as the general parser would; ``None`` for others."""
    if _MARKUP.search(content):
        return None
    tokens: list[Token] = []
    opened: list[tuple[int, Token]] = []
    position = 0
    for bracket in _BRACKET.finditer(content):
        start = bracket.start()
        if start < position:  # inside the quotation marks of a value
            continue
        if start > position:
            tokens.append(Token("text", "", 0, content=content[position:start], level=len(opened)))
        position = start + 1
        if bracket[0] == "[":
            opened.append((start, Token("span_open", "span", 1, level=len(opened))))
            tokens.append(opened[-1][1])
            continue
        read = read_attributes(content, position)
        if not opened or read is None or opened[-1][0] + 1 == start or len(opened) > _DEEPEST:
            return None
        opening, token = opened.pop()
        position, (label, values) = read
        token.meta = {"label": label, "values": values, "position": opening}
        tokens.append(Token("span_close", "span", -1, level=len(opened)))
    if opened:
        return None
    if position < len(content):
        tokens.append(Token("text", "", 0, content=content[position:]))
    return tokens
