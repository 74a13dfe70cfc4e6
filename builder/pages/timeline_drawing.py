"""The timeline as SVG: one drawing for wide pages, with time running right, and one for phones, running down."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Final

from builder.briefing.model import Event
from builder.pages.linker import Linker
from builder.pages.svg import shortened
from builder.pages.timeline_groups import story_of
from builder.pages.timeline_marks import lane_titles, lanes_of, marks_of
from builder.pages.timeline_scale import Scale, make_scale, ticks
from builder.pages.timeline_values import Mark, Room
from builder.pages.values import Html
from builder.pages.words import Words

WIDTH: Final = 960
"""Units of the wide drawing; a unit is a pixel on a page that gives it its full width."""
MARGIN: Final = 16
BAR: Final = 6
"""Thickness of a bar."""
HAZE: Final = 1.5
"""How much larger a dot is that fades, so that it weighs as much as one that does not."""
LINE: Final = 15
"""Height of a line of a label."""
LANE: Final = 58 + LINE
NARROW: Final = 340
"""Units of the drawing for phones."""
TALL: Final = 560
"""At most so tall is the drawing for phones."""
ENTRY: Final = 64
"""Units of height a mark of that drawing may have."""
ACROSS: Final = Room(single=150, joined=60)
DOWN: Final = Room(single=45, joined=45)
"""Of the drawing for phones, which has no lanes."""
AXIS: Final = 74
"""Where the axis of the drawing for phones stands, from the left."""
CLOSEST_CUTS: Final = 26
"""Units between two signs of time left out."""
LONG: Final = 100
"""Days: a bar that is longer, such as a year, does not stretch the scale."""
CHARACTER: Final = 6.1
"""Width of a character of a label, on average, in units."""
WORD: Final = 74
"""Units between two dates named on the axis."""
LONGEST_LINE: Final = 36
"""Characters of one of the two lines of a label."""
LONGEST_TITLE: Final = 120
"""Characters of what is told on hover and focus."""
SHORT_TITLE: Final = 48
"""The same of the drawing for phones, where nobody hovers and the label stands beside the mark."""
LABELS: Final = 14
"""At most so many marks of a lane are labelled: the heaviest that find room."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark stands, for drawings that are no SVG."""

    lane: int
    start: float
    """From 0, the start of the axis, to 1, its end."""
    end: float
    weight: float
    """0 to 1."""


def draw_timeline(linker: Linker, events: Sequence[Event]) -> Html:
    """Return both drawings; the page's styles show one of them. Empty where fewer than two events have a date."""
    lanes = lanes_of(linker, events)
    marks = marks_of(linker, events, lanes, ACROSS)
    if len(marks) < 2:
        return Html("")
    scale = _scale(marks)
    down = marks_of(linker, events, (), DOWN)
    words = linker.words
    return Html(_wide(marks, scale, lane_titles(linker, lanes), words) + _narrow(down, scale, words))


def spots(linker: Linker, events: Sequence[Event]) -> tuple[Spot, ...]:
    """Return where the marks of the drawing for wide pages stand, the long and the heavy first."""
    marks = marks_of(linker, events, lanes_of(linker, events), ACROSS)
    scale = _scale(marks) if marks else None
    return tuple(
        Spot(mark.lane, scale.place(mark.first), scale.place(mark.last), mark.weight)
        for mark in sorted(marks, key=_beneath)
        if scale
    )


def _scale(marks: Sequence[Mark]) -> Scale:
    story = story_of(marks)
    return make_scale(list(_days(marks)), (story.first, story.last))


def _days(marks: Sequence[Mark]) -> Iterator[int]:
    """Give the days that the scale makes room for; the end of a long bar gets none of its own."""
    yield max(mark.last for mark in marks)
    for mark in marks:
        yield mark.first
        if mark.last - mark.first <= LONG:
            yield mark.last


