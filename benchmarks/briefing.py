"""How long the model takes to assemble, and how much memory it needs.

    python benchmarks/briefing.py            # 250, 1,000 and 4,000 articles
    python benchmarks/briefing.py 10000
    python benchmarks/briefing.py 10000 --copies

The articles come from a seeded program: about 600 words, 12 paragraphs, 40 names, 8 dates, 8 events, 6 statements and
4 quantities each, from 50 publishers over two years; every fifth repeats most of the one before it. With ``--copies``
all are one article. Time is the processor time of :func:`builder.briefing.assemble.assemble` alone, in this process;
memory is what is traced at its peak above what the content took, in a second run.
"""

import argparse
import random
import time
import tracemalloc
from datetime import date, timedelta

from builder.briefing.assemble import assemble
from builder.content.article import ArticleFile, read_article
from builder.content.files import Content, Index
from builder.content.schema import IndexFront
from builder.markdown.tokens import parse_body
from builder.urls import Slug

SIZES = (250, 1000, 4000)
START = date(2023, 1, 1)
DAYS = 730
PARAGRAPHS = 12
SYLLABLES = ("ba", "do", "fe", "gi", "ka", "lu", "ma", "ne", "po", "ri", "sa", "tu", "ve", "wo", "zi")


def words(chance: random.Random, count: int) -> list[str]:
    """Return made-up words of two to four syllables."""
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(count)]


def article(chance: random.Random, vocabulary: list[str], names: list[str], day: date) -> list[str]:
    """Return the paragraphs of an article as Markdown with spans."""
    paragraphs = []
    for number in range(PARAGRAPHS):
        one, other, place = (" ".join(name.title().split()) for name in chance.choices(names, k=3))
        told = day - timedelta(days=chance.choice((0, 1, 1, 2, 9, 60)))
        text = chance.choices(vocabulary, weights=range(len(vocabulary), 0, -1), k=36)
        slug = one.lower().replace(" ", "-")
        paragraphs.append(
            f"[[{one}]{{.person}} {' '.join(text[:9])}ed [{place}]{{.place}} on [{told:%B %d}]"
            f"{{.date value={told}}}.]{{.event}} [{other}]{{.org}} said [{' '.join(text[9:22])}]"
            f"{{.claim by={slug} verb=said stance=asserts}}, {' '.join(text[22:])}"
            f" [{number + 2} {text[0]}]{{.quantity value={number + 2} unit={text[0]}}}."
        )
    return paragraphs


def content(count: int, copies: bool) -> Content:
    """Return the content of a briefing of so many articles."""
    chance = random.Random(1)
    vocabulary = words(chance, 8000)
    names = [f"{first} {last}" for first, last in zip(words(chance, 400), words(chance, 400), strict=True)]
    files: list[ArticleFile] = []
    paragraphs: list[str] = []
    for number in range(count):
        day = START + timedelta(days=number * DAYS // count)
        fresh = paragraphs if copies and paragraphs else article(chance, vocabulary, names, day)
        paragraphs = paragraphs[:9] + fresh[9:] if number % 5 == 4 else fresh
        head = f"---\ntitle: {' '.join(words(chance, 6))}\npublished: {day}\npublisher: P{number % 50}\n---\n\n"
        file, problems = read_article(Slug(f"a{number:05}"), head + "\n\n".join(paragraphs) + "\n", f"a{number:05}.md")
        assert file and not problems
        files.append(file)
    return Content(Index(IndexFront(), parse_body("")), tuple(files), (), ())


def main() -> None:
    """Print a row for each number of articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="*", default=SIZES)
    parser.add_argument("--copies", action="store_true", help="all articles are one")
    options = parser.parse_args()
    print(f"{'articles':>8} {'seconds':>8} {'a second':>9} {'peak MB':>8} {'events':>8} {'voices':>7} {'stories':>8}")
    for count in options.articles:
        given = content(count, options.copies)
        start = time.process_time()
        briefing = assemble(given)
        seconds = time.process_time() - start
        found = f"{len(briefing.events):8} {briefing.voices:7} {len(briefing.stories):8}"
        del briefing
        tracemalloc.start()
        assemble(given)
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        print(f"{count:8} {seconds:8.2f} {count / seconds:9.0f} {peak:8.0f} {found}", flush=True)


if __name__ == "__main__":
    main()
