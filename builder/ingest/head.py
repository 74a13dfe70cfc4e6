"""The head of an article: its title among the lines before the body, repeated titles, the standfirst."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from builder.ingest.kinds import Kind
from builder.ingest.mastheads import is_in_sentence_case, is_masthead, is_menu, is_way, may_be_outlet
from builder.ingest.page import PROSE, Page
from builder.ingest.phrases import fold
from builder.ingest.rules.archives import labels_of, title_label, value_of
from builder.ingest.rules.live_times import lines_of_entries
from builder.ingest.slogan import STAMPS, has_slogan

LIKE_TITLE: Final = "heading like the page's title"
"""How a title was found that says in other words what the page's first line says."""
_SITE: Final = re.compile(r" +(?:[|–—-]|::|»|·|•) +")
_SHORTEST: Final = 3
"""Words; shorter lines are sections."""
_LONGEST: Final = 34
_REACH: Final = 25
"""Lines before the body among which a title is looked for."""
_GALLERY: Final = 60
"""Lines above the body among which a repetition of the title belongs to the article's head."""
_ALIKE: Final = 0.3
"""Share of longer words from which on a heading says what the page's title says."""
_ALIKE_IN_MANY: Final = 0.2
"""The same where they share three words or more, or the heading stands on the page twice."""
_TOP: Final = 3
"""Index of the last line that may be the page's title."""
LONGEST_KICKER: Final = 4
"""Words that name the subject above a headline."""
_LONGEST_HEADLINE: Final = 17
"""Words of a headline that stands over an article without anything of a page around it."""
_THOUGHTS: Final = re.compile(r"(?:one )?(?:thoughts?|comments?|responses?|replies|reply) (?:on|to) (?P<title>.{12,})")
"""What stands over comments: how many there are, and on what; folded."""
_DAY: Final = re.compile(r"day\b|\b(?:said|says|told|was|were|had|will be|who|which)\b", re.IGNORECASE)
"""Words of reports rather than of headlines."""
_SECOND: Final = re.compile(r"[.!?:] +[A-Z“\"]")
_NEXT_SENTENCE: Final = re.compile(r"[^\W\d_A-Z]{4}[.!?][\"”“»]? +[\"“„«]?[^\W\d_a-z]")
"""A stop behind more than an abbreviation, and what may begin a sentence."""
_LONGEST_NOTE: Final = 5
"""Words of a caption that names what the title names, and ends as a sentence."""
_OF_PAGE: Final = re.compile(
    r"(?:\S+ ){1,4}on (?:Facebook|Twitter|X|Instagram|LinkedIn|Threads|Bluesky)$"
    r"|(?:From|To|Contact|Source|Posted in|Filed under): "
)
"""What names a page or a sender rather than an article."""
_STAMP_REACH: Final = 6
"""Lines above its byline or date among which a title stands."""
_LONGEST_SITE: Final = 7
"""Words of a site's name."""
_LONGEST_LINE: Final = 300
"""Characters of a line that are looked at."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article before its lines are looked at."""

    title: str = ""
    """The title where it is given."""
    heading: int = -1
    """Index of the line that mark-up says is the title; -1 where none does."""
    alone: bool = False
    """Whether the seed is an article as a whole, so that only what rules claim does not belong to it."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page tells."""

    title: str = ""
    title_at: int = -1
    found: str = ""
    kinds: Mapping[int, Kind] = field(default_factory=dict)
    """The lines of the head, wherever they stand, by index."""


def read_head(page: Page, claimed: Mapping[int, Kind], body: Sequence[int], known: Known) -> Head:
    """Find the title, its repetitions and the standfirst.

    :param body: indices of the lines that the model takes for the article; a title may be its first
    """
    if known.title:
        heading = {known.heading: Kind.TITLE} if known.heading >= 0 else {}
        return Head(known.title, -1, "given", heading | _repetitions(page, claimed, body, known.title, -1))
    record = labels_of(page)
    at = record.get(title_label(record), -1)
    if at >= 0 and (title := value_of(page.lines[at].text)):
        return Head(title, at, "label", _repetitions(page, claimed, body, title, at))
    if known.heading >= 0:
        title = page.lines[known.heading].text
        return Head(title, known.heading, "heading", _repetitions(page, claimed, body, title, known.heading))
    limit = _limit(page, body)
    text = frozenset(at for at in body[1:] if page.sizes[at] >= PROSE) | frozenset(body[:1] if len(body) == 1 else ())
    unclaimed = [at for at in range(limit) if at not in claimed and at not in text]
    names = _site_names(page, unclaimed)
    unclaimed = [at for at in unclaimed if at not in names]
    short = _short_title(page, unclaimed)
    candidates = [at for at in unclaimed if _may_be_title(page, at) or (bool(short) and page.folded[at] == short)]
    if has_slogan(page, claimed, candidates):
        names[candidates.pop(0)] = Kind.NAVIGATION
    if not candidates and not _is_short_headline(page, claimed, body):
        return Head()
    at, title, found = _choose(page, claimed, candidates, body) if candidates else (0, page.lines[0].text, "first line")
    return Head(title, at, found, names | _repetitions(page, claimed, body, title, at))


