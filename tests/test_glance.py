"""A glance at an edited article: its page before the build, where nothing else has changed and nothing is wrong."""

from pathlib import Path

import pytest

from builder.memo import Memo
from builder.pipeline.build import build
from builder.pipeline.glance import show_glance
from builder.pipeline.report import Options
from builder.project import locate
from builder.site.audience import Early
from builder.urls import PagePath
from tests.folders import SEED, write_all

BRIDGE = "content/articles/harbour-bridge-to-close.md"
FERRY = "content/articles/ferry-sank.md"
PAGE = PagePath("articles/harbour-bridge-to-close.html")


class Watching:
    """An audience that looks at a page and keeps what it is shown."""

    def __init__(self, *pages: PagePath) -> None:
        self._pages = pages
        self.shown: list[Early] = []

    def is_overtaken(self) -> bool:
        return False

    def pages(self) -> tuple[PagePath, ...]:
        return self._pages

    def show(self, early: Early) -> None:
        self.shown.append(early)


class Previewed:
    """A briefing of two articles in a process that builds again and again."""

    def __init__(self, root: Path) -> None:
        seeds = {"seeds/bridge.txt": SEED, "seeds/ferry.txt": "Ferry sank\n\nMay 7, 2024\n\nThe ferry to Lind sank.\n"}
        write_all(root, {"content/index.md": "---\ntitle: The bridge\nas_of: 2024-06-30\n---\n", **seeds})
        self.root = root
        self._memo = Memo(keeps=True)
        self.build()

    def build(self, *, dry_run: bool = False) -> None:
        build(locate(self.root), Options(search=False, dry_run=dry_run), lambda *_: None, self._memo)

    def start_again(self) -> None:
        self._memo = Memo(keeps=True)

    def change(self, name: str, old: str, new: str) -> None:
        text = (self.root / name).read_text()
        assert old in text
        (self.root / name).write_text(text.replace(old, new, 1))

    def glance(self, *changed: str, at: PagePath = PAGE) -> bytes | None:
        """Return the page that is shown once these files have changed; nothing else is ever shown."""
        audience = Watching(at, PagePath("index.html"))
        show_glance(locate(self.root), [self.root / name for name in changed], audience, self._memo)
        if not audience.shown:
            return None
        (early,) = audience.shown
        assert PagePath("static/style.css") in early.standing
        assert not any(path.endswith(".html") for path in early.standing)
        ((path, file),) = early.fresh.items()
        assert (path, type(file)) == (PAGE, bytes)
        return bytes(file) if isinstance(file, bytes) else None

    def published(self) -> bytes:
        return (self.root / "site" / PAGE).read_bytes()


@pytest.fixture
def briefing(tmp_path: Path) -> Previewed:
    return Previewed(tmp_path)


SHOWN = {
    "words": ("Engineers found", "Divers found"),
    "a paragraph": ("Engineers found", "[Ours.]{.note}\n\nEngineers found"),
    "a mark": ("12 million dollars", "[12 million]{.quantity value=12000000} dollars"),
    "the title": ("title: Harbour bridge to close", "title: Harbour bridge is shut"),
    "the review": ("review: machine", "review: reviewed"),
    "the address": ("url: null", "url: https://portly.example/bridge"),
    "a link": ("Engineers found", "[Engineers](ferry-sank.md) found"),
}


@pytest.mark.parametrize("edit", SHOWN.values(), ids=SHOWN)
def test_the_page_is_shown_as_the_build_then_makes_it(briefing: Previewed, edit: tuple[str, str]) -> None:
    before = briefing.published()
    briefing.change(BRIDGE, *edit)
    shown = briefing.glance(BRIDGE)
    assert briefing.published() == before
    briefing.build()
    assert shown == briefing.published() != before


