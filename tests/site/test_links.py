"""Dead links and anchors are found on every page, made now or standing since before."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from builder.site.exports.manifest import File, entry_of
from builder.site.links import check_links
from builder.site.output import Output
from builder.urls import PagePath

HOME, NEWS, STYLE = PagePath("index.html"), PagePath("news/one.html"), PagePath("static/style.css")
SITE = {
    HOME: b'<a href="news/one.html#p1">One</a> <a href="https://example.org/x">Elsewhere</a> <a href="#top">Top</a>'
    b'<p id="top">',
    NEWS: b'<link href="../static/style.css"><p id="p1"><a href="../index.html">Home</a> <a href="">Here</a>',
    STYLE: b"p {}",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Output(tmp_path / "site").publish(SITE)
    return tmp_path / "site"


def standing(*fresh: tuple[PagePath, bytes], without: PagePath | None = None) -> dict[PagePath, File]:
    """Return the site with all its pages as they stand but for those that were made now."""
    entries: dict[PagePath, File] = {path: entry_of(path, data) for path, data in SITE.items() if path != without}
    return entries | dict(fresh)


def found(files: Mapping[PagePath, File], folder: Path) -> tuple[int, list[str]]:
    followed = check_links(files, folder, check_links(SITE, folder, {}).leads)
    return followed.count, [f"{problem.location.path}: {problem.message}" for problem in followed.problems]


def test_every_link_inside_the_site_is_followed(tmp_path: Path) -> None:
    assert found(SITE, tmp_path / "nowhere") == (5, [])


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("news/two.html", "link to news/two.html, which is not a page of the site"),
        ("news/one.html#p2", "link to news/one.html#p2, but there is no such anchor"),
        ("#p9", "link to index.html#p9, but there is no such anchor"),
        ("../outside.html", "link to ../outside.html, which is not a page of the site"),
        ("pagefind/pagefind.js", None),
        ("mailto:a@example.org", None),
    ],
)
def test_what_leads_nowhere_is_told(address: str, fault: str | None, folder: Path) -> None:
    page = f'<a href="{address}">'.encode()
    told = [f"site/index.html: {fault}"] if fault else []
    assert found({**SITE, HOME: page}, folder)[1] == told
    assert found(standing((HOME, page)), folder)[1][: len(told)] == told


def test_pages_that_stand_are_not_read_while_nothing_has_gone_that_they_lead_to(folder: Path) -> None:
    (folder / NEWS).write_bytes(b"nobody looks at this")
    home = SITE[HOME].replace(b"#p1", b"")
    assert found(standing((HOME, home)), folder) == (2, [])
    assert found(standing((HOME, home.replace(b'id="top"', b"").replace(b"#top", b""))), folder) == (2, [])


def test_a_page_is_followed_where_it_is_not_known_what_it_leads_to(folder: Path) -> None:
    assert check_links(standing(), folder, {}).count == 5


def test_a_page_that_stands_is_told_where_what_it_leads_to_has_gone(folder: Path) -> None:
    assert found(standing(without=NEWS), folder)[1] == [
        "site/index.html: link to news/one.html, which is not a page of the site"
    ]
    assert found(standing((NEWS, SITE[NEWS].replace(b"p1", b"p2"))), folder)[1] == [
        "site/index.html: link to news/one.html#p1, but there is no such anchor"
    ]
