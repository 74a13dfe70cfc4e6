"""Who marks refer to: a slug that nobody else uses, and that is nearly somebody's, is probably a slip of the pen."""

from collections.abc import Iterator
from difflib import get_close_matches

from builder.briefing.entities import KINDS
from builder.briefing.model import Briefing, EntityKind
from builder.content.files import Content
from builder.problems import Problem, did_you_mean, note
from builder.urls import slugify

ALIKE = 0.85
"""Likeness of two slugs, 0 to 1 as of :mod:`difflib`, from which on one may be meant for the other."""


def check_references(briefing: Briefing, content: Content) -> Iterator[Problem]:
    """Yield a note at the mark for each ``by`` that names nobody, and each ``ref`` that seems to be misspelt."""
    speakers = sorted(entity.slug for entity in briefing.entities)
    known = frozenset(speakers)
    single, others = _by_use(briefing, content)
    for file in content.articles:
        for passage in file.body.passages:
            for span, (line, column) in zip(passage.spans, passage.places, strict=True):
                by, kind = span.value("by"), KINDS.get(span.label)
                # A slug that names nobody is a slip of the pen; words with a space are meant as words.
                if by and "-" in by and " " not in by and by not in known:
                    hint = did_you_mean(by, speakers, "name the entity by the slug of its page")
                    message = f"nobody is called “{by}”"
                    yield note(file.path, "speaker-unknown", message, line=line, column=column, hint=hint)
                # What the annotator wrote is no slip.
                elif kind and not file.untouched and (kind, ref := span.value("ref")) in single:
                    near = get_close_matches(ref, others[kind], 1, ALIKE)
                    if near and ref != slugify(passage.text[span.start : span.end], ""):
                        message, hint = f"nothing else is called “{ref}”", f"did you mean “{near[0]}”?"
                        yield note(file.path, "ref-unknown", message, line=line, column=column, hint=hint)


def _by_use(
    briefing: Briefing, content: Content
) -> tuple[frozenset[tuple[EntityKind, str]], dict[EntityKind, list[str]]]:
    """Return the entities that a single mark names and no file, and the slugs of all others, by kind."""
    files = {(file.folder, file.slug) for file in content.entities}
    single = frozenset(
        (entity.kind, entity.slug)
        for entity in briefing.entities
        if len(entity.mentions) == 1 and (entity.kind.value, entity.slug) not in files
    )
    others: dict[EntityKind, list[str]] = {kind: [] for kind in EntityKind}
    for entity in briefing.entities:
        if (entity.kind, entity.slug) not in single:
            others[entity.kind].append(entity.slug)
    return single, others
