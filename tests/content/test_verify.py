"""An edited article is held against its seed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.content.article import read_article, write_article
from builder.content.verify import verify
from builder.ingest.document import Seed
from builder.ingest.reader import read_seed
from builder.ingest.settings import IngestSettings
from builder.urls import Slug

TEXT = """The mayor speaks

The harbour of Port Aldo, the mayor said on Monday, will stay closed for a month.

"Nobody will sail," she told the council, "before the pier is safe."

The council meets again in the spring - if the mayor agrees to it.

Nothing else was decided in the meeting of the town council.

Nothing else was decided in the meeting of the town council.
"""


@pytest.fixture
def edited() -> Callable[..., list[str]]:
    def check(*changes: tuple[str, str], seeds: bool = True) -> list[str]:
        seed = Seed("a.txt", TEXT.encode())
        document = read_seed(seed, IngestSettings(as_of="2024-05-01"))
        text = write_article(document, (), (), "full")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        article, problems = read_article(Slug("a"), text, "a.md")
        assert article is not None
        assert not problems
        return [problem.code for problem in verify([article], [seed] if seeds else [])]

    return check


def test_an_untouched_article_needs_no_check(edited: Callable[..., list[str]]) -> None:
    assert edited() == []


def test_marks_quotes_of_another_shape_and_splits_are_no_alterations(edited: Callable[..., list[str]]) -> None:
    changes = [
        ('"Nobody will sail," she', "“[Nobody will sail,]{.quote by=x}” she"),
        ("on Monday, will stay", "on [Monday]{.date value=2024-04-29},\n\nwill stay"),
        ("spring - if", "spring -\n\nif"),
    ]
    assert set(edited(*changes)) <= {"passage-ambiguous"}


def test_words_that_are_not_the_sources_are_reported(edited: Callable[..., list[str]]) -> None:
    assert "passage-altered" in edited(("stay closed", "remain closed"))


def test_a_changed_quote_is_an_error(edited: Callable[..., list[str]]) -> None:
    found = edited(('"Nobody will sail,"', "“[Nobody may sail,]{.quote by=x}”"))
    assert {"quote-altered", "passage-altered"} <= set(found)


def test_the_editors_own_paragraph_is_marked_and_left_alone(edited: Callable[..., list[str]]) -> None:
    note = "[The council corrected this a day later.]{.note}\n\nNothing else was decided"
    assert set(edited(("Nothing else was decided", note))) <= {"passage-ambiguous"}


def test_a_seed_that_is_gone_leaves_its_article(edited: Callable[..., list[str]]) -> None:
    assert edited(seeds=False) == ["seed-missing"]


@pytest.mark.parametrize("path", sorted(Path("seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_what_ingest_makes_of_a_seed_stands_in_it(path: Path) -> None:
    seed = Seed(path.name, path.read_bytes())
    document = read_seed(seed, IngestSettings(as_of="2025-07-21"))
    text = write_article(document, (), (), "full").replace("review: machine", "review: reviewed")
    article, _ = read_article(Slug("a"), text, "a.md")
    assert article is not None
    assert [problem for problem in verify([article], [seed]) if problem.code != "passage-ambiguous"] == []
