"""Links that an editor wrote: each leads to something the site will have."""

import posixpath
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from builder.content.files import Content
from builder.markdown.tokens import Body
from builder.pages.linker import target_of
from builder.problems import Problem, error
from builder.project import INDEX
from builder.urls import PagePath, page


def check_body_links(content: Content, paths: Collection[PagePath]) -> Iterator[Problem]:
    """Yield a problem at line and column for each link of a content file that leads to none of the site's files."""
    paragraphs = {page("articles", article.slug): len(article.body.passages) for article in content.articles}
    for folder, path, body in _bodies(content):
        for address, line, column in _addresses(body):
            target = target_of(folder, address)
            if target is None:
                continue
            if target[0] in paths:
                yield from _paragraph(path, address, target, paragraphs, line, column)
            else:
                near = get_close_matches(target[0], sorted(paths), 1)
                wrong = "link to a file of content/, or to a whole address"
                hint = f"did you mean {_written(near[0], folder, address)}?" if near else wrong
                message = f"the link “{address}” leads nowhere"
                yield error(path, "link-dead", message, line=line, column=column, hint=hint)


def _written(target: str, folder: str, address: str) -> str:
    """Return the address of a file of the site as an editor writes it in a folder of ``content/``."""
    written = f"{target.removesuffix('.html')}.md" if ".md" in address else target
    return posixpath.relpath(written, folder or ".")


def _paragraph(
    path: str, address: str, target: tuple[PagePath, str], paragraphs: Mapping[PagePath, int], line: int, column: int
) -> Iterator[Problem]:
    """Yield a problem where a link names a paragraph that its article doesn't have."""
    number = target[1].removeprefix("p")
    last = paragraphs.get(target[0])
    if last is not None and number != target[1] and number.isdecimal() and not 1 <= int(number) <= last:
        hint = f"its paragraphs are p1 to p{last}"
        message = f"the link “{address}” names a paragraph that is not there"
        yield error(path, "anchor-dead", message, line=line, column=column, hint=hint)


def _bodies(content: Content) -> Iterator[tuple[str, str, Body]]:
    """Yield the folder below ``content/``, the path and the body of each content file."""
    yield "", INDEX, content.index.body
    for article in content.articles:
        yield "articles", article.path, article.body
    for topic in content.topics:
        yield "topics", topic.path, topic.body
    for entity in content.entities:
        yield entity.folder, entity.path, entity.body


def _addresses(body: Body) -> Iterator[tuple[str, int, int]]:
    """Yield the address of each link and picture, with the line and column it stands at."""
    lines = body.source.split("\n")
    for token in () if body.plain else body.tokens():
        for child in token.children or ():
            address = str(child.attrs.get("href" if child.type == "link_open" else "src", ""))
            if address and child.type in ("link_open", "image"):
                start, end = token.map or (0, 1)
                places = ((number, lines[number].find(address)) for number in range(start, min(end, len(lines))))
                line, column = next((place for place in places if place[1] >= 0), (start, -1))
                yield address, body.first_line + line, column + 1
