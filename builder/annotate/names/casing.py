"""What a capital tells: which words may belong to names, and which have theirs for another reason."""

from builder.annotate.names.lists import Lists, lists
from builder.annotate.names.tokens import Tokens


def capitalised(word: str) -> bool:
    """Tell whether a word is written as names are."""
    return word[0].isupper() or (word[0].isdigit() and word in lists().teams) or _prefixed(word)


def name_word(tokens: Tokens, index: int) -> bool:
    """Tell whether a word may be part of a name: it has a capital and is no month or weekday."""
    word = tokens.words[index]
    if not capitalised(word) or _party_tag(word):
        return False
    if tokens.lines[index] in tokens.titled and _headline_word(tokens.known, word):
        return False
    if word not in tokens.known.section("calendar"):
        return True
    behind = index + 1
    return (
        word in tokens.known.section("months that are names")
        and behind < len(tokens.words)
        and together(tokens, behind)
        and capitalised(tokens.words[behind])
        and tokens.words[behind] not in tokens.known.section("calendar")
    )


def _party_tag(word: str) -> bool:
    """Tell whether a word says a member's party and state: ``D-Ill.``, ``R-Wis.``."""
    return word[1:2] == "-" and word[0] in "DRI" and len(word) < 8


def _headline_word(known: Lists, word: str) -> bool:
    """Tell whether a word in a headline is an everyday one that names nobody."""
    return common(known, word) and not (
        word in known.first_names
        or word in known.surnames
        or word in known.section("titles")
        or organisation_tail(known, word)
        or word in known.section("place words")
        or word in known.section("lines")
    )


def _prefixed(word: str) -> bool:
    """Tell whether a word is a name with a small article before a hyphen or apostrophe: ``al-Assad``, ``d'Estaing``."""
    if not word[0].islower() or len(word) < 4:
        return False
    head, _, tail = word.replace("'", "-").partition("-")
    return tail[:1].isupper() and (head in lists().section("name particles") or head == "d")


def together(tokens: Tokens, index: int) -> bool:
    """Tell whether a word and the one before it have nothing but a blank between them."""
    return (
        tokens.starts[index] - tokens.ends[index - 1] == 1
        and tokens.lines[index] == tokens.lines[index - 1]
        and index - 1 not in tokens.possessive
        and index not in tokens.initial
        and index not in tokens.parted
    )


def organisation_tail(known: Lists, word: str) -> bool:
    """Tell whether a word ends the names of organisations."""
    return word in known.section("organisation words") or word in known.section("legal forms")


def common(known: Lists, word: str) -> bool:
    """Tell whether a capitalised word is an everyday word too."""
    return word.lower() in known.words and word not in known.countries and word not in known.organisations
