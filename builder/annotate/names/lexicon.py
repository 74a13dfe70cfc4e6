"""What a briefing's articles and its editors' files say about names, gathered once and read for every article."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from builder.annotate.names.aliases import Given
from builder.annotate.names.entities import Identity
from builder.annotate.names.mentions import Mention, Sure
from builder.annotate.names.people import short_forms
from builder.annotate.names.reading import read_names
from builder.annotate.names.spelling import fold, key
from builder.annotate.span import ArticleText, Label
from builder.urls import slugify

_SHARE = 10
"""A surname alone is somebody of another article only where at least one in this many articles names that person."""
_AGREED = 4
"""How many times as many mentions must have the label as have another for it to be believed elsewhere."""
_ARTICLES = 2
"""In how many articles a single word must have a label for it to be believed elsewhere."""


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
    given: Given = field(default_factory=dict)
    """The editors' names and aliases, folded, with kind and slug; they win."""
    surnames: dict[str, str] = field(default_factory=dict)
    """The key of the one person that a surname alone stands for anywhere in the briefing."""
    titled: dict[tuple[str, str], str] = field(default_factory=dict)
    """The key of the one person that a title's last word with a surname stands for."""
    sure: Sure = field(default_factory=dict)
    """Labels of names that other articles make sure of."""

    def slug_of(self, identity: Identity, mention: Mention) -> str:
        """Return the slug of the entity that a mention names."""
        at = self.given.get(fold(mention.text)) or self.given.get(fold(identity.name))
        if at is not None and at[0] is mention.label:
            return at[1]
        name_key = self._full(identity, mention) if identity.open else identity.key
        return self.slugs.get((identity.label, name_key), slugify(identity.name))

    def _full(self, identity: Identity, mention: Mention) -> str:
        """Return the key of the person whom a surname alone stands for, where the briefing is sure of it."""
        titled = self.titled.get((title_word(mention.title), identity.key))
        return titled or self.surnames.get(identity.key, identity.key)


def title_word(title: str) -> str:
    """Return the word of a title that tells persons apart; empty for ``Mr.`` and its like."""
    word = title.split(" ")[-1].rstrip(".").casefold()
    return "" if word in ("", "mr", "mrs", "ms", "miss", "dr", "sir") else word


@dataclass(slots=True)
class _Tally:
    """What is counted over all articles."""

    forms: dict[tuple[Label, str], Counter[str]] = field(default_factory=dict)
    """How often each wording was used for an entity."""
    names: dict[tuple[Label, str], Counter[str]] = field(default_factory=dict)
    """How often each full name was used for an entity."""
    articles: dict[tuple[Label, str], int] = field(default_factory=dict)
    reasons: dict[tuple[Label, str], dict[str, None]] = field(default_factory=dict)
    titles: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)
    """The keys of the persons that a title's last word and a surname stand for."""
    labels: dict[str, Counter[Label]] = field(default_factory=dict)
    """In how many articles a name has each label with good evidence."""


def learn(articles: Sequence[ArticleText], known: Sequence[KnownEntity] = ()) -> Lexicon:
    """Gather the evidence of all articles and of the editors' files. Linear in the length of all text."""
    tally = _Tally()
    open_mentions: list[tuple[Mention, Identity]] = []
    given = _given(known)
    for article in articles:
        found = read_names(article, given, {})
        open_mentions.extend(pair for pair in found if pair[1].open)
        _count(tally, found)
    slugs = _slugs(tally, known)
    lexicon = Lexicon(
        (),
        slugs,
        given,
        _surnames(tally, len(articles)),
        {pair: next(iter(keys)) for pair, keys in tally.titles.items() if len(keys) == 1},
        _sure(tally),
    )
    for mention, identity in open_mentions:
        _adopt(tally, lexicon, mention, identity)
    return Lexicon(_entities(tally, slugs, known), slugs, lexicon.given, lexicon.surnames, lexicon.titled, lexicon.sure)


def _count(tally: _Tally, found: Sequence[tuple[Mention, Identity]]) -> None:
    """Add one article's names to the tally."""
    labels: dict[str, Label] = {}
    for mention, identity in found:
        at = (identity.label, identity.key)
        if mention.weight >= 6 and not identity.reason:
            labels.setdefault(mention.text, mention.label)
        if identity.open:
            continue
        tally.forms.setdefault(at, Counter())[mention.text] += 1
        tally.names.setdefault(at, Counter())[identity.name] += 1
        if identity.reason:
            tally.reasons.setdefault(at, {})[f"{mention.text}: {identity.reason}"] = None
        if identity.label is Label.PERSON and title_word(mention.title):
            for form in short_forms(identity.name):
                tally.titles.setdefault((title_word(mention.title), form), {})[identity.key] = None
    for at in dict.fromkeys((identity.label, identity.key) for _, identity in found):
        tally.articles[at] = tally.articles.get(at, 0) + 1
    for text, label in labels.items():
        tally.labels.setdefault(text, Counter())[label] += 1


