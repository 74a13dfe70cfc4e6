"""The words of the interface in the briefing's language.

They are written in English, which is also the key under which a theme's list of texts has them in another language. A
value that stands in a sentence is named in braces: ``worked out from {words}``. Where a language has several plural
forms, the text with a number has one for each of the categories of the Unicode CLDR: ``{"one": "# Artikel", …}``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812
from typing import TYPE_CHECKING, Final

from builder.ingest.language_names import NAMES

if TYPE_CHECKING:
    from builder.pages.locales import Forms

Texts = Mapping[str, str | Mapping[str, str]]

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ENGLISH: Final = "en"
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
        known = self._forms
        if known is None:
            return f"{number:,} {self.say(one if number == 1 else noun)}"
        forms = self.texts.get(f"# {noun}", f"# {noun}")
        form = forms if isinstance(forms, str) else forms.get(known.plural(number), forms.get("other", "#"))
        return form.replace("#", known.number(number))

    def year(self, year: int) -> str:
        """Return a year: ``2023``, and what would not be read as one with its era: ``AD 79``, ``44 BC`` (-43)."""
        if year < 1:
            return self.say("{year} BC", year=str(1 - year))
        return str(year) if year >= EARLY else self.say("AD {year}", year=str(year))

    def day(self, month: int, day: int | None, year: int | None) -> str:
        """Return a day or a month, of a year where one is given: ``16 September 2023``."""
        known = self._forms
        if year is not None and year < EARLY:
            return f"{self.day(month, day, None)} {self.year(year)}"
        if known is None:
            return " ".join(str(part) for part in (day, MONTHS[month - 1], year) if part is not None)
        shown = Day(year or 2000, month, day or 1)
        if year is None:
            return known.parts(shown, "MMMMd") if day else known.day(shown, "LLLL")
        return known.day(shown, "long") if day else known.parts(shown, "yMMMM")

    def short_month(self, day: Day) -> str:
        """Return a day's month and year in short: ``Sep 2023``."""
        known = self._forms
        if known is None:
            return f"{MONTHS[day.month - 1][:3]} {self.year(day.year)}"
        if day.year < EARLY:
            return f"{known.parts(day, 'MMM')} {self.year(day.year)}"
        return known.parts(day, "yMMM")

    def short_day(self, day: Day) -> str:
        """Return a day and its month in short: ``16 Sep``."""
        known = self._forms
        return f"{day.day} {MONTHS[day.month - 1][:3]}" if known is None else known.parts(day, "MMMd")

    def language_name(self, code: str) -> str:
        """Return the name of a language, ``English``; the code itself where the language has no name here."""
        language = code.split("-")[0]
        if self._forms is None and language in NAMES:
            return NAMES[language]
        known = self._forms or _forms_of(_ENGLISH)
        return (known and known.language_name(language)) or code

    @property
    def _forms(self) -> "Forms | None":
        """The language's forms of dates and numbers; ``None`` for English, and where the interface speaks English."""
        language = self.language.split("-")[0]
        return _forms_of(language) if self.texts and language != _ENGLISH else None


def _forms_of(language: str) -> "Forms | None":
    from builder.pages.locales import forms_of  # English does without

    return forms_of(language)


ENGLISH: Final = Words()
