"""How far a name may reach: words with capitals, and the small words that join them."""

from collections.abc import Callable

from builder.annotate.names.casing import capitalised, common, name_word, organisation_tail, together
from builder.annotate.names.tokens import Tokens

_LONGEST = 12
"""Words. No name in the news is longer; what is, is a headline in capitals."""


def phrase(tokens: Tokens, index: int, end: int) -> int:
    """Return where the longest name of several words from the lists ends that starts at an index, or the index."""
    words = tokens.words
    known = tokens.known.phrases
    spelled = words[index].title() if words[index].isupper() and words[index] not in known else words[index]
    for several in known.get(spelled, ()):
        behind = index + len(several)
        if behind <= end and tokens.reads(index, behind, several):
            return behind
    return index


def _opening_particle(tokens: Tokens, index: int) -> bool:
    """Tell whether a particle in small letters opens a name: ``van Boxmeer``, ``bin Laden``."""
    return tokens.words[index] in tokens.known.section("opening particles") and _continues(
        tokens, _behind_particles(tokens, index), len(tokens.words)
    )


def _behind_particles(tokens: Tokens, index: int) -> int:
    """Return the index behind a particle and those that follow it: ``von der``."""
    behind = index + 1
    while behind < min(index + 3, len(tokens.words)) and tokens.words[behind] in ("der", "den", "de", "la"):
        behind += 1
    return behind


def run_end(tokens: Tokens, index: int) -> int:
    """Return where the run of name words ends that starts at an index, or the index itself."""
    words = tokens.words
    if _opening_particle(tokens, index):
        index_of_name = _behind_particles(tokens, index)
    elif not name_word(tokens, index):
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
    known = tokens.known
    if word in known.sovereign and word.lower() not in known.words:
        return index + 1
    return index


def _step(tokens: Tokens, start: int, end: int, limit: int) -> int:
    """Return how far a run that reaches ``end`` may be extended, or ``end``."""
    known = tokens.known
    words = tokens.words
    if (
        words[end] == ","
        and end + 1 < limit
        and (words[end + 1] == "D.C." or words[end + 1].rstrip(".") in ("Inc", "Ltd"))
    ):
        return end + 2
    if not together(tokens, end):
        return _owned_step(tokens, end)
    if words[end - 1].endswith(".") and end - 1 > start and words[end - 1] in known.section("legal forms"):
        return end + 1 if words[end] in known.section("legal forms") else end
    if _is_letters_behind(tokens, start, end):
        return end
    if name_word(tokens, end):
        return end + 1
    particles = known.section("name particles")
    behind = end
    while behind < limit and words[behind] in particles and together(tokens, behind):
        behind = _behind_particles(tokens, behind)
    if behind > end and _continues(tokens, behind, limit):
        return behind + 1
    return _joined_step(tokens, start, end, limit)


def _is_letters_behind(tokens: Tokens, start: int, end: int) -> bool:
    """Tell the letters of an office or honour behind a full name or a party from the name: ``Ada Brook OBE``."""
    known = tokens.known
    named = end - start > 1 or tokens.words[start] in known.organisations
    return named and tokens.words[end] in known.section("letters behind names")


def _continues(tokens: Tokens, index: int, limit: int) -> bool:
    """Tell whether a capitalised word that is no month or weekday follows directly."""
    return index < limit and together(tokens, index) and name_word(tokens, index)


def _owned_step(tokens: Tokens, end: int) -> int:
    """Go on past a possessive that is part of a name: ``People's Army``, ``Moody's Investors Service``."""
    known = tokens.known
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
    if behind < limit and tokens.words[behind] in ("the", "a") and together(tokens, behind):
        behind += 1
    if not _continues(tokens, behind, limit):
        return end
    return behind + 1 if _JOINTS[tokens.words[end]](tokens, start, end, behind) else end


def _of(tokens: Tokens, start: int, end: int, behind: int) -> bool:
    """Tell whether ``of`` goes on with a title, an organisation or a place."""
    known = tokens.known
    word = tokens.words[end - 1]
    if word in known.section("titles") and " ".join(tokens.words[end : behind + 1]) in known.section("title tails"):
        return True
    if word in known.section("places with of"):
        return True
    place = tokens.words[behind] in known.large_cities
    whole = end - start > 1 and (
        word == "Group" or (place and word in ("Club", "School", "Society", "Orchestra", "Service"))
    )
    return word in known.section("heads of organisations") and not whole


def _for(tokens: Tokens, start: int, end: int, behind: int) -> bool:
    """Tell whether ``for`` goes on with an organisation: ``Center for Disease Control``."""
    whole = end - start > 1 and behind > end + 1  # what has its name already is there for the others
    return tokens.words[end - 1] in tokens.known.section("heads with for") and not whole


def _and(tokens: Tokens, start: int, end: int, behind: int) -> bool:
    """Tell whether ``and`` stands inside an organisation's name rather than between two names."""
    known = tokens.known
    words = tokens.words
    heads = known.section("heads of organisations")
    if behind > end + 1:
        return False
    if words[behind] in ("Co", "Co.", "Sons", "Company"):
        return True
    if "of" in words[start:end] and any(word in heads for word in words[start:end]):
        return common(known, words[end - 1])
    stop = behind + 1
    while stop < len(words) and stop < behind + 4 and _continues(tokens, stop, len(words)):
        stop += 1
    if words[stop - 1] in ("Railway", "Railroad", "Railways"):
        return True
    if stop - behind < 2 or not organisation_tail(known, words[stop - 1]):
        return False
    return end - start < 3 and all(common(known, word) for word in (words[end - 1], words[behind]))


def _ampersand(tokens: Tokens, start: int, end: int, behind: int) -> bool:
    """Tell whether ``&`` joins two words, or the parts of a firm's name, rather than two full names."""
    while start < end - 1 and common(tokens.known, tokens.words[start]):
        start += 1
    stop = behind + 1
    while stop < len(tokens.words) and stop < behind + 3 and _continues(tokens, stop, len(tokens.words)):
        stop += 1
    return end - start == 1 or tokens.words[stop - 1] in tokens.known.section("legal forms")


_JOINTS: dict[str, Callable[[Tokens, int, int, int], bool]] = {"of": _of, "for": _for, "and": _and, "&": _ampersand}
