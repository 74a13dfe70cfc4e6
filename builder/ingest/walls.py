"""Pages saved with a notice in the article's place: one that asks to log in, to subscribe or to accept cookies."""

import re
from collections.abc import Sequence
from typing import Final

_MOST: Final = 12
"""Lines. What has more is an article, whatever it speaks of."""
_SHORT: Final = 11
"""Words below which a line beside a notice is a part of it."""
_WALL: Final = re.compile(
    r"\b(?:cookies?|log ?in|sign ?in|sign ?up|password|subscribe|subscribers?|subscription|javascript|ad ?blocker|"
    r"captcha|robot|access denied|consent|free trial|register|registered|anmelden|abonnieren|abonnez|connectez|"
    r"suscríbete|inscreva)\b",
    re.IGNORECASE,
)
_READER: Final = re.compile(
    r"\b(?:you|your|we|our|please|continue|click|accept|required|this (?:article|content|site|page|story|website)|"
    r"sie|ihre?|vous|votre|su|sua|tu)\b",
    re.IGNORECASE,
)
"""Words by which a page speaks to its reader, as reports do not outside of quotation marks."""
_REPORTED: Final = re.compile(r"[“”\"]|\b(?:said|says|told|according)\b")


def is_wall(lines: Sequence[str]) -> bool:
    """Tell whether the lines taken for an article are a notice: they speak as notices do, or are short beside one."""
    if len(lines) > _MOST:
        return False
    notices = [_is_notice(line) for line in lines]
    return any(notices) and all(
        notice or line.count(" ") + 1 < _SHORT for line, notice in zip(lines, notices, strict=True)
    )


def _is_notice(line: str) -> bool:
    """Tell whether a line speaks of what bars the way, and to the reader or in a word or two."""
    label = line.count(" ") + 1 < _SHORT and not line.endswith(".")
    return bool(_WALL.search(line)) and (label or bool(_READER.search(line))) and not _REPORTED.search(line)