def _wide(marks: Sequence[Mark], scale: Scale, titles: Sequence[str], words: Words) -> str:
    height = LANE * len(titles) + 30
    parts = [_head("wide", WIDTH, height, len(marks), words)]
    for number, title in enumerate(titles):
        middle = LANE * number + 44 + LINE
        parts.append(f'<path class="lane" d="M0 {middle}H{WIDTH}"/>')
        parts.append(f'<text class="lane-title" x="0" y="{middle - 32 - LINE}">{escape(title)}</text>')
        lane = [mark for mark in marks if mark.lane == number]
        parts += (_across(mark, scale, middle) for mark in _stacked(lane, scale, WIDTH))
        parts += _labels_across(lane, scale, middle - 14)
    bottom = height - 8
    named = [(_x(tick.place), tick.label) for tick in ticks(scale, WORD / (WIDTH - 2 * MARGIN), words)]
    strokes = "".join(f"M{x:.0f} {bottom - 22}v6" for x, _ in named)
    parts.append(f'<path class="tick" d="{strokes}"/><g class="ticks" aria-hidden="true">')
    parts += (f'<text x="{x:.0f}" y="{bottom - 3}"{_end(x)}>{escape(label)}</text>' for x, label in named)
    parts += (f'<text class="cut" x="{_x(place):.0f}" y="{bottom - 14}">⁄⁄</text>' for place in _cuts(scale, WIDTH))
    return "".join([*parts, "</g></svg>"])


def _narrow(marks: Sequence[Mark], scale: Scale, words: Words) -> str:
    tall = min(TALL, ENTRY * len(marks))
    parts = [_head("narrow", NARROW, tall, len(marks), words)]
    parts.append(f'<path class="lane" d="M{AXIS} 0V{tall}"/><g class="ticks" aria-hidden="true">')
    named = [(_y(tick.place, tall) + 4, tick.label) for tick in ticks(scale, 22 / (tall - 2 * MARGIN), words)]
    parts += (f'<text x="{AXIS - 12}" y="{y:.0f}">{escape(label)}</text>' for y, label in named)
    parts += (f'<text class="cut" x="{AXIS}" y="{_y(place, tall) + 4:.0f}">⁄⁄</text>' for place in _cuts(scale, tall))
    parts.append("</g>")
    parts += (_down(mark, scale, tall) for mark in _stacked(marks, scale, tall))
    parts += _labels_down(marks, scale, tall)
    return "".join([*parts, "</svg>"])


def _head(name: str, width: int, height: int, count: int, words: Words) -> str:
    text = f"{words.count(count, 'mark')}. " + words.say(
        "In order of time; each leads to its entry in the chronology, which says the same in words."
    )
    return (
        f'<svg class="timeline {name}" viewBox="0 0 {width} {height}" role="group" '
        f'aria-labelledby="timeline-{name}-title timeline-{name}-text">'
        f'<title id="timeline-{name}-title">{escape(words.say("Timeline"))}</title>'
        f'<desc id="timeline-{name}-text">{escape(text)}</desc>'
        f'<linearGradient id="fade-{name}"><stop class="faded" offset="0"/><stop class="full" offset="0.3"/>'
        '<stop class="full" offset="0.7"/><stop class="faded" offset="1"/></linearGradient>'
        f'<radialGradient id="haze-{name}"><stop class="full" offset="0.3"/><stop class="faded" offset="1"/>'
        "</radialGradient>"
    )


def _across(mark: Mark, scale: Scale, middle: int) -> str:
    start, end = _x(scale.place(mark.first)), _x(scale.place(mark.last))
    if end - start > 2 * _radius(mark):
        fade = ' fill="url(#fade-wide)"' if mark.approximate else ""
        size = f'x="{start:.1f}" y="{middle - BAR // 2}" width="{end - start:.1f}" height="{BAR}" rx="{BAR // 2}"'
        return _linked(mark, f"<rect {size}{fade}/>")
    return _linked(mark, _dot(mark, (start + end) / 2, middle, "wide"))


def _down(mark: Mark, scale: Scale, tall: int) -> str:
    start, end = _y(scale.place(mark.first), tall), _y(scale.place(mark.last), tall)
    if end - start > 2 * _radius(mark):
        size = f'x="{AXIS - BAR // 2}" y="{start:.1f}" width="{BAR}" height="{end - start:.1f}" rx="{BAR // 2}"'
        return _linked(mark, f"<rect {size}/>", SHORT_TITLE)
    return _linked(mark, _dot(mark, AXIS, (start + end) / 2, "narrow"), SHORT_TITLE)


def _dot(mark: Mark, x: float, y: float, name: str) -> str:
    haze = f' fill="url(#haze-{name})"' if mark.approximate and not mark.planned else ""
    radius = _radius(mark) * (HAZE if haze else 1)
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"{haze}/>'


def _linked(mark: Mark, shape: str, longest: int = LONGEST_TITLE) -> str:
    states = " planned" * mark.planned + " approximate" * mark.approximate
    title = escape(shortened(mark.title, longest))
    return f'<a class="mark{states}" href="{escape(mark.href)}"><title>{title}</title>{shape}</a>'


