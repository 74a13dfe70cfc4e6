"""Values to bytes, one way for all exports: UTF-8, a final newline, nothing that the format forbids."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

import msgspec

_NOT_IN_XML = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""Characters that no XML 1.0 document may hold, escaped or not (https://www.w3.org/TR/xml/#charsets).

A pattern, compiled where it is needed: that takes 5 ms, and most builds after an edit write no XML.
"""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell starts that a spreadsheet may run (https://owasp.org/www-community/attacks/CSV_Injection)."""


def json_bytes(value: object) -> bytes:
    """Return a value as JSON on one line, keys in their own order; white space would be a third of a large file."""
    return msgspec.json.encode(value) + b"\n"


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as RFC 4180 has it; an apostrophe goes before what a spreadsheet would run as a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([_defused(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def _defused(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def xml_bytes(root: Element) -> bytes:
    """Return a tree as an XML document, one element a line."""
    indent(root, " ")
    document: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def element(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """Add an element with words and attributes to a tree; characters that XML does not know are dropped."""
    known = {key: xml_text(value) for key, value in attributes.items()}
    child = SubElement(parent, tag, known)
    if text:
        child.text = xml_text(text)
    return child


def xml_text(text: str) -> str:
    """Return a text without the characters that XML does not know."""
    return re.sub(_NOT_IN_XML, "", text)
