"""YAML that somebody wrote: whether it may be read, and why it can't be."""

from typing import Final, NamedTuple

import yaml


class Cause(NamedTuple):
    """Why YAML can't be read."""

    mark: yaml.Mark | None
    """Where it has to be mended; ``None`` where that is not known."""
    words: str
    hint: str


class _Slip(NamedTuple):
    problem: str
    context: str | None
    """libyaml's words for what it found, and while doing what; ``None`` where that does not matter."""
    words: str
    hint: str
    mends_at_start: bool = False
    """Whether it is mended where that began, and not where it was noticed."""


_QUOTE: Final = "a value with a colon, a # or a quotation mark goes in quotation marks"
_DOUBLE: Final = "put the whole value in quotation marks; one that stands in it is written twice: 'it''s'"
_SIGN: Final = "no value begins with this sign"
_SLIPS: Final = (
    _Slip(
        "found unexpected end of stream",
        "while scanning a quoted scalar",
        "the quotation mark has no second one that closes it",
        _QUOTE,
        mends_at_start=True,
    ),
    _Slip("found a tab character that violates indentation", None, "a tab", "write spaces instead of it"),
    _Slip(
        "did not find expected ',' or ']'",
        None,
        "the bracket has no second one that closes it, or a comma is missing behind it",
        "write a list as [one, another]; a value with a colon or a bracket in it goes in quotation marks",
        mends_at_start=True,
    ),
    _Slip(
        "did not find expected ',' or '}'",
        None,
        "the brace has no second one that closes it, or a comma is missing behind it",
        "put a value that begins with a brace in quotation marks",
        mends_at_start=True,
    ),
    _Slip(
        "could not find expected ':'",
        "while scanning a simple key",
        "the line has no colon",
        "write `key: value`; a value that goes on is indented",
        mends_at_start=True,
    ),
    _Slip(
        "mapping values are not allowed in this context",
        None,
        "a colon where no key can end",
        f"{_QUOTE}; if it ends a key, see that the line before is complete and both begin in the same column",
    ),
    _Slip("did not find expected key", None, "this can't follow what stands before it", _DOUBLE),
    _Slip("found character that cannot start any token", None, _SIGN, _DOUBLE),
    _Slip("found undefined alias", None, _SIGN, _DOUBLE),
    _Slip("did not find expected alphabetic or numeric character", None, _SIGN, _DOUBLE, mends_at_start=True),
    _Slip(
        "found unknown escape character",
        None,
        "a backslash that means nothing",
        "write two of them, or put the value in single quotation marks",
    ),
)
"""What people write most often, in words that help to mend it (libyaml's are in ``scanner.c`` and ``parser.c``)."""


class TooDeepError(yaml.YAMLError):
    """YAML is nested more deeply than anything that was meant to be read."""


class Shallow:
    """Makes a loader of PyYAML's give up what is nested too deeply as soon as it meets it, with a TooDeepError.

    Loaders tell their resolver of each value that they go into and come out of, for tags that depend on the way to a
    value; nothing here has such tags.
    """

    deepest: int
    """How many values may lie within each other: a text in a list under a key takes three."""
    _depth = 0

    def descend_resolver(self, _node: yaml.Node | None, _index: object) -> None:
        """Go into a value."""
        self._depth += 1
        if self._depth > self.deepest:
            raise TooDeepError

    def ascend_resolver(self) -> None:
        """Come out of a value."""
        self._depth -= 1


def cause_of(fault: Exception) -> Cause:
    """Return why YAML can't be read, and where and how it is mended as far as that is known."""
    problem, context = getattr(fault, "problem", None), getattr(fault, "context", None)
    mark = getattr(fault, "problem_mark", None)
    for slip in _SLIPS:
        if slip.problem == problem and slip.context in (None, context):
            start = getattr(fault, "context_mark", None) if slip.mends_at_start else None
            return Cause(start or mark, slip.words, slip.hint)
    return Cause(mark, problem or "it is not valid YAML", _QUOTE)
