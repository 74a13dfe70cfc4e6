"""How fast seeds become articles.

``python benchmarks/ingest.py`` reads made-up pages, short ones (3 KB) and ones with a whole site around them (12 KB).
It prints for each stage, in processor time of one core, seconds for a thousand seeds and seeds a second.
"""

import gc
import random
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from builder.ingest import line_model
from builder.ingest.classify import Classified, classify
from builder.ingest.dates import days
from builder.ingest.decode import decode
from builder.ingest.document import Seed
from builder.ingest.features import features
from builder.ingest.lines import read_lines, split
from builder.ingest.metadata.agency import find_agency
from builder.ingest.metadata.authors import find_authors
from builder.ingest.metadata.published import candidates
from builder.ingest.metadata.publisher import find_publisher
from builder.ingest.page import read_page
from builder.ingest.reader import read_seed
from builder.ingest.rules import claims
from builder.ingest.settings import IngestSettings

FACTS: Final = (find_agency, find_authors, find_publisher)
PAGES: Final = 40
"""Pages of each size, all different, as the pages of a folder are."""
ROUNDS: Final = 5
"""Times all pages are read; the quickest counts, as the one that least was in the way of."""


def made_up_page(paragraphs: int, around: int, number: int) -> bytes:
    """Return a page of paragraphs of 60 words, with lines of a site above and below them."""
    chance = random.Random(paragraphs + number)
    words = "seals harbour ferry the of bridge and council a said on to winter herring pilots in office new".split()
    menu = [f"{chance.choice(words).title()} {chance.choice(words)}" for _ in range(around)]
    text = [" ".join(chance.choices(words, k=60)).capitalize() + "." for _ in range(paragraphs)]
    head = ["Seals return - The Portly Post", *menu, "Seals return", "By Ada Brook", "May 3, 2024 10:15 am", "Share"]
    foot = ["Related articles", *menu, "© 2024 The Portly Post"]
    return "\n\n".join([*head, *text, *foot]).encode()


def speed() -> None:
    """Print seconds for a thousand seeds and seeds a second, by stage."""
    gc.disable()  # as a build does
    model = line_model.line_model()
    for name, paragraphs, around in (("short", 8, 4), ("whole pages", 30, 110)):
        seeds = [made_up_page(paragraphs, around, number) for number in range(PAGES)]
        texts = [decode(data).text for data in seeds]
        lines = [read_lines(split(text)) for text in texts]
        pages = [read_page(own) for own in lines]
        claimed = [claims(page) for page in pages]
        unclaimed = [
            [at for at in range(len(page.lines)) if at not in own] for page, own in zip(pages, claimed, strict=True)
        ]
        rows = [features(*row) for row in zip(pages, claimed, unclaimed, strict=True)]
        classified = [classify(page) for page in pages]
        stages: dict[str, Callable[[], Iterable[object]]] = {
            "decode": partial(map, decode, seeds),
            "lines": partial(map, lambda text: read_lines(split(text)), texts),
            "page": partial(map, read_page, lines),
            "rules": partial(map, claims, pages),
            "features": partial(map, features, pages, claimed, unclaimed),
            "states": partial(map, partial(line_model.states, model), rows),
            "metadata": partial(map, facts, classified),
            "all": partial(map, lambda data: read_seed(Seed("a.txt", data), IngestSettings("")), seeds),
        }
        print(f"{name}: {len(seeds[0])} bytes, {len(lines[0])} lines")
        for stage, run in stages.items():
            each = seconds(run) / PAGES
            print(f"  {stage:10}{1000 * each:8.3f} s a thousand{1 / each:8.0f} a second")


def facts(page: Classified) -> list[object]:
    """Return what is found about an article around its text."""
    return [*(find(page) for find in FACTS), candidates(page, "en", "UTC")]


def seconds(run: Callable[[], Iterable[object]]) -> float:
    """Return the seconds of processor time that all pages take."""
    found = []
    for _ in range(ROUNDS):
        days.cache_clear()
        start = time.process_time()
        for _ in run():
            pass
        found.append(time.process_time() - start)
    return min(found)


if __name__ == "__main__":
    speed()
