"""How fast seeds become articles.

``python benchmarks/ingest.py`` reads made-up pages, a short one (3 KB) and one with a whole site around it (12 KB), and
prints milliseconds a seed by stage, and seeds a second.
"""

import random
import time
from collections.abc import Callable

from builder.ingest import line_model
from builder.ingest.classify import classify
from builder.ingest.decode import decode
from builder.ingest.document import Seed
from builder.ingest.features import features
from builder.ingest.lines import read_lines, split
from builder.ingest.metadata.agency import find_agency
from builder.ingest.metadata.authors import find_authors
from builder.ingest.metadata.published import candidates
from builder.ingest.metadata.publisher import find_publisher
from builder.ingest.page import read_page
from builder.ingest.reader import IngestSettings, read_seed
from builder.ingest.rules import claims

FACTS = (find_agency, find_authors, find_publisher)


def made_up_page(paragraphs: int, around: int) -> bytes:
    """Return a page of paragraphs of 60 words, with lines of a site above and below them."""
    chance = random.Random(paragraphs)
    words = "seals harbour ferry the of bridge and council a said on to winter herring pilots in office new".split()
    menu = [f"{chance.choice(words).title()} {chance.choice(words)}" for _ in range(around)]
    text = [" ".join(chance.choices(words, k=60)).capitalize() + "." for _ in range(paragraphs)]
    head = ["Seals return - The Portly Post", *menu, "Seals return", "By Ada Brook", "May 3, 2024 10:15 am", "Share"]
    foot = ["Related articles", *menu, "© 2024 The Portly Post"]
    return "\n\n".join([*head, *text, *foot]).encode()


def speed() -> None:
    """Print milliseconds a seed by stage, and seeds a second."""
    for name, data in (("short", made_up_page(8, 4)), ("whole page", made_up_page(30, 110))):
        text = decode(data).text
        lines = read_lines(split(text))
        page = read_page(lines)
        claimed = claims(page)
        open_lines = [at for at in range(len(lines)) if at not in claimed]
        rows = features(page, claimed, open_lines)
        classified = classify(page)
        stages: dict[str, Callable[[], object]] = {
            "decode": lambda data=data: decode(data),
            "lines": lambda text=text: read_lines(split(text)),
            "page": lambda lines=lines: read_page(lines),
            "rules": lambda page=page: claims(page),
            "features": lambda page=page, claimed=claimed, at=open_lines: features(page, claimed, at),
            "states": lambda rows=rows: line_model.states(line_model.line_model(), rows),
            "metadata": lambda it=classified: ([find(it) for find in FACTS], candidates(it, "en", "UTC")),
            "all": lambda data=data: read_seed(Seed("a.txt", data), IngestSettings("")),
        }
        print(f"{name}: {len(data)} bytes, {len(lines)} lines")
        for stage, run in stages.items():
            print(f"  {stage:10}{1000 * seconds(run):8.2f} ms")
        print(f"  {1 / seconds(stages['all']):.0f} seeds a second")


def seconds(run: Callable[[], object], rounds: int = 40) -> float:
    """Return the seconds of processor time a call takes, on average."""
    run()
    start = time.process_time()
    for _ in range(rounds):
        run()
    return (time.process_time() - start) / rounds


if __name__ == "__main__":
    speed()
