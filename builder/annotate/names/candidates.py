"""Stretches of capitalised words that may be names, cut where a title, an adjective of place or a list says so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from builder.annotate.names.lists import Lists, lists
from builder.annotate.names.tokens import Tokens

_OPENING = frozenset({"van", "von", "bin", "ibn", "della"})
_LONGEST = 12
"""Words. No name in the news is longer; what is, is a headline in capitals."""
_ADJOINED_CITIZENS = frozenset({"Ministry", "Embassy", "Government", "Parliament", "Police", "Army", "Navy"})
"""Offices that news names with an adjective of place which is not part of their name."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of words that may be a name."""

    first: int
    """The index of its first word."""
    last: int
    """The index behind its last word."""
    text: str
    """Its words with single blanks between them and no possessive ending: what its mentions have in common."""
    title: str = ""
    """The title that stands before it, where there is one: ``Gen.``, ``Prime Minister``."""
    adjective: bool = False
    """Whether it is an adjective of place or a word for people from there."""
    opener: bool = False
    """Whether it is an everyday word that may have its capital only because a sentence begins with it."""


def candidates(tokens: Tokens) -> tuple[Candidate, ...]:
    """Return the candidates of an article in order, none overlapping another."""
    found: list[Candidate] = []
    index = 0
    while index < len(tokens.words):
        end = _run(tokens, index)
        if end == index:
            index += 1
        else:
            found.extend(_pieces(tokens, index, end))
            index = end
    return tuple(found)


def capitalised(word: str) -> bool:
    """Tell whether a word is written as names are."""
    return word[0].isupper() or (word[0].isdigit() and word in lists().teams) or _prefixed(word)


def _name_word(tokens: Tokens, index: int) -> bool:
    """Tell whether a word may be part of a name: it has a capital and is no month or weekday."""
    word = tokens.words[index]
    if not capitalised(word) or _party_tag(word) or (tokens.lines[index] in tokens.titled and _headline_word(word)):
        return False
    if word not in lists().section("calendar"):
        return True
    behind = index + 1
    return (
        word in lists().section("months that are names")
        and behind < len(tokens.words)
        and _together(tokens, behind)
        and capitalised(tokens.words[behind])
        and tokens.words[behind] not in lists().section("calendar")
    )


def _party_tag(word: str) -> bool:
    """Tell whether a word says a member's party and state: ``D-Ill.``, ``R-Wis.``."""
    return word[1:2] == "-" and word[0] in "DRI" and len(word) < 8


def _headline_word(word: str) -> bool:
    """Tell whether a word in a headline is an everyday one that names nobody."""
    known = lists()
    return _common(known, word) and not (
        word in known.first_names
        or word in known.surnames
        or word in known.section("titles")
        or _organisation_tail(known, word)
        or word in known.section("place words")
    )


def _prefixed(word: str) -> bool:
    """Tell whether a word is a name with a small article before a hyphen or apostrophe: ``al-Assad``, ``d'Estaing``."""
    if not word[0].islower() or len(word) < 4:
        return False
    head, _, tail = word.replace("'", "-").partition("-")
    return tail[:1].isupper() and (head in lists().section("name particles") or head == "d")


def _together(tokens: Tokens, index: int) -> bool:
    """Tell whether a word and the one before it have nothing but a blank between them."""
    return (
        tokens.starts[index] - tokens.ends[index - 1] == 1
        and tokens.lines[index] == tokens.lines[index - 1]
        and index - 1 not in tokens.possessive
        and index not in tokens.initial
        and index not in tokens.parted
    )


def phrase(tokens: Tokens, index: int, end: int) -> int:
    """Return where the longest name of several words from the lists ends that starts at an index, or the index."""
    words = tokens.words
    known = lists().phrases
    spelled = words[index].title() if words[index].isupper() and words[index] not in known else words[index]
    for several in known.get(spelled, ()):
        behind = index + len(several)
        if behind <= end and tokens.reads(index, behind, several):
            return behind
    return index


def _opening_particle(tokens: Tokens, index: int) -> bool:
    """Tell whether a particle in small letters opens a name: ``van Boxmeer``, ``bin Laden``."""
    return tokens.words[index] in _OPENING and _continues(tokens, _behind_particles(tokens, index), len(tokens.words))