def _limit(page: Page, body: Sequence[int]) -> int:
    """Return the index before which the title stands: the first line of prose of the article that is no headline."""
    if len(body) > 1 and body[0] == 0 and _is_headline(page, body):
        return 1
    return next((at for at in body if page.prose[at]), body[0] + 1 if body else len(page.lines))


def _is_headline(page: Page, body: Sequence[int]) -> bool:
    """Tell a headline that ends as a sentence from a first paragraph: short, alone, of one sentence, without a day."""
    text = page.lines[0].text
    below = page.lines[body[1]]
    text_below = max(page.sizes[at] for at in body[1:3])
    fits = _SHORTEST < page.sizes[0] <= _LONGEST_HEADLINE and below.gap
    if not fits or _DAY.search(text) or text[0] in "\"“‘'" or _names_site(page, 0):
        return False
    return text_below >= page.sizes[0] and not _SECOND.search(text)


def _is_short_headline(page: Page, claimed: Mapping[int, Kind], body: Sequence[int]) -> bool:
    """Tell whether a word or two on the first line are all that stands, but for byline and date, above the text."""
    below = next((at for at in range(1, len(page.lines)) if at not in claimed), 0)
    if not body:
        return False
    text = page.lines[0].text
    first = 0 not in claimed and page.sizes[0] < _SHORTEST and bool(page.folded[0])
    words = text[0].isalnum() and (text[-1].isalnum() or text[-1] in "!?")
    return first and words and below in body and page.ends[below] == "."


def _may_be_title(page: Page, at: int) -> bool:
    return (
        _SHORTEST <= page.sizes[at] <= _LONGEST
        and page.ends[at] != ":"
        and bool(page.folded[at])
        and not page.kinds[at]
        and not is_way(page.lines[at].text)
        and not _OF_PAGE.match(page.lines[at].text)
    )


def _short_title(page: Page, lines: Sequence[int]) -> str:
    """Return the words before the first sign of the page's title, folded; empty where there is no such sign."""
    parts = _SITE.split(page.lines[lines[0]].text, maxsplit=1) if lines else ()
    return fold(parts[0]) if len(parts) > 1 else ""


def _site_names(page: Page, lines: Sequence[int]) -> dict[int, Kind]:
    """Return the menus and the newspaper's name at the top of a page, where a line below them may be the title."""
    names = {at: Kind.NAVIGATION for at in lines if at <= _TOP and _names_site(page, at)}
    below = [at for at in lines if names and at > min(names) and at not in names]
    return names if any(_may_be_title(page, at) and page.lines[at].text[-1] != "." for at in below) else {}


def _names_site(page: Page, at: int) -> bool:
    """Tell a menu, a newspaper's name, or what may be one with the headline below it."""
    text = page.lines[at].text
    if is_menu(text) or is_masthead(text):
        return True
    headline = _headline_below(page, at)
    return bool(headline) and may_be_outlet(text, (line.text[:_LONGEST_LINE] for line in page.lines[at + 1 :]))


def _headline_below(page: Page, at: int) -> str:
    """Return the headline right below a line, in sentence case and without the stop of a standfirst; else nothing."""
    below = at + 1
    if below >= len(page.lines) or page.kinds[below] or not _SHORTEST < page.sizes[below] <= _LONGEST_HEADLINE:
        return ""
    text = page.lines[below].text
    return text if page.ends[below] not in (".", ":") and is_in_sentence_case(text) else ""


