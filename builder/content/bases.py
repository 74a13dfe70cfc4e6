"""Which of the texts generated last time an article's file comes from, whatever it is called now."""

from collections.abc import Callable, Collection, Mapping

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


def former_slugs(bases: Mapping[Slug, str], present: Collection[Slug]) -> dict[str, Slug]:
    """Return the slugs that articles had whose files are gone, by the fingerprint of the text they were made from.

    :param bases: the texts generated last time, by the slugs that the articles had
    :param present: the slugs of the articles' files as they are
    """
    return {seal: slug for slug, text in bases.items() if slug not in present and (seal := seal_of(text))}


def seal_of(text: str) -> str:
    """Return the line that names the generated text a file comes from; empty where it has none."""
    start = text.find(_SEAL)
    return text[start + 1 :].partition("\n")[0] if start >= 0 else ""
