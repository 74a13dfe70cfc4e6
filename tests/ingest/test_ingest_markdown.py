"""Markdown seeds: the blocks of the article with their links in braces, then the lines that are left out."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.ingest.decode import decode
from builder.ingest.document import Block
from builder.ingest.lines import clean, split
from tests.cases import TextCase
from tests.ingest.reading import read

CASES = "markdown.txt"
SIDECAR = b"url: https://post.example/2024/seals\n"


def shown(block: Block) -> str:
    text = block.text
    for link in reversed(block.links):
        text = f"{text[: link.start]}{{{text[link.start : link.end]}|{link.address}}}{text[link.end :]}"
    return f"{block.kind}: {text}"


def test_what_a_markdown_seed_holds(text_case: TextCase) -> None:
    document = read(text_case.given, "seals.md", SIDECAR)
    kept = list(map(shown, document.blocks))
    left = [f"{part.first}-{part.last} {part.why}" for part in document.left_out]
    assert "\n".join([*kept, *left]) == text_case.expected


PIECES = (
    "# Seals return",
    "Seals return\n===",
    "More than **forty** [seals](/seals) have come back to the harbour of Portly.",
    "> They eat everything,\n> even the [buoys\n> there](https://post.example/buoys).",
    "- Herring\n  - from `Lind`\n\n    and\n- Cod",
    "1. one\n2. two",
    "| Fish | [Eel](eel) |\n|---|---|\n| a | b |",
    "```\nx = 1\n\ny\n```",
    "<div>\nA <b>note</b>\n</div>",
    "<!-- no\nword -->",
    "![A seal](a.png)",
    "a[^1]",
    "[^1]: A note\n    of two lines",
    "[ref]: https://post.example",
    "***",
    "- [Home](/)\n- [News](/news)",
    "Related articles",
    "&amp; \\* `` ` ``",
    "    code",
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text("ab *_[](){}<>!`#>-|&\\\n\t:^1.é", max_size=30)), max_size=20),
    st.sampled_from(["\n", "\n\n"]),
)
def test_kept_and_left_out_are_the_whole_seed(pieces: list[str], between: str) -> None:
    text = decode(between.join(["Seals", *pieces]).encode()).text
    document = read(text, "seals.md", SIDECAR)
    left = [number for part in document.left_out for number in range(part.first, part.last + 1)]
    assert left == sorted(set(left))
    kept = [words(line) for number, line in enumerate(split(text), 1) if number not in left]
    told = {word for block in document.blocks for word in words(block.text)}
    assert told <= {word for line in kept for word in line}
    assert all(told & set(line) for line in kept if line)
    for block in document.blocks:
        assert all(0 <= link.start < link.end <= len(block.text) for link in block.links)
        assert all(before.end <= behind.start for before, behind in zip(block.links, block.links[1:], strict=False))


def words(text: str) -> list[str]:
    """Return the words of Markdown; pictures have none."""
    return re.findall(r"[^\W_]+", clean(re.sub(r"!\[[^\]]*\]\([^)]*\)|[*_`\\]", "", clean(text))))