LEFT = {
    "nothing that shows": ("\n\n“", "\n\n\n“"),
    "a day of publication": ("published: 2024-05-03", "published: 2024-05-09"),
    "a publisher": ("publisher: Portly Herald", "publisher: Lind Courier"),
    "rights": ("rights: full", "rights: none"),
    "topics": ("topics: []", "topics: [sea]"),
    "a former address": ("review: machine", "review: machine\naliases: [old.html]"),
    "broken front matter": ("review: machine", "review: perhaps"),
    "no front matter": ("---\n", ""),
    "a dead link": ("Engineers found", "[Engineers](nobody.md) found"),
    "another's words as a quote": ("We have no choice", "We have every choice"),
}


@pytest.mark.parametrize("edit", LEFT.values(), ids=LEFT)
def test_what_may_not_come_out_so_is_left_to_the_build(briefing: Previewed, edit: tuple[str, str]) -> None:
    briefing.change(BRIDGE, *edit)
    assert briefing.glance(BRIDGE) is None


def test_nothing_is_shown_where_more_than_an_article_has_changed(briefing: Previewed) -> None:
    briefing.change(BRIDGE, *SHOWN["words"])
    assert briefing.glance(BRIDGE, FERRY) is None
    assert briefing.glance(BRIDGE, "content/index.md") is None
    assert briefing.glance("content/index.md") is None
    assert briefing.glance() is None


def test_nothing_is_shown_of_a_renamed_article(briefing: Previewed) -> None:
    renamed = "content/articles/the-bridge.md"
    (briefing.root / BRIDGE).rename(briefing.root / renamed)
    for changed in ((BRIDGE, renamed), (BRIDGE,), (renamed,)):
        assert briefing.glance(*changed) is None
        assert briefing.glance(*changed, at=PagePath("articles/the-bridge.html")) is None


def test_nothing_is_shown_where_nobody_looks(briefing: Previewed) -> None:
    briefing.change(BRIDGE, *SHOWN["words"])
    assert briefing.glance(BRIDGE, at=PagePath("articles/ferry-sank.html")) is None


def test_what_must_be_reviewed_is_not_shown_before_it_is(briefing: Previewed) -> None:
    for name in (BRIDGE, FERRY):
        briefing.change(name, "review: machine", "review: reviewed")
    briefing.change("content/index.md", "as_of:", "require_review: true\nas_of:")
    briefing.build()
    briefing.change(BRIDGE, *SHOWN["words"])
    assert briefing.glance(BRIDGE) is not None
    briefing.change(BRIDGE, "review: reviewed", "review: disputed")
    assert briefing.glance(BRIDGE) is None


def test_a_page_that_its_template_can_not_show_is_left_to_the_build(briefing: Previewed) -> None:
    strict = '{% extends "default/article.html" %}{% block head %}{% if frame.title == "Fog" %}{{ fog }}{% endif %}'
    write_all(briefing.root, {"themes/own/templates/article.html": f"{strict}{{{{ super() }}}}{{% endblock %}}"})
    briefing.change("content/index.md", "as_of:", "theme: own\nas_of:")
    briefing.build()
    briefing.change(BRIDGE, *SHOWN["words"])
    assert briefing.glance(BRIDGE) is not None
    briefing.change(BRIDGE, "title: Harbour bridge to close", "title: Fog")
    assert briefing.glance(BRIDGE) is None


def test_a_site_that_stands_as_it_would_be_made_is_known_without_making_it(briefing: Previewed) -> None:
    briefing.start_again()
    briefing.build(dry_run=True)
    briefing.change(BRIDGE, *SHOWN["words"])
    assert briefing.glance(BRIDGE) is not None


def test_a_site_that_is_not_as_it_would_be_made_is_not_known(briefing: Previewed) -> None:
    briefing.start_again()
    briefing.change(FERRY, "sank", "sailed")
    briefing.build(dry_run=True)
    briefing.change(BRIDGE, *SHOWN["words"])
    assert briefing.glance(BRIDGE) is None
