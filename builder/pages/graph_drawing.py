"""Who appears with whom: names below each other, joined by arcs; the more paragraphs two share, the stronger the arc.

An arc diagram needs no room for labels between its lines, reads on a phone, and is the same at every build.
"""

import math
from collections.abc import Mapping
from html import escape
from typing import Final

from builder.briefing.model import Entity, EntityKind
from builder.pages.catalogue import EntityKey
from builder.pages.linker import Linker
from builder.pages.svg import linked, opening, shortened
from builder.pages.together import Tie, Together, key_of, strength
from builder.pages.values import Html

WIDTH: Final = 340
"""Units; a unit is a pixel on a phone."""
ROW: Final = 27
SPINE: Final = 196
"""Where the names' dots stand, from the left."""
REACH: Final = WIDTH - SPINE - 8
"""How far the longest arc goes to the right."""
LONGEST: Final = 27
"""Characters of a name."""


def draw_together(linker: Linker, found: Together) -> Html:
    """Return the drawing of names and their ties; empty where there are none."""
    if not found.names:
        return Html("")
    places = {key_of(one): place for place, one in enumerate(found.names)}
    farthest = max(abs(places[tie.one] - places[tie.other]) for tie in found.ties)
    words = linker.words
    text = f"{words.count(len(found.names), 'name')}; " + words.say(
        "each leads to its page, which lists in words what it is named together with."
    )
    title = words.say("Who is named together with whom")
    loudest = max(len(one.mentions) for one in found.names)
    return Html(
        "".join(
            [
                opening("graph", WIDTH, ROW * len(found.names) + 6, title, text),
                *(_arc(linker, tie, places, farthest, found.ties[0].count) for tie in reversed(found.ties)),
                *(_name(linker, one, place, len(one.mentions) / loudest) for place, one in enumerate(found.names)),
                "</svg>",
            ]
        )
    )


def _arc(linker: Linker, tie: Tie, places: Mapping[EntityKey, int], farthest: int, strongest: int) -> str:
    """Return an arc to the right; the longer, the further it reaches, so that no two lie on each other."""
    upper, lower = sorted((tie.one, tie.other), key=places.__getitem__)
    top, bottom = _y(places[upper]), _y(places[lower])
    height = (bottom - top) / 2
    reach = min(height, REACH * (places[lower] - places[upper]) / farthest)
    width = 1 + 4 * strength(tie, strongest)
    names = ", ".join(linker.entity(*key).text for key in (upper, lower))
    title = f"{names}: {linker.words.count(tie.count, 'shared paragraph')}"
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
