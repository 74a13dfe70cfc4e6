"""Who wrote an article, by its byline."""

import re
from collections.abc import Sequence
from typing import Final

from builder.ingest.classify import Classified
from builder.ingest.dates import days
from builder.ingest.document import Fact
from builder.ingest.kinds import KEPT, Kind
from builder.ingest.metadata.people import NAME, known_names, names_in
from builder.ingest.phrases import fold
from builder.ingest.rules.bylines import BY

_REACH: Final = 14
"""Lines around the start of the body in which a byline is looked for."""
_INTO_BODY: Final = 4
_HANDLE_REACH: Final = 4
"""Lines behind a name among which its handle on a network stands."""
_SIGNED: Final = re.compile(r"(?:^|[\s|,•·–—-])by (?=[A-Z])", re.IGNORECASE)
"""What stands before a name in a line that has more than it."""
_HANDLE: Final = re.compile(r"(?:^|\s)@(?P<handle>\w{3,30})\b")
_COLUMN: Final = re.compile(r"(?P<name>[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,2}): ")
"""A column that has its author's name before its title."""


_FOLLOW: Final = re.compile(
    r"^Follow (?P<name>[^\W\d_][\w.'’ -]{3,40}?) [Oo]n (?:Twitter|X|Facebook|Instagram|Bluesky|Mastodon|Threads)\b"
)
_IS: Final = re.compile(
    r"(?:^|(?<=[.!?] ))(?P<name>[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,3})(?:, [^.,]{3,80},)? "
    r"(?:is|are|was) (?:(?:a|an|the|our|also)\b )?"
    r"(?:[\w’'-]+ ){0,4}(?:author|columnist|writer|editor|reporter|correspondent|journalist|contributor|fellow|"
    r"professor|historian|founder|president|director|co-host|host|analyst|critic|researcher|lecturer|economist|novelist)\b"
)
_INTRODUCED: Final = re.compile(
    r"(?:(?:The )?(?:Rep|Sen|Gov|Gen|Dr|Prof|Mr|Ms|Mrs|Rev)\. )?"
    r"(?P<name>[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,3}),? "
    r"(?:[^!?]{1,60}, )?(?:is|was|leads|serves|teaches|writes|covers) "
)
"""How the last line of an opinion piece introduces who wrote it."""
_QUOTED: Final = re.compile(r"(?:[“\"]|``)[^”\"`]{0,600}?(?:[”\"]|'')")
_SPEAKER: Final = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_LABELS: Final = frozenset({"by", "author", "written by", "von", "par", "por"})
_LONGEST_SIGNED: Final = 120
"""Characters of a line of the head that is signed."""
_LAST: Final = 3
"""Lines at the end of the text in which a note on the author stands."""
_LONGEST_NOTE: Final = 60
"""Words."""


_PIECES: Final = re.compile(r"\s*[|•·/–—]\s*|\s+-\s+|\s*\d+ Comments?\b", re.IGNORECASE)
"""What stands between the parts of a line of the head."""
_MAIL: Final = r"\s+[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
_FROM: Final = r"\s+in [A-ZÀ-Þ][\w ’'-]{2,30}"
_HELPED: Final = r"\s*[|,]? with (?:agencies|(?:[A-Z]{2,5}|Reuters)\b.{0,30})"
_BESIDE_NAME: Final = re.compile(rf"(?P<names>[^\W\d_][^|@\d()]{{3,70}}?)(?:{_MAIL}|{_FROM}|{_HELPED})?")
"""Names, and at most a mail address, a place or the agencies that helped."""
_JOB: Final = re.compile(
    r"^(?:[\w&’' -]{0,40} )?(?:reporter|correspondent|columnist|editor|writer|contributor|journalist|producer)$|^@\w+$",
    re.IGNORECASE,
)
_READING: Final = re.compile(r"\d+(?: ?[–-] ?\d+)? ?min(?:ute)?s?\b", re.IGNORECASE)
"""How long it takes to read an article."""
_DATED_WITHIN: Final = 3
"""Lines around a name among which the date of the article stands."""
_NEVER_NAMES: Final = KEPT | {Kind.CAPTION, Kind.RELATED, Kind.CREDIT, Kind.TITLE}
"""Kinds of line whose names are not the author's."""


