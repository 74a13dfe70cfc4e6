"""What looks like a mark and is not read as one: another label or key, brackets that don't match, no place for it."""

import re
from collections.abc import Iterator

from builder.annotate.span import Label
from builder.markdown.spans import KEYS, read_attributes
from builder.markdown.tokens import Body
from builder.problems import Problem, did_you_mean, warning

_BRACES = r"\{\s*\.?[A-Za-z][^{}\[\]\n]*\}?"
_CLOSED = re.compile(rf"\]({_BRACES})")
_STEP = re.compile(rf"\\.|`+[^`]*`+|\[|\]({_BRACES})?", re.DOTALL)
_LABEL = re.compile(r"\{\s*(\.?)([A-Za-z]+)")
_KEY = re.compile(r"([A-Za-z_]+)=")
_ELSEWHERE = re.compile(r"\s*(?:\||\[\^)")
"""How a row of a table and a footnote begin."""
_LABELS = [str(label) for label in Label]


def check_syntax(path: str, body: Body) -> Iterator[Problem]:
    """Yield a warning at its place for each mark that stays text."""
    lines = body.source.split("\n")
    starts = [passage.line - body.first_line for passage in body.passages]
    for passage, start, limit in zip(body.passages, starts, [*starts, len(lines)][1:], strict=True):
        end = next((number for number in range(start + 1, limit) if not lines[number].strip()), limit)
        text = "\n".join(lines[start:end])
        if len(_CLOSED.findall(text)) != len(passage.spans):
            yield from _unread(path, text, passage.line)
    for number, line in enumerate(lines, body.first_line):
        if "]{." in line and _ELSEWHERE.match(line):
            yield from _elsewhere(path, line, number)


def _unread(path: str, text: str, first_line: int) -> Iterator[Problem]:
    """Follow the brackets of a paragraph and yield a problem for each that looks like a mark and is none."""
    depth = 0
    for step in _STEP.finditer(text):
        if step[0] == "[":
            depth += 1
        elif step[0].startswith("]"):
            opened, depth = depth > 0, max(0, depth - 1)
            braces, at = step[1] or "", step.start(1)
            dot, label = _label_of(braces)
            if not dot and label not in _LABELS:
                continue
            line, column = first_line + text.count("\n", 0, at), at - text.rfind("\n", 0, at)
            if read_attributes(text, at) is None:
                message, hint = f"“{braces}” is not a label or has an unknown key, and stays text", _nearest(braces)
                yield warning(path, "label-unknown", message, line=line, column=column, hint=hint)
            elif not opened:
                message = f"“{braces}” closes a bracket that was not opened in this paragraph"
                hint = "open it with [ in the same paragraph; spans nest and don't cross paragraphs"
                yield warning(path, "span-unbalanced", message, line=line, column=column, hint=hint)


def _label_of(braces: str) -> tuple[str, str]:
    """Return the dot, if there is one, and the first word in braces."""
    found = _LABEL.match(braces)
    return (found[1], found[2]) if found else ("", "")


def _nearest(braces: str) -> str:
    """Return what was probably meant by braces that are no attributes."""
    dot, label = _label_of(braces)
    if label not in _LABELS:
        return did_you_mean(label.lower(), _LABELS, "labels and their keys are listed in docs/formats.md", "“.{}”")
    if not dot:
        return f"did you mean “.{label}”?"
    if not braces.endswith("}"):
        return "close it with }"
    known = KEYS[Label(label)]
    for key in _KEY.findall(braces):
        if key not in known:
            return did_you_mean(key, known, f"keys of .{label}: {', '.join(known) or 'none'}", "“{}=”")
    return 'write each key once, as key=value, with "…" around what is not letters, digits, - and _'


def _elsewhere(path: str, line: str, number: int) -> Iterator[Problem]:
    for match in _CLOSED.finditer(line):
        message = f"“{match[1]}” stands in a table or a footnote, where nothing is read from marks"
        hint = "move the words to a paragraph, or take the mark off"
        yield warning(path, "mark-unread", message, line=number, column=match.start(1) + 1, hint=hint)
