"""Whatever an article says, writing it and reading it back gives the same words and the same spans."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.annotate.span import Label, Span
from builder.content.article import fingerprint, is_untouched, read_article, write_article
from builder.content.markup import write_body
from builder.ingest.document import Block, BlockKind, Document, Fact, Link, Metadata
from builder.markdown.html import render_chunks
from builder.markdown.spans import KEYS
from builder.markdown.tokens import Body, parse_body
from builder.urls import Slug

MARKUP = "\\`*_[]{}()<>#+-.!|~&;:=\"'^$%@/ 1a2b.)\u00a0é“”"
characters = st.one_of(st.sampled_from(MARKUP), st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]))
lines = st.text(characters, min_size=1, max_size=40).map(lambda text: " ".join(text.split())).filter(bool)
blocks = st.lists(st.builds(Block, st.sampled_from(BlockKind), lines), max_size=5)
values = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=12).map(
    lambda text: " ".join(text.split())
)


@st.composite
def annotated(draw: st.DrawFn) -> tuple[list[Block], list[Span]]:
    """Blocks with spans that nest: an outer one somewhere in a block, and inner ones side by side within it."""
    found = draw(blocks)
    spans: list[Span] = []
    start = 0
    for block in found:
        cuts = sorted(draw(st.sets(st.integers(0, len(block.text)), max_size=6)))
        if len(cuts) > 1:
            spans.append(draw(span(Label.EVENT, start + cuts[0], start + cuts[-1])))
            inner = [Label.PERSON, Label.DATE, Label.QUANTITY, Label.QUOTE]
            for left, right in zip(cuts[::2], cuts[1::2], strict=False):
                spans.append(draw(span(draw(st.sampled_from(inner)), start + left, start + right)))
        start += len(block.text) + 1
    return found, spans


def span(label: Label, start: int, end: int) -> st.SearchStrategy[Span]:
    keys = [key for key in KEYS[label] if key != "review"]
    pairs = st.lists(st.tuples(st.sampled_from(keys), values.filter(bool)), unique_by=lambda pair: pair[0])
    return pairs.map(lambda found: Span(start, end, label, tuple(sorted(found, key=lambda pair: keys.index(pair[0])))))


@settings(max_examples=200, deadline=None)
@given(blocks)
def test_text_and_kinds_survive(found: list[Block]) -> None:
    body = parse_body(write_body(found, []))
    assert body.text == "\n".join(block.text for block in found)
    assert [passage.kind for passage in body.passages] == [block.kind for block in found]


@settings(max_examples=200, deadline=None)
@given(annotated())
def test_spans_survive(article: tuple[list[Block], list[Span]]) -> None:
    found, spans = article
    body = parse_body(write_body(found, spans))
    assert body.text == "\n".join(block.text for block in found)
    start = 0
    read: list[Span] = []
    for passage in body.passages:
        read += [Span(start + s.start, start + s.end, s.label, s.values) for s in passage.spans]
        start += len(passage.text) + 1
    assert read == spans


addresses = st.text("ab1/_*~!'&;=?#%.,+@$amp", max_size=12).map("https://post.example/{}".format)


@st.composite
def linked(draw: st.DrawFn) -> tuple[list[Block], list[Span]]:
    """Annotated blocks with links anywhere, across spans too."""
    found, spans = draw(annotated())
    result = []
    for block in found:
        cuts = sorted(draw(st.sets(st.integers(0, len(block.text)), max_size=6)))
        pairs = zip(cuts[::2], cuts[1::2], strict=False)
        result.append(replace(block, links=tuple(Link(left, right, draw(addresses)) for left, right in pairs)))
    return result, spans


@settings(max_examples=300, deadline=None)
@given(linked())
def test_links_survive_and_spans_with_them(article: tuple[list[Block], list[Span]]) -> None:
    found, spans = article
    body = parse_body(write_body(found, spans))
    assert body.text == "\n".join(block.text for block in found)
    assert [passage.spans for passage in body.passages] == [
        passage.spans
        for passage in parse_body(write_body([replace(block, links=()) for block in found], spans)).passages
    ]
    given = [
        (character, link.address)
        for block in found
        for link in block.links
        for character in block.text[link.start : link.end]
        if not character.isspace()
    ]
    assert [(character, mended(address)) for character, address in given] == linked_letters(body)


def mended(address: str) -> str:
    """Return an address as CommonMark's reader gives it back: with whole percent-encodings."""
    return re.sub("%(?![0-9A-Fa-f]{2})", "%25", address)


def linked_letters(body: Body) -> list[tuple[str, str]]:
    """Return each character that a reader finds in a link, with the link's address."""
    result, address = [], ""
    for token in body.tokens():
        for child in token.children or ():
            if child.type in ("link_open", "link_close"):
                address = str(child.attrs.get("href", ""))
            elif address:
                result += [(character, address) for character in child.content if not character.isspace()]
    return result


def tags(_number: int, span: Span) -> tuple[str, str]:
    return ("<a>", "</a>") if span.label is Label.PERSON else ("<i>", "</i>")


@settings(max_examples=100, deadline=None)
@given(linked())
def test_no_link_is_in_another(article: tuple[list[Block], list[Span]]) -> None:
    html = "".join(chunk.html for chunk in render_chunks(parse_body(write_body(*article)), tags, str, ""))
    assert not re.search("<a(?: [^>]*)?>((?!</a>).)*<a[ >]", html)
    assert html.count("<a>") + html.count("<a ") == html.count("</a>")


@settings(max_examples=100, deadline=None)
@given(annotated(), values.filter(bool), values.filter(bool))
def test_a_whole_file_survives(article: tuple[list[Block], list[Span]], title: str, publisher: str) -> None:
    found, spans = article
    metadata = Metadata(title=Fact(title, "given"), publisher=Fact(publisher, "given"))
    document = Document("folder/a b.txt", "0" * 64, tuple(found), (), metadata)
    text = write_article(document, spans, ["one", "two"], "full")
    read, problems = read_article(Slug("x"), text, "content/articles/x.md")
    assert not problems
    assert read is not None
    assert (read.front.title, read.front.publisher) == (title, publisher)
    assert read.body.text == document.text
    assert is_untouched(text)


def test_an_edit_shows_in_the_fingerprint() -> None:
    document = Document("a.txt", "0" * 64, (Block(BlockKind.PARAGRAPH, "Words."),), (), Metadata())
    text = write_article(document, [], [], "full")
    edited = text.replace("Words.", "Word.")
    assert fingerprint(edited) != fingerprint(text)
    assert not is_untouched(edited)
    assert not is_untouched(text.replace("published: unknown", "published: 2024-01-02"))
