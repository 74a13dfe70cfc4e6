"""The briefing's settings, held against what they can be; a value that can't be meant leaves its default."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from builder import edtf
from builder.content import front_matter
from builder.content.schema import IndexFront
from builder.ingest.settings import IngestSettings
from builder.problems import Problem, error

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""A tag as of BCP 47 (RFC 5646, 2.1): a language's code, then script, region or variant."""


@dataclass(frozen=True, slots=True)
class ConversionSettings:
    """What of a briefing's settings decides how seeds become articles."""

    ingest: IngestSettings
    rights: str
    names_model: str
    """A spaCy model that proposes names beside the rules; empty: rules alone."""


class _Rule(NamedTuple):
    key: str
    holds: Callable[[str], bool]
    code: str
    wanted: str
    """What the value has to be, with an example."""


def read_settings(header: str, path: str) -> tuple[IndexFront, tuple[Problem, ...]]:
    """Return the settings in YAML, with defaults for those that can't be meant, and a problem for each of these.

    Where the YAML can't be read, all are defaults. ``path`` is the file to name.
    """
    front, problems = front_matter.read_what_fits(header, IndexFront, path)
    if front is None:
        return IndexFront(), problems
    defaults = IndexFront()
    wrong = [rule for rule in _RULES if not rule.holds(getattr(front, rule.key))]
    sound = msgspec.structs.replace(front, **{rule.key: getattr(defaults, rule.key) for rule in wrong})
    unsound = [
        _problem(rule, getattr(front, rule.key), path, front_matter.place_of(header, rule.key)[0]) for rule in wrong
    ]
    return sound, (*problems, *unsound)


def for_conversion(front: IndexFront) -> ConversionSettings:
    """Return what of the settings decides how seeds become articles."""
    model = front.names_model if front.names == "spacy" else ""
    return ConversionSettings(IngestSettings(front.as_of, front.language, front.timezone), front.rights, model)


def _problem(rule: _Rule, value: str, path: str, line: int) -> Problem:
    what = rule.wanted.partition(",")[0]
    message = f"“{rule.key}”: “{value}” is not {what}"
    return error(path, rule.code, message, line=line, column=1, hint=f"write {rule.wanted}")


def _is_language(value: str) -> bool:
    return _LANGUAGE.fullmatch(value) is not None


def _is_zone(value: str) -> bool:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _is_day_or_empty(value: str) -> bool:
    day = edtf.parse(value)
    return not value or (day is not None and day.precision is edtf.Precision.DAY and day.first is not None)


def is_address_or_empty(value: str) -> bool:
    """Return whether a value can be the address a site stands at, or says that there is none."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return not value or (parts.scheme in {"http", "https"} and bool(parts.hostname))


_RULES = (
    _Rule("language", _is_language, "value-wrong", "a language's code, such as en or pt-BR"),
    _Rule("timezone", _is_zone, "value-wrong", "a time zone, such as UTC or Europe/Berlin"),
    _Rule("as_of", _is_day_or_empty, "date-invalid", "a day, such as 2024-09-09"),
    _Rule("base_url", is_address_or_empty, "value-wrong", "an address, such as https://example.org/briefing/"),
)