def _labels_across(marks: Sequence[Mark], scale: Scale, baseline: int) -> Iterator[str]:
    """Give the labels of a lane that fit beside each other, the heaviest first."""
    taken: list[tuple[float, float]] = []
    for mark in _heaviest(marks):
        lines = _lines(mark.label, 2)
        width = max(map(len, lines)) * CHARACTER
        start = min(max(0.0, _x(scale.place(mark.first)) - 6), WIDTH - width)
        if len(taken) < LABELS and all(start >= end + 10 or start + width + 10 <= begin for begin, end in taken):
            taken.append((start, start + width))
            yield _label(lines, start, baseline - LINE * (len(lines) - 1))


def _labels_down(marks: Sequence[Mark], scale: Scale, tall: int) -> Iterator[str]:
    """Give the labels that fit below each other, the heaviest first: of two lines where there is room for them."""
    taken: list[float] = []
    most = 2 if tall >= 3 * LINE * len(marks) else 1
    for mark in _heaviest(marks):
        y = _y((scale.place(mark.first) + scale.place(mark.last)) / 2, tall)
        if len(taken) < LABELS and all(abs(y - other) >= LINE * most + 3 for other in taken):
            taken.append(y)
            lines = _lines(mark.label, most)
            yield _label(lines, AXIS + 16, y + 4 - LINE / 2 * (len(lines) - 1))


def _label(lines: Sequence[str], x: float, y: float) -> str:
    """Return a label whose first line stands on ``y``; who hears the page has the same words from the mark itself."""
    first, *others = (escape(line) for line in lines)
    below = "".join(f' <tspan x="{x:.0f}" dy="{LINE}">{line}</tspan>' for line in others)
    return f'<text class="mark-label" aria-hidden="true" x="{x:.0f}" y="{y:.0f}">{first}{below}</text>'


def _heaviest(marks: Iterable[Mark]) -> list[Mark]:
    return sorted((mark for mark in marks if mark.label.strip()), key=lambda mark: -mark.weight)


def _lines(label: str, most: int) -> list[str]:
    """Return a label in lines, no more than ``most``; where it goes on behind them, the last ends with dots."""
    return wrap(label[: LONGEST_LINE * (most + 1)], LONGEST_LINE, max_lines=most, placeholder=" …")


def _stacked(marks: Iterable[Mark], scale: Scale, length: float) -> list[Mark]:
    """Return marks in order of time, as they are gone through by keyboard; but what would hide another lies beneath it.

    ``length`` is that of the axis, in units.
    """
    ordered: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.first, mark.last)):
        hidden = (
            at
            for at, other in enumerate(ordered)
            if _beneath(mark) < _beneath(other) and _touch(mark, other, scale, length)
        )
        ordered.insert(next(hidden, len(ordered)), mark)
    return ordered


def _touch(mark: Mark, other: Mark, scale: Scale, length: float) -> bool:
    between = max(scale.place(mark.first), scale.place(other.first)) - min(
        scale.place(mark.last), scale.place(other.last)
    )
    return between * length < _radius(mark) + _radius(other)


def _beneath(mark: Mark) -> tuple[int, float]:
    """Return the key that draws the long and the heavy first, so that what is small lies on top."""
    return mark.first - mark.last, -mark.weight


def _radius(mark: Mark) -> float:
    """Return a radius that lets the area of a mark stand for its weight."""
    return 3.5 + 5.0 * math.sqrt(max(0.0, mark.weight))


def _cuts(scale: Scale, length: float) -> Iterator[float]:
    """Give where the sign of time left out stands on an axis of a length: once for cuts that would touch."""
    last = -math.inf
    for cut in scale.cuts:
        place = (scale.places[cut] + scale.places[cut + 1]) / 2
        if (place - last) * length >= CLOSEST_CUTS:
            last = place
            yield place


def _x(place: float) -> float:
    return MARGIN + place * (WIDTH - 2 * MARGIN)


def _y(place: float, tall: int) -> float:
    return MARGIN + place * (tall - 2 * MARGIN)


def _end(x: float) -> str:
    """Return what tells the styles of a date at an edge, so that it is anchored there and not cut."""
    return ' class="first"' if x < 2 * MARGIN else ' class="last"' if x > WIDTH - 2 * MARGIN else ""
