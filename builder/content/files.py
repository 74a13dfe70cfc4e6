"""Every content file of a briefing, read from disk into typed values, with a problem for each that can't be read."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import msgspec

from builder.content import front_matter
from builder.content.article import ArticleFile, read_article
from builder.content.schema import EntityFront, IndexFront, TopicFront
from builder.content.settings import read_settings
from builder.content.typed import T
from builder.markdown.tokens import Body, parse_body
from builder.problems import Problem, error, warning
from builder.project import INDEX, Project
from builder.run import Run
from builder.status import Status, status_of
from builder.urls import Slug, slugify

Unwritten = Mapping[Path, str]
"""Texts of files that a dry run would write, by path: they are read in place of what is on disk."""
_ALL_WRITTEN: Unwritten = MappingProxyType({})

ENTITY_FOLDERS = ("people", "organisations", "places", "sources")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the text of an article's file is."""

    file: str
    """Its whole path."""
    path: str
    """As problems name it."""
    unwritten: str | None
    """The text, where it is not to be read from the disk."""

    def slug(self) -> Slug:
        """Return the article's slug."""
        return slugify(self.file.rpartition("/")[2].removesuffix(".md"))

    def status(self) -> Status | None:
        """Return the file's status; ``None`` where it tells nothing of the text."""
        return status_of(self.file) if self.unwritten is None else None

    def text(self) -> tuple[str | None, tuple[Problem, ...]]:
        """Return the file's text; see :func:`read_text`."""
        return read_text(Path(self.file), self.path) if self.unwritten is None else (self.unwritten, ())


ArticleReader = Callable[[Sequence[Place]], tuple[tuple[ArticleFile, ...], tuple[Problem, ...]]]
"""Reads the articles that can be read, and tells what is wrong with any; :func:`read_each` does it, file by file."""


@dataclass(frozen=True, slots=True)
class TopicFile:
    """A file of ``content/topics/``."""

    slug: Slug
    path: str
    front: TopicFront
    body: Body


@dataclass(frozen=True, slots=True)
class EntityFile:
    """A file of ``content/people/``, ``organisations/``, ``places/`` or ``sources/``."""

    folder: str
    slug: Slug
    path: str
    front: EntityFront
    body: Body
    header: str
    """Its front matter as it is written, by which problems find their place."""


@dataclass(frozen=True, slots=True)
class Index:
    """``content/index.md``: the settings and the introduction."""

    front: IndexFront
    body: Body


@dataclass(frozen=True, slots=True)
class Guidance:
    """What the editor's folder holds beside the articles: all that steers how seeds become articles."""

    index: Index
    topics: tuple[TopicFile, ...]
    entities: tuple[EntityFile, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """What the editor's folder holds."""

    index: Index
    articles: tuple[ArticleFile, ...]
    topics: tuple[TopicFile, ...]
    entities: tuple[EntityFile, ...]


def read_text(path: Path, shown: str, unwritten: Unwritten = _ALL_WRITTEN) -> tuple[str | None, tuple[Problem, ...]]:
    """Return a content file's text with line feeds only, or a problem where it is not UTF-8 or can't be opened."""
    if path in unwritten:
        return unwritten[path], ()
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        hint = "save it as UTF-8"
        return None, (error(shown, "encoding", f"the file is not UTF-8 (byte {fault.start})", hint=hint),)
    except OSError as fault:
        return None, (error(shown, "unreadable", f"the file can't be read: {fault.strerror}"),)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "�"), ()


def read_index(project: Project) -> tuple[Index, tuple[Problem, ...]]:
    """Read ``content/index.md``; where it is missing or broken defaults stand in, with a problem that says so."""
    path = project.content / "index.md"
    shown = project.show(path)
    if not path.is_file():
        hint = f"write one ({INDEX}), or start with `briefing new`"
        missing = warning(shown, "index-missing", "there is no content/index.md; defaults are used", hint=hint)
        return Index(IndexFront(), parse_body("")), (missing,)
    text, unread = read_text(path, shown)
    parts, unsplit = front_matter.split(text or "", shown)
    front, unsound = read_settings(parts.header or "", shown)
    return Index(front, parse_body(parts.body, parts.body_line)), (*unread, *unsplit, *unsound)


def read_topics(
    project: Project, unwritten: Unwritten = _ALL_WRITTEN
) -> tuple[tuple[TopicFile, ...], tuple[Problem, ...]]:
    """Read ``content/topics/``, in order of file name."""
    topics: list[TopicFile] = []
    problems: list[Problem] = []
    for path in _markdown_files(project.content / "topics", unwritten):
        shown = project.show(path)
        front, body, _, found = _read(path, shown, TopicFront, unwritten)
        problems.extend(found)
        if front is not None:
            topics.append(TopicFile(slugify(path.stem), shown, front, body))
    return tuple(topics), tuple(problems)


