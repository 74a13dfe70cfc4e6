"""Saved web pages: the article by the page's structure, metadata by its tags."""

import pytest

PAGE = """<!doctype html><html lang="en"><head>
<title>Seals return to the harbour - The Portly Post</title>
<meta property="og:title" content="Seals return to the harbour">
<meta property="og:site_name" content="The Portly Post">
<meta property="article:published_time" content="2024-05-03T10:15:00Z">
<meta name="author" content="Ada Brook">
<link rel="canonical" href="https://post.example/seals">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Seals return to the harbour</h1>
<p>More than forty seals have come back to the harbour of Portly, and fishermen are <b>not</b> happy about them.</p>
<h2>What they eat</h2>
<p>The seals eat as much as eleven tonnes of herring a year, a <a href="/study">study</a> of the university found.</p>
<ul><li>Herring from the bay of Lind, above all</li><li>Cod from the strait, where there is any</li></ul>
<blockquote><p>They eat everything, even the buoys of the harbour office.</p></blockquote>
<p>The harbour office said that it had ordered new buoys, and that these would taste of pepper this time.</p>
</article>
<footer><p>© 2024 The Portly Post. All rights reserved.</p></footer></body></html>"""


def test_the_article_of_a_page_is_read_with_its_structure(reading) -> None:
    blocks = reading(PAGE, "seals.html").blocks
    assert [(block.kind, block.text.split()[0]) for block in blocks] == [
        ("paragraph", "More"),
        ("heading", "What"),
        ("paragraph", "The"),
        ("list item", "Herring"),
        ("list item", "Cod"),
        ("quote", "They"),
        ("paragraph", "The"),
    ]
    assert "a study of the university found." in blocks[2].text


def test_the_tags_of_a_page_tell_what_is_known(reading) -> None:
    known = reading(PAGE, "seals.htm").metadata
    facts = [known.title, known.published, known.publisher, known.url, *known.authors]
    assert [fact and fact.value for fact in facts] == [
        "Seals return to the harbour",
        "2024-05-03",
        "The Portly Post",
        "https://post.example/seals",
        "Ada Brook",
    ]


@pytest.mark.parametrize(
    "page", ["<html></html>", "<p>", "no markup at all", "<nav>Home</nav>", "<" * 5000, "<div>" * 3000]
)
def test_a_page_without_an_article_is_one_problem(page: str, reading) -> None:
    document = reading(page, "page.html")
    assert document.blocks or [problem.code for problem in document.problems] == ["no-article"]


def test_a_page_is_left_out_as_a_whole_but_for_its_article(reading) -> None:
    (left,) = reading(PAGE, "seals.html").left_out
    assert (left.first, left.last, left.why) == (1, len(PAGE.splitlines()), "page structure")


def test_the_language_of_a_page_is_that_of_its_article(reading) -> None:
    paragraph = "<p>Le maire de Portly a annoncé hier à la presse que le pont du port sera fermé dès l'été.</p>"
    document = reading(f"<html><body><article><h1>Le pont</h1>{paragraph * 4}</article></body></html>", "pont.html")
    assert document.metadata.language == "fr"
