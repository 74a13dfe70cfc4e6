"""What each line of a seed is: rules claim what they know, the line model decides the rest, then the head is read."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from builder.ingest.document import BlockKind
from builder.ingest.features import features
from builder.ingest.head import LONGEST_KICKER, Head, Known, read_head
from builder.ingest.kinds import KEPT, Kind
from builder.ingest.line_model import State, line_model, states
from builder.ingest.page import PROSE, Page
from builder.ingest.rules import claims
from builder.ingest.rules.bylines import LONGEST_BYLINE, names_helpers
from builder.ingest.rules.known import is_share_bar
from builder.ingest.rules.page_numbers import page_numbers
from builder.ingest.walls import cuts_off, is_wall

_SHORTEST_STANDFIRST: Final = 6
"""Words of a line right below the title that is no entry of a menu."""
_LONGEST_HEAD: Final = 6
"""Lines of a headline, a standfirst and what else stands above a byline."""
_SHORTEST_HEADLINE: Final = 3
"""Words."""
_BULLETS: Final = "•▪►●·*-–"
_LONGEST_SUBHEADING: Final = 14
"""Words."""
_SHOUTED: Final = 5
"""Words in capitals from which on a line is a pointer to another article."""
_DIVIDED: Final = re.compile(r"[|›»@]|https?:|\(|\bclick\b", re.IGNORECASE)
_DATELINE: Final = re.compile(
    r"[^\W\d_a-z][^!?\"“”|:]{1,70}(?: ?[–—_]| --)|[^\W\d_a-z][^!?\"“”|:]{1,60}\([A-Z][\w ]{1,24}\) ?-"
)
"""A place, a day or a wire service, and a dash behind them."""
_SPOKEN: Final = re.compile(
    r"[,.?!][\"”“»] (?:[^\W\d_][\w.’'-]* ){1,4}(?:said|says|added|told|replied|asked|wrote)\b"
    r"|[,.?!][\"”“»] (?:said|says|added|replied|asked|wrote) [^\W\d_]"
)
"""What somebody says, with who says it behind it."""
_LOOKED_AT: Final = 500
"""Characters of a line."""
_OF_COMMENTS: Final = frozenset({Kind.COMMENT, Kind.READER})
_OF_BLOCKS: Final = {BlockKind.HEADING: Kind.SUBHEADING, BlockKind.LIST_ITEM: Kind.LIST_ITEM}
_NUMBER: Final = re.compile(r"\d{1,3}")
_FEWEST_NUMBERED: Final = 3
"""Numbers in order, each on a line of its own, from which on an article is a list."""
_GAPS: Final = frozenset({Kind.RELATED, Kind.CAPTION})
"""What lines in a gap of the article are called where nothing tells what they are."""
_AROUND_NOTHING: Final = 4
"""Lines left out for each line kept from which on lines that end no sentence are a menu's."""
_COMMENTS_AFTER: Final = 2
"""Lines of a comment form from which on prose behind them is taken for comments."""


_NOTHING: Final = Known()


@dataclass(frozen=True, slots=True)
class Classified:
    """A page and what its lines are."""

    page: Page
    kinds: tuple[Kind, ...]
    """In step with the page's lines."""
    title: str
    """The article's title as it stands on the page; empty where none was found."""
    title_at: int
    """Index of the line the title was read from; -1 without one."""
    found: str
    """How the title was found."""
    body: tuple[int, ...]
    """Indices of the lines that make the article."""


def classify(page: Page, known: Known = _NOTHING) -> Classified:
    """Tell what each line is."""
    claimed = claims(page)
    open_lines = [at for at in range(len(page.lines)) if at not in claimed]
    found = dict(zip(open_lines, states(line_model(), features(page, claimed, open_lines)), strict=True))
    if known.alone or any(True for _ in page_numbers(page)):
        found |= dict.fromkeys(_from_start(page, found, known), State.ARTICLE)
    found |= dict.fromkeys(_of_live_page(page, claimed, found), State.ARTICLE)
    body = [at for at, state in found.items() if state is State.ARTICLE]
    if body and body[0] - 1 in found and _opens(page, body[0] - 1):
        body.insert(0, body[0] - 1)
        found[body[0]] = State.ARTICLE
    for at in _above_byline(page, claimed, body):
        found[at] = State.BEFORE
        body.remove(at)
    for at in _spoken_on(page, body, found):
        found[at] = State.ARTICLE
        body.append(at)
    head = read_head(page, claimed, body, known)
    kinds = _with_comments(page, [_kind(page, at, claimed, found, head) for at in range(len(page.lines))])
    kinds = _with_numbered(page, kinds)
    kinds = _without_notice(page, kinds)
    kept = tuple(at for at, kind in enumerate(kinds) if kind in KEPT)
    return Classified(page, kinds, head.title, head.title_at, head.found, kept)


