"""Tokens to HTML, when the addresses of all pages are known.

The caller says what a span becomes: :class:`Marks` maps a span to an opening and a closing tag. Everything else is
CommonMark's own HTML; raw HTML in a body was never parsed as such and comes out as text.
"""

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from builder.annotate.span import Span
from builder.markdown.parser import parser_options
from builder.markdown.pictures import as_link, is_elsewhere
from builder.markdown.tokens import Body, BodyPassage, is_plain

Marks = Callable[[int, Span], tuple[str, str]]
"""From a passage's number (from 1) and a span to the tags around the span's words."""

LinkRewriter = Callable[[str], str]
"""From an address as it stands in a body to the address as it stands in the page."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A top-level piece of a body: a paragraph, a heading, a whole list, a table."""

    html: str
    passages: tuple[int, ...]
    """The numbers, from 1, of the passages in it."""


def render_chunks(body: Body, marks: Marks, link: LinkRewriter, anchor: str) -> tuple[Chunk, ...]:
    """Return a body as HTML, piece by piece.

    With ``anchor``, the element of passage number n carries the identifier ``<anchor>n``, and footnotes carry it in
    theirs, so that several bodies can stand on one page. Headings move down two
    levels where the body starts with a first-level one, so that a page keeps its single ``h1``.
    """
    if body.plain:
        return tuple(_paragraph(passage, number, marks, anchor) for number, passage in enumerate(body.passages, 1))
    tokens = body.tokens()
    numbers = {passage.token: number for number, passage in enumerate(body.passages, 1)}
    shift = _heading_shift(body)
    chunks: list[Chunk] = []
    for start, end in _pieces(tokens):
        if is_plain(tokens[start:end]):
            number = numbers[start + 1]
            chunks.append(_paragraph(body.passages[number - 1], number, marks, anchor))
            continue
        inside = tuple(numbers[index] for index in range(start, end) if index in numbers)
        ready = [_prepared(body, tokens, index, numbers, marks, link, anchor, shift) for index in range(start, end)]
        parser = parser_options()
        environment = {"docId": anchor} if anchor else {}
        chunks.append(Chunk(parser.renderer.render(ready, parser.options, environment), inside))
    return tuple(chunks)


def _pieces(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    pieces, start, depth = [], 0, 0
    for index, token in enumerate(tokens):
        depth += token.nesting  # the tokens' own levels are not to be trusted inside footnotes
        if depth == 0:
            pieces.append((start, index + 1))
            start = index + 1
    return pieces


def _paragraph(passage: BodyPassage, number: int, marks: Marks, anchor: str) -> Chunk:
    """Return what the renderer makes of a plain paragraph, in a tenth of its time."""
    text = passage.text
    result = [f'<p id="{escapeHtml(anchor)}{number}">' if anchor else "<p>"]
    open_spans: list[tuple[int, str]] = []
    position = 0
    for span in passage.spans:
        while open_spans and open_spans[-1][0] <= span.start:
            end, closed = open_spans.pop()
            result += escapeHtml(text[position:end]), closed
            position = end
        opened, closed = marks(number, span)
        result += escapeHtml(text[position : span.start]), opened
        position = span.start
        open_spans.append((span.end, closed))
    for end, closed in reversed(open_spans):
        result += escapeHtml(text[position:end]), closed
        position = end
    return Chunk("".join(result) + escapeHtml(text[position:]) + "</p>\n", (number,))


def _heading_shift(body: Body) -> int:
    levels = [passage.level for passage in body.passages if passage.level]
    return max(0, 2 - min(levels)) if levels else 0


def _prepared(
    body: Body,
    tokens: Sequence[Token],
    index: int,
    numbers: dict[int, int],
    marks: Marks,
    link: LinkRewriter,
    anchor: str,
    shift: int,
) -> Token:
    """Return a copy of a token, ready for the renderer: anchors, heading levels, marks and links in place."""
    token = copy(tokens[index])
    if anchor and index + 1 in numbers:
        token.attrs = {**token.attrs, "id": f"{anchor}{numbers[index + 1]}"}
        token.hidden = False
    elif anchor and index - 1 in numbers:
        token.hidden = False
    if token.type in ("heading_open", "heading_close"):
        token.tag = f"h{min(6, int(token.tag[1]) + shift)}"
    if token.type == "inline" and token.children:
        number = numbers.get(index, 0)
        spans = body.passages[number - 1].spans if number else ()
        token.children = _marked(token.children, number, spans, marks, link)
    return token


def _marked(
    children: Sequence[Token], number: int, spans: Sequence[Span], marks: Marks, link: LinkRewriter
) -> list[Token]:
    """Put tags in the place of span tokens; ``spans`` stand in the order of their opening tokens.

    Of links in each other only the outer one is one: HTML knows no other.
    """
    result: list[Token] = []
    closing: list[Token] = []
    opening = iter(spans)
    links = 0
    for child in children:
        if child.nesting == -1 and child.type in ("span_close", "link_close"):
            token = closing.pop()
            links -= _is_link(token)
        elif child.type in ("span_open", "link_open"):
            token, end = _opened(child, number, opening, marks, link)
            if links and _is_link(end):
                token, end = _markup(""), _markup("")
            links += _is_link(end)
            closing.append(end)
        elif child.type == "image" and is_elsewhere(str(child.attrs["src"])):
            result += as_link(child, in_link=links > 0)
            continue
        else:
            token = _linked(child, link)
        result.append(token)
    return result


def _opened(
    token: Token, number: int, opening: Iterator[Span], marks: Marks, link: LinkRewriter
) -> tuple[Token, Token]:
    """Return what stands in the place of a token that opens a span or a link, and of the one that closes it."""
    if token.type == "link_open":
        return _linked(token, link), Token("link_close", "a", -1)
    span = next(opening, None)
    opened, closed = marks(number, span) if span else ("", "")
    return _markup(opened), _markup(closed)


def _is_link(closing: Token) -> bool:
    return closing.type == "link_close" or closing.content == "</a>"


def _linked(token: Token, link: LinkRewriter) -> Token:
    attribute = {"link_open": "href", "image": "src"}.get(token.type)
    if attribute is None:
        return token
    token = copy(token)
    token.attrs = {**token.attrs, attribute: link(str(token.attrs[attribute]))}
    return token


def _markup(tag: str) -> Token:
    """Return a token that the renderer puts out as it is; the tags in it are the caller's, never a source's."""
    return Token("html_inline", "", 0, content=tag)
