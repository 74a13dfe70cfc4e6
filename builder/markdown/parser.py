"""The one Markdown parser: CommonMark with tables, footnotes and bracketed spans; raw HTML stays text."""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from builder.markdown.plain import read_plain
from builder.markdown.spans import read_attributes


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).use(footnote_plugin)
    parser.disable(["html_inline", "html_block"])
    parser.inline.ruler.before("link", "bracketed_span", _bracketed_span)
    parser.inline.ruler.before("link", "marked_link", _marked_link)
    parser.core.ruler.at("inline", _inline)
    return parser


def parse_tokens(source: str) -> tuple[Token, ...]:
    """Return the block tokens of a Markdown text; the ``meta`` of ``span_open`` has label, values and position."""
    return tuple(_parser().parse(source))


def parser_options() -> MarkdownIt:
    """Return the parser itself, for its renderer's rules and options."""
    return _parser()


def _inline(state: StateCore) -> None:
    """Read the text of every block: in the short way where it is plain, else by the inline rules."""
    for token in state.tokens:
        if token.type == "inline":
            plain = read_plain(token.content)
            token.children = plain if plain is not None else []
            if plain is None:
                state.md.inline.parse(token.content, state.md, state.env, token.children)


def _bracketed_span(state: StateInline, silent: bool) -> bool:
    """Read ``[words]{.label key=value}``; the words are inline Markdown and may hold spans themselves."""
    if state.src[state.pos] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    if end < 0 or end == state.pos + 1:
        return False
    read = read_attributes(state.src, end + 1)
    if read is None or read[0] > state.posMax:
        return False
    if not silent:
        start, maximum = state.pos, state.posMax
        label, values = read[1]
        state.pos, state.posMax = start + 1, end
        state.push("span_open", "span", 1).meta = {"label": label, "values": values, "position": start}
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
        state.posMax = maximum
    state.pos = read[0]
    return True


def _marked_link(state: StateInline, silent: bool) -> bool:
    """Read ``[words](address)`` where the words hold spans, which CommonMark's rule would take for links in a link."""
    if state.src[state.pos] != "[":
        return False
    start, maximum = state.pos, state.posMax
    end = state.md.helpers.parseLinkLabel(state, start)
    words = state.src[start + 1 : end] if end > 0 else ""
    if "]{." not in words or "](" in words or not state.src.startswith("(", end + 1):
        return False
    read = state.md.helpers.parseLinkDestination(state.src, end + 2, maximum)
    address = state.md.normalizeLink(read.str) if read.ok else ""
    if not state.md.validateLink(address) or not state.src.startswith(")", read.pos, maximum):
        return False
    if not silent:
        state.pos, state.posMax = start + 1, end
        state.push("link_open", "a", 1).attrs = {"href": address}
        state.md.inline.tokenize(state)
        state.push("link_close", "a", -1)
        state.posMax = maximum
    state.pos = read.pos + 1
    return True