def _from_start(page: Page, found: Mapping[int, State], known: Known) -> list[int]:
    """Return the lines from the start of the article on that no rule claimed, its title left aside.

    A printed document, whose pages are numbered, has no menu above its title.
    """
    first = next(iter(found), 0)
    if known.alone:
        start = known.heading + 1 or next((at for at, state in found.items() if state is State.ARTICLE), 0)
    else:
        start = first + (not page.prose[first])
    return [at for at in found if at >= start]


def _of_live_page(page: Page, claimed: Mapping[int, Kind], found: Mapping[int, State]) -> list[int]:
    """Return the lines of a live page that were taken for what stands before the article and are in its first entry.

    What is as long as a sentence between its entries is the article's as well.
    """
    start = next((at for at, state in found.items() if state is State.ARTICLE), 0)
    first = max((at for at, kind in claimed.items() if kind is Kind.SUBHEADING and at < start), default=start)
    is_live = first < start
    gaps = (at for at, state in found.items() if is_live and state is State.GAP and page.sizes[at] >= PROSE)
    return [*(at for at in found if first < at < start), *gaps]


def _opens(page: Page, at: int) -> bool:
    """Tell whether the line above an article belongs to it: a dateline that stands alone, words that end in a colon."""
    return bool(_DATELINE.fullmatch(page.lines[at].text)) or (page.ends[at] == ":" and page.sizes[at] >= PROSE)


def _above_byline(page: Page, claimed: Mapping[int, Kind], body: Sequence[int]) -> Sequence[int]:
    """Return the first lines taken for the article that are its headline and standfirst: a byline stands below them.

    What stands above them, if anything, is too short for a headline.
    """
    near = range(body[0] + 1, body[0] + _LONGEST_HEAD) if body else ()
    byline = next((at for at in near if claimed.get(at) is Kind.BYLINE), 0)
    above = [at for at in body if at < byline]
    before = body[0] - 1 if body else -1
    has_headline = before >= 0 and before not in claimed and page.sizes[before] > LONGEST_KICKER
    if has_headline or [page.ends[at] for at in above[:2]] != ["", "."]:
        return ()
    text = [sum(page.prose[at] for at in lines) for lines in (above, body[len(above) :])]
    return above if page.sizes[above[0]] >= _SHORTEST_HEADLINE and text[0] <= 1 < text[1] else ()


def _spoken_on(page: Page, body: Sequence[int], found: Mapping[int, State]) -> Iterator[int]:
    """Yield the lines right below an article in which somebody speaks on, as no pointer to another article does."""
    at = body[-1] + 1 if body else len(page.lines)
    while at in found and page.ends[at] == "." and _SPOKEN.search(page.lines[at].text[:_LOOKED_AT]):
        yield at
        at += 1


def _kind(page: Page, at: int, claimed: Mapping[int, Kind], found: Mapping[int, State], head: Head) -> Kind:
    if at in head.kinds:
        return head.kinds[at]
    if at in claimed:
        is_reader = claimed[at] is Kind.COMMENT and page.kinds[at] != Kind.COMMENT
        return Kind.READER if is_reader else claimed[at]
    state = found[at]
    if state is State.ARTICLE:
        return _kept(page, at, found)
    if not page.folded[at]:
        return Kind.COUNTER
    if state is State.BEFORE:
        return _above(page, at, claimed, head)
    if state is State.GAP:
        if _is_subheading(page, at, found):
            return Kind.SUBHEADING
        return Kind.CAPTION if page.sizes[at] >= PROSE else Kind.RELATED
    return Kind.RELATED if page.sizes[at] >= 5 else Kind.FOOTER


def _is_subheading(page: Page, at: int, found: Mapping[int, State]) -> bool:
    """Tell a subheading from a pointer: alone between two paragraphs of the article, neither shouted nor divided."""
    text = page.lines[at].text
    above, below = at - 1, at + 1
    if not all(found.get(near) is State.ARTICLE and page.prose[near] for near in (above, below)):
        return False
    alone = page.lines[at].gap and page.lines[below].gap and not page.ends[at] and not page.kinds[at]
    shouted = text.isupper() and page.sizes[at] >= _SHOUTED
    return alone and page.sizes[at] <= _LONGEST_SUBHEADING and not shouted and not _DIVIDED.search(text)


