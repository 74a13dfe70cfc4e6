"""What archives of the press write around an article, and mail around a newsletter: labels with a colon, slugs."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from builder.ingest.kinds import Kind
from builder.ingest.page import Page

_LABELLED: Final = re.compile(
    r"(?P<label>title|headline|byline|author|section|length|dateline|load-date|language|graphic|publication-type|"
    r"document-type|journal-code|subject|organization|industry|geographic|person|source|publisher|publication|"
    r"newspaper|date|published|url|edition|copyright|from|to|cc|reply-to|sent):(?: |$)",
    re.IGNORECASE,
)
_OF_MAIL: Final = frozenset({"from", "to", "cc", "reply-to", "sent"})
"""Labels that tell of a message, with a subject among them, and nothing without one."""
_LONGEST_LABEL: Final = 20
"""Characters of a label, its colon and the space behind it."""
_FEWEST: Final = 3
"""Labels from which on a seed is a record rather than a page on which a word has a colon behind it."""
_SLUG: Final = re.compile(r"[A-Z]{2,4}-[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*(?:[,:/ ].{0,30})?")
_HEAD: Final = 3
"""Lines at the top among which a slug stands."""
_TITLES: Final = ("title", "headline", "subject")
_BYLINES: Final = frozenset({"byline", "author"})


def labels_of(page: Page) -> dict[str, int]:
    """Return the labels of a record and the index of the first line of each; empty where a seed is no record."""
    found: dict[str, int] = {}
    for at, line in enumerate(page.lines):
        start = line.text[:_LONGEST_LABEL]
        if ":" in start and (match := _LABELLED.match(start)):
            found.setdefault(match["label"].lower(), at)
    if "subject" not in found or "from" not in found:
        found = {label: at for label, at in found.items() if label not in _OF_MAIL}
    return found if len(found) >= _FEWEST else {}


def title_label(record: Mapping[str, int]) -> str:
    """Return the label behind which the title of a record stands, a message's subject among them; else nothing."""
    return next((label for label in _TITLES if label in record and (label != "subject" or "from" in record)), "")


def value_of(text: str) -> str:
    """Return what stands behind the label of a record's line."""
    return text.partition(":")[2].strip()


def records(page: Page) -> Iterator[tuple[int, Kind]]:
    """Claim the labelled lines of a record, and slugs at the top of wire copy."""
    for label, at in labels_of(page).items():
        yield at, Kind.BYLINE if label in _BYLINES else Kind.LABEL
    for at, line in enumerate(page.lines[:_HEAD]):
        if _SLUG.fullmatch(line.text):
            yield at, Kind.LABEL
