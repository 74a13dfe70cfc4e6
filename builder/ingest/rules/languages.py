"""Bars of languages a page exists in: ``EN | FR | ES``, ``English Русский``."""

import re
from collections.abc import Iterator
from typing import Final

from builder.ingest.kinds import Kind
from builder.ingest.page import Page

_SEPARATORS: Final = re.compile(r"[\s|/·•,]+")
_LONGEST: Final = 24
"""Words; even pages in all languages of a union have fewer."""
_LANGUAGES: Final = frozenset(
    ["ar", "az", "be", "bg", "bn", "bs", "ca", "cn", "cs", "da", "de", "ee", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga", "ge", "gl", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "jp", "ka", "kk", "ko", "kr", "ky", "lt", "lv", "mk", "ms", "mt", "nl", "no", "pl", "pt", "ro", "ru", "rus", "sk", "sl", "sq", "sr", "sv", "ta", "th", "tr", "tw", "ua", "uk", "ukr", "ur", "uz", "vi", "zh", "eng", "deu", "fra", "esp", "spa", "english", "deutsch", "français", "español", "italiano", "português", "русский", "українська", "polski", "čeština", "magyar", "română", "nederlands", "svenska", "norsk", "dansk", "suomi", "ελληνικά", "türkçe", "العربية", "עברית", "فارسی", "हिन्दी", "中文", "日本語", "한국어", "bahasa", "indonesia", "қазақша", "ქართული", "հայերեն", "беларуская", "български", "српски", "hrvatski", "slovenščina", "slovenčina", "lietuvių", "latviešu", "eesti", "català", "euskara", "galego", "kiswahili", "اردو", "বাংলা", "ไทย", "việt", "tiếng"]
)


def language_bars(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim lines that hold nothing but two or more names or codes of languages."""
    for at, line in enumerate(page.lines):
        if len(line.text) < 200:
            words = [word for word in _SEPARATORS.split(line.text.casefold()) if word]
            if 2 <= len(words) <= _LONGEST and _LANGUAGES.issuperset(words):
                yield at, Kind.LANGUAGES