def _behind_particles(tokens: Tokens, index: int) -> int:
    """Return the index behind a particle and those that follow it: ``von der``."""
    behind = index + 1
    while behind < min(index + 3, len(tokens.words)) and tokens.words[behind] in ("der", "den", "de", "la"):
        behind += 1
    return behind


def _run(tokens: Tokens, index: int) -> int:
    """Return where the run of name words ends that starts at an index, or the index itself."""
    words = tokens.words
    if _opening_particle(tokens, index):
        index_of_name = _behind_particles(tokens, index)
    elif not _name_word(tokens, index):
        return index
    else:
        index_of_name = index
    if tokens.lines[index] in tokens.shouted:
        return _shouted_run(tokens, index)
    end = index_of_name + 1
    limit = min(len(words), index + _LONGEST)
    while end < limit:
        step = _step(tokens, index, end, limit)
        if step == end:
            break
        end = step
    return max(end, phrase(tokens, index, len(words)))


def _shouted_run(tokens: Tokens, index: int) -> int:
    """Return the end of a name from the lists in a line of capitals; no other word of it is taken for a name."""
    word = tokens.words[index].title()
    known = lists()
    if word in known.sovereign and word.lower() not in known.words:
        return index + 1
    return index


def _step(tokens: Tokens, start: int, end: int, limit: int) -> int:
    """Return how far a run that reaches ``end`` may be extended, or ``end``."""
    known = lists()
    words = tokens.words
    if (
        words[end] == ","
        and end + 1 < limit
        and (words[end + 1] == "D.C." or words[end + 1].rstrip(".") in ("Inc", "Ltd"))
    ):
        return end + 2
    if not _together(tokens, end):
        return _owned_step(tokens, end)
    if _name_word(tokens, end):
        return end + 1
    particles = known.section("name particles")
    behind = end
    while behind < limit and words[behind] in particles and _together(tokens, behind):
        behind += 1
    if behind > end and _continues(tokens, behind, limit):
        return behind + 1
    return _joined_step(tokens, start, end, limit)


def _continues(tokens: Tokens, index: int, limit: int) -> bool:
    """Tell whether a capitalised word that is no month or weekday follows directly."""
    return index < limit and _together(tokens, index) and _name_word(tokens, index)


def _owned_step(tokens: Tokens, end: int) -> int:
    """Go on past a possessive that is part of a name: ``People's Army``, ``Moody's Investors Service``."""
    known = lists()
    near = tokens.starts[end] - tokens.ends[end - 1] <= 3 and tokens.lines[end] == tokens.lines[end - 1]
    if end - 1 in tokens.possessive and near and capitalised(tokens.words[end]):
        owner = tokens.words[end - 1] + "'s"
        if owner in known.section("possessive heads") or tokens.words[end] in known.section("legal forms"):
            return end + 1
    return end


def _joined_step(tokens: Tokens, start: int, end: int, limit: int) -> int:
    """Go on past ``of``, ``for``, ``and`` or ``&`` where the words before and behind make one name of it."""
    if tokens.words[end] not in ("of", "for", "and", "&"):
        return end
    behind = end + 1
    if behind < limit and tokens.words[behind] in ("the", "a") and _together(tokens, behind):
        behind += 1
    if not _continues(tokens, behind, limit):
        return end
    return behind + 1 if _JOINTS[tokens.words[end]](tokens, start, end, behind) else end


def _of(tokens: Tokens, start: int, end: int, behind: int) -> bool:
    """Tell whether ``of`` goes on with a title, an organisation or a place."""
    known = lists()
    if " ".join(tokens.words[end : behind + 1]) in known.section("title tails"):
        return True
    word = tokens.words[end - 1]
    if word in known.section("places with of"):
        return True
    place = tokens.words[behind] in known.large_cities
    return word in known.section("heads of organisations") and not (
        place and word in ("Club", "School", "Society", "Orchestra", "Service") and end - start > 1
    )


def _for(tokens: Tokens, start: int, end: int, behind: int) -> bool:  # noqa: ARG001
    """Tell whether ``for`` goes on with an organisation: ``Center for Disease Control``."""
    return tokens.words[end - 1] in lists().section("heads with for")


