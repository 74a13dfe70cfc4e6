"""What a person should know about how the day of publication was found, or why it was not."""

from collections.abc import Sequence
from typing import Final

from builder.ingest.document import Fact
from builder.ingest.metadata.candidate import Candidate, Doubt
from builder.problems import Problem, note

_DOUBTS: Final = {
    Doubt.ZONE: (
        "date-zone",
        "Give the day as “published” in the article, or set the briefing's time zone.",
    ),
    Doubt.ORDER: ("date-ambiguous", "Give the day as “published” in the article."),
}
CODES: Final = frozenset({"date-of-update", "date-candidates", "date-zone", "date-ambiguous"})
"""Of these problems: they have nothing to say about a day that is given."""


def problems_of_day(taken: Fact | None, candidates: Sequence[Candidate], path: str) -> tuple[Problem, ...]:
    """Say which of several days was taken, and why; or why the day that the page shows was not.

    :param taken: the day of publication as the article itself tells it
    :param candidates: the days that may be it, likeliest first
    :param path: the seed's, for problems
    """
    if taken is None:
        return tuple(_doubt(candidate, path) for candidate in candidates[:1])
    others = {other.value: other for other in reversed(candidates) if other.value not in ("", taken.value.rstrip("?"))}
    updated = (_update(taken, path),) if taken.value.endswith("?") else ()
    if not others:
        return updated
    named = ", ".join(f"{value} ({other.fact().found})" for value, other in sorted(others.items()))
    message = f"{taken.value} was taken for the day of publication ({taken.found}); the page also has {named}"
    return (*updated, note(path, "date-candidates", message, line=taken.line))


def _update(taken: Fact, path: str) -> Problem:
    message = (
        f"the page tells only when it was changed (“{taken.evidence}”): {taken.value} is a likely day of publication"
    )
    hint = "Give the day as “published” in the article where you know it."
    return note(path, "date-of-update", message, line=taken.line, hint=hint)


def _doubt(candidate: Candidate, path: str) -> Problem:
    code, hint = _DOUBTS[candidate.doubt]
    return note(path, code, candidate.reason(), line=candidate.line, hint=hint)
