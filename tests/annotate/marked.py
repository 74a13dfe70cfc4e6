"""Texts with their spans.

Names and dates of an input are marked: ``<Ada Brook>`` is a person, ``<org:Harbour Office>`` an organisation,
``<Brook=ada-brook>`` a name with its reference, ``<date:in May=2024-05>`` a date with its value. What is expected is
the text with its spans in brackets, as articles are written.
"""

import re
from collections.abc import Sequence

from builder.annotate.overlap import resolve
from builder.annotate.span import Label, Span

MARKED = re.compile(r"<(?:(org|place|date):)?([^<>=]+)(?:=([^<>]+))?>")


def read_marked(marked: str) -> tuple[str, tuple[Span, ...]]:
    text, spans, end = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[end : match.start()]
        label = Label(match[1] or "person")
        key = "value" if label is Label.DATE else "ref"
        values = ((key, match[3]),) if match[3] else ()
        spans.append(Span(len(text), len(text) + len(match[2]), label, values))
        text += match[2]
        end = match.end()
    return text + marked[end:], tuple(spans)


def write_marked(text: str, spans: Sequence[Span]) -> str:
    marks = []
    for depth, span in enumerate(resolve(spans).kept):
        values = "".join(f" {key}={value}" if " " not in value else f' {key}="{value}"' for key, value in span.values)
        marks.append((span.start, 1, depth, "["))
        marks.append((span.end, 0, -depth, f"]{{.{span.label.value}{values}}}"))
    for position, _, _, mark in sorted(marks, reverse=True):
        text = text[:position] + mark + text[position:]
    return text
