"""Names of months and weekdays as the press writes them, in the languages that use the Latin or Cyrillic script."""

from typing import Final

from builder.ingest.words import word_lists

_NAMES: Final = tuple(word_lists("calendar").values())
"""Twelve months, then seven weekdays."""

MONTHS: Final[dict[str, int]] = {name: number for number, names in enumerate(_NAMES[:12], 1) for name in names}
"""Lower-case name or abbreviation → 1 to 12."""

WEEKDAYS: Final[dict[str, int]] = {name: number for number, names in enumerate(_NAMES[12:]) for name in names}
"""Lower-case name or abbreviation → 0 for Monday to 6 for Sunday."""
