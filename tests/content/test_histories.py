"""Random histories of a briefing: whatever seeds, builder and editor do, nothing that somebody wrote disappears.

After every build each line of the editor's stands in its file, what the builder wrote anew stands there too or is told
as a conflict, what nobody touched is as generated, and what was deleted stays deleted. Thousands of histories run in
memory, with articles made in the simplest way; some of them run on disk, with all that a build does.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Protocol

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.annotate.span import Label, Span
from builder.content.article import is_untouched, write_article
from builder.content.convert import name_articles
from builder.content.origins import origins_of
from builder.content.outcomes import plan_changes, take_generated
from builder.content.refresh import refresh
from builder.content.store import load_bases
from builder.ingest.document import Block, BlockKind, Document, Fact, Metadata
from builder.problems import BuildError, Problem
from builder.project import locate
from builder.run import Run
from builder.urls import Slug
from tests.folders import write

MARKS = re.compile(r"\[|\]\{[^}]*\}")
MARK = re.compile(r"\[[^][]*\]\{[^}]*\}")
REWRITTEN = ("generated:", "topics:", "seed:", "  ", "-")
"""Keys whose lines are made anew from both sides, or tell of the seed."""
NAMES = ("Ada Lund", "Lind", "Bo Ek")


@dataclass
class Files:
    """What lies in a briefing's folder."""

    seeds: dict[str, str] = field(default_factory=dict)
    articles: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    """A name that the editor taught the annotator, by slug."""
    rights: str = "full"


class Builder(Protocol):
    bases: dict[Slug, str]
    """The texts generated last time."""

    def build(self, files: Files, giving_up: Sequence[str]) -> Sequence[Problem]:
        """Bring the articles up to date; return what is told."""

    def lose_the_cache(self) -> None:
        """Forget the texts generated last time."""


class InMemory:
    """A builder whose seeds are plain, and whose annotator knows the names it was taught."""

    def __init__(self) -> None:
        self.bases: dict[Slug, str] = {}

    def build(self, files: Files, giving_up: Sequence[str]) -> Sequence[Problem]:
        present: Mapping[Slug, str | None] = {Slug(slug): text for slug, text in files.articles.items()}
        documents = [document(name, text) for name, text in files.seeds.items()]
        slugs, _ = name_articles(documents, origins_of(present, self.bases, {}))
        people = tuple(files.people.items())
        generated = {
            slug: written(name, text, people, files.rights)
            for slug, (name, text) in zip(slugs, files.seeds.items(), strict=True)
        }
        if not set(giving_up) <= set(generated):
            raise BuildError([])
        changes = plan_changes(generated, present, self.bases, "content/articles")
        changes = take_generated(changes, [Slug(slug) for slug in giving_up])
        files.articles.update({change.slug: change.text for change in changes if change.text is not None})
        kept = {slug: text for slug, text in self.bases.items() if slug in files.articles or not changes}
        self.bases = kept | generated
        return [problem for change in changes for problem in change.problems]

    def lose_the_cache(self) -> None:
        self.bases = {}