def _choose(
    page: Page, claimed: Mapping[int, Kind], candidates: Sequence[int], body: Sequence[int]
) -> tuple[int, str, str]:
    """Return the line of the title, its text and how it was found."""
    first = candidates[0]
    folded = page.folded[first]
    for at in reversed(candidates[1:]):
        if folded == page.folded[at] or (
            folded.startswith(page.folded[at]) and len(page.folded[at]) * 5 >= len(folded)
        ):
            return at, page.lines[at].text, "heading that repeats the page's title"
    thought_on = {match["title"] for folded in page.folded if (match := _THOUGHTS.fullmatch(folded))}
    for at in candidates:
        if page.folded[at] in thought_on:
            return at, page.lines[at].text, "heading that comments name"
    text = without_site(page.lines[first].text)
    start = body[0] if body else len(page.lines)
    before = [at for at in candidates if at <= start and start - at <= _REACH]
    entries = lines_of_entries(page, claimed)
    below = range(first + 1, first + 1 + _TOP)
    signed = next((at for at in below if claimed.get(at) is Kind.BYLINE), len(page.lines))
    others = [at for at in before if at != first and (page.ends[at] != "." or page.sizes[at] > _LONGEST_NOTE)]
    alike = [
        (score, -at)
        for at in others
        if page.folded[at] not in entries
        and at < signed
        and (score := _alike(fold(text), page.folded[at], repeated=page.folded.count(page.folded[at]) > 1))
    ]
    if first <= _TOP and alike:
        at = -max(alike)[1]
        return at, page.lines[at].text, LIKE_TITLE
    if first <= _TOP and text != page.lines[first].text:
        return first, text, "page title"
    if entries or len(before) <= 3 or start <= 6:
        at = first + _is_kicker(page, candidates)
        return at, page.lines[at].text, "first line"
    best = max(
        _above_stamp(claimed, before, start),
        key=lambda at: (min(page.sizes[at], 8) - (start - at) / 3 - 3 * _sentences(page, at), -at),
    )
    return best, page.lines[best].text, "heading before the text"


def _is_kicker(page: Page, candidates: Sequence[int]) -> bool:
    """Tell words on the subject from the headline: below them stands a longer line, and below that a sentence."""
    first, *below = candidates[:3]
    if below != [first + 1, first + 2]:
        return False
    stops = [bool(page.ends[at]) for at in (first, *below)]
    return stops == [False, False, True] and page.sizes[first] <= LONGEST_KICKER < page.sizes[first + 1]


def _sentences(page: Page, at: int) -> int:
    """Return 0 for a line that ends without a stop, as headlines do, 1 for a sentence, 2 for more of them."""
    return (page.ends[at] == ".") * (1 + bool(_NEXT_SENTENCE.search(page.lines[at].text[:_LONGEST_LINE])))


def _above_stamp(claimed: Mapping[int, Kind], candidates: Sequence[int], start: int) -> Sequence[int]:
    """Return the candidates above the last byline or date of the head; what stands below describes pictures."""
    stamp = max((at for at, kind in claimed.items() if at < start and kind in STAMPS), default=start)
    above = [at for at in candidates if at < stamp and stamp - at <= _STAMP_REACH]
    return above or candidates


def without_site(title: str) -> str:
    """Return a page's title without the name of the site behind it."""
    parts = _SITE.split(title)
    while len(parts) > 1 and _may_be_site(parts[-1]) and len(parts[0].split()) >= _SHORTEST:
        parts.pop()
    kept = parts[0]
    for part in parts[1:]:
        kept = title[: title.index(part, len(kept)) + len(part)]
    return kept


def _may_be_site(text: str) -> bool:
    """Tell whether words may be a site's name: few, and not in lower case but for an address."""
    return text.count(" ") < _LONGEST_SITE and (not text[:1].islower() or "." in text.rstrip("."))


def _alike(left: str, right: str, *, repeated: bool) -> float:
    """Return the share of the longer words of two folded lines that both have; 0 where they share too few to tell.

    :param repeated: whether the second line stands on the page more than once
    """
    one, other = ({word for word in text.split() if len(word) > 3} for text in (left, right))
    shared = len(one & other)
    share = 2 * shared / max(1, len(one) + len(other))
    return share if shared > 1 and share >= (_ALIKE_IN_MANY if repeated or shared > 2 else _ALIKE) else 0.0


def _repetitions(
    page: Page, claimed: Mapping[int, Kind], body: Sequence[int], title: str, title_at: int
) -> dict[int, Kind]:
    """Return the lines that are the title, and the standfirst where the body says it again."""
    folded = fold(title)
    kinds = {at: Kind.TITLE for at, own in enumerate(page.folded) if own == folded and folded}
    if title_at >= 0:
        kinds[title_at] = Kind.TITLE
    start = body[0] if body else len(page.lines)
    if 0 <= title_at <= start:
        title_at = min((at for at in kinds if start - _GALLERY <= at), default=title_at)
        below = title_at + 1
        later = {page.folded[at] for at in body if at > below}
        if below < len(page.lines) and below not in claimed and page.sizes[below] >= 5 and page.folded[below] in later:
            kinds[below] = Kind.STANDFIRST
        for at in range(title_at + 1, start):
            if at not in claimed and at not in kinds and page.sizes[at] >= PROSE and page.ends[at] == ".":
                kinds[at] = Kind.STANDFIRST
                break
    return kinds
