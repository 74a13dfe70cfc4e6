"""Random histories of an article: whatever seeds, annotator and editor do, no line of the editor's disappears."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from builder.content.article import sealed
from builder.content.store import keep_bases, load_bases, load_present, plan_changes, texts_of, write_texts
from builder.project import locate
from builder.urls import Slug

places = st.integers(0, 30)


class History(RuleBasedStateMachine):
    """An article on disk, its seed, and the lines the editor wrote into it."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.project = locate(self.root)
        self.file = self.project.content / "articles" / "a.md"
        self.paragraphs: list[str] = []
        self.agency = 0
        self.edits = 0
        self.written: set[str] = set()

    @initialize(count=st.integers(0, 5))
    def start(self, count: int) -> None:
        self.paragraphs = [f"Paragraph {number}." for number in range(count)]
        self.build()

    @rule()
    def build(self) -> None:
        head = f"---\ntitle: A title\npublisher: unknown\nagency: agency {self.agency}\ntopics: [a, b]\n---\n\n"
        generated = {Slug("a"): sealed(head + "\n\n".join(self.paragraphs) + "\n")}
        present, bases = load_present(self.project), load_bases(self.project)
        changes = plan_changes(generated, present, bases, "content/articles")
        write_texts(self.project, texts_of(self.project, changes))
        keep_bases(self.project, changes)

    @rule(place=places, text=st.sampled_from(["changed", "added", "removed"]))
    def change_the_seed(self, place: int, text: str) -> None:
        at = place % (len(self.paragraphs) + 1)
        if text == "added" or at == len(self.paragraphs):
            self.paragraphs.insert(at, f"Paragraph new {len(self.paragraphs)}.")
        elif text == "changed":
            self.paragraphs[at] += " More."
        else:
            del self.paragraphs[at]

    @rule()
    def upgrade_the_annotator(self) -> None:
        self.agency += 1
        self.paragraphs = [paragraph.replace("Paragraph", "[Paragraph]{.org}", 1) for paragraph in self.paragraphs]

    @rule(place=places, instead=st.booleans())
    def edit_the_body(self, place: int, instead: bool) -> None:
        lines = self.file.read_text().split("\n")
        start = lines.index("---", 1) + 1
        at = start + place % (len(lines) - start + 1)
        self.edits += 1
        line = f"Editor's line {self.edits}."
        if instead and at < len(lines):
            self.written.discard(lines[at])
            lines[at] = line
        else:
            lines.insert(at, line)
        self.written.add(line)
        self.file.write_text("\n".join(lines))

    @rule(key=st.sampled_from(["title", "publisher", "agency"]))
    def edit_the_front_matter(self, key: str) -> None:
        lines = self.file.read_text().split("\n")
        at = next(number for number, line in enumerate(lines) if line.startswith(f"{key}:"))
        self.edits += 1
        self.written.discard(lines[at])
        lines[at] = f"{key}: edit {self.edits}"
        self.written.add(lines[at])
        self.file.write_text("\n".join(lines))

    @rule()
    def lose_the_cache(self) -> None:
        shutil.rmtree(self.project.cache, ignore_errors=True)

    @invariant()
    def the_editors_lines_are_there(self) -> None:
        if self.written:
            assert self.written <= set(self.file.read_text().split("\n"))

    def teardown(self) -> None:
        shutil.rmtree(self.root)


History.TestCase.settings = settings(max_examples=300, stateful_step_count=25, deadline=None)
TestHistories = History.TestCase
