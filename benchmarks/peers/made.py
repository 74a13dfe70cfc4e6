"""A made-up story of any size: finished articles, topics and names, the same for every run.

The words mean nothing; their number, the share of names, statements and events, and how often a name comes back are
those of a news story. Each sentence is kept as a tree, so that every generator gets the same text in its own markup.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

_PARAGRAPHS = 7
_START, _DAYS = date(2022, 1, 1), 1400
_SYLLABLES = ("ba", "cor", "del", "fen", "gar", "hol", "jun", "kir", "lam", "mor", "nev", "oss", "pel", "ran", "tev")
_WORDS = (
    "the a of and to in for with on at by from as that this which under over after before while until since "
    "report plan talks supply order price border harvest convoy factory tariff school bridge market hospital river "
    "minister officials residents traders engineers farmers soldiers judges voters scientists drivers nurses pilots "
    "delayed opened closed repaired raised lowered measured counted promised expected planned refused agreed "
    "several many few large small new old northern southern eastern western early late daily heavy light sudden "
    "slowly again twice nearly almost already still never often perhaps together apart across between within around "
    "water grain steel fuel timber paper copper cotton salt medicine machinery electricity gas coal milk fruit"
).split()
_VERBS = ("said", "told reporters", "added", "warned", "explained")


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of text with a label, as a span of an article has it."""

    label: str
    values: tuple[tuple[str, str], ...]
    inside: tuple["str | Marked", ...]

    @property
    def words(self) -> str:
        """The text without marks."""
        return words_of(self.inside)


Sentence = tuple[str | Marked, ...]


@dataclass(frozen=True, slots=True)
class MadeName:
    """A person, an organisation, a place, a topic or a publisher."""

    kind: str
    """The folder of its page: ``people``, ``topics`` …"""
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """A finished article."""

    slug: str
    title: str
    published: str
    publisher: MadeName
    topics: tuple[MadeName, ...]
    paragraphs: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """All that a site is made from."""

    topics: tuple[MadeName, ...]
    articles: tuple[MadeArticle, ...]


def words_of(sentence: Sequence[str | Marked]) -> str:
    """Return a sentence without marks."""
    return "".join(part if isinstance(part, str) else part.words for part in sentence)


def marked(sentence: Sequence[str | Marked], mark: Callable[[Marked, str], str]) -> str:
    """Return a sentence in some markup: ``mark`` is told a stretch and what stands inside it."""
    return "".join(part if isinstance(part, str) else mark(part, marked(part.inside, mark)) for part in sentence)


def marks_in(sentence: Sequence[str | Marked]) -> Iterator[Marked]:
    """Give every marked stretch of a sentence, outer before inner."""
    for part in sentence:
        if isinstance(part, Marked):
            yield part
            yield from marks_in(part.inside)


def make_story(size: int) -> Story:
    """Return a story of so many articles."""
    chance = random.Random(size)  # the same story every time
    names = [" ".join(pair).title() for pair in product(_sounds(), _sounds()) if pair[0] != pair[1]]
    chance.shuffle(names)
    cast = {
        "people": _take(names, "people", 40 + size // 20, "{}"),
        "organisations": _take(names, "organisations", 20 + size // 50, "{} Council"),
        "places": _take(names, "places", 30 + size // 100, "{} Valley"),
        "sources": _take(names, "sources", 25, "{} Courier"),
    }
    topics = _take(names, "topics", 20, "{} question")
    return Story(topics, tuple(_article(number, cast, topics, chance) for number in range(size)))


def _sounds() -> list[str]:
    return [first + second for first, second in product(_SYLLABLES, _SYLLABLES)]


def _take(names: list[str], kind: str, count: int, pattern: str) -> tuple[MadeName, ...]:
    taken = [pattern.format(names.pop()) for _ in range(count)]
    return tuple(MadeName(kind, name.lower().replace(" ", "-"), name) for name in taken)


def _article(
    number: int, cast: dict[str, tuple[MadeName, ...]], topics: Sequence[MadeName], chance: random.Random
) -> MadeArticle:
    published = _START + timedelta(days=chance.randrange(_DAYS))
    title = _plain(chance, 7)
    story = {kind: [_often(names, chance) for _ in range(3)] for kind, names in cast.items()}
    paragraphs = [_event(story, published, chance), *(_paragraph(story, chance) for _ in range(_PARAGRAPHS - 1))]
    return MadeArticle(
        slug=f"{title.lower().replace(' ', '-')}-{number}",
        title=title.capitalize(),
        published=published.isoformat(),
        publisher=story["sources"][0],
        topics=tuple(chance.sample(topics, 2)),
        paragraphs=tuple(paragraphs),
    )


def _often(names: Sequence[MadeName], chance: random.Random) -> MadeName:
    """Return one of the names, the first ones more often than the last."""
    return names[int(len(names) * chance.random() ** 3)]


def _event(story: dict[str, list[MadeName]], published: date, chance: random.Random) -> Sentence:
    day = published - timedelta(days=chance.randrange(20))
    dated = Marked("date", (("value", day.isoformat()),), (f"{day:%B} {day.day}, {day.year}",))
    told = (*_named(story, "organisations", chance), f" {_plain(chance, 9)} in ", *_named(story, "places", chance))
    return (Marked("event", (), (*told, " on ", dated, ".")), f" {_plain(chance, 25).capitalize()}.")


def _paragraph(story: dict[str, list[MadeName]], chance: random.Random) -> Sentence:
    speaker = chance.choice(story["people"])
    values = (("by", speaker.slug), ("verb", chance.choice(_VERBS)))
    said = Marked("quote", values, (f"{_plain(chance, 14).capitalize()},",))
    person = Marked("person", (), (speaker.name,))
    plain = (f"{_plain(chance, 20).capitalize()} ", *_named(story, "places", chance), f" {_plain(chance, 15)}.")
    if chance.random() < 0.5:
        return plain
    return ("“", said, "” ", person, f" {values[1][1]}. ", *plain)


def _named(story: dict[str, list[MadeName]], kind: str, chance: random.Random) -> Sentence:
    name = chance.choice(story[kind])
    return (Marked({"organisations": "org", "places": "place"}[kind], (), (name.name,)),)


def _plain(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(_WORDS, k=count))
