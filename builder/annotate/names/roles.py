"""The role words beside a mention of a person: what the text says the person is."""

import re
from collections.abc import Sequence
from functools import lru_cache

from builder.annotate.names.lists import section
from builder.annotate.names.titles import title_tail_length

_REACH = 120
"""Characters before and behind a name that are looked at: longer than any role that news writes in one go."""
_BEHIND = re.compile(r",? ?(?:who (?:is|was) |is |was )?(?:the |an? )?(?P<role>[^,.;:!?()\"“”\n—–]+)")
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’.&-][^\W_]+)*\.?|\S")
_LINKS = frozenset({"of", "for", "the", "and", "in", "to", "at", "on", "&", "'s", "’s"})
_NEVER_ROLES = (
    frozenset({"who", "which", "that", "whose", "when", "where", "as", "until", "since", "from", "with", "by"}) | _LINKS
)
"""Words that may follow a role without being part of it."""
_POSSESSIVE = re.compile(r"['’]s\Z")


def role_of(text: str, start: int, end: int) -> str:
    """Return the words around a mention of a person that say the person's role, as the text writes them.

    ``start`` and ``end`` are the offsets of the name without its title. The result is a stretch of the text beside the
    name, a title before it (``U.S. Army Gen.``, ``Kremlin spokesperson``) or an apposition behind it (``chairman of the
    Joint Chiefs of Staff``), the longer of the two where both are there; empty where the text says none.
    """
    before = text[max(0, start - _REACH) : start]
    front = _without_address(_front(before))
    if front and text.startswith(",", end):
        front = _set_off(before, front) or front
    behind = _behind(text[end : end + _REACH])
    return behind if len(behind.split()) > len(front.split()) + 1 else front or behind


def _without_address(role: str) -> str:
    """Return a role without the words before it that only address somebody; empty where there are no others."""
    words = role.split(" ")
    address = section("forms of address")
    first = next((at for at, word in enumerate(words) if word.rstrip(".") not in address), len(words))
    return " ".join(words[first:])


def _front(before: str) -> str:
    """Return the role that ends right before a name."""
    line = before.rpartition("\n")[2]
    if not line.endswith(" "):
        return ""
    if not _may_end(line[:-1].rpartition(" ")[2]):
        return ""
    words = list(_WORD.finditer(line))
    first = len(words) - 1 - title_tail_length([word[0] for word in words])
    if first < 0 or not _is_role(words[first][0]):
        return ""
    while first > 0 and _belongs(words[first - 1][0], line[words[first - 1].end() : words[first].start()]):
        first -= 1
    first = _behind_another(words, first)
    while words[first][0] in _LINKS:
        first += 1
    return line[words[first].start() : words[-1].end()]


def _set_off(before: str, title: str) -> str:
    """Return the office that a comma sets off from the title before a name: ``Chief of Defence, General …``.

    A comma must stand behind the name too; else the two may be persons of a list. Empty where there is no such office.
    """
    office, comma, nothing = before[: -len(title) - 1].rpartition(", ")
    role = _front(f"{office} ") if comma and not nothing else ""
    return role if " " in role else ""


def _behind_another(words: Sequence[re.Match[str]], first: int) -> int:
    """Return where the role begins: behind ``son of`` and ``spokesman for``, which say who somebody else is."""
    for at in range(len(words) - 2, first, -1):
        before, behind = ([word[0].lower() for word in part] for part in (words[first:at], words[at + 1 :]))
        someone = section("person nouns") | section("relations")
        named = words[at][0] in ("of", "for") and behind[0] not in _LINKS
        if named and someone & {*before} and section("person nouns") & {*behind}:
            return at + 1
    return first


@lru_cache(maxsize=1 << 14)
def _may_end(last: str) -> bool:
    """Tell whether a title or an office may end with the last word or mark of some, as most before names don't."""
    words = _WORD.findall(last)
    return not words or _is_role(words[-1]) or any(tail.endswith(words[-1]) for tail in section("title tails"))


def _is_role(word: str) -> bool:
    bare = word.removesuffix(".")
    if bare.lower() in section("relations") or (bare != word and bare not in section("abbreviations")):
        return False
    return bare.lower() in section("person nouns") or bare[:1].upper() + bare[1:] in section("titles")


def _belongs(word: str, gap: str) -> bool:
    """Tell whether a word before a role belongs to it."""
    if gap != " " or not (word[0].isalnum() or word == "&") or _ends_sentence(word):
        return False
    if word[0].isupper():
        return word not in section("function words") or word in section("front place words")
    return (
        word in _LINKS - {"and", "in", "to", "at", "on", "the"}
        or word.lower() in section("person nouns")
        or word.lower() in section("role modifiers")
    )


def _ends_sentence(word: str) -> bool:
    """Tell whether a word ends a sentence with its stop: no abbreviation, no initial."""
    bare = word.removesuffix(".")
    return bare != word and len(bare) > 1 and "." not in bare and bare not in section("abbreviations")


def _behind(after: str) -> str:
    """Return the apposition that follows a name: ``, chairman of the Joint Chiefs of Staff, who …``."""
    if not after.startswith((",", " is ", " was ", " — ", " – ")):
        return ""
    match = _BEHIND.match(after)
    if match is None:
        return ""
    words = list(_WORD.finditer(match["role"]))
    head = next((i for i, word in enumerate(words[:6]) if _is_role(word[0])), -1)
    if head < 0 or any(not _modifies(word[0]) for word in words[:head]):
        return ""
    last = head
    while last + 1 < len(words) and _extends(words[last + 1][0], words[last][0]):
        last += 1
    while words[last][0] in _LINKS:
        last -= 1
    return match["role"][: words[last].end()].strip()


def _modifies(word: str) -> bool:
    return (
        word[0].isupper()
        or word.lower() in section("role modifiers")
        or word.lower() in section("person nouns")
        or _POSSESSIVE.search(word) is not None
    )


def _extends(word: str, before: str) -> bool:
    """Tell whether a word goes on with the role that stands before it, or is what a ``deputy`` or ``vice`` is."""
    if before.lower() in section("role modifiers") and word.isalpha() and word not in _NEVER_ROLES:
        return True
    return word[0].isupper() or word in _LINKS or word.lower() in section("role modifiers")
