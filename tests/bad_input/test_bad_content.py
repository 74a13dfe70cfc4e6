"""Editors' files that can't be read: each is an error at its line, stays as it is, and the rest is published."""

from pathlib import Path

import pytest

from builder.content.article import read_article
from builder.urls import Slug, slugify
from tests.folders import tree, write
from tests.running import Ran, run

UNRELATED = "The ferry to Lind sank on 4 May 2024, the harbour office said. Nobody was hurt.\n"
SOUND = "site/articles/harbour-bridge-to-close.html"


def problems(done: Ran) -> list[str]:
    """Return place, severity and code of each problem printed."""
    lines = [line for line in done.errors.splitlines() if not line.startswith("    ")]
    return [f"{' '.join(line.split(': ')[:2])} {line[line.rindex('(') :]}" for line in lines]


BOMB = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(40))
BROKEN = [
    ("articles/x.md", "---\ntitle: 'open\n---\n", "content/articles/x.md:2:8 error (front-matter-broken)"),
    ("articles/x.md", "---\ntitle: X\n", "content/articles/x.md:1 error (front-matter-open)"),
    ("articles/x.md", "No front matter.\n", "content/articles/x.md:1 error (front-matter-missing)"),
    ("articles/x.md", "---\n---\nText.\n", "content/articles/x.md:1 error (key-missing)"),
    ("articles/x.md", "---\ntitle: X\ntitel: Y\n---\n", "content/articles/x.md:3:1 error (key-unknown)"),
    ("articles/x.md", "---\ntitle: X\nreview: done\n---\n", "content/articles/x.md:3:1 error (value-wrong)"),
    ("articles/x.md", "---\ntitle: X\ntitle: Y\n---\n", "content/articles/x.md:3:1 error (key-repeated)"),
    ("articles/x.md", "---\n- a\n---\n", "content/articles/x.md:2 error (front-matter-shape)"),
    ("articles/x.md", "---\ntitle: &a X\npublisher: *a\n---\n", "content/articles/x.md:2 error (front-matter-alias)"),
    ("articles/x.md", "---\ntitle: X\npublished: soon\n---\nT.\n", "content/articles/x.md:3 error (date-invalid)"),
    ("articles/x.md", f"---\ntitle: X\n{BOMB}---\n", "content/articles/x.md:3 error (front-matter-alias)"),
    ("articles/x.md", f"---\ntitle: {'x' * 10_000_000}\n---\n", "content/articles/x.md:1 error (front-matter-large)"),
    ("articles/x.md", f"---\ntitle: {'[' * 10_000}\n---\n", "content/articles/x.md:1 error (front-matter-broken)"),
    ("articles/x.md", "---\ntitle: X\n\turl: y\n---\n", "content/articles/x.md:3:1 error (front-matter-broken)"),
    ("articles/x.md", "---\r\ntitle: X\r\ntitel: Y\r\n---\r\n", "content/articles/x.md:3:1 error (key-unknown)"),
    (
        "articles/x.md",
        "---\ntitle: X\nretrieved: soon\n---\nT.\n",
        "content/articles/x.md:3 error (date-invalid)",
    ),
    ("articles/x.md", "---\ntitle: X\nurl: example.org\n---\nT.\n", "content/articles/x.md:3 warning (value-wrong)"),
    ("articles/x.md", "---\ntitle: X\n---\n[a]{.person ref=A_B}\n", "content/articles/x.md:4:1 error (value-wrong)"),
    ("articles/x.md", "---\ntitle: X\n---\n[a]{.persn}\n", "content/articles/x.md:4:4 warning (label-unknown)"),
    ("articles/x.md", "---\ntitle: X\n---\n[a\n\nb]{.event}\n", "content/articles/x.md:6:3 warning (span-unbalanced)"),
    ("articles/x.md", "---\ntitle: X\n---\n", "content/articles/x.md:1 warning (article-empty)"),
    ("articles/x.md", "---\ntitle: X\n---\n[a](y.md)\n", "content/articles/x.md:4:5 error (link-dead)"),
    ("articles/x.md", "---\ntitle: X\ntopics: [no]\n---\nT.\n", "content/articles/x.md:3:10 warning (topic-unknown)"),
    ("articles/x.md", "---\ntitle: X\ntopics:\n- no\n---\nT.\n", "content/articles/x.md:4:3 warning (topic-unknown)"),
    ("topics/x.md", "---\ntitle: [a, b]\n---\n", "content/topics/x.md:2:1 error (value-wrong)"),
    ("people/x.md", "---\nname: X\nalias: [Y]\n---\n", "content/people/x.md:3:1 error (key-unknown)"),
    ("people/x.md", "---\nname: X\nsame_as:\n- x.org\n---\n", "content/people/x.md:4:3 warning (value-wrong)"),
    ("sources/x.md", "---\nname: X\n---\n", "content/sources/x.md:1 warning (source-unknown)"),
    ("articles/x.txt", "Words.\n", "content/articles/x.txt warning (file-unread)"),
    ("articles/x.MD", "---\ntitle: X\n---\nWords.\n", "content/articles/x.MD warning (file-unread)"),
    ("articles/drafts/x.md", "---\ntitle: X\n---\nT.\n", "content/articles/drafts warning (file-unread)"),
    ("article/x.md", "---\ntitle: X\n---\nT.\n", "content/article warning (file-unread)"),
    ("x.md", "---\ntitle: X\n---\nT.\n", "content/x.md warning (file-unread)"),
    ("sources/x.md", "---\nrole: paper\n---\n", "content/sources/x.md:2 error (key-missing)"),
]


