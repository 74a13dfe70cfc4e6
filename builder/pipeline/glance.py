"""A glance at an edited article before the briefing is made again: its page alone, from what the last build knew.

It is taken where one article's file has changed and nothing else, in nothing but what its own page shows, and where
nothing is wrong with it. All else is left to the build that follows.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from msgspec.structs import replace as replaced

from builder.annotate.span import Label
from builder.briefing.checks import problems_of, require_review
from builder.content.article import ArticleFile, read_article
from builder.content.files import Content, read_text
from builder.content.schema import ArticleFront
from builder.content.verify import verify
from builder.ingest.folder import seed_at
from builder.memo import Memo
from builder.pages.body_links import check_body_links
from builder.pages.catalogue import Catalogue
from builder.pages.glance import glance
from builder.problems import BuildError, Problem, Severity
from builder.project import Project
from builder.site.audience import Audience, Early
from builder.site.output import holds
from builder.site.render import Renderer
from builder.urls import PagePath, page

_OWN: Final = ("title", "language", "url", "retrieved", "archive", "review", "generated")
"""Front matter that decides nothing beside how the article itself is shown."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the site was made from that was published last."""

    content: Content
    found: Catalogue
    renderer: Renderer
    paths: frozenset[PagePath]
    """All that an editor may link to."""
    beside: frozenset[PagePath]
    """What is put beside pages: styles, scripts, pictures."""


def show_glance(project: Project, changed: Collection[Path], audience: Audience, memo: Memo) -> None:
    """Show the page of the article that has changed since the last build, if it is looked at and can be made yet.

    ``changed`` are all files that have changed, and the folders that files came into or went from.
    """
    ground, files = memo.last(Ground), [path for path in changed if not path.is_dir()]
    if ground is None or len(files) != 1:
        return
    shown = project.show(files[0])
    before = next((one for one in ground.content.articles if one.path == shown), None)
    if before is None or (path := page("articles", before.slug)) not in audience.pages():
        return
    now = _read(files[0], before)
    if now is None or _is_in_doubt(project, ground, before, now):
        return
    try:
        data = _page(ground, now)
    except BuildError:
        return
    if not holds(project.output / path, data):
        audience.show(Early({path: data}, ground.beside))


def _read(path: Path, before: ArticleFile) -> ArticleFile | None:
    """Return an article as it is now; ``None`` where it can't be read or has changed in more than its own page."""
    text, _ = read_text(path, before.path)
    now, _ = read_article(before.slug, text, before.path) if text is not None else (None, ())
    return now if now and _own(now.front, before.front) == before.front else None


def _own(now: ArticleFront, before: ArticleFront) -> ArticleFront:
    """Return front matter with what decides nothing else as it was before."""
    return replaced(now, **{name: getattr(before, name) for name in _OWN})


def _is_in_doubt(project: Project, ground: Ground, before: ArticleFile, now: ArticleFile) -> bool:
    """Return whether the article may keep the site from being published."""
    alone = replace(ground.content, articles=(now,))
    topics = tuple(topic.slug for topic in ground.content.topics)
    problems: list[Problem] = [*problems_of(now, topics), *check_body_links(alone, ground.paths)]
    if now.front.seed and not _quotes(now) <= _quotes(before):
        seed = seed_at(project, now.front.seed.file)
        problems += verify([now], [seed] if seed else [])
    try:
        require_review(alone)
    except BuildError as refused:
        problems += refused.problems
    return any(problem.severity is Severity.ERROR for problem in problems)


def _quotes(file: ArticleFile) -> frozenset[str]:
    return frozenset(
        passage.text[span.start : span.end]
        for passage in file.body.passages
        for span in passage.spans
        if span.label is Label.QUOTE
    )


def _page(ground: Ground, now: ArticleFile) -> bytes:
    """Return the page of an article as it is now among all that was known before."""
    planned, found = glance(ground.found, now, ground.content)
    return ground.renderer.making(planned)(found)