def read_entities(project: Project) -> tuple[tuple[EntityFile, ...], tuple[Problem, ...]]:
    """Read the editor's files on entities and publishers, by folder and file name."""
    entities: list[EntityFile] = []
    problems: list[Problem] = []
    for folder in ENTITY_FOLDERS:
        for path in _markdown_files(project.content / folder):
            shown = project.show(path)
            front, body, header, found = _read(path, shown, EntityFront)
            problems.extend(found)
            if front is not None:
                entities.append(EntityFile(folder, slugify(path.stem), shown, front, body, header))
    return tuple(entities), tuple(problems)


def read_articles(
    project: Project, unwritten: Unwritten = _ALL_WRITTEN, read: ArticleReader | None = None
) -> tuple[tuple[ArticleFile, ...], tuple[Problem, ...]]:
    """Read ``content/articles/``, in order of file name; ``read`` may know some files' articles already."""
    folder = project.content / "articles"
    above, texts = project.show(folder), {path.name: text for path, text in unwritten.items() if path.parent == folder}
    names = _markdown_names(folder, unwritten)
    places = [Place(f"{folder}/{name}", f"{above}/{name}", texts.get(name)) for name in names]
    return (read or read_each)(places)


def read_each(places: Sequence[Place]) -> tuple[tuple[ArticleFile, ...], tuple[Problem, ...]]:
    """Read articles file by file."""
    articles: list[ArticleFile] = []
    problems: list[Problem] = []
    for place in places:
        text, found = place.text()
        problems.extend(found)
        if text is None:
            continue
        article, found = read_article(place.slug(), text, place.path)
        problems.extend(found)
        if article is not None:
            articles.append(article)
    return tuple(articles), tuple(problems)


def read_guidance(project: Project, run: Run) -> Guidance:
    """Read the settings and the files on topics and entities as they are now."""
    return Guidance(
        index=run.gather(read_index(project)),
        topics=run.gather(read_topics(project)),
        entities=run.gather(read_entities(project)),
    )


def read_content(
    project: Project,
    run: Run,
    guidance: Guidance,
    unwritten: Unwritten,
    instead: Mapping[str, str],
    read: ArticleReader,
) -> Content:
    """Read the articles as they are now beside what was read before; ``instead`` goes before the index's settings."""
    index = guidance.index
    return Content(
        index=Index(msgspec.structs.replace(index.front, **instead), index.body),
        articles=run.gather(read_articles(project, unwritten, read)),
        topics=guidance.topics,
        entities=guidance.entities,
    )


def article_names(project: Project) -> tuple[str, ...]:
    """Return the names of the articles' files, in order."""
    return tuple(_markdown_names(project.content / "articles"))


def same_slugs(content: Content) -> Iterator[Problem]:
    """Yield a problem for each file whose name makes the slug of another one of its folder."""
    owners: dict[tuple[str, str], str] = {}
    files = [
        *(("articles", file.slug, file.path) for file in content.articles),
        *(("topics", file.slug, file.path) for file in content.topics),
        *((file.folder, file.slug, file.path) for file in content.entities),
    ]
    for folder, slug, path in files:
        owner = owners.setdefault((folder, slug), path)
        if owner != path:
            hint = "rename one of the two files"
            yield error(path, "slug-twice", f"its address is that of {owner} already", hint=hint)


def _markdown_files(folder: Path, unwritten: Unwritten = _ALL_WRITTEN) -> Iterator[Path]:
    yield from (folder / name for name in _markdown_names(folder, unwritten))


def _markdown_names(folder: Path, unwritten: Unwritten = _ALL_WRITTEN) -> list[str]:
    names = {path.name for path in unwritten if path.parent == folder}
    if folder.is_dir():
        with os.scandir(folder) as entries:
            names.update(entry.name for entry in entries if entry.is_file())
    return sorted(name for name in names if name.endswith(".md") and not name.startswith("."))


def _read(
    path: Path, shown: str, kind: type[T], unwritten: Unwritten = _ALL_WRITTEN
) -> tuple[T | None, Body, str, tuple[Problem, ...]]:
    """Return a file's front matter in its type, its body, and its front matter as it is written."""
    text, problems = read_text(path, shown, unwritten)
    if text is None:
        return None, parse_body(""), "", problems
    parts, problems = front_matter.split(text, shown)
    if problems:
        return None, parse_body(""), "", problems
    body, header = parse_body(parts.body, parts.body_line), parts.header or ""
    front, problems = front_matter.read(header, kind, shown)
    return front, body, header, problems