@pytest.mark.parametrize(("path", "text", "problem"), BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_is_an_error_at_its_line(folder: Path, path: str, text: str, problem: str) -> None:
    file = write(folder / "content" / path, text)
    data = file.read_bytes()
    done = run("check", "--strict", at=folder)
    assert done.status == 1
    assert problem in problems(done)
    assert file.read_bytes() == data


def test_pictures_and_hidden_files_are_not_missed(folder: Path) -> None:
    for path in ("media/terms.html", "media/notes/x.txt", ".obsidian/x.md", "articles/.x.txt", "articles/map.png"):
        write(folder / "content" / path, "x")
    assert run("check", "--strict", at=folder).status == 0


@pytest.mark.parametrize("mistake", ["reveiw: machine", "review: [", "title: twice", "\tseed: x"])
def test_a_mistake_in_an_article_makes_no_second_one_of_its_seed(folder: Path, mistake: str) -> None:
    run("build", at=folder)
    article = folder / "content" / "articles" / "harbour-bridge-to-close.md"
    write(article, article.read_text(encoding="utf-8").replace("review: machine", mistake))
    write(folder / "seeds" / "another.txt", UNRELATED)
    before = tree(folder / "content" / "articles")
    assert run("build", at=folder).status == 1
    after = tree(folder / "content" / "articles")
    assert len(after) == len(before) + 1
    assert after[article.name] == before[article.name]


SETTINGS = [
    ("language: english", "3:1 error (value-wrong)"),
    ("timezone: Berlin", "3:1 error (value-wrong)"),
    ("timezone: ../../etc/passwd", "3:1 error (value-wrong)"),
    ("as_of: soon", "3:1 error (date-invalid)"),
    ("as_of: 2024-02-30", "3:1 error (date-invalid)"),
    ("as_of: 2024-02", "3:1 error (date-invalid)"),
    ("base_url: example.org", "3:1 error (value-wrong)"),
    ("base_url: javascript:alert(1)", "3:1 error (value-wrong)"),
    ('base_url: "http://["', "3:1 error (value-wrong)"),
]


@pytest.mark.parametrize(("line", "problem"), SETTINGS)
def test_a_setting_that_can_t_be_meant_is_told_and_nothing_published(folder: Path, line: str, problem: str) -> None:
    write(folder / "content" / "index.md", f"---\ntitle: The harbour\n{line}\n---\n")
    done = run("build", at=folder)
    assert problems(done) == [f"content/index.md:{problem}"]
    assert done.status == 1
    assert not (folder / "site").exists()


def test_an_alias_of_two_is_an_error_where_the_second_is_written(folder: Path) -> None:
    write(folder / "content" / "people" / "a.md", "---\nname: A\naliases: [The Boss]\n---\n")
    write(folder / "content" / "people" / "b.md", "---\nname: B\naliases:\n- B.\n- the boss\n---\n")
    done = run("check", at=folder)
    assert "content/people/b.md:5:3 error (alias-twice)" in problems(done)


def test_the_rest_is_published_beside_broken_files(folder: Path) -> None:
    run("build", at=folder)
    for number, (path, text, _) in enumerate(BROKEN):
        write((folder / "content" / path).with_stem(f"x{number}"), text)
    before = tree(folder / "content")
    done = run("build", at=folder)
    assert done.status == 1
    assert (folder / SOUND).is_file()
    assert tree(folder / "content") == before


FENCES = """---
title: Fences
published: 2024-05-03
...

One.

---

Two: [here]{.place}.
...
Three.
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_fences_in_the_text_and_any_line_ends_are_read(folder: Path, line_end: str) -> None:
    file = folder / "content" / "articles" / "fences.md"
    file.parent.mkdir()
    data = FENCES.replace("\n", line_end).encode()
    file.write_bytes(data)
    done = run("build", at=folder)
    assert (done.status, done.errors) == (0, "")
    page = (folder / "site" / "articles" / "fences.html").read_text(encoding="utf-8")
    assert all(f">{word}" in page or f"\n{word}" in page for word in ("One.", "Two: ", "Three."))
    assert file.read_bytes() == data


def test_a_file_that_is_not_utf_8_stays_as_it_is(folder: Path) -> None:
    run("build", at=folder)
    article = folder / "content" / "articles" / "harbour-bridge-to-close.md"
    data = article.read_text(encoding="utf-8").replace("“", "\xab").encode("latin-1", "replace")
    article.write_bytes(data)
    done = run("build", at=folder)
    assert problems(done) == ["content/articles/harbour-bridge-to-close.md error (encoding)"]
    assert article.read_bytes() == data


def test_defaults_serve_without_settings(folder: Path) -> None:
    (folder / "content" / "index.md").unlink()
    done = run("build", at=folder)
    assert problems(done) == ["content/index.md warning (index-missing)"]
    assert done.status == 0
    assert (folder / SOUND).is_file()


def test_nothing_is_published_by_settings_that_are_broken(folder: Path) -> None:
    write(folder / "content" / "index.md", "---\ntitle: [\n---\n")
    done = run("build", at=folder)
    assert problems(done) == ["content/index.md:3:1 error (front-matter-broken)"]
    assert not (folder / "site").exists()


def test_a_setting_that_is_not_known_takes_no_other_with_it(folder: Path) -> None:
    lines = "title: The harbour\nsubtitel: Ships\nas_of: soon\nrights: all\nrequire_review: true"
    write(folder / "content" / "index.md", f"---\n{lines}\n---\n")
    told = problems(run("build", at=folder))
    assert [line for line in told if line.startswith("content/index.md")] == [
        "content/index.md:3:1 error (key-unknown)",
        "content/index.md:4:1 error (date-invalid)",
        "content/index.md:5:1 error (value-wrong)",
    ]
    assert any(line.endswith("(review-missing)") for line in told)
    assert not (folder / "site").exists()


def test_a_theme_that_does_not_exist_stops_the_build(folder: Path) -> None:
    run("build", at=folder)
    before = tree(folder / "site")
    write(folder / "seeds" / "new.txt", "The ferry to Lind sank on Friday, the harbour office said. Nobody was hurt.\n")
    done = run("build", "--theme", "baroque", at=folder)
    assert "content/index.md error (theme-unknown)" in problems(done)
    assert done.status == 1
    assert tree(folder / "site") == before


def test_pages_that_want_one_path_are_named_both(folder: Path) -> None:
    aliases = "---\ntitle: {}\npublished: 2024-05-04\naliases: [old.html]\n---\nText.\n"
    write(folder / "content" / "articles" / "one.md", aliases.format("One"))
    write(folder / "content" / "articles" / "two.md", aliases.format("Two"))
    done = run("build", at=folder)
    assert problems(done) == ["content/articles/two.md error (page-collision)"]
    assert "content/articles/one.md" in done.errors
    assert not (folder / "site").exists()


HOSTILE = """---
title: "<script>alert('title')</script> {{ 7 * 7 }}"
publisher: "\\"><img src=x onerror=alert(1)>"
url: "javascript:alert('url')"
published: 2024-05-05
---
“<script>alert('quote')</script> is what {% raw %} I typed,” Mayor <b onclick=x>Anna Holt</b> said on Friday.

[click](javascript:alert('link')) and ![x](data:text/html,x) and <iframe src=//evil.example></iframe> she said.

]{.quote by="x onmouseover=alert(1)"} {{ config }} [x]{.person ref="../../x"}, Holt added on Sunday.
"""


@pytest.fixture
def hostile(folder: Path) -> Path:
    write(folder / "seeds" / "hostile.txt", HOSTILE)
    write(
        folder / "content" / "topics" / "t.md", "---\ntitle: <script>alert('t')</script>\nmatch: [typed, '<b']\n---\n"
    )
    write(
        folder / "content" / "people" / "anna-holt.md", "---\nname: Anna Holt\nsame_as: ['javascript:alert(2)']\n---\n"
    )
    return folder


def test_hostile_words_stay_words(hostile: Path) -> None:
    done = run("build", at=hostile)
    pages = {path: data.decode() for path, data in tree(hostile / "site").items() if path.endswith((".html", ".xml"))}
    assert done.status in (0, 1)
    assert "Traceback" not in done.errors
    assert any("Anna Holt" in page for page in pages.values())
    for path, page in pages.items():
        for harm in (
            "<script>alert",
            "<iframe",
            "<img src=x",
            "<b onclick",
            'href="javascript:',
            ' onmouseover="',
            "49",
        ):
            if path.startswith("pagefind"):
                continue
            assert harm not in page, (path, harm)


def test_hostile_words_are_all_there(hostile: Path) -> None:
    run("build", at=hostile)
    (article,) = [path for path in (hostile / "content" / "articles").iterdir() if "harbour" not in path.name]
    read, _ = read_article(Slug(article.stem), article.read_text(encoding="utf-8"), article.name)
    assert read is not None
    assert read.body.text.split("\n") == HOSTILE.split("---\n")[2].strip().split("\n\n")
    references = [span.value("ref") for passage in read.body.passages for span in passage.spans]
    assert [reference for reference in references if reference != slugify(reference, "")] == []
