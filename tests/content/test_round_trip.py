"""Whatever an article says, writing it and reading it back gives the same words and the same spans."""

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.annotate.span import Label, Span
from builder.content.article import fingerprint, is_untouched, read_article, write_article
from builder.content.markup import write_body
from builder.ingest.document import Block, BlockKind, Document, Fact, Metadata
from builder.markdown.spans import KEYS
from builder.markdown.tokens import parse_body
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
