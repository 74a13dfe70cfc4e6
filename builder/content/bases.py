"""Which of the texts generated last time an article's file comes from, whatever it is called now."""

from collections.abc import Callable, Mapping

from builder.urls import Slug

_SEAL = "\ngenerated:"


def base_finder(bases: Mapping[Slug, str]) -> Callable[[Slug, str], str | None]:
    """Return what finds the base of a file by its slug and its text; ``None`` for a file without one.

    A renamed article is known by the fingerprint of the text that it was made from.

    :param bases: the texts generated last time, by the slugs that the articles had
    """
    by_seal = {seal_of(text): text for text in bases.values()}

    def find(slug: Slug, text: str) -> str | None:
        return by_seal.get(seal_of(text)) or bases.get(slug)

    return find


def seal_of(text: str) -> str:
    """Return the line that names the generated text a file comes from; empty where it has none."""
    start = text.find(_SEAL)
    return text[start + 1 :].partition("\n")[0] if start >= 0 else ""
