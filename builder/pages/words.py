"""The words of the interface in the briefing's language.

They are written in English, which is also the key under which a theme's list of texts has them in another language. A
value that stands in a sentence is named in braces: ``worked out from {words}``. Where a language has several plural
forms, the text with a number has one for each of the categories of the Unicode CLDR: ``{"one": "# Artikel", …}``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812
from functools import lru_cache
from typing import Final

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

Texts = Mapping[str, str | Mapping[str, str]]

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ENGLISH: Final = Locale("en")
EARLY: Final = 1000
"""Years before this one are told with their era."""
_VALUE: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What the interface says in one language."""

    language: str = "en"
    texts: Texts = field(default_factory=dict)
    """By their English; one that is missing stays English."""

    def say(self, text: str, **values: str) -> str:
        """Return a text of the interface with its values put in."""
        found = self.texts.get(text, text)
        said = found if isinstance(found, str) else text
        return _VALUE.sub(lambda name: values.get(name[1], name[0]), said) if values else said

    def quoted(self, words: str) -> str:
        """Return words between the quotation marks of the language."""
        return self.say("“{words}”", words=words)

    def count(self, number: int, one: str, many: str = "") -> str:
        """Return a number with its noun: ``1 article``, ``5 articles``; ``one`` and ``many`` are the English forms."""
        noun = many or f"{one}s"
        locale = self._locale
        if locale is None:
            return f"{number:,} {self.say(one if number == 1 else noun)}"
        forms = self.texts.get(f"# {noun}", f"# {noun}")
        form = forms if isinstance(forms, str) else forms.get(locale.plural_form(number), forms.get("other", "#"))
        return form.replace("#", format_decimal(number, locale=locale))

    def year(self, year: int) -> str:
        """Return a year: ``2023``, and what would not be read as one with its era: ``AD 79``, ``44 BC`` (-43)."""
        if year < 1:
            return self.say("{year} BC", year=str(1 - year))
        return str(year) if year >= EARLY else self.say("AD {year}", year=str(year))

    def day(self, month: int, day: int | None, year: int | None) -> str:
        """Return a day or a month, of a year where one is given: ``16 September 2023``."""
        locale = self._locale
        if year is not None and year < EARLY:
            return f"{self.day(month, day, None)} {self.year(year)}"
        if locale is None:
            return " ".join(str(part) for part in (day, MONTHS[month - 1], year) if part is not None)
        shown = Day(year or 2000, month, day or 1)
        if year is None:
            return format_skeleton("MMMMd", shown, locale=locale) if day else format_date(shown, "LLLL", locale=locale)
        return format_date(shown, "long", locale=locale) if day else format_skeleton("yMMMM", shown, locale=locale)

    def short_month(self, day: Day) -> str:
        """Return a day's month and year in short: ``Sep 2023``."""
        locale = self._locale
        if locale is None:
            return f"{MONTHS[day.month - 1][:3]} {self.year(day.year)}"
        if day.year < EARLY:
            return f"{format_skeleton('MMM', day, locale=locale)} {self.year(day.year)}"
        return format_skeleton("yMMM", day, locale=locale)

    def short_day(self, day: Day) -> str:
        """Return a day and its month in short: ``16 Sep``."""
        locale = self._locale
        return (
            f"{day.day} {MONTHS[day.month - 1][:3]}" if locale is None else format_skeleton("MMMd", day, locale=locale)
        )

    def language_name(self, code: str) -> str:
        """Return the name of a language, ``English``; the code itself where the language has no name here."""
        known = _locale_of(code.split("-")[0]) if code != "en" else _ENGLISH
        return (known.get_display_name(self._locale or _ENGLISH) if known else None) or code

    @property
    def _locale(self) -> Locale | None:
        """The language's forms of dates and numbers; ``None`` for English, and where the interface speaks English."""
        return _locale_of(self.language.split("-")[0]) if self.texts else None


@lru_cache(maxsize=8)
def _locale_of(language: str) -> Locale | None:
    try:
        return None if language == "en" else Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None


ENGLISH: Final = Words()
