"""How a problem reads."""

from builder.problems import LONGEST_EXCERPT, Location, Problem, Severity, error, note, warning, with_excerpt


def test_the_exact_text_of_a_problem() -> None:
    hint = "quote the source's own words"
    problem = Problem(
        Location("content/articles/x.md", 12, 8), Severity.ERROR, "quote-altered", "quote is not in its seed", hint
    )
    assert str(with_excerpt(problem, "He said “[never]{.quote}”.")) == (
        "content/articles/x.md:12:8: error: quote is not in its seed (quote-altered)\n"
        "    He said “[never]{.quote}”.\n"
        "           ^\n"
        "    hint: quote the source's own words"
    )


def test_a_long_line_is_cut_around_the_column() -> None:
    line = "x" * 500 + "HERE" + "y" * 500
    _, shown, caret = str(with_excerpt(error("a", "b", "c", line=1, column=501), line)).split("\n")
    assert len(shown) <= LONGEST_EXCERPT + 6
    assert shown[caret.index("^") :].startswith("HERE")


def test_places_sort_by_path_line_and_column() -> None:
    problems = [note("b", "x", "y"), warning("a", "x", "y", line=10), error("a", "x", "y", line=9, column=3)]
    assert [str(problem.location) for problem in sorted(problems)] == ["a:9:3", "a:10", "b"]


def test_control_characters_never_reach_a_terminal() -> None:
    assert "\x1b" not in str(with_excerpt(error("a", "b", "c", line=1), "red \x1b[31m"))
