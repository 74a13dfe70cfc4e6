"""The day of publication that the editor settled in the article, in the place of what its seed tells."""

from dataclasses import replace

from builder.ingest.document import Document, Fact
from builder.ingest.given import EDITOR, GIVEN
from builder.ingest.metadata.day_problems import CODES
from builder.problems import Problem, note


def with_editors_day(document: Document, day: str) -> Document:
    """Return a document with the editor's day, and without what there was to look at about another.

    :param day: EDTF, or ``unknown`` where the editor holds it for unknown
    """
    problems = tuple(problem for problem in document.problems if problem.code not in CODES)
    metadata = replace(document.metadata, published=Fact(day, EDITOR, day))
    return replace(document, metadata=metadata, problems=(*problems, *_given_otherwise(document, day)))


def _given_otherwise(document: Document, day: str) -> tuple[Problem, ...]:
    given = document.metadata.published
    if given is None or given.found != GIVEN or given.value == day:
        return ()
    message = f"{given.value} is given for the day of publication, and the article has the editor's {day}, which counts"
    hint = "Correct one of the two."
    return (note(f"seeds/{document.seed}", "date-given-twice", message, line=given.line, hint=hint),)
