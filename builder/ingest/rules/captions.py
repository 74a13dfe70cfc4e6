"""Captions and credits of pictures."""

import re
from collections.abc import Iterator
from typing import Final

from builder.ingest.kinds import Kind
from builder.ingest.page import Page

_LONGEST: Final = 60
"""Words; longer lines are paragraphs even where they name a picture agency."""
_LONGEST_SENTENCE: Final = 14
"""Words; a caption may end as a sentence does, but then it is short."""
_OPENINGS: Final = (
    "photo|photos|image|images|picture|pictures|foto|fotos|photograph|photographs|photography|credit|credits|caption|"
    "illustration|bild|bildquelle|crédit|crédits|créditos|imagen|imagem|zdjęcie|фото|getty|pic|image source|"
    "image credit|image copyright|image caption|photo credit|photo by|photo courtesy|file photo|representational image|"
    "media caption|screenshot|graphic|video"
)
_OPENING: Final = re.compile(
    rf"(?:{_OPENINGS})"
    r"(?: (?:source|sources|credit|credits|copyright|caption|courtesy|by|via|from|of))?\s*[:©|/]",
    re.IGNORECASE,
)
_FIRST: Final = frozenset(words.partition(" ")[0] for words in _OPENINGS.split("|"))
"""The first words of what begins a caption; a quick look before the careful one."""
_COPYRIGHT: Final = re.compile(r"(?:image|media|photo|picture) (?:copyright|caption)\b|image source\b", re.IGNORECASE)
_PICTURES: Final = (
    "getty(?: images)?|shutterstock|i?stock(?:photo)?|alamy|epa(?:-efe)?|zuma|"
    "usa today sports|unsplash|pixabay|pexels|flickr|"
    r"wikimedia commons|handout|file(?: photo)?|picture alliance|imago|courtesy of [^()\[\]]{1,40}|ap photo"
)
"""Who is credited for pictures only, so that the name alone tells a caption."""
_AGENCIES: Final = (
    _PICTURES
    + "|reuters|afp|ap|associated press|efe|dpa|ansa|pti|ani|xinhua|yonhap|kyodo|tass|sputnik|bloomberg|ukrinform|"
    r"ria novosti|(?:the )?canadian press|press association|pa(?: media)?|aap|belga|anp|apa|keystone|"
    r"nurphoto|ritzau|ntb|nasa[^()\[\]]{0,30}|via [^()\[\]]{1,40}"
)
_IN_BRACKETS: Final = re.compile(
    rf"[(\[](?:(?:{_PICTURES})|[^()\[\]]{{1,80}}[/,:;|–—] ?(?:{_AGENCIES}))(?: ?[/,:;|–—-][^()\[\]]{{0,60}})?[)\]]\.?$",
    re.IGNORECASE,
)
"""A credit in the last brackets of a line."""
_CREDITED: Final = re.compile(
    rf"\b(?:photo|photograph|image|picture|illustration|screenshot)s?(?: by| courtesy of|:) [^.()]{{1,50}}"
    rf"(?:/|via) ?(?:{_AGENCIES})[^.]{{0,30}}$"
    r"|(?:^|[\w.)] )(?:credit|photograph|photo credit): ?[a-z][^.:]{1,60}$"
    r"|[^\s,;:–—] (?:photo|foto|picture|image): ?[^\W\d_][^.:]{1,80}$"
    rf"|/ ?(?:getty images|shutterstock|ap photo|ap images|reuters)\)?\.?$",
    re.IGNORECASE,
)
_DESCRIBED: Final = re.compile(
    r"(?:An?|The) [^.,;\"“]{3,60}\b(?:depicting|portraying|illustrating)\b[^.\"“]{3,200}\.?$"
)
"""How pictures made by a machine are described for those who can't see them."""
_PICTURE_OF: Final = re.compile(
    r"An? (?:[\w-]+ ){0,4}(?:drawing|illustration|image|picture|photo|photograph|painting|sketch|rendering|graphic)"
    r" (?:of|showing|with) (?P<what>[^.,;\"“]{3,160})\.?$"
)
"""What describes a picture: a noun, and what is on it, without a verb."""
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|went|shows|showed|sent|made|drew|led|gave|took|"
    r"became|began|came|raised|sparked|caused|appeared|emerged|surfaced|circulated|spread|sold|hung|won)\b"
)
_CLOSED: Final = (")", "]", ").", "].")
_CREDITING: Final = ("photo", "foto", "image", "pict", "illustration", "screenshot", "credit")
"""One of these words or a slash stands in every credit without brackets; a quick look before the careful one."""
_COUNTER: Final = re.compile(r"\d{1,3} ?(?:of|/|von|sur|de|di|из) ?\d{1,3}")
"""What stands over a picture of a gallery."""
_ENDING: Final = 200
"""Characters at the end of a line in which a credit stands."""


def captions(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim lines that begin as a caption does, end with the credit of a picture, or describe a made one."""
    above = True
    counters = [at for at, line in enumerate(page.lines) if page.digits[at] and _COUNTER.fullmatch(line.text)]
    counted = {at + 1 for at in counters} if len(counters) > 1 else set()
    for at, line in enumerate(page.lines):
        if page.sizes[at] > _LONGEST:
            above = False
            continue
        brief = page.ends[at] != "." or page.sizes[at] <= _LONGEST_SENTENCE
        if (
            at in counted
            or (line.text[0] in "AT" and _is_described(line.text, above=above and at > 0))
            or (brief and _is_caption(line.text, page.folded[at], page.first[at]))
        ):
            yield at, Kind.CAPTION
        elif page.prose[at]:
            above = False


def _is_described(text: str, *, above: bool) -> bool:
    """Tell whether a line describes a picture; one above the article may do so without a word for it."""
    return _DESCRIBED.match(text) is not None or (above and _is_picture(text))


def _is_picture(text: str) -> bool:
    """Tell whether a line above the article says what a picture shows."""
    match = _PICTURE_OF.match(text)
    return match is not None and not _VERB.search(match["what"])


def _is_caption(text: str, folded: str, first: str) -> bool:
    if first in _FIRST and (_OPENING.match(text) or _COPYRIGHT.match(text)):
        return True
    start = max(0, len(text) - _ENDING)
    if text.endswith(_CLOSED):
        bracket = max(text.rfind("(", start), text.rfind("[", start))
        if bracket >= 0 and _IN_BRACKETS.match(text, bracket):
            return True
    if "/" not in text and ":" not in text and "via" not in folded:
        return False
    possible = "/" in text[start:] or any(word in folded for word in _CREDITING)
    return possible and bool(_CREDITED.search(text, start))
