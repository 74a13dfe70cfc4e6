"""The short way through plain paragraphs comes to what the general one comes to."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builder.annotate.span import Span
from builder.markdown.html import render_chunks
from builder.markdown.tokens import Body, parse_body

PIECES = (
    '[|]|[a]{.place}|]{.person ref=ada}|]{.claim by="the [old] one" verb=said}|]{.no}|]{.org|{.org}|!|(b)|](b)| |  |'
    "word|—|“|:|http://a.b/c|1. |# |- |'|\"|>|a:b|_|\\|&amp;|<"
).split("|")


def tags(_number: int, span: Span) -> tuple[str, str]:
    return f"<{span.label}>", f"</{span.label}>"


def html(body: Body) -> str:
    return "".join(chunk.html for chunk in render_chunks(body, tags, str, ""))


def plain(body: Body) -> object:
    """Return what is read of a body whose last words are marked up, without these."""
    return [replace(passage, text=passage.text.removesuffix(" end")) for passage in body.passages]


LINES = (
    "",
    " ",
    "\t",
    "\xa0",
    "a",
    "[a]{.place} b",
    "“a” | b",
    "|-|",
    "---",
    "- a",
    "1. a",
    "1) a",
    "[a]: b",
    "[^1]: a",
    "# a",
    " a",
    "a ",
    "    a",
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=6).map("\n".join))
def test_plain_lines_are_the_paragraphs_that_the_general_parser_finds(source: str) -> None:
    short, general = parse_body(source), parse_body(f"{source}\n\n# *end*")
    if short.plain:
        assert short.passages == general.passages[:-1]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_markup_behind_a_paragraph_changes_nothing_before_it(source: str) -> None:
    short, general = parse_body(f"{source} end"), parse_body(f"{source} *end*")
    assume("<pre>" not in html(short))  # code shows the mark-up itself
    assert plain(short) == plain(general)
    assert html(short) == html(general).replace("<em>end</em>", "end")
