"""The parts of a person's name: the surname that news goes on with, the first name, and what tells two apart."""

from collections.abc import Sequence
from functools import lru_cache

from builder.annotate.names.lists import lists
from builder.annotate.names.spelling import REMEMBERED, sound


@lru_cache(REMEMBERED)
def short_forms(name: str) -> tuple[str, ...]:
    """Return the single words by which news goes on to call a person, as :func:`sound` writes them.

    That is the surname: the first word of East Asian names, the last one, with its particles, of others.
    """
    words = [word for word in name.split(" ") if word.rstrip(".") not in ("Jr", "Sr", "II", "III", "IV")]
    if len(words) < 2:
        return ()
    if surname_first(words):
        return (sound(words[0]),)
    forms = dict.fromkeys((sound(words[-1]), sound(surname(words))))
    for particle in ("al-", "el-"):
        if words[-1].lower().startswith(particle):
            forms[sound(words[-1][len(particle) :])] = None
    return tuple(forms)


def surname(words: Sequence[str]) -> str:
    """Return the surname of a name: the first word of East Asian names, else the last with its particles."""
    if surname_first(words):
        return words[0]
    particles = lists().section("name particles")
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in particles:
        start -= 1
    return " ".join(words[start:])


def surname_first(words: Sequence[str]) -> bool:
    """Tell whether a name has its surname in front, as Chinese and Korean names do."""
    east_asian = lists().section("surnames in front")
    if words[0] not in east_asian or words[-1] in lists().section("first names behind"):
        return False
    return len(words) == 3 or "-" in words[-1] or (len(words) == 2 and words[0] not in lists().first_names)


def first_names(name: str) -> tuple[str, ...]:
    """Return the first name of a person, as :func:`sound` writes it; nothing for a name of one word."""
    words = name.split(" ")
    if len(words) < 2 or surname_first(words) or words[0] not in lists().first_names:
        return ()
    return (sound(words[0]),)


@lru_cache(REMEMBERED)
def person_key(name: str) -> str:
    """Return the key of a person's full name: without middle initials."""
    words = name.split(" ")
    if len(words) > 2:
        inner = [word for word in words[1:-1] if not (len(word) <= 2 and word.endswith("."))]
        words = [words[0], *inner, words[-1]]
    return sound(" ".join(words))


def shorter_keys(key: str) -> tuple[str, ...]:
    """Return the keys under which the bearer of a longer name may stand too: without ``Jr.``, without middle names."""
    words = key.split(" ")
    if words[-1] in ("jr", "sr"):
        return (" ".join(words[:-1]), *shorter_keys(" ".join(words[:-1])))
    return (f"{words[0]} {words[-1]}",) if len(words) > 2 else ()