@cache
def document(name: str, text: str) -> Document:
    head, *paragraphs = text.strip().split("\n\n")
    title, publisher = (Fact(line.partition(": ")[2], "given") for line in head.split("\n")[1:3])
    blocks = tuple(Block(BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs)
    return Document(name, sha256(text.encode()).hexdigest(), blocks, (), Metadata(title=title, publisher=publisher))


@cache
def written(name: str, text: str, people: tuple[tuple[str, str], ...], rights: str) -> str:
    """Return the article of a seed, in which the names of some people are marked."""
    each = document(name, text)
    return write_article(each, spans(each, people), [], rights)


def spans(each: Document, people: Sequence[tuple[str, str]]) -> Sequence[Span]:
    found = [
        Span(match.start(), match.end(), Label.PERSON, (("ref", slug),))
        for slug, name in people
        for match in re.finditer(name, each.text)
    ]
    return sorted(found, key=lambda span: span.start)


class OnDisk:
    """The builder as it is."""

    def __init__(self, root: Path) -> None:
        self.project = locate(root)
        self.bases: dict[Slug, str] = {}

    def build(self, files: Files, giving_up: Sequence[str]) -> Sequence[Problem]:
        settings = f"---\ntitle: T\nas_of: 2024-06-30\nrights: {files.rights}\n---\n"
        write(self.project.content / "index.md", settings)
        articles = self.project.content / "articles"
        people = {f"{slug}.md": f"---\nname: {name}\n---\n" for slug, name in files.people.items()}
        for folder, texts in (
            (self.project.seeds, files.seeds),
            (articles, {f"{slug}.md": text for slug, text in files.articles.items()}),
            (self.project.content / "people", people),
        ):
            rmtree(folder, ignore_errors=True)
            for name, text in texts.items():
                write(folder / name, text)
        run = Run()
        named = [articles / f"{slug}.md" for slug in giving_up]
        refresh(self.project, run, lambda *_: None, jobs=1, dry_run=False, giving_up=named)
        files.articles = {path.stem: path.read_text() for path in sorted(articles.glob("*.md"))}
        self.bases = load_bases(self.project)
        return run.problems

    def lose_the_cache(self) -> None:
        rmtree(self.project.cache, ignore_errors=True)
        self.bases = {}


class History:
    """A briefing's files and who wrote what in them."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.files = Files()
        self.count = 0
        self.written: dict[str, set[str]] = defaultdict(set)
        """By article, the lines that the editor wrote."""
        self.topics: dict[str, set[str]] = defaultdict(set)
        """By article, the topics that the editor added."""
        self.known: dict[str, str] = {}
        """The seeds at the last build, by the names they have now."""
        self.paths: set[str] = set()
        """What the seeds were called at the last build."""
        self.gone: set[str] = set()
        """Seeds whose articles the editor deleted."""
        self.bring_a_seed(0)
        self.bring_a_seed(1)
        self.build(0)

    def seed(self, place: int) -> str:
        return sorted(self.files.seeds)[place % len(self.files.seeds)] if self.files.seeds else ""

    def article(self, place: int) -> str:
        return sorted(self.files.articles)[place % len(self.files.articles)] if self.files.articles else ""

    # What happens to seeds and to what the builder knows.

    def bring_a_seed(self, _place: int) -> None:
        self.count += 1
        head = f"---\ntitle: Title {self.count}\npublisher: Paper\npublished: 2024-05-03\n---\n"
        body = [f"Ada Lund went to Lind {self.count} times, and part {part} was long." for part in range(2)]
        self.files.seeds[f"seed{self.count}.txt"] = head + "\n" + "\n\n".join(body) + "\n"

    def change_a_seed(self, place: int) -> None:
        if name := self.seed(place):
            self.count += 1
            parts = self.files.seeds[name].split("\n\n")
            at = place % len(parts)
            match place % 4:
                case 0:
                    parts[at] += f"\n\nBo Ek came {self.count} days later, and it rained."
                case 1 if len(parts) > 2 and at:
                    del parts[at]
                case 2:
                    parts[0] = re.sub("publisher: .*", f"publisher: Paper {self.count}", parts[0])
                case _:
                    parts[at] = parts[at].replace("was long", f"was {self.count} days long")
            self.files.seeds[name] = "\n\n".join(parts)

    def retitle_a_seed(self, place: int) -> None:
        if name := self.seed(place):
            self.count += 1
            self.files.seeds[name] = re.sub("title: .*", f"title: Title {self.count}", self.files.seeds[name])

    def rename_a_seed(self, place: int) -> None:
        if name := self.seed(place):
            self.count += 1
            new = f"renamed{self.count}.txt"
            self.files.seeds[new] = self.files.seeds.pop(name)
            self.known[new] = self.known.pop(name, "")
            if name in self.gone:
                self.gone ^= {name, new}

    def remove_a_seed(self, place: int) -> None:
        if name := self.seed(place):
            del self.files.seeds[name]
            self.gone.discard(name)

    def teach_a_name(self, place: int) -> None:
        self.files.people[f"person-{place % 5}"] = NAMES[place % 3]
        for slug in [slug for slug, name in self.files.people.items() if name == NAMES[place % 3]][:-1]:
            del self.files.people[slug]

    def set_the_rights(self, place: int) -> None:
        self.files.rights = ("full", "excerpt", "none")[place % 3]

    def lose_the_cache(self, _place: int) -> None:
        self.builder.lose_the_cache()
        self.gone.clear()

    # What the editor does.

    def put(self, slug: str, lines: list[str], at: int, line: str, *, instead: bool = False) -> None:
        """Write a line of the editor's into an article, maybe in place of another."""
        if instead:
            self.written[slug].discard(lines[at])
            lines[at] = line
        else:
            lines.insert(at, line)
        self.written[slug].add(line)
        self.files.articles[slug] = "\n".join(lines)

    def edit_the_body(self, place: int) -> None:
        if slug := self.article(place):
            self.count += 1
            lines = self.files.articles[slug].split("\n")
            start = lines.index("---", 1) + 1
            at = start + place % (len(lines) - start + 1)
            self.put(slug, lines, at, f"Editor's line {self.count}.", instead=bool(place % 2) and at < len(lines))

    def cut_the_body(self, place: int) -> None:
        """Delete a paragraph, split it, or join it with the next."""
        if slug := self.article(place):
            lines = self.files.articles[slug].split("\n")
            words = [at for at in range(lines.index("---", 1) + 1, len(lines)) if lines[at]]
            if not words:
                return
            at = words[place % len(words)]
            joined = lines[at : at + 3]
            match place % 3:
                case 0:
                    cut = joined[:1]
                    lines[at : at + 1] = []
                case 1:
                    cut = joined[:1]
                    lines[at : at + 1] = lines[at].replace(", ", ",\n\n", 1).split("\n")
                case _:
                    cut = joined
                    lines[at : at + 3] = [" ".join(line for line in joined if line)]
            self.written[slug] -= set(cut) - set(lines)
            self.files.articles[slug] = "\n".join(lines)

    def edit_the_front_matter(self, place: int) -> None:
        """Change a value, or write a comment above its key or behind it."""
        if slug := self.article(place):
            self.count += 1
            key = ("title", "publisher", "agency", "published_from")[place % 4]
            lines = self.files.articles[slug].split("\n")
            at = next(number for number, line in enumerate(lines) if line.startswith(f"{key}:"))
            match place % 3:
                case 0:
                    self.put(slug, lines, at, f"{key}: edit {self.count}", instead=True)
                case 1:
                    self.put(slug, lines, at, f"# comment {self.count}")
                case _ if lines[at] not in self.written[slug]:
                    lines[at] += f"  # remark {self.count}"
                    self.files.articles[slug] = "\n".join(lines)
                case _:
                    pass

    def settle_the_day(self, place: int) -> None:
        if slug := self.article(place):
            self.count += 1
            lines = self.files.articles[slug].split("\n")
            at = next(number for number, line in enumerate(lines) if line.startswith("published:"))
            self.put(slug, lines, at, f"published: {2000 + self.count}-02-0{place % 9 + 1}", instead=True)

    def add_a_topic(self, place: int) -> None:
        if slug := self.article(place):
            self.count += 1
            topic = f"topic{self.count}"
            text = re.sub(r"topics: \[(.+)\]", rf"topics: [{topic}, \1]", self.files.articles[slug])
            self.files.articles[slug] = text.replace("topics: []", f"topics: [{topic}]")
            self.topics[slug].add(topic)

    def rename_an_article(self, place: int) -> None:
        if slug := self.article(place):
            self.count += 1
            new = f"article{self.count}"
            self.files.articles[new] = self.files.articles.pop(slug)
            self.written[new] = self.written.pop(slug, set())
            self.topics[new] = self.topics.pop(slug, set())

    def delete_an_article(self, place: int) -> None:
        if slug := self.article(place):
            text = self.files.articles.pop(slug)
            self.written.pop(slug, None)
            self.topics.pop(slug, None)
            name = next(line for line in text.split("\n") if line.startswith("  file: ")).removeprefix("  file: ")
            if name in self.files.seeds and self.builder.bases:
                self.gone.add(name)

    # What the builder does, and what holds then.

    def build(self, _place: int, *giving_up: str) -> None:
        old, before = dict(self.builder.bases), dict(self.files.articles)
        renamed = {name for name in self.gone if name not in self.paths}
        # A seed that was renamed and changed at once is another one.
        self.gone -= {name for name in renamed if self.files.seeds[name] != self.known[name]}
        problems = self.builder.build(self.files, giving_up)
        self.known, self.paths = dict(self.files.seeds), set(self.files.seeds)
        for slug in giving_up:
            self.written.pop(slug, None)
            self.topics.pop(slug, None)
        told = {line for problem in problems if problem.code == "merge-conflict" for line in problem.hint.split("\n")}
        self.check_the_editors()
        for slug, new in self.builder.bases.items():
            if slug in before and slug in old and slug not in giving_up:
                now = self.files.articles[slug]
                self.check_the_builders(old[slug], before[slug], new, now, told)

    def take_what_is_generated(self, place: int) -> None:
        if slug := self.article(place):
            with suppress(BuildError):
                self.build(0, slug)

    def check_the_editors(self) -> None:
        for slug, text in self.files.articles.items():
            lines = set(text.split("\n"))
            assert self.written.get(slug, set()) <= lines
            assert all(topic in text for topic in self.topics.get(slug, set()))
            assert not is_untouched(text) or self.builder.bases.get(Slug(slug), text) == text
            assert not {f"  file: {name}" for name in self.gone} & lines
        assert {slug for slug, lines in self.written.items() if lines} <= self.files.articles.keys()

    def check_the_builders(self, old: str, mine: str, new: str, now: str, told: set[str]) -> None:
        """What the builder writes otherwise than last time is in the file or told, unless the editor deleted it.

        Of a paragraph in the same words that is each mark which was not there last time; what it marks no more is gone.
        """
        before, kept, found = (marks_by_words(text.split("\n")) for text in (old, mine, now))
        hints = marks_by_words(told)
        for words, marks in marks_by_words(new.split("\n")).items():
            was = before.get(words, set())
            there = words in found and marks - was <= found[words] and (was - marks).isdisjoint(found[words])
            remark = any(one.startswith(f"{words}  # remark") for one in found)
            deleted = words in before and words not in kept
            assert there or words in hints or words.startswith(REWRITTEN) or remark or deleted, (words, marks, now)


def marks_by_words(lines: Iterable[str]) -> dict[str, set[str]]:
    """Return the marks of each line, by its words without them."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        found[MARKS.sub("", line)].update(MARK.findall(line))
    return dict(found)


ACTIONS = [name for name in vars(History) if re.search("_(an?|the)_", name) and not name.startswith("check")]
ACTIONS += ["build", "build", "build", "take_what_is_generated"]
STEPS = st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 23)), min_size=1, max_size=10)


def live(builder: Builder, steps: Sequence[tuple[str, int]]) -> None:
    history = History(builder)
    for name, place in steps:
        getattr(history, name)(place)
    history.build(0)


@settings(max_examples=2500, deadline=None)
@given(STEPS)
def test_histories_in_memory(steps: list[tuple[str, int]]) -> None:
    live(InMemory(), steps)


@settings(max_examples=100, deadline=None)
@given(STEPS)
def test_histories_on_disk(steps: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        live(OnDisk(Path(folder)), steps)