def find_authors(classified: Classified) -> tuple[Fact, ...]:
    """Return the people who wrote an article, by its byline, else by what else names them; empty where nothing does."""
    if not classified.body:
        return ()
    for rule in _RULES:
        if found := rule(classified):
            return found
    return ()


def _from_name(classified: Classified) -> tuple[Fact, ...]:
    """Read lines of the head that are a name, or a name beside a date, an address, a place or those who helped.

    The first name has to be a known one, since sections, topics and places stand there too; and a line that is nothing
    but a name has to stand by a date, by what else the head has, or by what its bearer is.
    """
    start = classified.body[0]
    for at in range(max(classified.title_at + 1, start - _REACH, 0), start):
        if classified.kinds[at] in _NEVER_NAMES:
            continue
        text = classified.page.lines[at].text[:_LONGEST_SIGNED]
        names, beside = _named(text)
        if names and (beside or _stands_in_head(classified, at)):
            return _facts(names, "name in the head", classified, at)
    return ()


def _named(text: str) -> tuple[tuple[str, ...], bool]:
    """Return the names a line of the head consists of, and whether more stands beside them that tells who they are."""
    found = days(text)
    if full := [day for day in found if day.year]:
        parts = (text[: full[0].start], text[full[-1].end :])
        pieces = [piece for part in parts for piece in _PIECES.split(part)]
        named = [names for piece in pieces if (names := known_names(piece))]
        return (named[0], True) if named else ((), False)
    if match := _BESIDE_NAME.fullmatch(text):
        return known_names(match["names"]), match["names"] != text
    return (), False


def _stands_in_head(classified: Classified, at: int) -> bool:
    """Tell whether a line that is a name stands where bylines do: by a date, or by what its bearer is."""
    lines = classified.page.lines
    if any(kind is Kind.DATE for kind in classified.kinds[max(0, at - _DATED_WITHIN) : at + _DATED_WITHIN + 1]):
        return True
    near = [place for place in (at - 1, at + 1) if 0 <= place < len(classified.kinds)]
    return any(_JOB.search(lines[place].text[:80]) or _READING.match(lines[place].text) for place in near)


def _around_start(classified: Classified) -> list[int]:
    """Return the lines among which a byline stands: those near the start of the text, then those behind the title."""
    start = classified.body[0]
    near = range(max(0, start - _REACH), min(len(classified.kinds), start + _INTO_BODY))
    behind_title = range(classified.title_at + 1, near.start) if classified.title_at >= 0 else ()
    return [*sorted(near, key=lambda at: (abs(at - start), at)), *behind_title]


def _facts(names: Sequence[str], found: str, classified: Classified, at: int) -> tuple[Fact, ...]:
    line = classified.page.lines[at]
    return tuple(Fact(name, found, line.text[:120], line.first) for name in names)


def _from_byline(classified: Classified) -> tuple[Fact, ...]:
    lines = [at for at in _around_start(classified) if classified.kinds[at] is Kind.BYLINE]
    return _first(classified, [(at, BY.sub("", classified.page.lines[at].text, count=1)) for at in lines])


def _from_label(classified: Classified) -> tuple[Fact, ...]:
    """Read a name on the line below a lone “By”."""
    page = classified.page
    below = [at + 1 for at in _around_start(classified) if page.folded[at] in _LABELS and at + 1 < len(page.lines)]
    return _first(classified, [(at, page.lines[at].text) for at in below])


