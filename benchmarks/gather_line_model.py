"""Fits the model that tells an article's lines from the page around them, and judges it.

``python benchmarks/gather_line_model.py folds SET.jsonl.gz …`` fits the model on three quarters of the pages and judges
it on the fourth, in turn, by the words it keeps. ``train`` fits it on all of them and writes
``builder/ingest/data/line_model.json``, with what it was fitted on. A document is a line of JSON with ``source``, the
name of the collection it is from, and ``text``. Of a page, ``gold.body`` is the article's own text and
``gold.meta.title`` its title; of a plain article all of ``text`` is the article, but for the ranges of ``gold.skip``.
Documents of other sources than those of ``PAGES`` and ``PLAIN`` are left aside. Both need the package
``python-crfsuite`` (0.9.12), which nothing else does.
"""

import gzip
import hashlib
import json
import random
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from builder.ingest import line_model
from builder.ingest.feature_names import Part
from builder.ingest.features import features
from builder.ingest.head import without_site
from builder.ingest.lines import Line, read_lines, split
from builder.ingest.page import read_page
from builder.ingest.rules import claims

MODEL = Path(line_model.__file__).parent / "data" / "line_model.json"
LETTERS = "BIGA"
"""Before, in (the article), gap, after: the order of the model's states."""
COPIES = 3
"""Shortened copies of each page, so that pages with little around them are known too."""
FOLDS = 4
PIECES = 1
"""Pieces of each article that are shown to the model with nothing around them, beside the whole of it."""
TITLED = 0.5
"""Share of these that have their title above them."""
STOPS = ("", "", ".")
"""What stands behind a title: some archives end every line with a full stop."""
PAGES = ("aeb", "fundus")
"""Sources of pages: the article-extraction-benchmark and the evaluation of Fundus."""
PLAIN = ("wikigold", "meantime")
"""Sources of plain articles that are free to use."""
KEEPING = 0.6
"""Added to the score of the article's state: losing a line of an article is worse than keeping one too many."""
NEVER = -1000.0
SETTINGS = {"c1": 0.1, "c2": 0.3, "max_iterations": 120, "feature.minfreq": 3}


@dataclass(frozen=True, slots=True)
class Sample:
    """A page as the model is fitted on it."""

    rows: list[tuple[Part, ...]]
    labels: list[str]
    words: list[int]
    """Words of each line."""


def squeezed(text: str) -> str:
    """Return a text without white space, and with plain quotes and dashes."""
    plain = text.translate(str.maketrans("’‘“”–—‐‑", "''\"\"----"))
    return re.sub(r"[\s\u200b\u00ad]", "", plain)


def in_article(lines: Sequence[Line], body: str) -> list[bool]:
    """Tell which lines of a page are in the article's own text, in its order."""
    gold, cursor, result = squeezed(body), 0, []
    own = {squeezed(line) for line in body.splitlines()}
    for line in lines:
        text = squeezed(line.text)
        at = gold.find(text, cursor) if len(text) > 25 or text in own else -1
        at = gold.find(text) if at < 0 and len(text) > 60 else at
        cursor = max(cursor, at + len(text)) if at >= 0 else cursor
        result.append(at >= 0)
    return result


def sample_of(lines: Sequence[Line], inside: Sequence[bool]) -> Sample:
    """Return the features and states of the lines that no rule claims."""
    page = read_page(lines)
    claimed = claims(page)
    open_lines = [at for at in range(len(lines)) if at not in claimed]
    own = [inside[at] for at in open_lines]
    first = own.index(True) if any(own) else len(own)
    last = len(own) - 1 - own[::-1].index(True) if any(own) else len(own)
    labels = ["B" if at < first else "A" if at > last else "I" if own[at] else "G" for at in range(len(own))]
    return Sample(features(page, claimed, open_lines), labels, [page.sizes[at] for at in open_lines])


def shortened(lines: Sequence[Line], inside: Sequence[bool], chance: random.Random) -> Sample | None:
    """Return a page with a few paragraphs of its article and a part of what stands around it."""
    article = [at for at, own in enumerate(inside) if own]
    if len(article) < 3:
        return None
    end = article[chance.randint(2, min(9, len(article))) - 1]
    above, below = chance.choice([0, 1, 3, 8, 20, 60]), chance.choice([0, 1, 3, 8, 20, 60])
    start = max(0, article[0] - above)
    kept = [*range(start, end + 1), *range(article[-1] + 1, min(len(lines), article[-1] + 1 + below))]
    if start and chance.random() < 0.6:
        kept.insert(0, 0)
    return sample_of([lines[at] for at in kept], [inside[at] for at in kept])


