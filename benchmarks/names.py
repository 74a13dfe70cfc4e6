"""How well and how fast names are found.

``python benchmarks/names.py accuracy DATA.jsonl.gz`` compares with people's annotations: a document a line with
``text`` and ``gold`` (``names`` with ``start``, ``end``, ``label`` PER, ORG, LOC or MISC; ``skip``: ranges not to
count). A name is right where both span and label are; articles and possessives at its ends do not count, nor do
names over MISC.

``python benchmarks/names.py growth`` reads briefings of 100 to 10,000 made-up articles of 400 words and prints the
milliseconds an article takes to learn from and to find names in, and the size of the lexicon that workers are sent.
"""

import gzip
import json
import pickle
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from builder.annotate.names.finder import find_names
from builder.annotate.names.lexicon import learn
from builder.annotate.sentences import sentences
from builder.annotate.span import ArticleText

LABELS = {"person": "PER", "org": "ORG", "place": "LOC"}
FRONT = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
END = re.compile(r"(?:['’]s|['’])$")
SIZES = (100, 1_000, 10_000)

Named = dict[tuple[int, int], str]


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without an article in front and a possessive ending."""
    if front := FRONT.match(text[start:end]):
        start += front.end()
    if ending := END.search(text[start:end]):
        end -= len(ending[0])
    return start, end


def gold_names(document: dict[str, Any]) -> tuple[Named, list[tuple[int, int]]]:
    """Return what people marked: the names that count, and the ranges where nothing does."""
    text, gold = document["text"], document["gold"]
    skip = [tuple(span) for span in gold.get("skip", ())]
    names = {}
    for name in gold["names"]:
        if name["label"] == "MISC":
            skip.append((name["start"], name["end"]))
        else:
            names[bare(text, name["start"], name["end"])] = name["label"]
    inside = [tuple(span) for span in gold.get("skip", ())]
    return {at: label for at, label in names.items() if not any(a <= at[0] and at[1] <= b for a, b in inside)}, skip


def accuracy(path: Path) -> None:
    """Print precision, recall and F1 for each label and for all."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    articles = [ArticleText(d["text"], sentences(d["text"]), article=d["id"]) for d in documents]
    lexicon = learn(articles)
    right: Counter[str] = Counter()
    predicted: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for document, article in zip(documents, articles, strict=True):
        gold, skip = gold_names(document)
        wanted.update(gold.values())
        for span in find_names(article, lexicon):
            at, label = bare(article.text, span.start, span.end), LABELS[span.label]
            if at not in gold and any(at[0] < end and start < at[1] for start, end in skip):
                continue
            predicted[label] += 1
            right[label] += gold.get(at) == label
    for label in (*LABELS.values(), "all"):
        rows = (c.total() if label == "all" else c[label] for c in (right, predicted, wanted))
        hits, guesses, names = rows
        precision, recall = hits / max(guesses, 1), hits / max(names, 1)
        f1 = 2 * hits / max(guesses + names, 1)
        print(f"{label:4} {names:6} {guesses:6}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")


def made_up(count: int) -> Iterator[ArticleText]:
    """Yield articles of about 400 words, each with people and companies of its own and some that all share."""
    for number in range(count):
        names = f"Ana Torres{number}", f"Luis Hale{number % 97}", f"Vik{number % 301} Shipping Ltd"
        line = (
            f"{names[0]}, chairwoman of {names[2]}, told reporters in Oslo on Monday that the ferries from Bergen would"
            f" be late. Minister {names[1]} of Norway said that the Northern Ferry Authority (NFA) had been warned. "
        )
        text = "\n".join([line * 2] * 6)
        yield ArticleText(text, sentences(text), article=f"a{number}")


def growth() -> None:
    """Print times and sizes for briefings of growing size."""
    for count in SIZES:
        articles = list(made_up(count))
        words = sum(len(article.text.split()) for article in articles) / 400
        start = time.process_time()
        lexicon = learn(articles)
        learned = time.process_time()
        for article in articles:
            find_names(article, lexicon)
        found = time.process_time()
        size = len(pickle.dumps(lexicon)) / 1_000_000
        per_article = [seconds * 1000 / words for seconds in (learned - start, found - learned)]
        print(f"{count:6} articles: learn {per_article[0]:.2f} ms, find {per_article[1]:.2f} ms; lexicon {size:.2f} MB")


if __name__ == "__main__":
    if sys.argv[1:2] == ["accuracy"] and len(sys.argv) == 3:
        accuracy(Path(sys.argv[2]))
    elif sys.argv[1:] == ["growth"]:
        growth()
    else:
        sys.exit(__doc__)
