"""How fast seeds become articles, how well, and how the line model is fitted.

``python benchmarks/ingest.py`` reads made-up pages, a short one (3 KB) and one with a whole site around it (12 KB), and
prints milliseconds a seed by stage, and seeds a second.

``python benchmarks/ingest.py folds PAGES.jsonl.gz [PLAIN.jsonl.gz …]`` fits the line model on three quarters of the
pages and judges it on the fourth, in turn, by the words it keeps. ``train`` fits it on all of them and writes
``builder/ingest/data/line_model.json``. A page is a line of JSON with ``text`` and ``gold.body``, the article's own
text; in plain sets all of ``text`` is the article, but for the ranges of ``gold.skip``. Both need the package
``python-crfsuite`` (0.9.12), which nothing else does.
"""

import gzip
import json
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from builder.ingest import line_model
from builder.ingest.classify import classify
from builder.ingest.decode import decode
from builder.ingest.document import Seed
from builder.ingest.features import Part, features
from builder.ingest.lines import Line, read_lines, split
from builder.ingest.metadata.agency import find_agency
from builder.ingest.metadata.authors import find_authors
from builder.ingest.metadata.published import candidates
from builder.ingest.metadata.publisher import find_publisher
from builder.ingest.page import read_page
from builder.ingest.reader import IngestSettings, read_seed
from builder.ingest.rules import claims

MODEL = Path(line_model.__file__).parent / "data" / "line_model.json"
LETTERS = "BIGA"
"""Before, in (the article), gap, after: the order of the model's states."""
COPIES = 3
"""Shortened copies of each page, so that pages with little around them are known too."""
FOLDS = 4
PLAIN_OF_EACH = 250
KEEPING = 0.7
"""Added to the score of the article's state: losing a line of an article is worse than keeping one too many."""
NEVER = -1000.0
SETTINGS = {"c1": 0.3, "c2": 0.3, "max_iterations": 120, "feature.minfreq": 3}

FACTS = (find_agency, find_authors, find_publisher)


@dataclass(frozen=True, slots=True)
class Sample:
    """A page as the model is fitted on it."""

    rows: list[list[Part]]
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


def documents(path: Path) -> Iterator[dict]:
    """Yield the documents of a set that have a text."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (document for line in lines if "text" in (document := json.loads(line)))


def page_samples(path: Path) -> list[list[Sample]]:
    """Return for each page itself and its shortened copies."""
    chance = random.Random(1)
    result = []
    for document in documents(path):
        lines = read_lines(split(document["text"]))
        inside = in_article(lines, document["gold"]["body"])
        copies = [shortened(lines, inside, chance) for _ in range(COPIES)]
        result.append([sample_of(lines, inside), *(copy for copy in copies if copy and copy.rows)])
    return result


def plain_samples(path: Path) -> list[Sample]:
    """Return plain articles, of which all but the skipped ranges is text."""
    result = []
    found = list(documents(path))
    for document in random.Random(1).sample(found, k=min(PLAIN_OF_EACH, len(found))):
        lines = read_lines(split(document["text"]))
        skipped = "\n".join(document["text"][start:end] for start, end in document["gold"].get("skip", ()))
        result.append(sample_of(lines, [squeezed(line.text) not in squeezed(skipped) for line in lines]))
    return result


def fit(samples: Sequence[Sample]) -> dict:
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


def written(model: dict) -> str:
    """Return the model as it is written: a feature a line, so that changes can be read."""
    rows = ",\n".join(f"  {json.dumps(k, ensure_ascii=False)}: {json.dumps(v)}" for k, v in model["weights"].items())
    head = f' "states": {json.dumps(model["states"])},\n "steps": {json.dumps(model["steps"])},\n'
    return f'{{\n{head} "weights": {{\n{rows}\n }}\n}}\n'


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
    if len(sys.argv) < 3:
        speed()
    else:
        pages, plain = page_samples(Path(sys.argv[2])), [s for path in sys.argv[3:] for s in plain_samples(Path(path))]
        if sys.argv[1] == "folds":
            folds(pages, plain)
        else:
            model = fit([*(sample for group in pages for sample in group), *plain])
            MODEL.write_text(written(model), encoding="utf-8")
