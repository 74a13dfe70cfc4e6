"""Who appears with whom: names below each other, joined by arcs; the more paragraphs two share, the stronger the arc.

An arc diagram needs no room for labels between its lines, reads on a phone, and is the same at every build.
"""

import math
from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import Final

from builder.briefing.model import Entity, EntityKind
from builder.pages.catalogue import EntityKey
from builder.pages.linker import Linker
from builder.pages.svg import linked, opening, shortened
from builder.pages.values import Html
from builder.pages.words import Words

WIDTH: Final = 340
"""Units; a unit is a pixel on a phone."""
ROW: Final = 27
SPINE: Final = 196
"""Where the names' dots stand, from the left."""
MOST: Final = 18
"""Names."""
LONGEST: Final = 27
"""Characters of a name."""

Pair = tuple[int, int]
"""Two names by their places in the list, the upper one first."""


def draw_together(linker: Linker, kinds: Sequence[EntityKind]) -> Html:
    """Return the drawing of the entities of some kinds; empty where fewer than three share a paragraph."""
    found = [one for one in linker.catalogue.briefing.entities if one.kind in kinds]
    named = sorted(found, key=lambda one: -len(one.mentions))[:MOST]
    shared = _shared(named)
    joined = [one for one in named if any(_key(one) in pair for pair in shared)]
    if len(joined) < 3:
        return Html("")
    ordered = _neighbours_close(joined, shared)
    places = {_key(one): place for place, one in enumerate(ordered)}
    arcs: dict[Pair, int] = {}
    for (one, other), count in shared.items():
        upper, lower = sorted((places[one], places[other]))
        arcs[upper, lower] = count
    words = linker.words
    text = f"{words.count(len(ordered), 'name')}; " + words.say(
        "each leads to its page, which lists in words what it is named together with."
    )
    parts = [opening("graph", WIDTH, ROW * len(ordered) + 6, words.say("Who is named together with whom"), text)]
    most = max(arcs.values())
    parts += (_arc(words, ordered, pair, count, most) for pair, count in sorted(arcs.items(), key=lambda arc: arc[1]))
    loudest = max(len(one.mentions) for one in ordered)
    parts += (_name(linker, one, place, len(one.mentions) / loudest) for place, one in enumerate(ordered))
    return Html("".join([*parts, "</svg>"]))


def _key(entity: Entity) -> EntityKey:
    return entity.kind, entity.slug


def _shared(named: Sequence[Entity]) -> dict[tuple[EntityKey, EntityKey], int]:
    """Return, by pair, the number of paragraphs that two entities share."""
    wanted = {_key(one) for one in named}
    found: dict[tuple[EntityKey, EntityKey], int] = {}
    for one in named:
        for kind, slug, count in one.together:
            other = (kind, slug)
            if other in wanted and (other, _key(one)) not in found:
                found[_key(one), other] = count
    return found


def _neighbours_close(named: Sequence[Entity], shared: dict[tuple[EntityKey, EntityKey], int]) -> list[Entity]:
    """Return the names in an order that keeps arcs short: next comes who shares most with the last three."""
    weights: Counter[tuple[EntityKey, EntityKey]] = Counter()
    for (one, other), count in shared.items():
        weights[one, other] = weights[other, one] = count
    ordered, rest = [named[0]], list(named[1:])
    while rest:
        last = ordered[-3:]
        nearest = max(rest, key=lambda one: (sum(weights[_key(one), _key(other)] for other in last), -rest.index(one)))
        ordered.append(nearest)
        rest.remove(nearest)
    return ordered


def _arc(words: Words, ordered: Sequence[Entity], pair: Pair, count: int, most: int) -> str:
    """Return an arc to the right; the strength of its line is the share of shared paragraphs."""
    top, bottom = (_y(place) for place in pair)
    height = (bottom - top) / 2
    reach = min(height, WIDTH - SPINE - 8)
    width = 1 + 4 * math.sqrt(count / most)
    title = f"{ordered[pair[0]].name}, {ordered[pair[1]].name}: {words.count(count, 'shared paragraph')}"
    return (
        f'<path class="arc" d="M{SPINE} {top:.0f}A{reach:.0f} {height:.0f} 0 0 1 {SPINE} {bottom:.0f}" '
        f'stroke-width="{width:.1f}"><title>{escape(title)}</title></path>'
    )


def _name(linker: Linker, entity: Entity, place: int, share: float) -> str:
    link = linker.entity(entity.kind, entity.slug)
    y = _y(place)
    dot = f'<circle cx="{SPINE}" cy="{y:.0f}" r="{3 + 4 * math.sqrt(share):.1f}"/>'
    words = f'<text x="{SPINE - 12}" y="{y + 4:.0f}" text-anchor="end">{escape(shortened(link.text, LONGEST))}</text>'
    title = f"{link.text}: {linker.words.count(len(entity.mentions), 'mention')}"
    hollow = " hollow" * (entity.kind is EntityKind.ORGANISATION)
    return linked(link.href, title, words + dot, f"mark{hollow}")


def _y(place: int) -> float:
    return ROW * place + ROW / 2 + 3
