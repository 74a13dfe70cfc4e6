"""A whole briefing in the preview: whatever is edited, the page shows it, and a slip is told until it is mended."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from tests.folders import SEED, write, write_all
from tests.running import run
from tests.serve.conftest import end
from tests.serve.previewing import Served, listening, real, state, until

FERRY = """---
title: Ferry sank
published: 2024-05-07
publisher: Portly Herald
---
The ferry to Lind sank on Friday, harbour master Ada Lund said.
"""
PAGE = "/articles/harbour-bridge-to-close.html"
ARTICLE = "content/articles/harbour-bridge-to-close.md"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """Preview a briefing of one seed with a theme of its own, built before: the first build writes nothing anew."""
    write_all(
        tmp_path,
        {
            "content/index.md": "---\ntitle: The bridge\nas_of: 2024-06-30\ntheme: own\n---\n",
            "seeds/bridge.txt": SEED,
            "themes/own/templates/about.html": '{% extends "default/about.html" %}',
        },
    )
    assert run("build", at=tmp_path).status == 0
    preview = Served(tmp_path, *real(tmp_path))
    assert preview.ask(PAGE)[0] == 200
    yield preview
    end(preview)


def edit(served: Served, name: str, old: str, new: str) -> None:
    text = (served.root / name).read_text()
    assert old in text
    served.write(name, text.replace(old, new))


def shows(served: Served, words: str, page: str = PAGE) -> None:
    """Wait until a page has the words and no problem is told any more."""
    until(lambda: words in (text := served.text(page)) and "briefing-problems" not in text)


def tells(served: Served, problem: str) -> None:
    """Wait until a problem is told over the last good page."""
    until(lambda: problem in served.text(PAGE))
    assert "Harbour bridge" in served.text(PAGE)


def test_an_edit_shows_on_every_page_that_has_it(served: Served) -> None:
    edit(served, ARTICLE, "title: Harbour bridge to close", "title: Harbour bridge is shut")
    shows(served, "Harbour bridge is shut")
    shows(served, "Harbour bridge is shut", "/dossier.html")
    shows(served, "Harbour bridge is shut", "/sources.html")


def test_a_broken_front_matter_is_told_until_repaired(served: Served) -> None:
    edit(served, ARTICLE, "review: machine", "review: perhaps")
    tells(served, f"{ARTICLE}:")
    edit(served, ARTICLE, "review: perhaps", "review: reviewed")
    shows(served, "reviewed by a person")


def test_a_broken_template_is_told_until_repaired(served: Served) -> None:
    served.write("themes/own/templates/about.html", '{% extends "default/about.html" %}\n{% if %}')
    tells(served, "themes/own/templates/about.html:2: error:")
    served.write("themes/own/templates/about.html", "Made by hand.")
    shows(served, "Made by hand.", "/about.html")


def test_seeds_come_and_go(served: Served) -> None:
    ferry = write(served.root / "seeds" / "ferry.txt", FERRY)
    shows(served, "sank on Friday", "/articles/ferry-sank.html")
    shows(served, "Ferry sank", "/sources.html")
    ferry.unlink()
    article = "content/articles/ferry-sank.md"
    edit(served, article, "title: Ferry sank", "title: Ferry sank at last")
    shows(served, "Ferry sank at last", "/sources.html")  # no build goes on that knows the seed
    (served.root / article).unlink()
    until(lambda: served.ask("/articles/ferry-sank.html")[0] == 404)
    until(lambda: "Ferry sank" not in served.text("/sources.html"))


def test_a_renamed_article_has_its_new_address_alone(served: Served) -> None:
    (served.root / ARTICLE).rename(served.root / "content" / "articles" / "the-bridge.md")
    until(lambda: served.ask("/articles/the-bridge.html")[0] == 200)
    until(lambda: served.ask(PAGE)[0] == 404)
    assert sorted(path.name for path in (served.root / "content" / "articles").glob("*.md")) == ["the-bridge.md"]


def without_state(page: str) -> str:
    return re.sub(r'data-(state|files|beside)="\w+"', "", page)


@pytest.fixture
def settled(served: Served) -> Served:
    """A preview that has built an edit, so that it knows all from before."""
    edit(served, ARTICLE, "title: Harbour bridge to close", "title: Harbour bridge is shut")
    shows(served, "Harbour bridge is shut", "/dossier.html")
    return served


def test_an_edited_article_is_glanced_at_before_the_rest_is_made_and_not_told_again(settled: Served) -> None:
    with listening(settled, PAGE) as hear:
        hear()

        def was_glanced_at(words: Iterator[str]) -> bool:
            edit(settled, ARTICLE, "cracks in", f"{next(words)} cracks in")
            states = [hear()["state"]]
            shown = settled.text(PAGE)
            while states[-1] != state(settled.text("/dossier.html")):
                news = hear()
                assert news["same_as"] == states
                states.append(news["state"])
            assert without_state(settled.text(PAGE)) == without_state(shown)
            return len(states) == 3  # at a glance, early, and in the end; fewer where a build was running yet

        until(partial(was_glanced_at, map(str, count())))


def test_an_article_glanced_at_is_taken_back_where_the_build_fails(settled: Served) -> None:
    with listening(settled, PAGE) as hear:
        hear()
        edit(settled, ARTICLE, "cracks in two", "[cracks](#p99) in two")
        glimpsed = hear()
        tells(settled, "anchor-dead")
        assert "cracks in two" in settled.text(PAGE)
        edit(settled, ARTICLE, "[cracks](#p99) in two", "rust in two")
        shows(settled, "rust in two")
        assert state(settled.text(PAGE)) != glimpsed["state"]


def test_two_saves_one_after_the_other_end_with_the_second(settled: Served) -> None:
    with listening(settled, PAGE) as hear:
        hear()
        edit(settled, ARTICLE, "cracks in two", "holes in two")
        edit(settled, ARTICLE, "holes in two", "rust in two")
        shows(settled, "rust in two")
        shows(settled, "rust in two", "/dossier.html")
        assert "rust in two" in (settled.root / "site" / PAGE.lstrip("/")).read_text()
