"""Three-way merge of a body, paragraph by paragraph.

Each side is compared with the base as in any three-way merge (Khanna, Kunal and Pierce, *A formal investigation of
diff3*, 2007), with two differences that suit articles: paragraphs are found again by their words, marks aside, so that
an annotator that marks other words moves nothing; and changes to neighbouring paragraphs do not disturb each other.
Where both sides changed marks of one paragraph, these are merged one by one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from builder.content.merge_marks import merge_marks

Paragraph = tuple[str, ...]
"""A line of the body (a paragraph, an item of a list, a row of a table) with the blank lines before it."""

_MARKS = re.compile(r"\[|\]\{\.[^{}]*\}")
GONE = "(no such paragraph)"
"""What is told of a paragraph that the builder would not write any more."""


@dataclass(frozen=True, slots=True)
class _Change:
    """What one side made of paragraphs of the base."""

    start: int
    end: int
    """The first paragraph of the base that is replaced, and the one behind the last; equal where some are put in."""
    instead: list[Paragraph]
    ours: bool


def merge_body(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> tuple[list[str], list[tuple[int, str]]]:
    """Merge the lines of an editor's body with those generated now; both come from ``base``.

    Return the lines and, for each place that both sides changed, the number of its line from 1 and what the builder
    would have written there.
    """
    old = _paragraphs(base)
    changes = [*_changes(old, _paragraphs(ours), ours=True), *_changes(old, _paragraphs(theirs), ours=False)]
    lines: list[str] = []
    conflicts: list[tuple[int, str]] = []
    done = 0
    for start, end, together in _meeting(changes):
        lines += _lines(old[done:start])
        mine, new = (_side(old, start, end, [each for each in together if each.ours is ours]) for ours in (True, False))
        merged = _merged(old[start:end], mine, new)
        if merged is None:
            mine, whole = _with_marks(old[start:end], mine, new)
            merged = mine if whole else None
        if merged is None:
            blank = next((number for number, line in enumerate(_lines(mine)) if line), 0)
            conflicts.append((len(lines) + blank + 1, "\n".join(_lines(new)).strip("\n") or GONE))
        lines += _lines(mine if merged is None else merged)
        done = end
    return [*lines, *_lines(old[done:])], conflicts


def _paragraphs(lines: Sequence[str]) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    start = 0
    for number, line in enumerate(lines):
        if line.strip() or number == len(lines) - 1:
            paragraphs.append(tuple(lines[start : number + 1]))
            start = number + 1
    return paragraphs


def _changes(old: list[Paragraph], new: list[Paragraph], *, ours: bool) -> Iterator[_Change]:
    """Yield what a side changed, each paragraph for itself where as many stand there as before."""
    matcher = SequenceMatcher(None, [_words(each) for each in old], [_words(each) for each in new])
    for _, start, end, first, last in matcher.get_opcodes():
        if end - start != last - first:
            yield _Change(start, end, new[first:last], ours)
            continue
        for number, paragraph in enumerate(new[first:last], start):
            if paragraph != old[number]:
                yield _Change(number, number + 1, [paragraph], ours)


def _meeting(changes: Sequence[_Change]) -> Iterator[tuple[int, int, list[_Change]]]:
    """Yield the changes that touch the same paragraphs, with the first of these and the one behind the last."""
    together: list[_Change] = []
    start = end = 0
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        meets = change.start < end or change.start == change.end == start == end
        if together and not meets:
            yield start, end, together
            together = []
        if not together:
            start, end = change.start, change.end
        together = [*together, change]
        end = max(end, change.end)
    if together:
        yield start, end, together


def _side(old: list[Paragraph], start: int, end: int, changes: Sequence[_Change]) -> list[Paragraph]:
    """Return what a side made of a stretch of the base."""
    paragraphs: list[Paragraph] = []
    for change in changes:
        paragraphs += [*old[start : change.start], *change.instead]
        start = change.end
    return [*paragraphs, *old[start:end]]


def _merged(old: list[Paragraph], mine: list[Paragraph], new: list[Paragraph]) -> list[Paragraph] | None:
    """Return the side that changed, or ``None`` where both did; other marks in what the editor deleted don't count."""
    if mine in (old, new):
        return new
    unchanged = new == old or (not mine and list(map(_words, new)) == list(map(_words, old)))
    return mine if unchanged else None


def _with_marks(old: list[Paragraph], mine: list[Paragraph], new: list[Paragraph]) -> tuple[list[Paragraph], bool]:
    """Return the editor's side with what the builder marks otherwise in it, and whether that is all of it."""
    if not len(old) == len(mine) == len(new) == 1:
        return mine, False
    marks = merge_marks(old[0][-1], mine[0][-1], new[0][-1])
    return ([(*mine[0][:-1], marks.line)], marks.whole) if marks else (mine, False)


def _words(paragraph: Paragraph) -> str:
    return _MARKS.sub("", paragraph[-1])


def _lines(paragraphs: Sequence[Paragraph]) -> list[str]:
    return [line for paragraph in paragraphs for line in paragraph]
