"""What becomes of the articles on disk when their seeds are generated anew: edits stay, whatever happens.

From the files as they are, the texts last generated and the texts generated now to a list of changes; nothing is
written here.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from difflib import unified_diff

from builder.content.article import is_untouched
from builder.content.bases import base_finder, former_slugs, seal_of
from builder.content.changes import Change, Outcome
from builder.content.front_matter import has_front_matter, place_of, split
from builder.content.merge import merge
from builder.problems import Problem, note, warning
from builder.urls import Slug


def plan_changes(
    generated: Mapping[Slug, str], present: Mapping[Slug, str | None], bases: Mapping[Slug, str], folder: str
) -> tuple[Change, ...]:
    """Decide what becomes of each generated article.

    ``present`` holds the articles' files as they are (``None``: it can't be read), ``bases`` the texts generated
    last time, ``folder`` the articles' folder as problems name it.
    """
    base_of, former = base_finder(bases), former_slugs(bases, present)
    changes: list[Change] = []
    for slug, text in generated.items():
        mine = present.get(slug)
        if slug in present and (mine is None or not has_front_matter(mine)):
            changes.append(Change(slug, Outcome.KEPT, None, text, waits=True))
        else:
            base = bases.get(slug) if mine is None else base_of(slug, mine)
            change = _plan(slug, text, mine, base, f"{folder}/{slug}.md")
            was = former.get(seal_of(mine)) if mine and slug not in bases else None
            told = _renamed(mine, was, f"{folder}/{slug}.md") if mine and was else ()
            changes.append(replace(change, problems=(*change.problems, *told)) if told else change)
    return tuple(changes)


def _renamed(text: str, was: Slug, path: str) -> tuple[Problem, ...]:
    """Return a warning of a former address of which an article's front matter does not say that it leads there."""
    header = split(text, path)[0].header or ""
    address = f"articles/{was}.html"
    if address in header:
        return ()
    line, _ = place_of(header, "aliases")
    hint = f"write `aliases: [{address}]` in its front matter, and links to the old address lead here"
    message = f"the article was renamed: there is no page {address} any more"
    return (warning(path, "article-renamed", message, line=line, hint=hint),)


def take_generated(changes: Sequence[Change], slugs: Collection[Slug]) -> tuple[Change, ...]:
    """Return the changes with the editor's side given up for some articles."""
    return tuple(
        Change(change.slug, Outcome.CHANGED, change.generated, change.generated) if change.slug in slugs else change
        for change in changes
    )


def difference(change: Change, present: Mapping[Slug, str | None], folder: str) -> str:
    """Return a unified diff from an article's file to the text generated for it; empty where they are alike."""
    mine = (present.get(change.slug) or "").splitlines(keepends=True)
    path = f"{folder}/{change.slug}.md"
    lines = unified_diff(mine, change.generated.splitlines(keepends=True), path, f"{path} (generated)")
    return "".join(lines)


def _plan(slug: Slug, generated: str, present: str | None, base: str | None, path: str) -> Change:
    if present is None:
        if base is None:
            return Change(slug, Outcome.NEW, generated, generated)
        hint = f"to have it again: briefing build --take-generated {path}"
        gone = note(path, "article-removed", "the article was removed by hand and is not made again", hint=hint)
        return Change(slug, Outcome.REMOVED, None, generated, (gone,))
    if present == generated or base == generated:
        return Change(slug, Outcome.KEPT, None, generated)
    if is_untouched(present):
        return Change(slug, Outcome.CHANGED, generated, generated)
    if base is None:
        if seal_of(present) == seal_of(generated):
            return Change(slug, Outcome.KEPT, None, generated)
        hint = "compare it with its seed; the next change will be merged"
        lost = warning(path, "edit-without-base", "the edited article was not brought up to date", hint=hint)
        return Change(slug, Outcome.KEPT, None, generated, (lost,))
    merged = merge(base, present, generated)
    problems = tuple(
        warning(path, "merge-conflict", "the edit was kept; the builder has another text here", line=line, hint=theirs)
        for line, theirs in merged.conflicts
    )
    outcome = Outcome.KEPT if merged.text == present else Outcome.CHANGED
    return Change(slug, outcome, merged.text if outcome is Outcome.CHANGED else None, generated, problems)
