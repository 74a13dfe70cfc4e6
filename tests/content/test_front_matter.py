"""Front matter: where it ends, what its values are, and where its faults stand."""

import pytest

from builder.content import front_matter
from builder.content.schema import ArticleFront, TopicFront

SPLITS = [
    ("---\ntitle: A\n---\nbody\n", "title: A", "body\n", 4),
    ("---\ntitle: A\n---\n", "title: A", "", 4),
    ("---\ntitle: A\n---", "title: A", "", 4),
    ("---\ntitle: A\n...\nbody", "title: A", "body", 4),
    ("---  \ntitle: A\n---\t\nbody", "title: A", "body", 4),
    ("---\n---\nbody", "", "body", 3),
    ("no front matter\n---\nmore", None, "no front matter\n---\nmore", 1),
    ("", None, "", 1),
    ("\n---\ntitle: A\n---\n", None, "\n---\ntitle: A\n---\n", 1),
    ("---\ntitle: A\n---\nbody\n---\nmore\n", "title: A", "body\n---\nmore\n", 4),
    ("----\ntitle: A\n---\n", None, "----\ntitle: A\n---\n", 1),
    ("---\ntitle: 'a --- b'\n---\nbody", "title: 'a --- b'", "body", 4),
]


@pytest.mark.parametrize(("text", "header", "body", "line"), SPLITS)
def test_split(text: str, header: str | None, body: str, line: int) -> None:
    parts, problems = front_matter.split(text, "x.md")
    assert not problems
    assert (parts.header, parts.body, parts.body_line) == (header, body, line)


def test_front_matter_without_end() -> None:
    _, problems = front_matter.split("---\ntitle: A\nbody", "x.md")
    assert [str(problem).split("\n")[0] for problem in problems] == [
        "x.md:1: error: front matter has no end (front-matter-open)"
    ]


FAULTS = [
    ("titel: A\n", "x.md:2:1: error: unknown key “titel” (key-unknown)", "did you mean “title”?"),
    ("title: A\ntitle: B\n", "x.md:3:1: error: key “title” stands twice (key-repeated)", "keep one"),
    ("published: 2024\n", "x.md:2: error: key “title” is missing (key-missing)", "add it"),
    ("title: [a]\n", "x.md:2:1: error: “title”: expected text, got a list (value-wrong)", "without brackets"),
    (
        "title: A\nauthor: me\n",
        "x.md:3:1: error: “author”: expected a list, got text (value-wrong)",
        "author: [one, another]",
    ),
    ("title: a: b\n", "x.md:2:9: error: front matter is broken: a colon where no key can end", ""),
    (
        'title: "A\npublisher: B\n',
        "x.md:2:8: error: front matter is broken: the quotation mark has no second one that closes it",
        "a value with a colon",
    ),
    ("title: &a A\npublisher: *a\n", "x.md:2: error: YAML aliases are not used here (front-matter-alias)", ""),
    ("- title\n", "x.md:2: error: front matter has no keys (front-matter-shape)", ""),
    (
        "title: A\nreview: checked\n",
        "x.md:3:1: error: “review”: it can't be 'checked' (value-wrong)",
        "write one of machine, reviewed",
    ),
    ("title: A\nreview: reveiwed\n", "x.md:3:1: error: “review”: it can't be 'reveiwed'", "did you mean “reviewed”?"),
    ("title: A\nseed:\n  fil: a\n", "x.md:4:3: error: unknown key “fil” (key-unknown)", "did you mean “file”?"),
    ("title: A\n\tpublisher: B\n", "x.md:3:1: error: front matter is broken", ""),
]


@pytest.mark.parametrize(("header", "first", "hint"), FAULTS)
def test_faults_have_their_place(header: str, first: str, hint: str) -> None:
    value, problems = front_matter.read(header, ArticleFront, "x.md")
    assert value is None
    assert str(problems[0]).startswith(first)
    assert hint in problems[0].hint


def test_every_key_that_is_wrong_is_told() -> None:
    header = "titel: A\nauthor: me\ntitle: [A]\nseed:\n  file: a\n"
    value, problems = front_matter.read(header, ArticleFront, "x.md")
    assert value is None
    assert [str(problem).split("\n")[0] for problem in problems] == [
        "x.md:2:1: error: unknown key “titel” (key-unknown)",
        "x.md:3:1: error: “author”: expected a list, got text (value-wrong)",
        "x.md:4:1: error: “title”: expected text, got a list (value-wrong)",
        "x.md:5: error: key “sha256” is missing (key-missing)",
    ]


def test_values_stay_text() -> None:
    header = "title: 2024\npublished: 2023-09-16\npublisher: 1e3\nagency: 0x10\nurl: null\nretrieved: 12:30\n"
    value, problems = front_matter.read(header, ArticleFront, "x.md")
    assert not problems
    assert value == ArticleFront(
        title="2024", published="2023-09-16", publisher="1e3", agency="0x10", url=None, retrieved="12:30"
    )


@pytest.mark.parametrize(
    "title", ["null", "yes", "~", "2024-01-01", "- a", "a: b", "# x", "“x”", "x\\n", "'", '"', "🦉"]
)
def test_written_values_are_read_again(title: str) -> None:
    text = front_matter.write({"title": title, "match": ["a, b", title], "summary": ""})
    parts, _ = front_matter.split(text, "x.md")
    value, problems = front_matter.read(parts.header or "", TopicFront, "x.md")
    assert not problems
    assert value == TopicFront(title=title, match=("a, b", title))


def test_a_bomb_is_refused_quickly() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*{'a' if not n else f'b{n - 1}'}, *a]\n" for n in range(40))
    value, problems = front_matter.read("title: A\n" + bomb, ArticleFront, "x.md")
    assert value is None
    assert problems[0].code == "front-matter-alias"


def test_deep_and_large_front_matter_is_refused() -> None:
    deep, problems = front_matter.read("title: " + "[" * 150_000, ArticleFront, "x.md")
    assert deep is None
    assert problems
    large, problems = front_matter.read("title: A\n" + "x: " + "y" * 10_000_000, ArticleFront, "x.md")
    assert large is None
    assert [problem.code for problem in problems] == ["front-matter-large"]
