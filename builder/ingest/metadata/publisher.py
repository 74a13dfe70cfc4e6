"""Who published an article, by the name behind the page's title, the copyright line, the desk or the page's address."""

import re
from collections import Counter
from typing import Final

from builder.ingest.classify import Classified
from builder.ingest.document import Fact
from builder.ingest.head import LIKE_TITLE
from builder.ingest.kinds import Kind
from builder.ingest.phrases import fold

_SITE: Final = re.compile(r"^(?P<title>.{12,}) +(?:[|–—-]|::|»|·|•) +(?P<site>[^|»•]{2,50})$")
_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|copyright)[\s,©]*(?:\(c\))?\s*(?:(?:19|20)\d\d(?:\s?[-–—,]\s?(?:(?:19|20)\d\d|present))?)?[\s,.:|-]*"
    r"(?:copyright |by |the )?(?P<site>[^\W\d_][^.,|©•·\n]{1,45}?)"
    r"(?=[.,|©•·-]|\s*(?:all rights|inc\b|llc\b|ltd\b|pty\b|limited\b|corp|media group|co\b)|\s*(?:19|20)\d\d|$)",
    re.IGNORECASE,
)
_BEHIND: Final = frozenset({Kind.FOOTER, Kind.RELATED, Kind.NAVIGATION, Kind.COMMENT, Kind.READER})
"""Kinds of line among which a copyright line stands."""
_LONGEST: Final = 300
"""Characters of a line that are looked at."""
_DESK: Final = re.compile(
    r"^(?:by )?(?P<site>[A-Z][\w.&' -]{2,30}?) (?:News |Web |Online |Digital )?"
    r"(?:Desk|Staff|Newsroom|Bureau|Newsdesk)\b(?! (?:writer|reporter|correspondent|photographer|editor|columnist))",
    re.IGNORECASE,
)


def find_publisher(classified: Classified) -> Fact | None:
    """Return the site's name where the page itself uses it as one."""
    for rule in (_behind_title, _from_desk, _from_copyright):
        if fact := rule(classified):
            return fact
    return None


def _behind_title(classified: Classified) -> Fact | None:
    """Take what stands behind the title in the page's first lines, if title or name stand elsewhere too."""
    page = classified.page
    elsewhere = Counter(page.folded)
    title = fold(classified.title)
    for at in range(min(4, len(page.lines))):
        match = _SITE.match(page.lines[at].text) if len(page.lines[at].text) < 300 else None
        if match is None:
            continue
        site = match["site"].strip()
        before = fold(match["title"])
        if (
            site.count(" ") < 6
            and site[-1] not in ".!?;:,"
            and not site[0].islower()
            and (
                classified.found == LIKE_TITLE
                or elsewhere[fold(site)]
                or elsewhere[before]
                or (title and before.startswith(title) and title != page.folded[at])
            )
        ):
            return Fact(site, "page title", page.lines[at].text[:160], page.lines[at].first)
    return None


def _from_desk(classified: Classified) -> Fact | None:
    start = classified.body[0] if classified.body else 0
    for at in range(max(0, start - 8), start):
        if match := _DESK.match(classified.page.lines[at].text[:80]):
            line = classified.page.lines[at]
            return Fact(match["site"], "byline", line.text[:120], line.first)
    return None


def _from_copyright(classified: Classified) -> Fact | None:
    last = classified.body[-1] if classified.body else -1
    for at in range(len(classified.kinds) - 1, last, -1):
        line = classified.page.lines[at]
        if classified.kinds[at] in _BEHIND and (match := _COPYRIGHT.search(line.text[:_LONGEST])):
            return Fact(match["site"].strip(" -"), "copyright line", line.text[:120], line.first)
    return None