def _and(tokens: Tokens, start: int, end: int, behind: int) -> bool:
    """Tell whether ``and`` stands inside an organisation's name rather than between two names."""
    known = lists()
    words = tokens.words
    heads = known.section("heads of organisations")
    if behind > end + 1:
        return False
    if words[behind] in ("Co", "Co.", "Sons", "Company"):
        return True
    if "of" in words[start:end] and any(word in heads for word in words[start:end]):
        return _common(known, words[end - 1])
    stop = behind + 1
    while stop < len(words) and stop < behind + 4 and _continues(tokens, stop, len(words)):
        stop += 1
    if words[stop - 1] in ("Railway", "Railroad", "Railways"):
        return True
    if stop - behind < 2 or not _organisation_tail(known, words[stop - 1]):
        return False
    return end - start < 3 and all(_common(known, word) for word in (words[end - 1], words[behind]))


def _ampersand(tokens: Tokens, start: int, end: int, behind: int) -> bool:  # noqa: ARG001
    """Tell whether ``&`` joins two words rather than two full names."""
    return end - start == 1


_JOINTS: dict[str, Callable[[Tokens, int, int, int], bool]] = {"of": _of, "for": _for, "and": _and, "&": _ampersand}


def _pieces(tokens: Tokens, first: int, last: int) -> Iterator[Candidate]:
    """Cut a run into names, leaving out titles and words that merely open a sentence."""
    opener = first
    first = _without_opener(tokens, first, last)
    if first >= last:
        if last - opener == 1 and tokens.words[opener] not in lists().section("function words"):
            yield replace(_candidate(tokens, opener, last), opener=True)
        return
    known = lists()
    if _title_end(tokens.words, known, first, last) == last:
        if last - first == 1:
            yield replace(_candidate(tokens, first, last), opener=True)
        return
    words = tokens.words
    whole = " ".join(words[first:last])
    if _is_known(known, whole) or _is_organisation(known, words, first, last):
        yield from _whole(tokens, known, first, last)
        return
    lead = max(phrase(tokens, first, last), first + 1)
    if " ".join(words[first:lead]) in known.adjectives and lead < last:
        yield _candidate(tokens, first, lead, adjective=True)
        yield from _pieces(tokens, lead, last)
        return
    yield from _around_title(tokens, known, first, last)


def _whole(tokens: Tokens, known: Lists, first: int, last: int) -> Iterator[Candidate]:
    """Yield a run as one name, its adjective of place apart where it is not part of the name."""
    words = tokens.words
    if last - first == 2 and words[first] in known.adjectives and words[last - 1] in _ADJOINED_CITIZENS:
        yield _candidate(tokens, first, first + 1, adjective=True)
        return
    if (
        last - first == 3
        and words[first] in known.adjectives
        and first + 1 not in tokens.possessive
        and words[last - 1] in _ADJOINED_CITIZENS
    ):
        yield _candidate(tokens, first, first + 1, adjective=True)
        first += 1
    yield _candidate(tokens, first, last, adjective=" ".join(words[first:last]) in known.adjectives)


def _is_known(known: Lists, text: str) -> bool:
    return (
        text in known.countries
        or text in known.adjectives
        or text in known.organisations
        or text in known.teams
        or text in known.large_cities
        or text in known.spellings
    )


def _is_organisation(known: Lists, words: tuple[str, ...], first: int, last: int) -> bool:
    """Tell whether a run of several words ends or begins as organisations and places do."""
    if last - first < 2:
        return False
    tail = words[last - 1]
    heads, places = known.section("heads of organisations"), known.section("places with of")
    ends = ("legal forms", "organisation words", "place words", "event words")
    if any(tail in known.section(section) for section in ends):
        return not any(words[i] in known.section("titles") and _is_stop(words[i]) for i in range(first, last))
    if not any(
        words[index + 1] in ("of", "for") and (words[index] in heads or words[index] in places)
        for index in range(first, last - 1)
    ):
        return False
    return not any(index < _title_end(words, known, index, last) < last for index in range(first + 1, last))


def _is_stop(word: str) -> bool:
    return word.endswith(".") and len(word) > 2


def _without_opener(tokens: Tokens, first: int, last: int) -> int:
    """Return the index of the first word of a run that can belong to a name."""
    known = lists()
    while first < last:
        if phrase(tokens, first, last) > first or _may_open(tokens, known, first, last):
            return first
        first += 1
    return first


