"""What a briefing's articles and its editors' files say about names, gathered once and read for every article."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from builder.annotate.names.aliases import Given, given_names
from builder.annotate.names.companies import COMPANY, short_names
from builder.annotate.names.entities import Identity
from builder.annotate.names.evidence import Vote
from builder.annotate.names.lists import lists
from builder.annotate.names.mentions import Mention, Sure
from builder.annotate.names.merges import SHARE, At, Tally, best, slugs_of
from builder.annotate.names.people import short_forms
from builder.annotate.names.reading import read_names
from builder.annotate.names.spelling import fold, key
from builder.annotate.span import ArticleText, Label
from builder.urls import slugify

_RIVALS = 5
"""How many times as many articles must name that person as name any other of the surname."""
_AGREED = 4
"""How many times as many articles must give a name a label as give it another for it to be believed elsewhere."""
_ARTICLES = 2
"""In how many articles a name must have a label for it to be believed elsewhere."""
_BELIEVED = 3
"""The weight that such a label has there."""
_GOOD = 6
"""The weight of evidence that counts for other articles."""

Names = tuple[tuple[Mention, Identity], ...]
"""The names of an article, and what each of them names."""
Reading = Callable[[Callable[[ArticleText], Names], Sequence[ArticleText]], Iterable[Names]]
"""What reads the names of articles, in their order."""


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """What an editor's file says about an entity."""

    kind: Label
    slug: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place of the briefing."""

    kind: Label
    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    """The other ways in which the articles name it, the most frequent first."""
    reasons: tuple[str, ...] = ()
    """Why these are taken for the same thing, one sentence for each merge."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The names of a briefing; can be sent to other processes."""

    entities: tuple[Entity, ...]
    """In order of kind and slug."""
    slugs: dict[tuple[Label, str], str] = field(default_factory=dict)
    """The slug of each entity by kind and key."""
    given: Given = field(default_factory=Given)
    """The editors' names and aliases, with kind and slug; they win."""
    surnames: dict[str, str] = field(default_factory=dict)
    """The slug of the person that a surname alone stands for anywhere in the briefing."""
    titled: dict[tuple[str, str], str] = field(default_factory=dict)
    """The slug of the one person that a title's last word with a surname stands for."""
    sure: Sure = field(default_factory=dict)
    """What other articles make sure of, by name."""

    def resolve(self, found: Sequence[tuple[Mention, Identity]]) -> tuple[str, ...]:
        """Return the slug of the entity that each name of an article stands for.

        A surname whose full name the article lacks is the person whom its title there or the briefing makes sure of.
        """
        titled: dict[str, dict[str, None]] = {}
        for mention, identity in found:
            slug = self.titled.get((title_word(mention.title), identity.key)) if identity.open else None
            if slug:
                titled.setdefault(identity.key, {})[slug] = None
        alone = {key: next(iter(slugs)) for key, slugs in titled.items() if len(slugs) == 1}
        return tuple(self._slug(mention, identity, alone) for mention, identity in found)

    def _slug(self, mention: Mention, identity: Identity, titled: Mapping[str, str]) -> str:
        """Return the slug of one name: an editor's, a full name's, or that of the person a surname stands for."""
        given = self.given_slug(mention.label, mention.text) or self.given_slug(mention.label, identity.name)
        if given:
            return given
        person = identity.open and (titled.get(identity.key) or self.surnames.get(identity.key))
        return person or self.slugs.get((identity.label, identity.key)) or slugify(identity.name)

    def given_slug(self, kind: Label, name: str) -> str:
        """Return the slug that an editor's file gives a name or alias of a kind, or the empty string."""
        given, slug = self.given.names.get(fold(name), (kind, ""))
        return slug if given is kind else ""


def title_word(title: str) -> str:
    """Return the word of a title that tells persons apart; empty for ``Mr.`` and its like."""
    word = title.split(" ")[-1].rstrip(".").casefold()
    return "" if word in ("", "mr", "mrs", "ms", "miss", "dr", "sir") else word


def learn(articles: Sequence[ArticleText], known: Sequence[KnownEntity] = (), run: Reading = map) -> Lexicon:
    """Gather the evidence of all articles and of the editors' files. Linear in the length of all text.

    ``run`` maps a function over the articles in their order, over several processes perhaps.
    """
    tally = Tally()
    given = _given(known)
    for number, found in enumerate(run(partial(read_names, given=given, sure={}), articles)):
        _count(tally, number, found)
    files = {(entity.kind, key(entity.kind, name)): entity.slug for entity in known for name in _all_names(entity)}
    slugs, merges = slugs_of(tally, files, len(articles))
    lexicon = Lexicon(
        entities=(),
        slugs=slugs,
        given=given,
        surnames=_surnames(tally, slugs, len(articles)),
        titled=_titled(tally, slugs, len(articles)),
        sure=_sure(tally),
    )
    return replace(lexicon, entities=_entities(tally, lexicon, known, merges))


