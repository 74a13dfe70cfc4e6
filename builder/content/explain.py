"""Why an article is annotated as it is: each span with its rule and evidence, and each loser with its winner."""

from collections.abc import Iterator
from pathlib import Path

from builder.annotate.annotator import Annotation, annotate
from builder.annotate.names.lexicon import learn
from builder.content.convert import article_text, ingest, known_entities
from builder.content.files import read_entities, read_index
from builder.content.origins import origins_of
from builder.content.refresh import settings_of
from builder.content.store import load_present
from builder.ingest.document import Document
from builder.ingest.folder import read_seeds
from builder.problems import BuildError, error
from builder.project import Project
from builder.urls import Slug


def explain_seed(project: Project, file: Path) -> Iterator[str]:
    """Yield the lines that explain a seed's annotation; ``file`` is the seed, or the article made from it."""
    index, _ = read_index(project)
    settings = settings_of(index)
    seeds, _ = read_seeds(project)
    documents = ingest(seeds, settings.ingest, 1, lambda _stage, _done, _total: None)
    document = _document(project, file, documents)
    texts = [article_text(each) for each in documents if each.blocks]
    lexicon = learn(texts, known_entities(read_entities(project)[0]))
    annotation = annotate(article_text(document), lexicon, settings.names_model)
    yield from _facts(document)
    yield from _spans(document, annotation)


def _document(project: Project, file: Path, documents: tuple[Document, ...]) -> Document:
    path = file.resolve()
    wanted = path.relative_to(project.seeds).as_posix() if path.is_relative_to(project.seeds) else ""
    if not wanted and path.is_relative_to(project.content):
        origins = origins_of(load_present(project), {})
        wanted = next((origin.seed for origin in origins if origin.slug == Slug(path.stem)), "")
    found = next((document for document in documents if document.seed == wanted), None)
    if found is None:
        hint = "name a file of seeds/ or content/articles/"
        raise BuildError([error(project.show(path), "not-a-seed", "the file is no seed and no article", hint=hint)])
    return found


def _facts(document: Document) -> Iterator[str]:
    metadata = document.metadata
    known = {
        "title": metadata.title,
        "published": metadata.published,
        "publisher": metadata.publisher,
        "agency": metadata.agency,
    }
    for key, fact in known.items():
        if fact is None:
            yield f"{key}: unknown"
        else:
            yield f"{key}: {fact.value}  ({fact.found}: line {fact.line}, “{fact.evidence}”)"


def _spans(document: Document, annotation: Annotation) -> Iterator[str]:
    text = document.text
    for span in annotation.kept:
        values = " ".join(f"{key}={value}" for key, value in span.values)
        words = text[span.start : span.end]
        yield f"{_place(text, span.start)} .{span.label} {values} “{_short(words)}”  ({span.rule}: {span.evidence})"
    for lost in annotation.lost:
        words = _short(text[lost.span.start : lost.span.end])
        winner = f"“{_short(text[lost.winner.start : lost.winner.end])}” .{lost.winner.label}" if lost.winner else ""
        yield f"{_place(text, lost.span.start)} not .{lost.span.label} “{words}”: {lost.reason} {winner}".rstrip()


def _place(text: str, offset: int) -> str:
    """Return paragraph and character, both from 1."""
    return f"¶{text.count(chr(10), 0, offset) + 1}:{offset - text.rfind(chr(10), 0, offset)}"


def _short(words: str) -> str:
    return words if len(words) <= 80 else words[:77] + "…"