def documents(paths: Sequence[Path], sources: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield the documents of some sources that have a text, in their order."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            found = (json.loads(line) for line in lines)
            yield from (document for document in found if document.get("source") in sources and "text" in document)


def fitted_on(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """Return for each source the number of its documents and the SHA-256 of their texts, one after the other."""
    result = []
    for source in (*PAGES, *PLAIN):
        texts = [document["text"] for document in documents(paths, [source])]
        digest = hashlib.sha256("".join(texts).encode()).hexdigest()
        result.append({"source": source, "documents": len(texts), "sha256": digest})
    return result


def page_samples(paths: Sequence[Path]) -> list[list[Sample]]:
    """Return for each page itself, its shortened copies, and its article with nothing around it."""
    chance = random.Random(1)
    result = []
    for document in documents(paths, PAGES):
        lines = read_lines(split(document["text"]))
        inside = in_article(lines, document["gold"]["body"])
        copies = [shortened(lines, inside, chance) for _ in range(COPIES)]
        samples = [sample_of(lines, inside), *(copy for copy in copies if copy), *alone(document["gold"], chance)]
        result.append([sample for sample in samples if sample.rows])
    return result


def alone(gold: dict[str, Any], chance: random.Random) -> Iterator[Sample]:
    """Yield an article with nothing around it but its title, or not even that: whole, and in pieces."""
    paragraphs = [paragraph for paragraph in gold["body"].split("\n") if paragraph.strip()]
    title = without_site(gold["meta"].get("title") or "")
    for number in range(1 + PIECES if paragraphs else 0):
        start = chance.choice([0, chance.randrange(len(paragraphs))]) if number else 0
        length = chance.choice([1, 2, 3, 4, 6, 8, 12]) if number else len(paragraphs)
        head = [title + chance.choice(STOPS)] if title and chance.random() < TITLED else []
        gap = chance.choice(["\n", "\n\n"])
        lines = read_lines(split(gap.join([*head, *paragraphs[start : start + length]])))
        yield sample_of(lines, [at >= len(head) for at in range(len(lines))])


def plain_samples(paths: Sequence[Path]) -> list[Sample]:
    """Return plain articles, of which all but the skipped ranges is text."""
    result = []
    for document in documents(paths, PLAIN):
        lines = read_lines(split(document["text"]))
        skipped = "\n".join(document["text"][start:end] for start, end in document["gold"].get("skip", ()))
        result.append(sample_of(lines, [squeezed(line.text) not in squeezed(skipped) for line in lines]))
    return result


def fit(samples: Sequence[Sample]) -> dict[str, Any]:
    """Return the weights and steps of a model fitted on samples."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for sample in samples:
        trainer.append([[*chain.from_iterable(row)] for row in sample.rows], sample.labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "line_model.crfsuite")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
    weights: dict[str, list[float]] = {}
    for (name, label), weight in sorted(info.state_features.items()):
        weights.setdefault(name, [0.0] * 4)[LETTERS.index(label)] = round(weight, 2)
    kept = {name: row for name, row in sorted(weights.items()) if any(abs(weight) >= 0.03 for weight in row)}
    kept.setdefault("always", [0.0] * 4)[1] += KEEPING
    for name, row in kept.items():
        if name.startswith("firstsize"):
            row[1] = round(row[1] - KEEPING, 2)
    possible = {"BB", "BI", "II", "IG", "IA", "GI", "GG", "AA"}
    steps = [
        [round(info.transitions.get((one, other), 0.0), 2) if one + other in possible else NEVER for other in LETTERS]
        for one in LETTERS
    ]
    return {"states": ["before", "article", "gap", "after"], "steps": steps, "weights": kept}


def written(model: dict[str, Any], sources: Sequence[dict[str, Any]] = ()) -> str:
    """Return the model as it is written: a feature a line, so that changes can be read."""
    rows = ",\n".join(f"  {json.dumps(k, ensure_ascii=False)}: {json.dumps(v)}" for k, v in model["weights"].items())
    origin = ",\n".join(f"  {json.dumps(source)}" for source in sources)
    head = f' "states": {json.dumps(model["states"])},\n "steps": {json.dumps(model["steps"])},\n'
    return f'{{\n "fitted_on": [\n{origin}\n ],\n{head} "weights": {{\n{rows}\n }}\n}}\n'


def folds(pages: Sequence[list[Sample]], plain: Sequence[Sample]) -> None:
    """Print how well each fourth of the pages is told by a model fitted on the others."""
    right = kept = gold = 0
    for fold in range(FOLDS):
        others = [sample for at, group in enumerate(pages) if at % FOLDS != fold for sample in group]
        model = line_model.read_model(written(fit([*others, *plain])))
        for group in pages[fold::FOLDS]:
            told = line_model.states(model, group[0].rows)
            for state, label, words in zip(told, group[0].labels, group[0].words, strict=True):
                right += words * (state == 1 and label == "I")
                kept += words * (state == 1)
                gold += words * (label == "I")
    print(f"words of {len(pages)} pages: P {right / kept:.3f} R {right / gold:.3f}")


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in ("folds", "train"):
        sys.exit("usage: gather_line_model.py folds|train SET.jsonl.gz …")
    sets = [Path(path) for path in sys.argv[2:]]
    pages, plain = page_samples(sets), plain_samples(sets)
    if sys.argv[1] == "folds":
        folds(pages, plain)
    else:
        fitted = fit([*(sample for group in pages for sample in group), *plain])
        MODEL.write_text(written(fitted, fitted_on(sets)), encoding="utf-8")