def _count(tally: Tally, number: int, found: Sequence[tuple[Mention, Identity]]) -> None:
    """Add one article's names to the tally."""
    labels: dict[str, Label] = {}
    for mention, identity in found:
        if mention.weight >= _GOOD and not identity.reason:
            labels.setdefault(mention.text, mention.label)
        if mention.label is Label.ORG:
            tally.companies.update(dict.fromkeys(short_names((mention.text,), lists())))
        if identity.open:
            continue
        at = (identity.label, identity.key)
        tally.names.setdefault(at, Counter())[identity.name] += 1
        tally.forms.setdefault(at, Counter())[mention.text] += 1
        if identity.label is Label.ORG and identity.reason:
            tally.explained.setdefault((Label.ORG, key(Label.ORG, mention.text)), {})[at] = None
        if identity.reason:
            tally.reasons.setdefault(at, {})[f"{mention.text}: {identity.reason}"] = None
        numbers = tally.articles.setdefault(at, [])
        if not numbers or numbers[-1] != number:
            numbers.append(number)
        if identity.label is Label.PERSON and title_word(mention.title):
            for form in short_forms(identity.name):
                tally.titles.setdefault((title_word(mention.title), form), {})[identity.key] = None
    for text, label in labels.items():
        tally.labels.setdefault(text, Counter())[label] += 1
    tally.open.append(tuple(pair for pair in found if pair[1].open))


def _all_names(entity: KnownEntity) -> Iterable[str]:
    return (entity.name, *entity.aliases)


def _given(known: Sequence[KnownEntity]) -> Given:
    return given_names((name, entity.kind, entity.slug) for entity in known for name in _all_names(entity))


def _surnames(tally: Tally, slugs: dict[At, str], articles: int) -> dict[str, str]:
    """Return the surnames that stand for one person wherever the full name is missing, with the person's slug.

    It has to be a person that the briefing is about.
    """
    holders: dict[str, Counter[str]] = {}
    for at, names in tally.names.items():
        if at[0] is Label.PERSON:
            for form in short_forms(best(names)):
                holders.setdefault(form, Counter())[slugs[at]] += len(tally.articles[at])
    found = {}
    for form, several in holders.items():
        (slug, count), *others = several.most_common(2)
        if count * SHARE >= articles and (not others or count >= _RIVALS * others[0][1]):
            found[form] = slug
    return found


def _titled(tally: Tally, slugs: dict[At, str], articles: int) -> dict[tuple[str, str], str]:
    """Return the titles with a surname that stand for one person, whom more than one article names or one of few."""
    found = {}
    for pair, keys in tally.titles.items():
        people = {slugs[Label.PERSON, key]: None for key in keys}
        count = sum(len(tally.articles[Label.PERSON, key]) for key in keys)
        if len(people) == 1 and (count >= _ARTICLES or count * SHARE >= articles):
            found[pair] = next(iter(people))
    return found


def _sure(tally: Tally) -> dict[str, Vote]:
    """Return what articles agree on, to be believed in articles with less evidence, and the names of companies."""
    sure: dict[str, Vote] = {}
    for text, labels in tally.labels.items():
        (label, count), *others = labels.most_common(2)
        if count >= _ARTICLES and (not others or count >= _AGREED * others[0][1]):
            sure[text] = Vote(label, _BELIEVED, "elsewhere in the briefing")
    return sure | dict.fromkeys(tally.companies, COMPANY)


def _entities(
    tally: Tally, lexicon: Lexicon, known: Sequence[KnownEntity], merges: dict[At, str]
) -> tuple[Entity, ...]:
    """Return all entities; those of editors' files are there even where no article names them."""
    files = {(entity.kind, entity.slug): entity for entity in known}
    forms: dict[At, Counter[str]] = {at: Counter() for at in files}
    names: dict[At, Counter[str]] = {}
    reasons: dict[At, dict[str, None]] = {}
    for (kind, name_key), counted in tally.forms.items():
        for text, count in counted.items():
            at = (kind, lexicon.given_slug(kind, text) or lexicon.slugs[kind, name_key])
            forms.setdefault(at, Counter())[text] += count
        at = (kind, lexicon.slugs[kind, name_key])
        names.setdefault(at, Counter()).update(tally.names[kind, name_key])
        reasons.setdefault(at, {}).update(tally.reasons.get((kind, name_key), {}))
    for found in tally.open:
        for (mention, _), slug in zip(found, lexicon.resolve(found), strict=True):
            at = (mention.label, slug)
            forms.setdefault(at, Counter())[mention.text] += 1
            if slugify(mention.text) != slug:
                reasons.setdefault(at, {})[f"{mention.text}: the one person of this name in the briefing"] = None
    for at, reason in merges.items():
        reasons.setdefault(at, {})[reason] = None
    return tuple(
        _entity(at, files.get(at), forms[at], names.get(at, forms[at]), reasons.get(at, {})) for at in sorted(forms)
    )


def _entity(
    at: At, file: KnownEntity | None, forms: Counter[str], names: Counter[str], reasons: dict[str, None]
) -> Entity:
    name = file.name if file else best(names)
    ordered = sorted(forms, key=lambda form: (-forms[form], form))
    aliases = dict.fromkeys((*(file.aliases if file else ()), *ordered))
    aliases.pop(name, None)
    return Entity(at[0], at[1], name, tuple(aliases), tuple(reasons))
