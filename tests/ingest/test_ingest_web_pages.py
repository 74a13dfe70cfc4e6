"""Saved web pages: the article by the page's structure, metadata by its tags."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.ingest.dating import settle_dates
from builder.ingest.decode import decode
from builder.ingest.lines import clean, split
from tests.ingest.reading import read

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


def test_the_article_of_a_page_is_read_with_its_structure() -> None:
    blocks = read(PAGE, "seals.html").blocks
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


def test_a_label_whose_date_is_elsewhere_is_no_paragraph() -> None:
    stamp = '<p>Published: <time datetime="2024-05-03">3 May 2024</time></p>'
    page = read(PAGE.replace("</h1>", f"</h1>\n{stamp}"), "seals.html")
    assert page.blocks == read(PAGE, "seals.html").blocks
    line = 1 + PAGE[: PAGE.index("</h1>")].count("\n") + 1
    assert any(part.first <= line <= part.last for part in page.left_out)


def test_the_tags_of_a_page_tell_what_is_known() -> None:
    known = read(PAGE, "seals.htm").metadata
    facts = [known.title, known.published, known.publisher, known.url, *known.authors]
    assert [fact and fact.value for fact in facts] == [
        "Seals return to the harbour",
        "2024-05-03",
        "The Portly Post",
        "https://post.example/seals",
        "Ada Brook",
    ]


def test_a_day_after_the_articles_were_collected_is_told_and_not_taken() -> None:
    document = read(PAGE, "seals.html", as_of="2024-01-31")
    (settled,) = settle_dates([document], "2024-01-31")
    assert settled.metadata.published is None
    assert "2024-05-03" in settled.metadata.published_open
    assert [problem.code for problem in settled.problems] == ["date-in-future"]


@pytest.mark.parametrize(
    "page", ["<html></html>", "<p>", "no markup at all", "<nav>Home</nav>", "<" * 5000, "<div>" * 3000]
)
def test_a_page_without_an_article_is_one_problem(page: str) -> None:
    document = read(page, "page.html")
    assert document.blocks or [problem.code for problem in document.problems] == ["no-article"]


def test_the_lines_around_the_article_are_left_out_with_their_reasons() -> None:
    left = read("---\nretrieved: 2024-05-04\n---\n" + PAGE, "seals.html").left_out
    assert [(part.first - 3, part.last - 3, part.why) for part in left] == [
        (1, 1, "page code"),
        (2, 8, "title"),
        (9, 9, "navigation"),
        (10, 10, "title"),
        (17, 17, "page code"),
        (18, 18, "page footer"),
    ]


def test_of_a_page_on_one_line_the_words_left_out_are_told() -> None:
    footer = f"<footer>{'Imprint and privacy ' * 9}</footer>"
    document = read("".join(PAGE.split("\n")).replace("</footer>", f"</footer>{footer}"), "seals.html")
    assert len(document.blocks) == 7
    assert [(part.first, part.last, part.why, part.words) for part in document.left_out] == [
        (1, 1, "title", "Seals return to the harbour - The Portly Post"),
        (1, 1, "navigation", "Home News"),
        (1, 1, "title", "Seals return to the harbour"),
        (1, 1, "page footer", "© 2024 The Portly Post. All rights reserved. Imprint and…"),
    ]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("/study", "https://post.example/study"),
        ("study (1).html?a=1&b=é", "https://post.example/study%281%29.html?a=1&b=%C3%A9"),
        ("//uni.example/a_b*c", "https://uni.example/a_b*c"),
        ("mailto:ada@post.example", "mailto:ada@post.example"),
        ("javascript:alert(1)", ""),
        ("JavaScript&#58;alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("http://[", ""),
        ("#notes", ""),
        ("", ""),
    ],
)
def test_links_of_the_article_lead_where_they_led(written: str, address: str) -> None:
    block = read(PAGE.replace('href="/study"', f'href="{written}"'), "seals.html").blocks[2]
    assert [link.address for link in block.links] == ([address] if address else [])
    assert [block.text[link.start : link.end] for link in block.links] == (["study"] if address else [])


def test_links_of_a_page_without_an_address_are_words() -> None:
    page = PAGE.replace('<link rel="canonical" href="https://post.example/seals">', "")
    assert not any(block.links for block in read(page, "seals.html").blocks)
    based = page.replace("<head>", '<head><base href="https://post.example/2024/">')
    assert [link.address for block in read(based, "seals.html").blocks for link in block.links] == [
        "https://post.example/study"
    ]


def test_a_link_is_one_whatever_it_holds() -> None:
    linked = '<a href="/study">a <b>long</b>\n study</a><a href="/more">s</a>'
    block = read(PAGE.replace('<a href="/study">study</a>', linked), "seals.html").blocks[2]
    assert [block.text[link.start : link.end] for link in block.links] == ["a long study", "s"]


ELEMENTS = (
    "<p>More than forty seals have come back to the harbour of Portly, and fishermen are not happy.</p>",
    "<p>More than forty seals\nhave come back <!-- to\nstay --><b>again</b>,\n says <a href='/ada'>Ada\nBrook</a>.</p>",
    "<p>The harbour office said that it had ordered new buoys, and that these would taste of pepper this time.</p>",
    "<div\n class='x'>Share</div>",
    "<h2>What they eat</h2>",
    "<ul>\n<li>Herring from the bay of Lind</li>\n<li>Cod</li></ul>",
    "<blockquote>They eat everything, even the buoys of the harbour office.</blockquote>",
    "<aside><a href='/b'>Ferry returns</a></aside>",
    "<script>\nvar seals = 40;\n</script>",
    "<table><tr><td>Cod</td><td>40</td></tr></table>",
    "</div></p>",
    "<a href='/c'",
    "",
    "&amp;#10;&#10;",
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.one_of(st.sampled_from(ELEMENTS), st.text("ab 01;é\u200d", max_size=20)),
        max_size=25,
    )
)
def test_kept_and_left_out_are_the_whole_page(elements: list[str]) -> None:
    text = decode("\n".join(["<html><body><article>", *elements, "</article></body></html>"]).encode()).text
    document = read(text, "seals.html")
    lines = split(text)
    whole = [part for part in document.left_out if not part.words]
    left = [number for part in whole for number in range(part.first, part.last + 1)]
    assert left == sorted(set(left))
    assert all(part.first == part.last not in left for part in document.left_out if part.words)
    kept = [line for number, line in enumerate(lines, 1) if number not in left and line.strip()]
    words = set(letters(" ".join(block.text for block in document.blocks)).split())
    assert words <= set(letters(" ".join(kept)).split())
    assert all(words & set(letters(line).split()) for line in kept if letters(line))


def letters(text: str) -> str:
    """Return the words of a line of a page, in whatever mark-up they stand."""
    return " ".join(re.findall(r"\w+", "".join(filter(str.isprintable, clean(text)))))


def test_the_language_of_a_page_is_that_of_its_article() -> None:
    paragraph = "<p>Le maire de Portly a annoncé hier à la presse que le pont du port sera fermé dès l'été.</p>"
    document = read(f"<html><body><article><h1>Le pont</h1>{paragraph * 4}</article></body></html>", "pont.html")
    assert document.metadata.language == "fr"
