"""Who and what is named in a part of the briefing, by kind."""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from builder.briefing.model import EntityKind
from builder.pages.linker import Linker
from builder.pages.values import Named, NamedGroup
from builder.urls import Slug

KIND_TITLES: Final = {
    EntityKind.PERSON: "People",
    EntityKind.ORGANISATION: "Organisations",
    EntityKind.PLACE: "Places",
}
MOST_NAMES: Final = 12


def name_groups(
    linker: Linker, found: Sequence[tuple[EntityKind, Slug, int]], most: int = MOST_NAMES
) -> tuple[NamedGroup, ...]:
    """Return who and what is named, by kind, with the counts in place of all mentions; the first of each kind.

    What they said anywhere else is not counted, since it would stand beside what is counted here.
    """
    groups = []
    for kind, title in KIND_TITLES.items():
        here = (
            Named(linker.entity(kind, slug), known.role, count, 0)
            for other, slug, count in found
            if other is kind and (known := linker.catalogue.names.get((kind, slug)))
        )
        first = tuple(islice(here, most))
        if first:
            groups.append(NamedGroup(linker.words.say(title), first))
    return tuple(groups)
