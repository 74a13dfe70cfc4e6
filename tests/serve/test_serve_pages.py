"""What the preview adds to a page, and what an open page is told."""

import pytest

from builder.problems import error, note, warning
from builder.serve.reload import only_styles_changed, problems_page, state_of, with_preview


def test_problems_stand_worst_first_and_counted() -> None:
    problems = (note("a", "n", "a note"), warning("b", "w", "one"), error("c", "e", "bad"), warning("d", "w", "two"))
    page = problems_page(state_of({}, problems)).decode()
    assert "1 error, 2 warnings, 1 note" in page
    assert page.index("bad") < page.index("one") < page.index("two") < page.index("a note")


def test_no_markup_of_a_problem_gets_into_the_page() -> None:
    page = problems_page(state_of({}, (error("</pre><script>", "e", "&<b>"),))).decode()
    assert "</pre><script>:" not in page
    assert "&amp;&lt;b&gt;" in page


@pytest.mark.parametrize(
    ("page", "before", "after"),
    [
        (b"<body>words</body></html>", b"<body>words", b"</body></html>"),
        (b"<BODY>words</BODY>", b"<BODY>words", b"</BODY>"),
        (b"words", b"words", b""),
        (b"<p>&lt;/body> </body> said</body>", b"<p>&lt;/body> </body> said", b"</body>"),
        (b"\xff</body>", b"\xff", b"</body>"),
        ("İ</body>".encode(), "İ".encode(), b"</body>"),
    ],
)
def test_additions_stand_at_the_end_of_the_body(page: bytes, before: bytes, after: bytes) -> None:
    added = with_preview(page, state_of({}, ()))
    assert added.startswith(before + b"<script ")
    assert added.endswith(b"</script>" + after)


@pytest.mark.parametrize(
    ("before", "after", "only_styles"),
    [
        ({"a.css": "1", "b.html": "1"}, {"a.css": "2", "b.html": "1"}, True),
        ({"a.css": "1", "b.html": "1"}, {"a.css": "2", "b.html": "2"}, False),
        ({"a.css": "1"}, {"a.css": "1"}, False),
        ({"a.css": "1"}, {"a.css": "1", "b.html": "1"}, False),
        ({}, {"a.css": "1"}, True),
    ],
)
def test_styles_are_swapped_where_nothing_else_changed(
    before: dict[str, str], after: dict[str, str], only_styles: bool
) -> None:
    assert only_styles_changed(state_of(before, ()), state_of(after, ())) is only_styles
    assert not only_styles_changed(state_of(before, (error("a", "b", "c"),)), state_of(after, ()))
