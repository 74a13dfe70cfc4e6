"""Links and pictures that an editor wrote: each leads to something the site will have."""

import posixpath
import re
from collections.abc import Callable, Collection, Iterator
from difflib import get_close_matches
from typing import Final, NamedTuple

from builder.content.files import Content
from builder.markdown.pictures import is_elsewhere
from builder.markdown.tokens import Body
from builder.memo import NO_MEMO, Memo
from builder.pages.linker import HOME, target_of
from builder.problems import Problem, did_you_mean, error, warning
from builder.project import INDEX
from builder.urls import PagePath, page

ALIKE: Final = 0.82
"""Likeness of two names, 0 to 1 as of :mod:`difflib`, from which on one may be meant for the other.

Two letters swapped among six make less of a difference.
"""
_PARAGRAPH = re.compile(r"p\d+")


class _Link(NamedTuple):
    home: PagePath
    """The page of the file it stands in."""
    path: str
    """That file."""
    line: int
    column: int
    address: str
    """As it is written."""
    target: PagePath
    fragment: str


def check_body_links(content: Content, paths: Collection[PagePath], memo: Memo = NO_MEMO) -> Iterator[Problem]:
    """Yield a problem at line and column for each link of a content file that leads to none of the site's files."""
    for link in _links(content, memo):
        if link.target not in paths:
            near = _nearest_page(link.target, paths)
            wrong = "link to a file of content/, or to a whole address"
            hint = f"did you mean {_written(near, link)}?" if near else wrong
            message = f"the link “{link.address}” leads nowhere"
            yield error(link.path, "link-dead", message, line=link.line, column=link.column, hint=hint)


def _nearest_page(target: PagePath, paths: Collection[PagePath]) -> PagePath | None:
    """Return the page or picture that was probably meant: of the same name, one that begins with it, or a near one.

    Those of the same folder go first; a folder alone says little of what is meant.
    """
    folder, (name, kind) = posixpath.dirname(target), _name(target)
    by_name: dict[str, PagePath] = {}
    for path in sorted(paths, key=lambda path: (posixpath.dirname(path) != folder, path)):
        other, its_kind = _name(path)
        if its_kind == kind:
            by_name.setdefault(other, path)
    begun = (other for other in by_name if other.startswith(f"{name}-"))
    near = iter(get_close_matches(name, by_name, 1, ALIKE))
    meant = name if name in by_name else next(begun, None) or next(near, None)
    return by_name[meant] if meant else None


def _name(path: PagePath) -> tuple[str, str]:
    """Return the name of a file without its folder, and its ending."""
    return posixpath.splitext(posixpath.basename(path))


def check_body_pictures(content: Content, memo: Memo) -> Iterator[Problem]:
    """Yield a problem for each picture of a content file that a page would have to load from elsewhere."""
    for home, path, body in _bodies(content):
        if "![" in body.source:
            yield from memo.take((_pictures_of, path), _pictures_of, home, path, body)


def _pictures_of(home: PagePath, path: str, body: Body) -> tuple[Problem, ...]:
    return tuple(
        _elsewhere(home, path, address, line, column)
        for kind, address, line, column in _addresses(body)
        if kind == "image" and is_elsewhere(address)
    )


def _elsewhere(home: PagePath, path: str, address: str, line: int, column: int) -> Problem:
    here = posixpath.relpath(f"media/{posixpath.basename(address) or 'name'}", posixpath.dirname(home) or ".")
    message = "pages load nothing from elsewhere: in place of the picture, a link to it is shown"
    hint = f"save the picture in content/media/ and write {here}"
    return warning(path, "picture-elsewhere", message, line=line, column=column, hint=hint)


def check_body_anchors(
    content: Content, anchors: Callable[[PagePath], Collection[str]], memo: Memo
) -> Iterator[Problem]:
    """Yield a problem for each link of a content file that names a place its page doesn't have.

    ``anchors`` gives the identifiers on a page of the site, none for what is no page.
    """
    for link in _links(content, memo):
        known = anchors(link.target) if link.fragment else ()
        if known and link.fragment not in known:
            message = f"the link “{link.address}” names a place that is not on the page"
            hint = _nearest(link.fragment, known)
            yield error(link.path, "anchor-dead", message, line=link.line, column=link.column, hint=hint)


def _nearest(fragment: str, known: Collection[str]) -> str:
    paragraphs = sum(1 for anchor in known if _PARAGRAPH.fullmatch(anchor))
    if _PARAGRAPH.fullmatch(fragment) and paragraphs:
        return f"its paragraphs are p1 to p{paragraphs}"
    return did_you_mean(fragment, sorted(known), "link to the whole page", "#{}")


def _written(target: str, link: _Link) -> str:
    """Return the address of a file of the site as an editor would write it in place of a link."""
    written = f"{target.removesuffix('.html')}.md" if ".md" in link.address else target
    return posixpath.relpath(written, posixpath.dirname(link.home) or ".")


def _links(content: Content, memo: Memo) -> Iterator[_Link]:
    for home, path, body in _bodies(content):
        if not body.plain:
            yield from memo.take((_links_of, path), _links_of, home, path, body)


def _links_of(home: PagePath, path: str, body: Body) -> tuple[_Link, ...]:
    return tuple(
        _Link(home, path, line, column, address, *target)
        for _, address, line, column in _addresses(body)
        if (target := target_of(home, address))
    )


def _bodies(content: Content) -> Iterator[tuple[PagePath, str, Body]]:
    """Yield the page, the path and the body of each content file."""
    yield HOME, INDEX, content.index.body
    for article in content.articles:
        yield page("articles", article.slug), article.path, article.body
    for topic in content.topics:
        yield page("topics", topic.slug), topic.path, topic.body
    for entity in content.entities:
        yield page(entity.folder, entity.slug), entity.path, entity.body


def _addresses(body: Body) -> Iterator[tuple[str, str, int, int]]:
    """Yield the address of each link and picture, with the kind of its token and the line and column it stands at."""
    lines = body.source.split("\n")
    for token in body.tokens():
        for child in token.children or ():
            address = str(child.attrs.get("href" if child.type == "link_open" else "src", ""))
            if address and child.type in ("link_open", "image"):
                start, end = token.map or (0, 1)
                places = ((number, lines[number].find(address)) for number in range(start, min(end, len(lines))))
                line, column = next((place for place in places if place[1] >= 0), (start, -1))
                yield child.type, address, body.first_line + line, column + 1
