"""Lines that say who wrote an article."""

import re
from collections.abc import Iterator
from typing import Final

from builder.ingest.kinds import Kind
from builder.ingest.page import Page
from builder.ingest.words import word_lists

LONGEST_BYLINE: Final = 16
"""Words."""
_WORK: Final = (
    "story|text|words|article|report|reporting|reported|interview|written|posted|published|analysis|opinion|review"
)
_LABEL: Final = "byline|interview"
_OTHERS: Final = "von|Von|VON|par|Par|PAR|por|Por|POR|di|Di|Door|door|Автор|Author|Authors|Autor|Autore|Text|Redacción"
_FIRST: Final = frozenset(f"by|{_WORK}|{_LABEL}|{_OTHERS.lower()}".split("|"))
"""The first words of bylines; a quick look before the careful one."""
_JOB: Final = (
    r"(?:(?:[a-z][a-z-]{1,20} ){0,3}"
    r"(?:reporter|correspondent|editor|writer|columnist|journalist|producer)s? (?=[^\W\d_a-z]))?"
)
"""What the author is, in small letters before the name: ``By political reporter Ada Brook``."""
BY: Final = re.compile(
    rf"(?:(?i:{_WORK}) )?(?:by|By|BY)\b:? ?{_JOB}(?=\S)|By(?=[A-Z][a-z])|"
    rf"(?i:{_LABEL}): ?(?=\S)|(?:{_OTHERS})\b:? (?=[^\W\d_])"
)
"""How a byline begins; case matters less than position, so ``By`` in any case and others as they are written."""
_HELPERS: Final = re.compile(r"(?:Additional|Further) (?:reporting|research|writing) by [^\W\d_a-z]")
_NAME: Final = re.compile(r"[^\W\d_]")
_SMALL: Final = frozenset(word_lists("beside")["names"])
"""Words in lower case that stand in and between names."""


def bylines(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim short lines that begin with “By” and go on with a name."""
    for at, line in enumerate(page.lines):
        possible = page.first[at] in _FIRST or (line.text.startswith("By") and line.text[2:3].isupper())
        if not possible or page.sizes[at] > LONGEST_BYLINE or page.ends[at] == ".":
            continue
        if match := BY.match(line.text):
            rest = line.text[match.end() :]
            if rest[:1].isupper() and _NAME.match(rest) and _names_only(rest):
                yield at, Kind.BYLINE


def names_helpers(text: str) -> bool:
    """Tell a line that names who helped with an article: ``Additional reporting by Ada Brook``.

    It is no claim: the line model goes by such lines, too, which mostly are an article's last.
    """
    return _HELPERS.match(text) is not None


def _names_only(rest: str) -> bool:
    """Tell whether most words are written as names are."""
    words = [word for word in re.split(r"[\s,&|/•·–-]+", rest) if word[:1].isalpha()]
    lower = sum(1 for word in words if word[:1].islower() and word not in _SMALL)
    return bool(words) and lower <= len(words) // 4
