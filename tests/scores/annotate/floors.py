"""Floors under the scores, kept in a file with the fingerprint of the set they were measured on.

``python tests/scores/annotate/floors.py`` shows the scores; ``--raise`` lifts the floors to them, ``--lower "reason"``
sets all floors to the scores and keeps the reason in the file, ``--mistakes`` lists what is wrong (+) or missing (-).
"""

import argparse
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import TypedDict

from tests.scores.annotate.gold import annotated, fingerprint
from tests.scores.annotate.scoring import MEASURES, Score, mistakes, score

FILE = Path(__file__).with_name("floors.json")
_STEP = 1000
"""Floors have three decimals, rounded down."""
_KINDS = ("precision", "recall")

Floors = dict[str, dict[str, float]]


class Pinned(TypedDict):
    """What the file holds."""

    set: str
    """Fingerprint of the set that was measured."""
    floors: Floors
    lowered: list[object]
    """Why floors went down, and which, from the first to the last."""


def pinned() -> Pinned:
    """Return what the file holds; without one, no floors."""
    known: Pinned = json.loads(FILE.read_text("utf-8"))
    return known


def scores() -> dict[str, Score]:
    articles = annotated()
    return {name: score(measure, articles) for name, measure in MEASURES.items()}


def reached(now: Mapping[str, Score]) -> Floors:
    """Return the highest floors that the scores allow."""
    return {
        name: {kind: math.floor(getattr(each, kind) * _STEP + 1e-6) / _STEP for kind in _KINDS}
        for name, each in now.items()
    }


def differences(now: Floors, floors: Floors) -> tuple[list[str], list[str]]:
    """Return the measures below their floor, and those above."""
    below: list[str] = []
    above: list[str] = []
    for name, kinds in now.items():
        for kind, value in kinds.items():
            floor = floors.get(name, {}).get(kind, 0.0)
            if value != floor:
                (below if value < floor else above).append(f"{name}: {kind} {value:.3f}, floor {floor:.3f}")
    return below, above


def _write(floors: Floors, lowered: list[object]) -> None:
    content: Pinned = {"set": fingerprint(), "floors": floors, "lowered": lowered}
    FILE.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _show() -> None:
    print(f"{'':24}{'precision':>10}{'recall':>10}{'F1':>10}")
    for name, each in scores().items():
        print(f"{name:24}{each.precision:10.3f}{each.recall:10.3f}{each.f1:10.3f}")


def main() -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to the scores")
    parser.add_argument("--lower", metavar="REASON", help="set the floors to the scores, and say why")
    parser.add_argument("--mistakes", metavar="MEASURE", choices=MEASURES, help="list what is wrong in a measure")
    options = parser.parse_args()
    if options.mistakes:
        print(*mistakes(MEASURES[options.mistakes], annotated()), sep="\n")
        return 0
    _show()
    if not options.lift and not options.lower:
        return 0
    known, now = pinned(), reached(scores())
    below, _ = differences(now, known["floors"])
    if below and not options.lower:
        print("below their floors; give a reason with --lower:", *below, sep="\n")
        return 1
    _write(now, [*known["lowered"], *([{"why": options.lower, "what": below}] if below else [])])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