def _may_open(tokens: Tokens, known: Lists, first: int, last: int) -> bool:
    """Tell whether a run may keep its first word, or has its capital only because a sentence begins there."""
    word = tokens.words[first]
    more = first + 1 < last
    if word in known.section("function words"):
        return False
    following = tokens.words[first + 1] if more else ""
    tail = tokens.words[last - 1] if more else ""
    if word in known.section("groups and kinds"):
        return (word in known.section("front place words") and more) or any(
            _organisation_tail(known, end) or end in known.section("heads of organisations")
            for end in (following, tail)
        )
    if first not in tokens.initial or not _common(known, word) or (more and word.lower() in _OPENING):
        return True
    if not more:
        return word in known.first_names and word in known.surnames
    return (
        _title_end(tokens.words, known, first, last) > first
        or word in known.first_names
        or word in known.section("words before organisations")
        or _organisation_tail(known, following)
        or tail in known.section("legal forms")
    )


def _organisation_tail(known: Lists, word: str) -> bool:
    return word in known.section("organisation words") or word in known.section("legal forms")


def _common(known: Lists, word: str) -> bool:
    """Tell whether a capitalised word is an everyday word too."""
    return word.lower() in known.words and word not in known.countries and word not in known.organisations


def _around_title(tokens: Tokens, known: Lists, first: int, last: int) -> Iterator[Candidate]:
    """Cut a run at the titles inside it."""
    for index in range(first, last):
        end = _title_end(tokens.words, known, index, last)
        head = tokens.words[first]
        if end == last and index > first and head in known.first_names and head not in known.countries:
            break  # a surname that is a title too: John Major
        if end > index:
            if index > first:
                yield from _plain(tokens, known, first, index)
            if end < last:
                yield _candidate(tokens, end, last, title=" ".join(tokens.words[index:end]))
            return
    yield from _plain(tokens, known, first, last)


def _title_end(words: tuple[str, ...], known: Lists, index: int, last: int) -> int:
    """Return where the title that starts at an index ends, or the index."""
    titles, modifiers = known.section("titles"), known.section("title modifiers")
    end, found = index, index
    while end < last:
        word = words[end].rstrip(".")
        if word in titles:
            end += 1
            found = end
        elif word in modifiers:
            end += 1
        elif word == "of" and found == end and (tail := _title_tail(words, known, end)):
            found = end = end + tail
        else:
            break
    return found


def _title_tail(words: tuple[str, ...], known: Lists, index: int) -> int:
    """Return how many words of an office follow a title: two for ``of State``, three for ``of the Treasury``."""
    tails = known.section("title tails")
    return next((count for count in (2, 3, 4) if " ".join(words[index : index + count]) in tails), 0)


def _plain(tokens: Tokens, known: Lists, first: int, last: int) -> Iterator[Candidate]:
    """Yield a run without titles, apart from a place or organisation of the lists that it opens with."""
    lead = phrase(tokens, first, last)
    behind = max(lead, first + 1)
    opens = lead > first or tokens.words[first] in known.sovereign
    if opens and behind < last and not _goes_on(known, tokens, first, behind, last):
        yield _candidate(tokens, first, behind)
        first = behind
    elif last - first == 2 and tokens.words[first].isupper() and tokens.words[last - 1] in known.countries:
        yield _candidate(tokens, first, first + 1)
        first += 1
    yield _candidate(tokens, first, last)


def _goes_on(known: Lists, tokens: Tokens, first: int, behind: int, last: int) -> bool:
    """Tell whether what follows a known name makes a longer name with it: a company's, a team's, a person's."""
    words = tokens.words
    if _organisation_tail(known, words[behind]) or (behind == first + 1 and words[first] in known.first_names):
        return True
    tail = words[last - 1]
    return tail in known.teams or (last - behind <= 2 and len(tail) > 4 and tail.endswith("s") and _common(known, tail))


def _candidate(tokens: Tokens, first: int, last: int, title: str = "", *, adjective: bool = False) -> Candidate:
    text = " ".join(
        word + "'s" if index in tokens.possessive and index < last - 1 else word
        for index, word in enumerate(tokens.words[first:last], first)
    )
    return Candidate(first, last, text, title, adjective or text in lists().adjectives)
