"""Which names of a briefing's articles are one: with more of it, without its umlauts, as another article's acronym."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from builder.annotate.names.entities import Identity
from builder.annotate.names.mentions import Mention
from builder.annotate.names.people import person_key, shorter_keys
from builder.annotate.names.spelling import key, spelled_out
from builder.annotate.span import Label
from builder.urls import slugify

SHARE = 10
"""A name is one that a briefing is about where at least one in this many articles has it."""
At = tuple[Label, str]
"""Kind and key, or kind and slug."""


@dataclass(slots=True)
class Tally:
    """What is counted over all articles."""

    names: dict[At, Counter[str]] = field(default_factory=dict)
    """How often each full name was used, by kind and key."""
    forms: dict[At, Counter[str]] = field(default_factory=dict)
    """How often each wording was used, by kind and key."""
    reasons: dict[At, dict[str, None]] = field(default_factory=dict)
    """Why wordings were taken for the full name, by kind and key."""
    open: list[tuple[tuple[Mention, Identity], ...]] = field(default_factory=list)
    """The surnames whose full name their article lacks, by article."""
    articles: dict[At, list[int]] = field(default_factory=dict)
    """The numbers of the articles that have the full name, in order."""
    titles: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)
    """The keys of the persons that a title's last word and a surname stand for."""
    explained: dict[At, dict[At, None]] = field(default_factory=dict)
    """What the articles explain an acronym as."""
    companies: dict[str, None] = field(default_factory=dict)
    """The names of companies that an article gives with their legal form, without it."""
    labels: dict[str, Counter[Label]] = field(default_factory=dict)
    """In how many articles a name has each label with good evidence."""


def best(names: Counter[str]) -> str:
    """Return the most frequent name; of equals the longest, then the first in the alphabet."""
    return min(names, key=lambda name: (-names[name], -len(name), name))


def slugs_of(tally: Tally, given: Mapping[At, str], articles: int) -> tuple[dict[At, str], dict[At, str]]:
    """Return the slug of each key, an editor's where there is one, and the reasons of merges by kind and slug.

    :param articles: how many the briefing has
    """
    slugs = {at: given.get(at) or slugify(best(names)) for at, names in tally.names.items()}
    merges: dict[At, str] = {}
    for at, other, reason in (*_spelled_out(tally), *_explained(tally, articles)):
        if at not in given and other in slugs:
            slugs[at] = slugs[other]
            merges[at[0], slugs[at]] = reason
    for at, names in tally.names.items():
        shorter = None if at in given or at[0] is not Label.PERSON else _same_person(tally, at)
        if shorter is not None:
            slugs[at] = slugs[shorter]
            merges[at[0], slugs[at]] = f"{best(names)}: {best(tally.names[shorter])} with more of the name"
    return slugs, merges


def _spelled_out(tally: Tally) -> Iterator[tuple[At, At, str]]:
    """Yield each name that is written without the umlauts of another, that other name, and why they are one."""
    for at, names in tally.names.items():
        name = best(names)
        if (plain := spelled_out(name)) != name and (other := (at[0], _key(at[0], plain))) in tally.names:
            yield other, at, f"{best(tally.names[other])}: {name} without umlauts"


def _explained(tally: Tally, articles: int) -> Iterator[tuple[At, At, str]]:
    """Yield each acronym that an article leaves open and the others explain as one and the same, with that name.

    It has to be one that the briefing is about: among many articles on other things it may mean something else.
    """
    for at, several in tally.explained.items():
        if at in tally.names and len(several) == 1 and at not in several:
            full = next(iter(several))
            if len(tally.articles[full]) * SHARE < articles:
                continue
            yield at, full, f"{best(tally.names[at])}: so another article calls {best(tally.names[full])}"


def _key(label: Label, name: str) -> str:
    return person_key(name) if label is Label.PERSON else key(label, name)


def _same_person(tally: Tally, at: At) -> At | None:
    """Return the shorter name of the same person.

    An article that has both, where only initials or ``Jr.`` tell them apart, speaks of two people.
    """
    for shorter in shorter_keys(at[1]):
        other = (Label.PERSON, shorter)
        if other not in tally.names:
            continue
        words = set(at[1].split(" ")) - set(shorter.split(" "))
        if all(len(word) > 2 for word in words) or not set(tally.articles[at]) & set(tally.articles[other]):
            return other
    return None
