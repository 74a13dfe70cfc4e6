"""The names of people in a line of an article's head."""

import re
from typing import Final

from builder.ingest.agencies import ANY
from builder.ingest.dates import days
from builder.ingest.first_names import first_names

_SEPARATORS: Final = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*", re.IGNORECASE)
_CUT: Final = re.compile(
    r"\s*(?:\||/|•|·|–|—| - |;? ?\bediting by\b|\b(?:in|for|at|on)\b|@|\b(?:updated|published|posted)\b|\(|\d).*$",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"(?<=[^\W\d_]) (?:(?:(?:senior|chief|special|staff|business|political|science|sports|national|foreign|health) )*"
    r"(?:writer|reporter|correspondent|columnist|contributor|editor)|staff)$",
    re.IGNORECASE,
)
"""What a person is at the paper, behind the name."""
NAME: Final = re.compile(r"(?:[^\W\d_][\w.'’-]*)(?: [^\W\d_][\w.'’-]*){1,4}")
_PARTICLES: Final = frozenset(
    {"da", "de", "del", "den", "der", "di", "du", "el", "la", "le", "van", "von", "zu", "bin", "ibn"}
)
_NOT_PEOPLE: Final = re.compile(
    rf"^{ANY}$|\b(?:staff|desk|reporter|reporters|correspondent|writer|writers|editor|editors|team|bureau|agenc(?:y|ies)|press|news|newsroom|times|post|"
    r"admin|service|media|magazine|journal|tribune|herald|daily|online|editorial|board|today|sports|network|associated|contributor|columnist|inc|"
    r"check|live|latest|exclusive|opinion|roundup|reader|readers|insider|business|submission|submitted|correspondents|guest|wires|ph\.?d|m\.?d|r\.?d|m\.?s)\b\.?",
    re.IGNORECASE,
)
_BROADCASTER: Final = re.compile(r"[A-Z]{3,5}(?:['’]s)? [A-Z][a-z]")
_DEGREES: Final = re.compile(r"(?:, ?(?:[A-Z]{2,4}|Ph\.?D\.?|M\.?D\.?))+$")
"""What a person has studied, behind the name."""
_SHORTEST_SHOUTED: Final = 5
"""Characters; shorter names in capitals may be initials."""
_LONGEST_INITIALS: Final = 3
"""Characters of “Mc” and what a name has at least behind it, less one."""
_PART_OF_NAME: Final = re.compile(r"[^\W\d_]+")


def known_names(text: str) -> tuple[str, ...]:
    """Return the names a piece of a line consists of, where the first one has a known first name; else none."""
    bare = _DEGREES.sub("", text.strip(" .,:|/-–—"))
    parts = [part.strip(" .,:") for part in _SEPARATORS.split(bare)]
    names = [in_name_case(part) for part in parts if _is_name(part)]
    known = first_names()
    return tuple(names) if names and len(names) == len(parts) and names[0].split()[0] in known else ()


def in_name_case(name: str) -> str:
    """Return a name that is written in capitals as names are written elsewhere; others stay as they are."""
    if not name.isupper() or len(name) < _SHORTEST_SHOUTED:
        return name
    words = (word.lower() if word.lower() in _PARTICLES else _PART_OF_NAME.sub(_capital, word) for word in name.split())
    return " ".join(words)


def _capital(match: re.Match[str]) -> str:
    part = match[0].capitalize()
    return f"Mc{part[2:].capitalize()}" if part.startswith("Mc") and len(part) > _LONGEST_INITIALS else part


def names_in(text: str) -> tuple[str, ...]:
    """Return the names of people in a byline without its “By”."""
    for day in days(text)[:1]:
        text = text[: day.start]
    text = _CUT.sub("", text)
    parts = (_once(_ROLE.sub("", part.strip(" .,:"))) for part in _SEPARATORS.split(text))
    return tuple(in_name_case(part) for part in parts if _is_name(part))


def _once(text: str) -> str:
    """Return a name that stands there twice, as text of a picture and of a link, once."""
    words = text.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half and words[:half] == words[half:] else text


def _is_name(text: str) -> bool:
    if (
        not NAME.fullmatch(text)
        or not text[0].isupper()
        or text.startswith("The ")
        or _NOT_PEOPLE.search(text)
        or _BROADCASTER.match(text)
    ):
        return False
    return all(word[0].isupper() or word in _PARTICLES for word in text.split())
