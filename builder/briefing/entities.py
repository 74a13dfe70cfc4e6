"""People, organisations and places: their names, roles, mentions, and who is named together with whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from builder.annotate.names.lists import places_by_adjective
from builder.annotate.names.roles import role_of
from builder.annotate.span import NAMES, Label
from builder.briefing.citation import Citation
from builder.briefing.model import Entity, EntityKind, Mention, Passage
from builder.briefing.passages import name_of
from builder.content.files import EntityFile
from builder.memo import NO_MEMO, Memo
from builder.urls import Slug, slugify

KINDS: Mapping[Label, EntityKind] = {
    Label.PERSON: EntityKind.PERSON,
    Label.ORG: EntityKind.ORGANISATION,
    Label.PLACE: EntityKind.PLACE,
}
ADDRESSES: Final = frozenset({"Mr", "Mrs", "Ms", "Miss", "Mx"})
"""Titles that say nothing of what somebody is."""
MOST_TOGETHER = 30
"""A passage that names more entities than this is a list and says nothing about who belongs together."""

Key = tuple[EntityKind, Slug]


@dataclass(slots=True)
class Found:
    """What one article has on one entity."""

    mentions: list[Mention] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    """The words of each mention."""
    together: list[Key] = field(default_factory=list)
    """Who and what stands in the same paragraphs, once for each."""


Names = tuple[tuple[Key, Found], ...]
"""Whom and what an article names, in order of their first mentions."""


def find_names(articles: Iterable[tuple[Passage, ...]], memo: Memo = NO_MEMO) -> list[Names]:
    """Return what each article has on those whom it names; articles are given by their passages."""
    return [
        memo.take((_found, passages[0].citation.article), _found, passages) if passages else () for passages in articles
    ]


def assemble_entities(
    articles: Iterable[Names], files: Sequence[EntityFile], memo: Memo = NO_MEMO
) -> tuple[Entity, ...]:
    """Return all entities by kind, number of mentions and name; an editor's file alone makes an entity too."""
    gathered: dict[Key, list[Found]] = defaultdict(list)
    for names in articles:
        for key, found in names:
            gathered[key].append(found)
    written = {(EntityKind(file.folder), file.slug): file for file in files if file.folder != "sources"}
    entities = [
        memo.take((_entity, key), _entity, key, tuple(gathered.get(key, ())), written.get(key))
        for key in {**gathered, **written}
    ]
    order = list(EntityKind)
    return tuple(sorted(entities, key=lambda item: (order.index(item.kind), -len(item.mentions), item.name, item.slug)))


def _found(passages: Sequence[Passage]) -> Names:
    """Return what an article has on each entity that it names."""
    gathered: dict[Key, Found] = defaultdict(Found)
    for passage in passages:
        here: dict[Key, None] = {}
        for span in passage.spans:
            if span.label not in NAMES:
                continue
            key = KINDS[span.label], name_of(passage, span)
            role = role_of(passage.text, span.start, span.end) if span.label is Label.PERSON else ""
            found = gathered[key]
            found.mentions.append(Mention(passage.citation, span.start, span.end, role))
            found.forms.append(passage.text[span.start : span.end])
            here.setdefault(key)
        if len(here) <= MOST_TOGETHER:
            keys = list(here)
            for at, key in enumerate(keys):
                gathered[key].together += keys[:at] + keys[at + 1 :]
    return tuple(gathered.items())


def _entity(key: Key, found: Sequence[Found], file: EntityFile | None) -> Entity:
    kind, slug = key
    used = Counter(chain.from_iterable([part.forms for part in found]))
    together = Counter(chain.from_iterable([part.together for part in found]))
    mentions = tuple(chain.from_iterable([part.mentions for part in found]))
    name = file.front.name if file else display_name(slug, used)
    forms = [form for form, _ in sorted(used.items(), key=lambda pair: (-pair[1], pair[0])) if form != name]
    given = [alias for alias in file.front.aliases if alias not in (*forms, name)] if file else []
    roles = _roles(mentions)
    return Entity(
        kind=kind,
        slug=slug,
        name=name,
        aliases=(*forms, *given),
        role=(file.front.role if file else "") or usual_role([mention.role for mention in mentions]),
        roles=roles,
        same_as=file.front.same_as if file else (),
        body=(file.body or None) if file else None,
        mentions=mentions,
        articles=tuple(dict.fromkeys([mention.citation.article for mention in mentions])),
        together=tuple(
            (*other, count)
            for other, count in sorted(together.items(), key=lambda pair: (-pair[1], pair[0][0], pair[0][1]))
        ),
    )


def display_name(slug: Slug, forms: Counter[str]) -> str:
    """Return the form to show: the most used of those that make the slug, else the most used of all.

    A place that only adjectives name goes by its own name.
    """
    own = [form for form in forms if slugify(form) == slug]
    places = {places_by_adjective().get(form, "") for form in forms} if forms and not own else set()
    if len(places) == 1 and slugify(name := places.pop()) == slug:
        return name
    if own or forms:
        return min(own or forms, key=lambda form: (-forms[form], form))
    return slug.replace("-", " ").title()


def usual_role(roles: Sequence[str]) -> str:
    """Return the role that mentions give most often, or one that says more and comes more than once; empty: none.

    What one mention alone says is often more than a role: ``Monday for President`` where a line has lost its end.
    """
    counts = Counter(role for role in roles if _tells(role))
    if not counts:
        return ""
    common = min(counts, key=lambda role: (-counts[role], -len(role), role))
    fuller = (role for role in counts if counts[role] > 1 and role.endswith(common))
    return min(fuller, key=lambda role: (-len(role), role), default=common)


def _tells(role: str) -> bool:
    return bool(role) and role.removesuffix(".") not in ADDRESSES


def _roles(mentions: Sequence[Mention]) -> tuple[tuple[str, Citation], ...]:
    """Return each role once, the longest first, each with the first passage that tells it."""
    first: dict[str, Citation] = {}
    for mention in mentions:
        if _tells(mention.role):
            first.setdefault(mention.role, mention.citation)
    return tuple(sorted(first.items(), key=lambda pair: (-len(pair[0]), pair[0])))