def _from_signature(classified: Classified) -> tuple[Fact, ...]:
    """Read “by” and a name in a line that has the date too, or another part of the head."""
    lines = [(at, classified.page.lines[at].text) for at in _around_start(classified)]
    head = [(at, text) for at, text in lines if classified.kinds[at] not in KEPT and len(text) <= _LONGEST_SIGNED]
    signed = [(at, text, match) for at, text in head if (match := _SIGNED.search(text))]
    return _first(
        classified, [(at, text[match.end() :]) for at, text, match in signed if days(text) or not match.start()]
    )


def _first(classified: Classified, lines: Sequence[tuple[int, str]]) -> tuple[Fact, ...]:
    """Return the names in the first line that has any."""
    found = (_facts(names_in(text), "byline", classified, at) for at, text in lines)
    return next((facts for facts in found if facts), ())


def _from_handle(classified: Classified) -> tuple[Fact, ...]:
    """Read a name behind the title that stands by a handle with the same surname."""
    for at in range(classified.title_at + 1, classified.body[0]):
        name = _HANDLE.split(classified.page.lines[at].text)[0]
        names = names_in(name)
        if len(names) != 1 or names[0] != name.strip():
            continue
        surname = fold(names[0]).rsplit(" ", 1)[-1]
        below = range(at, min(classified.body[0], at + _HANDLE_REACH))
        handles = [match["handle"] for near in below for match in _HANDLE.finditer(classified.page.lines[near].text)]
        if any(surname in handle.casefold() for handle in handles):
            return _facts(names, "name and handle", classified, at)
    return ()


def _from_title(classified: Classified) -> tuple[Fact, ...]:
    """Read the name before a column's title, where the text says “I” and does not speak of the name's bearer."""
    match = _COLUMN.match(classified.title) if classified.title_at >= 0 else None
    names = names_in(match["name"]) if match else ()
    if len(names) != 1 or not _speaks_for_itself(classified) or _is_told_of(classified, names[0], -1):
        return ()
    return _facts(names, "name before the title", classified, classified.title_at)


def _from_last_line(classified: Classified) -> tuple[Fact, ...]:
    """Read who the last line introduces, where the text says “I” or “we” and does not speak of that person."""
    at = classified.body[-1]
    match = _INTRODUCED.match(classified.page.lines[at].text)
    if match is None or len(classified.body) <= _LAST or classified.page.sizes[at] > _LONGEST_NOTE:
        return ()
    names = names_in(match["name"])
    if len(names) != 1 or not _speaks_for_itself(classified) or _is_told_of(classified, names[0], at):
        return ()
    return _facts(names, "note on the author", classified, at)


def _speaks_for_itself(classified: Classified) -> bool:
    """Tell whether an article says “I” or “we” outside of quotation marks."""
    return any(_SPEAKER.search(_QUOTED.sub(" ", classified.page.lines[at].text)) for at in classified.body)


def _from_note(classified: Classified) -> tuple[Fact, ...]:
    """Read “Follow … on Twitter”, or “… is a columnist” of somebody the article itself does not speak of."""
    body = classified.body
    for at in body[-_LAST:] if len(body) > _LAST else ():
        line = classified.page.lines[at]
        if classified.page.sizes[at] > _LONGEST_NOTE:
            continue
        if match := _FOLLOW.match(line.text):
            return _facts(names_in(match["name"]), "note on the author", classified, at)
        names = [match["name"] for match in _IS.finditer(line.text)]
        if names and _IS.match(line.text) and not any(_is_told_of(classified, name, at) for name in names):
            return _facts([name for name in names if NAME.fullmatch(name)], "note on the author", classified, at)
    return ()


def _is_told_of(classified: Classified, name: str, note: int) -> bool:
    surname = name.rsplit(" ", 1)[-1]
    return any(surname in classified.page.lines[at].text for at in classified.body if at != note)


_RULES: Final = (
    _from_byline,
    _from_label,
    _from_signature,
    _from_handle,
    _from_name,
    _from_note,
    _from_last_line,
    _from_title,
)
"""In this order; the first that finds anybody decides."""
