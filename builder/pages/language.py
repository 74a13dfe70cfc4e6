"""In which language words are, for those who hear them and for how they run: WCAG 2.2, success criterion 3.1.2."""

from typing import Final

from msgspec import Struct

_RIGHT_TO_LEFT: Final = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


class Foreign(Struct, frozen=True):
    """The language of words where it is not that of the page."""

    language: str
    """A tag as of BCP 47."""
    direction: str
    """Of its script: ``ltr`` or ``rtl``."""


def direction(language: str) -> str:
    """Return the direction of a language's script: ``ltr`` or ``rtl``."""
    return "rtl" if _base(language) in _RIGHT_TO_LEFT else "ltr"


def foreign(language: str, page: str) -> Foreign | None:
    """Return the language of words on a page in another language; nothing where it is the page's, or not known."""
    return Foreign(language, direction(language)) if language and _base(language) != _base(page) else None


def _base(language: str) -> str:
    return language.partition("-")[0].lower()