def _adopt(tally: _Tally, lexicon: Lexicon, mention: Mention, identity: Identity) -> None:
    """Count a surname that its article leaves open for the person the briefing is sure of, or for itself."""
    full = lexicon._full(identity, mention)
    at = (Label.PERSON, full)
    tally.forms.setdefault(at, Counter())[mention.text] += 1
    tally.names.setdefault(at, Counter())
    if full != identity.key:
        name = _best(tally.names[at])
        tally.reasons.setdefault(at, {})[f"{mention.text}: {name} is the only one of this surname in the briefing"] = (
            None
        )


def _best(names: Counter[str]) -> str:
    """Return the most frequent name; of equals the longest, then the first in the alphabet."""
    return min(names, key=lambda name: (-names[name], -len(name), name))


def _slugs(tally: _Tally, known: Sequence[KnownEntity]) -> dict[tuple[Label, str], str]:
    """Return the slug of each entity: an editor's where there is one, else its most frequent name's."""
    given = {(entity.kind, key(entity.kind, name)): entity.slug for entity in known for name in _all_names(entity)}
    return {at: given.get(at) or slugify(_best(names)) for at, names in tally.names.items()}


def _all_names(entity: KnownEntity) -> Iterable[str]:
    return (entity.name, *entity.aliases)


def _given(known: Sequence[KnownEntity]) -> Given:
    return {fold(name): (entity.kind, entity.slug) for entity in known for name in _all_names(entity)}


def _surnames(tally: _Tally, articles: int) -> dict[str, str]:
    """Return the surnames that one frequent person of the briefing has alone."""
    holders: dict[str, dict[str, None]] = {}
    for at, names in tally.names.items():
        if at[0] is Label.PERSON:
            for form in short_forms(_best(names)):
                holders.setdefault(form, {})[at[1]] = None
    alone = {form: next(iter(keys)) for form, keys in holders.items() if len(keys) == 1}
    return {form: who for form, who in alone.items() if tally.articles[Label.PERSON, who] * _SHARE >= articles}


def _sure(tally: _Tally) -> Sure:
    """Return the labels that articles agree on, to be believed in articles with less evidence."""
    sure: dict[str, Label] = {}
    for text, labels in tally.labels.items():
        (label, count), *others = labels.most_common(2)
        rivals = others[0][1] if others else 0
        if count >= _AGREED * rivals and (" " in text or count >= _ARTICLES):
            sure[text] = label
    return sure


def _entities(tally: _Tally, slugs: dict[tuple[Label, str], str], known: Sequence[KnownEntity]) -> tuple[Entity, ...]:
    """Return all entities; those of editors' files are there even where no article names them."""
    files = {(entity.kind, entity.slug): entity for entity in known}
    forms: dict[tuple[Label, str], Counter[str]] = {at: Counter() for at in files}
    names: dict[tuple[Label, str], Counter[str]] = {}
    reasons: dict[tuple[Label, str], dict[str, None]] = {}
    for at, counted in tally.forms.items():
        place = (at[0], slugs.get(at) or slugify(_best(counted)))
        forms.setdefault(place, Counter()).update(counted)
        names.setdefault(place, Counter()).update(tally.names.get(at) or counted)
        reasons.setdefault(place, {}).update(tally.reasons.get(at, {}))
    return tuple(
        _entity(at, files.get(at), forms[at], names.get(at, Counter()), reasons.get(at, {})) for at in sorted(forms)
    )


def _entity(
    at: tuple[Label, str],
    file: KnownEntity | None,
    forms: Counter[str],
    names: Counter[str],
    reasons: dict[str, None],
) -> Entity:
    name = file.name if file else _best(names or forms)
    ordered = sorted(forms, key=lambda form: (-forms[form], form))
    aliases = dict.fromkeys((*(file.aliases if file else ()), *ordered))
    aliases.pop(name, None)
    return Entity(at[0], at[1], name, tuple(aliases), tuple(reasons))
