"""YAML that somebody wrote: whether it may be read, and why it can't be."""

from typing import Final

import yaml

_NO_END: Final = "found unexpected end of stream"
_IN_QUOTATION: Final = "while scanning a quoted scalar"
"""libyaml's words for a quotation that is opened and never closed (``yaml_parser_scan_flow_scalar``)."""


def is_too_deep(text: str, deepest: int) -> bool:
    """Tell whether YAML is nested more deeply than front matter is, without the recursion of building it."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > deepest:
            return True
    return False


def cause_of(fault: Exception) -> tuple[yaml.Mark | None, str]:
    """Return where YAML can't be read, if that is known, and why.

    A quotation that has no end is noticed at the end of all, but mended where it starts.
    """
    problem = getattr(fault, "problem", None)
    if problem == _NO_END and getattr(fault, "context", None) == _IN_QUOTATION:
        return getattr(fault, "context_mark", None), "the quotation mark has no second one that closes it"
    return getattr(fault, "problem_mark", None), problem or "it is not valid YAML"
