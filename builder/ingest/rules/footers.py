"""Lines of a page's footer that every publisher writes with its own name: who holds the rights."""

import re
from collections.abc import Iterator
from typing import Final

from builder.ingest.kinds import Kind
from builder.ingest.page import Page

_LONGEST: Final = 60
"""Words."""
_RIGHTS: Final = re.compile(
    r"(?:©|\(c\) ?(?:19|20)\d\d|copyright ?(?:©|\(c\)|(?:19|20)\d\d))|"
    r".{0,120}\b(?:all rights reserved|alle rechte vorbehalten|"
    r"tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|"
    r"все права защищены|wszelkie prawa zastrzeżone)\b",
    re.IGNORECASE,
)
_WORDS: Final = frozenset(
    ["copyright", "c", "reserved", "vorbehalten", "réservés", "reservados", "riservati", "защищены", "zastrzeżone"]
)
"""One of these or the sign stands in every such line; a quick look before the careful one."""


def rights(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim lines that begin with a sign of copyright or reserve all rights."""
    for at, line in enumerate(page.lines):
        if page.sizes[at] > _LONGEST:
            continue
        possible = line.text[0] == "©" or not _WORDS.isdisjoint(page.folded[at].split())
        if possible and _RIGHTS.match(line.text):
            yield at, Kind.FOOTER
