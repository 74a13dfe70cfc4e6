"""A small linear-chain model: which lines that no rule claimed belong to the article.

Its weights stand in ``data/line_model.json`` and were fitted on news pages saved as plain text and on plain articles
(``benchmarks/gather_line_model.py train``). It knows four states: before the article, in it, in a gap of it, after it.
The best path is found by Viterbi's algorithm, so a page has one article, from its first line to its last, with gaps. A
path starts before or in the article and ends in or after it; whether there is an article at all is not asked here.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files
from itertools import repeat
from typing import Final

from builder.ingest.feature_names import Part


class State(IntEnum):
    """Where a line stands."""

    BEFORE = 0
    ARTICLE = 1
    GAP = 2
    AFTER = 3


Scores = tuple[int, int, int, int]
"""A figure in hundredths for each state, in their order; whole, so that sums do not depend on their order."""
Packed = int
"""Scores as one number, the figure of each state 32 bits above that of the one before: adding two adds all four."""

_STATES: Final = tuple(State)
_BEFORE, _ARTICLE, _GAP, _AFTER = map(int, State)
_NEVER: Final = -1_000_000_000
_FIGURE: Final = (1 << 32) - 1
"""The bits of a figure."""
_RAISED: Final = sum(1 << 31 << 32 * state for state in State)
"""Added to packed sums before they are read: no figure is below zero then, and all are raised by as much."""
_REMEMBERED: Final = 65_536
"""Parts of features whose scores are kept."""


@dataclass(frozen=True, slots=True, eq=False)
class LineModel:
    """The fitted weights."""

    weights: Mapping[str, Packed]
    """Feature → what it adds to each state."""
    steps: tuple[Scores, Scores, Scores, Scores]
    """What a step from a state (first index) to another adds."""


@cache
def line_model() -> LineModel:
    """Return the model of ``data/line_model.json``."""
    return read_model(files(__package__).joinpath("data/line_model.json").read_text(encoding="utf-8"))


def read_model(text: str) -> LineModel:
    """Return a model from the JSON it is written as."""
    data = json.loads(text)
    weights = {name: _packed(_hundredths(row)) for name, row in data["weights"].items()}
    before, article, gap, after = map(_hundredths, data["steps"])
    return LineModel(weights, (before, article, gap, after))


def _hundredths(row: Sequence[float]) -> Scores:
    before, article, gap, after = (round(100 * weight) for weight in row)
    return before, article, gap, after


def _packed(scores: Scores) -> Packed:
    return sum(figure << 32 * state for state, figure in enumerate(scores))


def states(model: LineModel, rows: Sequence[Sequence[Part]]) -> list[State]:
    """Return the likeliest state of each line from the features of all of them."""
    if not rows:
        return []
    first, *others = (_scores(model, row) for row in rows)
    best = (first[0], first[1], _NEVER, _NEVER)
    came_from: list[tuple[int, int, int, int]] = []
    for own in others:
        best, origins = _step(model, best, own)
        came_from.append(origins)
    state: int = max((State.ARTICLE, State.AFTER), key=best.__getitem__)
    path = [state]
    for origins in reversed(came_from):
        state = origins[state]
        path.append(state)
    return [_STATES[state] for state in reversed(path)]


def _scores(model: LineModel, row: Sequence[Part]) -> Scores:
    packed = sum(map(_weight, repeat(model), row)) + _RAISED
    return packed & _FIGURE, packed >> 32 & _FIGURE, packed >> 64 & _FIGURE, packed >> 96


@lru_cache(maxsize=_REMEMBERED)
def _weight(model: LineModel, part: Part) -> Packed:
    """Return what a part of features adds to the score of each state."""
    return sum(map(model.weights.get, part, repeat(0)))


def _step(model: LineModel, best: Scores, own: Scores) -> tuple[Scores, tuple[int, int, int, int]]:
    """Return the best scores one line on, and from which state each came; steps that make no page are not tried."""
    before, article, gap, after = best
    from_before, from_article, from_gap, from_after = model.steps
    starts, stays, resumes = before + from_before[1], article + from_article[1], gap + from_gap[1]
    leaves, goes_on = article + from_article[2], gap + from_gap[2]
    ends, over = article + from_article[3], after + from_after[3]
    if stays >= starts and stays >= resumes:
        entered, to_article = stays, _ARTICLE
    else:
        entered, to_article = (starts, _BEFORE) if starts >= resumes else (resumes, _GAP)
    left, to_gap = (leaves, _ARTICLE) if leaves >= goes_on else (goes_on, _GAP)
    ended, to_after = (ends, _ARTICLE) if ends >= over else (over, _AFTER)
    scores = before + from_before[0] + own[0], entered + own[1], left + own[2], ended + own[3]
    return scores, (_BEFORE, to_article, to_gap, to_after)
