"""People, organisations and places: their names, roles, mentions, and who is named together with whom."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from builder.annotate.names.roles import role_of
from builder.annotate.span import NAMES, Label
from builder.briefing.citation import Citation
from builder.briefing.model import Article, Entity, EntityKind, Mention, Passage
from builder.briefing.passages import name_of
from builder.content.files import EntityFile
from builder.urls import Slug, slugify

KINDS: Mapping[Label, EntityKind] = {
    Label.PERSON: EntityKind.PERSON,
    Label.ORG: EntityKind.ORGANISATION,
    Label.PLACE: EntityKind.PLACE,
}
MOST_TOGETHER = 30
"""A passage that names more entities than this is a list and says nothing about who belongs together."""

Key = tuple[EntityKind, Slug]


@dataclass(slots=True)
class _Gathered:
    """What was found on one entity."""

    mentions: list[Mention] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    articles: dict[Slug, None] = field(default_factory=dict)


def assemble_entities(articles: Sequence[Article], files: Sequence[EntityFile]) -> tuple[Entity, ...]:
    """Return all entities by kind, number of mentions and name; an editor's file alone makes an entity too."""
    gathered: dict[Key, _Gathered] = {}
    together: dict[Key, Counter[Key]] = defaultdict(Counter)
    for article in articles:
        for passage in article.passages:
            _gather(gathered, together, passage)
    written = {(EntityKind(file.folder), file.slug): file for file in files if file.folder != "sources"}
    for key in written:
        gathered.setdefault(key, _Gathered())
    entities = [_entity(key, found, together[key], written.get(key)) for key, found in gathered.items()]
    order = list(EntityKind)
    return tuple(sorted(entities, key=lambda item: (order.index(item.kind), -len(item.mentions), item.name, item.slug)))


def _gather(gathered: dict[Key, _Gathered], together: dict[Key, Counter[Key]], passage: Passage) -> None:
    here: dict[Key, None] = {}
    for span in passage.spans:
        if span.label not in NAMES:
            continue
        key = KINDS[span.label], name_of(passage, span)
        role = role_of(passage.text, span.start, span.end) if span.label is Label.PERSON else ""
        found = gathered.setdefault(key, _Gathered())
        found.mentions.append(Mention(passage.citation, span.start, span.end, role))
        found.forms[passage.text[span.start : span.end]] += 1
        found.articles.setdefault(passage.citation.article)
        here.setdefault(key)
    if len(here) <= MOST_TOGETHER:
        for key in here:
            together[key].update(other for other in here if other != key)


def _entity(key: Key, found: _Gathered, together: Counter[Key], file: EntityFile | None) -> Entity:
    kind, slug = key
    name = file.front.name if file else display_name(slug, found.forms)
    forms = [form for form, _ in sorted(found.forms.items(), key=lambda pair: (-pair[1], pair[0])) if form != name]
    given = [alias for alias in file.front.aliases if alias not in (*forms, name)] if file else []
    roles = _roles(found.mentions)
    return Entity(
        kind=kind,
        slug=slug,
        name=name,
        aliases=(*forms, *given),
        role=(file.front.role if file else "") or (roles[0][0] if roles else ""),
        roles=roles,
        same_as=file.front.same_as if file else (),
        body=(file.body or None) if file else None,
        mentions=tuple(found.mentions),
        articles=tuple(found.articles),
        together=tuple(
            (*other, count)
            for other, count in sorted(together.items(), key=lambda pair: (-pair[1], pair[0][0], pair[0][1]))
        ),
    )


def display_name(slug: Slug, forms: Counter[str]) -> str:
    """Return the form to show: the most used of those that make the slug, else the most used of all."""
    own = [form for form in forms if slugify(form) == slug]
    if own or forms:
        return min(own or forms, key=lambda form: (-forms[form], form))
    return slug.replace("-", " ").title()


def _roles(mentions: Sequence[Mention]) -> tuple[tuple[str, Citation], ...]:
    """Return each role once, the longest first, each with the first passage that tells it."""
    first: dict[str, Citation] = {}
    for mention in mentions:
        if mention.role:
            first.setdefault(mention.role, mention.citation)
    return tuple(sorted(first.items(), key=lambda pair: (-len(pair[0]), pair[0])))
