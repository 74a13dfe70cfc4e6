"""Markdown seeds: their headings, lists, quotes and links as plain lines the other rules can read."""

import re
from collections.abc import Sequence
from typing import Final

_HEADING: Final = re.compile(r" {0,3}#{1,6} +(?P<text>.+?)(?: +#+)? *$")
_UNDERLINE: Final = re.compile(r" {0,3}(?:=+|-{3,}) *$")
_IMAGE: Final = re.compile(r"!\[[^\]\n]{0,300}\]\([^()\n]{0,500}\)")
_LINK: Final = re.compile(r"\[(?P<text>[^\[\]\n]{1,300})\]\([^()\s]{0,500}(?: \"[^\"\n]{0,200}\")?\)")
_STRONG: Final = re.compile(r"(?P<mark>\*\*|__)(?=\S)(?P<text>[^*_\n]{1,500}?)(?<=\S)(?P=mark)")
_EMPHASIS: Final = re.compile(r"(?<![\w*_])(?P<mark>[*_])(?=\S)(?P<text>[^*_\n]{1,500}?)(?<=\S)(?P=mark)(?![\w*_])")
_QUOTE: Final = re.compile(r" {0,3}> ?")
_ESCAPE: Final = re.compile(r"\\(?P<sign>[!-/:-@\[-`{-~])")


def first_heading(lines: Sequence[str]) -> str:
    """Return the text of a first-level heading that opens a seed, and so is its title; empty without one."""
    first = next((line for line in lines if line.strip()), "")
    return plain_line(first).strip() if first.startswith("# ") else ""


def plain_line(line: str) -> str:
    """Return a line of Markdown without its markup; line numbers stay, since one line gives one line."""
    if _UNDERLINE.match(line):
        return ""
    if match := _HEADING.match(line):
        line = match["text"]
    line = _QUOTE.sub("", line, count=1) if _QUOTE.match(line) else line
    line = _LINK.sub(r"\g<text>", _IMAGE.sub("", line))
    line = _EMPHASIS.sub(r"\g<text>", _STRONG.sub(r"\g<text>", line))
    return _ESCAPE.sub(r"\g<sign>", line)