def _above(page: Page, at: int, claimed: Mapping[int, Kind], head: Head) -> Kind:
    """Tell what a line before the article is: where no rule found parts of a page, what reads as text is text."""
    if not claimed and page.prose[at]:
        return Kind.BODY
    if at == head.title_at + 1 > 0 and page.sizes[at] >= _SHORTEST_STANDFIRST and page.ends[at] != ":":
        return Kind.STANDFIRST
    if claimed or not 0 <= head.title_at < at:
        return Kind.NAVIGATION
    return Kind.BODY if page.ends[at] == "." else Kind.STANDFIRST


def _kept(page: Page, at: int, found: Mapping[int, State]) -> Kind:
    text, block = page.lines[at].text, page.lines[at].block
    if block is not None:
        return _OF_BLOCKS.get(block, Kind.BODY)
    if is_share_bar(page, at):
        return Kind.SHARE
    if page.sizes[at] <= LONGEST_BYLINE and names_helpers(text):
        return Kind.BYLINE
    if text[0] in _BULLETS and text[1:2] == " " and len(text) > 2:
        return Kind.LIST_ITEM
    if page.ends[at] or page.sizes[at] > _LONGEST_SUBHEADING or not page.lines[at].gap or not text[0].isalnum():
        return Kind.BODY
    if _DATELINE.fullmatch(text):
        return Kind.BODY
    below = at + 1
    if below < len(page.lines) and page.lines[below].gap and found.get(below) is State.ARTICLE and page.prose[below]:
        return Kind.SUBHEADING
    return Kind.BODY


def _without_notice(page: Page, kinds: Sequence[Kind]) -> tuple[Kind, ...]:
    """Call what was taken for the article a notice where it is one, and a menu where no line of many is a sentence.

    Its last lines may be a notice, too: that the article goes on for those who subscribe.
    """
    kinds = list(kinds)
    kept = [at for at, kind in enumerate(kinds) if kind in KEPT]
    while kept and cuts_off([page.lines[kept[-1]].text]):
        kinds[kept.pop()] = Kind.WALL
    if is_wall([page.lines[at].text for at in kept]):
        return tuple(Kind.WALL if kind in KEPT else kind for kind in kinds)
    if len(kinds) - len(kept) >= _AROUND_NOTHING * len(kept) and not any(page.ends[at] for at in kept):
        return tuple(
            Kind.NAVIGATION if kind in KEPT and page.sizes[at] < PROSE else kind for at, kind in enumerate(kinds)
        )
    return tuple(kinds)


def _with_numbered(page: Page, kinds: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """Call headings what stands behind numbers in order, each on a line of its own, where most of it was kept."""
    numbers = [at for at, line in enumerate(page.lines) if page.digits[at] and _NUMBER.fullmatch(line.text)]
    steps = [pair for pair in pairwise(numbers) if int(page.lines[pair[1]].text) - int(page.lines[pair[0]].text) == 1]
    in_order = sorted({at for pair in steps for at in pair if at + 1 < len(kinds)})
    headings = [at + 1 for at in in_order if page.sizes[at + 1] <= _LONGEST_SUBHEADING]
    kept = [at for at in headings if kinds[at] in KEPT]
    if len(headings) < _FEWEST_NUMBERED or len(kept) * 2 <= len(headings):
        return kinds
    last = max(at for at, kind in enumerate(kinds) if kind in KEPT)
    told = [at for at in headings if at < last and (kinds[at] in _GAPS or kinds[at] in KEPT)]
    changed = dict.fromkeys(told, Kind.SUBHEADING) | dict.fromkeys([at - 1 for at in told], Kind.COUNTER)
    return tuple(changed.get(at, kind) for at, kind in enumerate(kinds))


def _with_comments(page: Page, kinds: Sequence[Kind]) -> tuple[Kind, ...]:
    """Call prose behind a comment form comments, where the article has ended."""
    last = max((at for at, kind in enumerate(kinds) if kind in KEPT), default=-1)
    result = list(kinds)
    seen = 0
    for at in range(last + 1, len(kinds)):
        seen += kinds[at] in _OF_COMMENTS
        if seen >= _COMMENTS_AFTER and kinds[at] is Kind.RELATED and page.ends[at] == ".":
            result[at] = Kind.READER
    return tuple(result)
