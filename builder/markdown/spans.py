"""The bracketed span: ``[words]{.label key=value}``, read and written.

Only the labels and keys of the table here are spans; whatever else stands in braces stays text.
"""

import re

from builder.annotate.span import Label, Span

KEYS: dict[Label, tuple[str, ...]] = {
    Label.PERSON: ("ref", "review"),
    Label.ORG: ("ref", "review"),
    Label.PLACE: ("ref", "review"),
    Label.DATE: ("value", "from", "review"),
    Label.DURATION: ("value", "from", "review"),
    Label.QUANTITY: ("value", "unit", "review"),
    Label.QUOTE: ("by", "verb", "review"),
    Label.CLAIM: ("by", "verb", "stance", "review"),
    Label.EVENT: ("date", "review"),
    Label.NOTE: (),
}
"""The keys each label may carry, in the order they are written."""

_LABELS = {str(label): label for label in Label}
_VALUE = r'(?:"((?:[^"\\\n]|\\.)*)"|([A-Za-z0-9_-]+))'
_ATTRIBUTES = re.compile(rf"\{{\s*\.([a-z]+)((?:\s+[a-z]+={_VALUE})*)\s*\}}")
_PAIR = re.compile(rf"([a-z]+)={_VALUE}")
_UNESCAPE = re.compile(r"\\(.)")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_QUOTED = re.compile(r'(["\\])')

Attributes = tuple[Label, tuple[tuple[str, str], ...]]
"""A label and its pairs of key and value."""


def read_attributes(text: str, position: int) -> tuple[int, Attributes] | None:
    """Read ``{.label key=value}`` at a position; return the position behind it and what it says, or ``None``."""
    match = _ATTRIBUTES.match(text, position)
    if match is None or match[1] not in _LABELS:
        return None
    label = _LABELS[match[1]]
    values = tuple(
        (key, _UNESCAPE.sub(r"\1", quoted) if quoted else bare) for key, quoted, bare in _PAIR.findall(match[2])
    )
    keys = [key for key, _ in values]
    if len(set(keys)) != len(keys) or not set(keys) <= set(KEYS[label]):
        return None
    return match.end(), (label, values)


def write_attributes(span: Span) -> str:
    """Return the attributes of a span as they stand behind its closing bracket."""
    order = KEYS[span.label]
    pairs = sorted(span.values, key=lambda pair: order.index(pair[0]))
    return "{" + " ".join([f".{span.label}", *(f"{key}={_write_value(value)}" for key, value in pairs)]) + "}"


def _write_value(value: str) -> str:
    if _BARE.fullmatch(value):
        return value
    return '"' + _QUOTED.sub(r"\\\1", " ".join(value.split())) + '"'
