"""Which of ``he`` and ``she`` a first name goes with, where only men or only women bear it."""

from functools import cache

from builder.annotate import wordlists

_DATA = f"{__package__}.data"


def pronoun_of(first_name: str) -> str:
    """Return ``he`` or ``she`` for a first name; empty where both bear it or the lists do not know it."""
    return _pronouns().get(first_name, "")


@cache
def _pronouns() -> dict[str, str]:
    return {name: pronoun for pronoun, names in wordlists.read(_DATA, "pronouns.txt").items() for name in names}
