"""How languages other than English write dates and numbers, and what languages are called, by the Unicode CLDR."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one language."""

    _locale: Locale

    def plural(self, number: int) -> str:
        """Return the category of plural forms that a number takes: ``one``, ``few``, ``other`` and so on."""
        return self._locale.plural_form(number)

    def number(self, number: int) -> str:
        """Return a number."""
        return format_decimal(number, locale=self._locale)

    def day(self, day: date, pattern: str) -> str:
        """Return a day in a length (``long``) or by a pattern of the CLDR (``LLLL``)."""
        return format_date(day, pattern, locale=self._locale)

    def parts(self, day: date, skeleton: str) -> str:
        """Return those parts of a day that a skeleton of the CLDR names: ``MMMd``."""
        return format_skeleton(skeleton, day, locale=self._locale)

    def language_name(self, code: str) -> str | None:
        """Return the name of a language; ``None`` where it has none here."""
        named = forms_of(code)
        return named._locale.get_display_name(self._locale) if named else None


@lru_cache(maxsize=8)
def forms_of(language: str) -> Forms | None:
    """Return the forms of a language, named by its code (ISO 639-1); ``None`` where they are not known."""
    try:
        return Forms(Locale.parse(language))
    except (UnknownLocaleError, ValueError):
        return None
