"""Who published an article, by the name behind the page's title, the copyright line, the desk or the page's address."""

import re
from collections.abc import Mapping
from typing import Final

from builder.ingest.agencies import ANY
from builder.ingest.classify import Classified
from builder.ingest.document import Fact
from builder.ingest.head import LIKE_TITLE
from builder.ingest.kinds import Kind
from builder.ingest.mastheads import is_masthead, is_menu
from builder.ingest.phrases import fold
from builder.ingest.rules.archives import labels_of, value_of
from builder.ingest.rules.dates import is_lone_date, name_beside_date

_SITE: Final = re.compile(r"^(?P<title>.{12,}) +(?:[|–—-]|::|»|·|•) +(?P<site>[^|»•]{2,50})$")
_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|copyright)[\s,©]*(?:\(c\))?\s*(?:(?:19|20)\d\d(?:\s?[-–—,]\s?(?:(?:19|20)\d\d|present))?)?[\s,.:|-]*"
    r"(?:copyright |by )?(?P<site>[^\W\d_][^.,|©•·\n]{1,45}?)"
    r"(?=[.,|©•·-]|\s*(?:all rights|inc\b|llc\b|ltd\b|pty\b|limited\b|corp|media group|co\b|unless\b)"
    r"|\s*(?:19|20)\d\d|$)",
    re.IGNORECASE,
)
_NO_SITE: Final = re.compile(
    rf"(?:{ANY}|(?i:all rights|alle rechte|tous droits|todos (?:os|los)|tutti i|riproduzione|reproduction))\b"
)
"""What stands behind a sign of copyright and is no publisher: an agency, a reservation."""
_OF_RECORDS: Final = ("publisher", "publication", "newspaper", "source")
"""Labels of a record behind which the publisher stands."""
_LONGEST_NAME: Final = 60
"""Characters of a publisher's name."""
_BEHIND: Final = frozenset({Kind.FOOTER, Kind.RELATED, Kind.NAVIGATION, Kind.COMMENT, Kind.READER})
"""Kinds of line among which a copyright line stands."""
_LONGEST: Final = 300
"""Characters of a line that are looked at."""
_DATES: Final = frozenset({Kind.DATE, Kind.PAGE_DATE})
_HEAD: Final = 12
"""Lines at the top of a page among which its own name stands."""
_DESK: Final = re.compile(
    r"^(?:by )?(?P<site>[A-Z][\w.&' -]{2,30}?) (?:News |Web |Online |Digital )?"
    r"(?:Desk|Staff|Newsroom|Bureau|Newsdesk)\b(?! (?:writer|reporter|correspondent|photographer|editor|columnist))",
    re.IGNORECASE,
)


def find_publisher(classified: Classified) -> Fact | None:
    """Return the site's name where the page itself uses it as one."""
    for rule in (_from_record, _behind_title, _before_title, _from_desk, _from_copyright, _from_head):
        if fact := rule(classified):
            return fact
    return None


def _from_record(classified: Classified) -> Fact | None:
    """Take what a labelled record says."""
    record = labels_of(classified.page)
    for label in _OF_RECORDS:
        if label in record:
            line = classified.page.lines[record[label]]
            name = value_of(line.text)
            if name and len(name) <= _LONGEST_NAME and not _NO_SITE.match(name):
                return Fact(name, "label", line.text[:160], line.first)
    return _from_sender(classified, record)


def _from_sender(classified: Classified, record: Mapping[str, int]) -> Fact | None:
    """Take the sender of a newsletter, which has its name at its head or foot, as letters between people have not."""
    if "from" not in record:
        return None
    line = classified.page.lines[record["from"]]
    name = value_of(line.text).partition("<")[0].strip(" \"'")
    named = name and len(name) <= _LONGEST_NAME and (fold(name) in classified.page.folded or is_masthead(name))
    return Fact(name, "label", line.text[:160], line.first) if named else None


def _before_title(classified: Classified) -> Fact | None:
    """Take what stands before the title in the page's first line: ``The Portly Post | Seals return``."""
    if classified.title_at <= 0:
        return None
    line = classified.page.lines[0]
    site, sign, title = line.text[:_LONGEST].partition(" | ")
    if sign and fold(title) == fold(classified.title) and site.count(" ") < 6:
        return Fact(site.strip(), "page title", line.text[:160], line.first)
    return None


def _behind_title(classified: Classified) -> Fact | None:
    """Take what stands behind the title in the page's first lines, if title or name stand elsewhere too."""
    page = classified.page
    title = fold(classified.title)
    for at in range(min(4, len(page.lines))):
        match = _SITE.match(page.lines[at].text) if len(page.lines[at].text) < 300 else None
        if match is None or is_menu(page.lines[at].text) or is_lone_date(match["site"]):
            continue
        site = match["site"].strip()
        before = fold(match["title"])
        if (
            site.count(" ") < 6
            and site[-1] not in ".!?;:,"
            and not site[0].islower()
            and (
                classified.found == LIKE_TITLE
                or fold(site) in page.folded
                or before in page.folded
                or (title and before.startswith(title) and title != page.folded[at])
            )
        ):
            return Fact(site, "page title", page.lines[at].text[:160], page.lines[at].first)
    return None


def _from_head(classified: Classified) -> Fact | None:
    """Take a newspaper's name that stands alone above the title, or beside the date above the text."""
    start = classified.body[0] if classified.body else 0
    for at in range(min(start, _HEAD)):
        line, kind = classified.page.lines[at], classified.kinds[at]
        if kind is Kind.NAVIGATION and at < classified.title_at and is_masthead(line.text):
            return Fact(line.text, "name above the title", line.text, line.first)
        if kind in _DATES and is_masthead(name := name_beside_date(line.text[:_LONGEST])):
            return Fact(name, "date line", line.text[:160], line.first)
    return None


def _from_desk(classified: Classified) -> Fact | None:
    start = classified.body[0] if classified.body else 0
    for at in range(max(0, start - 8), start):
        if match := _DESK.match(classified.page.lines[at].text[:80]):
            line = classified.page.lines[at]
            return Fact(match["site"].rpartition(" and ")[2], "byline", line.text[:120], line.first)
    return None


def _from_copyright(classified: Classified) -> Fact | None:
    last = classified.body[-1] if classified.body else -1
    for at in range(len(classified.kinds) - 1, last, -1):
        line = classified.page.lines[at]
        match = _COPYRIGHT.search(line.text[:_LONGEST]) if classified.kinds[at] in _BEHIND else None
        if match and not _NO_SITE.match(match["site"]):
            name = match["site"].strip(" -").removeprefix("the ")
            return Fact(name, "copyright line", line.text[:120], line.first)
    return None
