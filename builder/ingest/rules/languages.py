"""Bars of languages a page exists in: ``EN | FR | ES``, ``English Русский``."""

import re
from collections.abc import Iterator
from typing import Final

from builder.ingest.kinds import Kind
from builder.ingest.page import Page
from builder.ingest.phrases import fold
from builder.ingest.words import word_lists

_SEPARATORS: Final = re.compile(r"[\s|/·•,]+")
_LONGEST: Final = 24
"""Words; even pages in all languages of a union have fewer."""
_LANGUAGES: Final = frozenset(word_lists("beside")["languages"])
_FIRST: Final = frozenset(fold(name).partition(" ")[0] for name in _LANGUAGES)
"""How a bar begins; a quick look before the careful one."""


def language_bars(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim lines that hold nothing but two or more names or codes of languages."""
    for at, line in enumerate(page.lines):
        if page.first[at] in _FIRST and len(line.text) < 200:
            words = [word for word in _SEPARATORS.split(line.text.casefold()) if word]
            if 2 <= len(words) <= _LONGEST and _LANGUAGES.issuperset(words):
                yield at, Kind.LANGUAGES
