"""Remains of a page's code and of pictures: lines without a letter, tags, style sheets, scripts."""

import re
from collections.abc import Iterator
from typing import Final

from builder.ingest.kinds import Kind
from builder.ingest.page import Page

_CODE: Final = re.compile(
    r"</?(?:div|span|script|style|iframe|img|figure|tweet|svg|table|td|tr|ul|li|input|button|form|embed|object|amp-\w+)\b[^<>]*>"
    r"|^(?:function\s*\(|var\s+\w+\s*=|window\.|document\.|\$\(|@media\b|\.[\w-]+\s*\{|#[\w-]+\s*\{)"
    r"|\{\{.{0,80}\}\}"
)
_MOSTLY: Final = 0.5


def page_code(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim lines that are code or hold neither letter nor digit."""
    for at, line in enumerate(page.lines):
        if not page.folded[at]:
            if not any(character.isdigit() for character in line.text):
                yield at, Kind.RULE
        elif ("<" in line.text or "{" in line.text or "(" in line.text) and _is_code(line.text):
            yield at, Kind.MARKUP


def _is_code(text: str) -> bool:
    if len(text) > 5_000:
        return bool(_CODE.match(text))
    return sum(len(match[0]) for match in _CODE.finditer(text)) > _MOSTLY * len(text) or (
        bool(_CODE.match(text)) and text.rstrip()[-1] in ";}>"
    )
