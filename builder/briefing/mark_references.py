"""Who marks refer to: a slug that nobody else uses, and that is nearly somebody's, is probably a slip of the pen."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from builder.briefing.entities import KINDS
from builder.briefing.model import Briefing, EntityKind
from builder.content.article import ArticleFile
from builder.content.files import Content
from builder.memo import Memo
from builder.problems import Problem, did_you_mean, note
from builder.urls import slugify

ALIKE = 0.85
"""Likeness of two slugs, 0 to 1 as of :mod:`difflib`, from which on one may be meant for the other."""


@dataclass(frozen=True, slots=True)
class _Reference:
    """A slug that a mark names somebody or something by."""

    slug: str
    kind: EntityKind | None
    """What it names; ``None`` for a speaker, who may be anyone."""
    line: int
    column: int


def check_references(briefing: Briefing, content: Content, memo: Memo) -> Iterator[Problem]:
    """Yield a note at the mark for each ``by`` that names nobody, and each ``ref`` that seems to be misspelt."""
    speakers = sorted(entity.slug for entity in briefing.entities)
    known = frozenset(speakers)
    single, others = _by_use(briefing, content)
    for file in content.articles:
        for found in memo.take((_references, file.path), _references, file):
            if found.kind is None and found.slug not in known:
                hint = did_you_mean(found.slug, speakers, "name the entity by the slug of its page")
                message = f"nobody is called “{found.slug}”"
                yield note(file.path, "speaker-unknown", message, line=found.line, column=found.column, hint=hint)
            elif found.kind and (found.kind, found.slug) in single:
                near = get_close_matches(found.slug, others[found.kind], 1, ALIKE)
                if near:
                    message, hint = f"nothing else is called “{found.slug}”", f"did you mean “{near[0]}”?"
                    yield note(file.path, "ref-unknown", message, line=found.line, column=found.column, hint=hint)


def _references(file: ArticleFile) -> tuple[_Reference, ...]:
    """Return the slugs in an article's marks that may be slips of the pen."""
    found: list[_Reference] = []
    for passage in file.body.passages:
        for span, place in zip(passage.spans, passage.places, strict=True):
            if not span.values:
                continue
            by, kind, ref = span.value("by"), KINDS.get(span.label), span.value("ref")
            # Words with a space are meant as words; what the annotator wrote is no slip.
            if by and "-" in by and " " not in by:
                found.append(_Reference(by, None, *place))
            elif kind and not file.untouched and ref and ref != slugify(passage.text[span.start : span.end], ""):
                found.append(_Reference(ref, kind, *place))
    return tuple(found)


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
