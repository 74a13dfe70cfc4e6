"""What an editor is asked to look at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Task:
    """One kind of thing to look at."""

    what: str
    """What it is, in the plural."""
    places: tuple[str, ...]
    """Each place, as a reader of the list finds it: a citation or a file, with the words in question."""
