"""Why an article is annotated as it is: each span with its rule and evidence, and each loser with its winner."""

from collections.abc import Iterator
from pathlib import Path

from builder.annotate.annotator import Annotation, annotate
from builder.annotate.names.lexicon import learn
from builder.annotate.span import Label
from builder.content.article import ArticleFile, read_article
from builder.content.convert import article_text, ingest, known_entities, settle
from builder.content.files import read_entities, read_index, read_text
from builder.content.origins import Origin, origins_of
from builder.content.settings import for_conversion
from builder.content.settled_days import settled_days
from builder.content.store import articles_of, load_bases, load_present
from builder.ingest.document import Document, Fact, Metadata
from builder.ingest.folder import read_seeds
from builder.ingest.given import EDITOR
from builder.problems import BuildError, error
from builder.project import Project
from builder.urls import Slug

Values = tuple[tuple[str, str], ...]
_UNKNOWN = "unknown"
_ALWAYS = ("title", "published", "publisher", "agency")
"""What is told even where nothing is known."""


def explain(project: Project, file: Path) -> Iterator[str]:
    """Yield the lines that explain a seed's annotation; ``file`` is the seed, or an article.

    What an article says otherwise than its seed's annotation comes from the editor.
    """
    article = _article(project, file)
    wanted = _seed_of(project, file, article)
    index, _ = read_index(project)
    settings = for_conversion(index.front)
    seeds, _ = read_seeds(project)
    read = ingest(seeds, settings.ingest, 1, lambda _stage, _done, _total: None)
    documents = settle(read, settings.ingest, ())
    document = next((document for document in documents if document.seed == wanted), None)
    if document is None and article is None:
        hint = "name a file of seeds/ or content/articles/"
        shown = project.show(file.resolve())
        raise BuildError([error(shown, "not-a-seed", "the file is no seed and no article", hint=hint)])
    annotation = Annotation((), ())
    if document:
        settled = settle(read, settings.ingest, _origins(project))
        texts = {each.seed: article_text(each) for each in settled if each.blocks}
        lexicon = learn(list(texts.values()), known_entities(read_entities(project)[0]))
        annotation = annotate(texts[wanted], lexicon, settings.names_model) if wanted in texts else annotation
    yield from _facts(document, article)
    yield from _spans(document.text if document else "", annotation, article)


def _origins(project: Project) -> tuple[Origin, ...]:
    """Return the articles there are, with the days that the editor settled in them: spans follow from these."""
    present, bases = load_present(project), load_bases(project)
    return origins_of(present, bases, settled_days(present, bases))


def _article(project: Project, file: Path) -> ArticleFile | None:
    path = file.resolve()
    if path.parent != articles_of(project):
        return None
    text, problems = read_text(path, project.show(path))
    article, more = read_article(Slug(path.stem), text or "", project.show(path))
    if article is None:
        raise BuildError(problems or more)
    return article


def _seed_of(project: Project, file: Path, article: ArticleFile | None) -> str:
    path = file.resolve()
    if article:
        return article.front.seed.file if article.front.seed else ""
    return path.relative_to(project.seeds).as_posix() if path.is_relative_to(project.seeds) else ""


def _facts(document: Document | None, article: ArticleFile | None) -> Iterator[str]:
    """Yield what is known of the article as a whole: its value, and where it comes from."""
    found = document.metadata if document else Metadata()
    for key in ("title", "published", "publisher", "agency", "author", "url", "retrieved", "archive"):
        value = getattr(found, "authors" if key == "author" else key)
        facts = value if isinstance(value, tuple) else (value,) if value else ()
        told = ", ".join(fact.value for fact in facts) or _UNKNOWN
        evidence = "; ".join(map(_evidence, facts))
        mine = _value(article, key) if article else told
        if mine != told:
            settled = article is not None and key == "published" and article.front.published_from == EDITOR
            writer = EDITOR if settled else _writer(article)
            yield f"{key}: {mine}  ({writer}; the seed: {told}{f', {evidence}' if evidence else ''})"
        elif evidence:
            yield f"{key}: {told}  ({evidence})"
        elif key in _ALWAYS:
            yield f"{key}: {_UNKNOWN}"


def _evidence(fact: Fact) -> str:
    return f"{fact.found}: {f'line {fact.line}, ' if fact.line else ''}“{fact.evidence}”"


def _value(article: ArticleFile, key: str) -> str:
    value = getattr(article.front, key)
    return (", ".join(value) if isinstance(value, tuple) else value) or _UNKNOWN


def _writer(article: ArticleFile | None) -> str:
    return "an earlier build" if article and article.untouched else "editor"


def _spans(text: str, annotation: Annotation, article: ArticleFile | None) -> Iterator[str]:
    mine = _marks_of(article) if article else {}
    for span in annotation.kept:
        words = text[span.start : span.end]
        places = mine.get((span.label, words, span.values), [])
        gone = f"; {_writer(article)}: not in the article" if article and not places else ""
        line = _line(_place(text, span.start), span.label, span.values, words)
        yield f"{line}  ({span.rule}: {span.evidence}{gone})"
        if places:
            places.pop(0)
    for (label, words, values), places in mine.items():
        for place in places:
            yield f"{_line(place, label, values, words)}  ({_writer(article)})"
    for lost in annotation.lost:
        words = _short(text[lost.span.start : lost.span.end])
        winner = f"“{_short(text[lost.winner.start : lost.winner.end])}” .{lost.winner.label}" if lost.winner else ""
        yield f"{_place(text, lost.span.start)} not .{lost.span.label} “{words}”: {lost.reason} {winner}".rstrip()


def _marks_of(article: ArticleFile) -> dict[tuple[Label, str, Values], list[str]]:
    """Return the places of an article's marks by what they say; what somebody thinks of them aside."""
    marks: dict[tuple[Label, str, Values], list[str]] = {}
    for number, passage in enumerate(article.body.passages, 1):
        for span in passage.spans:
            values = tuple(pair for pair in span.values if pair[0] != "review")
            words = passage.text[span.start : span.end]
            marks.setdefault((span.label, words, values), []).append(f"¶{number}:{span.start + 1}")
    return marks


def _line(place: str, label: Label, values: Values, words: str) -> str:
    return f"{place} .{label} {' '.join(f'{key}={value}' for key, value in values)} “{_short(words)}”"


def _place(text: str, offset: int) -> str:
    """Return paragraph and character, both from 1."""
    return f"¶{text.count(chr(10), 0, offset) + 1}:{offset - text.rfind(chr(10), 0, offset)}"


def _short(words: str) -> str:
    return words if len(words) <= 80 else words[:77] + "…"
