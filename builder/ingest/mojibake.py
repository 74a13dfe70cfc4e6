"""Text that was decoded wrongly before it was saved (``â€™`` for ``’``), put right line by line."""

import re
from typing import Final

import ftfy
from ftfy.badness import is_bad

_LONGEST: Final = 60_000
"""Characters of a line that is looked at."""


def mended(text: str, suspect: re.Pattern[str]) -> str:
    """Return a text with its lines put right where they are ``suspect`` and the text as a whole reads badly."""
    if not is_bad(text):
        return text
    return "".join(
        ftfy.fix_encoding(line) if suspect.search(line) and len(line) < _LONGEST else line
        for line in text.splitlines(keepends=True)
    )
