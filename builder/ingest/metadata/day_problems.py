"""What a person should know about how the day of publication was found, or why it was not."""

from collections.abc import Sequence
from typing import Final

from builder.ingest.document import Fact
from builder.ingest.metadata.candidate import Candidate, Doubt
from builder.problems import Problem, note

_DOUBTS: Final = {
    Doubt.ZONE: (
        "date-zone",
        "and in the briefing's own time zone that may be another day",
        "Give the day as “published” in the article, or set the briefing's time zone.",
    ),
    Doubt.ORDER: (
        "date-ambiguous",
        "and nothing tells which of the two numbers is the month",
        "Give the day as “published” in the article.",
    ),
}


def problems_of_day(taken: Fact | None, candidates: Sequence[Candidate], path: str) -> tuple[Problem, ...]:
    """Say which of several days was taken, and why; or why the day that the page shows was not.

    :param taken: the day of publication as the article itself tells it
    :param candidates: the days that may be it, likeliest first
    :param path: the seed's, for problems
    """
    if taken is None:
        return tuple(_doubt(candidate, path) for candidate in candidates[:1])
    others = {other.value: other for other in reversed(candidates) if other.value not in ("", taken.value)}
    if not others:
        return ()
    named = ", ".join(f"{value} ({other.fact().found})" for value, other in sorted(others.items()))
    message = f"{taken.value} was taken for the day of publication ({taken.found}); the page also has {named}"
    return (note(path, "date-candidates", message, line=taken.line),)


def _doubt(candidate: Candidate, path: str) -> Problem:
    code, reason, hint = _DOUBTS[candidate.doubt]
    message = f"the page says “{candidate.evidence}”, {reason}"
    return note(path, code, message, line=candidate.line, hint=hint)
