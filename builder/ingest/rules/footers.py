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
_SIGN: Final = "©(cC"
"""How a line begins that claims copyright; a quick look before the careful one."""
_RESERVED: Final = ("reserved", "vorbehalten", "réservés", "reservados", "riservati", "защищены", "zastrzeżone")
"""One of these stands in every line that reserves rights."""


def rights(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim lines that begin with a sign of copyright or reserve all rights."""
    everything = "\n".join(page.folded)
    words = [word for word in _RESERVED if word in everything]
    reserving = {at for word in words for at, text in enumerate(page.folded) if word in text}
    for at, line in enumerate(page.lines):
        possible = line.text[0] in _SIGN or at in reserving
        if possible and page.sizes[at] <= _LONGEST and _RIGHTS.match(line.text):
            yield at, Kind.FOOTER
