"""Seeds to generated articles: ingest each, settle what needs the whole briefing, annotate each, write each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TypeVar

from builder.annotate.annotator import annotate
from builder.annotate.names.lexicon import KnownEntity, learn
from builder.annotate.names.spacy_names import load_model
from builder.annotate.sentences import sentences
from builder.annotate.span import NAMES, ArticleText, Label
from builder.annotate.topics.proposals import propose
from builder.annotate.topics.rules import TopicRule, topics_in
from builder.content.article import write_article
from builder.content.files import EntityFile
from builder.content.origins import Origin, origins_by_document
from builder.content.settings import ConversionSettings
from builder.ingest.dating import settle_dates
from builder.ingest.document import Document, Seed
from builder.ingest.editors_day import with_editors_day
from builder.ingest.reader import read_seed
from builder.ingest.settings import IngestSettings
from builder.problems import Problem, note
from builder.run import Progress
from builder.urls import LONGEST_SLUG, Slug, slugify

FEWEST_FOR_WORKERS = 48
"""Seeds. Below this, starting processes takes longer than the work."""

Item = TypeVar("Item")
Result = TypeVar("Result")

_ENTITY_LABELS = {"people": Label.PERSON, "organisations": Label.ORG, "places": Label.PLACE}


@dataclass(frozen=True, slots=True)
class Conversion:
    """What the seeds came to."""

    articles: Mapping[Slug, str]
    """The text of each generated file."""
    rules: tuple[TopicRule, ...]
    """The topics used: the editor's, else proposed ones."""
    problems: tuple[Problem, ...]


def convert(
    seeds: Sequence[Seed],
    settings: ConversionSettings,
    entities: Sequence[EntityFile],
    rules: Sequence[TopicRule],
    origins: Sequence[Origin],
    jobs: int,
    progress: Progress,
) -> Conversion:
    """Turn seeds into articles.

    ``entities`` and ``rules`` are what the editor taught the annotator, ``origins`` the articles there are or were,
    whose file names stay, as do days that the editor settled. ``jobs`` is the number of processes; the outcome is the
    same for any.
    """
    if settings.names_model:
        load_model(settings.names_model)
    documents = settle(ingest(seeds, settings.ingest, jobs, progress), settings.ingest, origins)
    whole = [document for document in documents if document.blocks]
    texts = [article_text(document) for document in whole]
    with _mapper(jobs, len(texts)) as run:
        lexicon = learn(texts, known_entities(entities), run)
        work = partial(annotate, lexicon=lexicon, names_model=settings.names_model)
        annotations = _followed(run(work, texts), "annotate", len(texts), progress)
    if not rules:
        names = [[span for span in found.kept if span.label in NAMES] for found in annotations]
        # In the order of the files they are written to, so that the next conversion lists them alike.
        rules = sorted(propose(texts, names), key=lambda rule: rule.slug)
    slugs, problems = name_articles(whole, origins)
    written = {
        slug: write_article(document, found.kept, topics_in(document.text, rules), settings.rights)
        for slug, document, found in zip(slugs, whole, annotations, strict=True)
    }
    gathered = [problem for document in documents for problem in document.problems]
    return Conversion(written, tuple(rules), (*gathered, *problems))


def ingest(seeds: Sequence[Seed], settings: IngestSettings, jobs: int, progress: Progress) -> list[Document]:
    """Read every seed, each by itself."""
    with _mapper(jobs, len(seeds)) as run:
        return _followed(run(partial(read_seed, settings=settings), seeds), "ingest", len(seeds), progress)


def settle(documents: Sequence[Document], settings: IngestSettings, origins: Sequence[Origin]) -> tuple[Document, ...]:
    """Give each document the day that the editor settled in its article; work out those that need others' evidence."""
    found = zip(documents, origins_by_document(documents, origins), strict=True)
    told = [with_editors_day(document, origin.day) if origin and origin.day else document for document, origin in found]
    return settle_dates(told, settings.as_of)


def article_text(document: Document) -> ArticleText:
    """Return what the annotator reads of a document."""
    text, metadata = document.text, document.metadata
    return ArticleText(
        text=text,
        sentences=sentences(text, metadata.language),
        title=metadata.title.value if metadata.title else "",
        published=metadata.published.value if metadata.published else "unknown",
        language=metadata.language,
        article=document.seed,
    )


def known_entities(files: Sequence[EntityFile]) -> tuple[KnownEntity, ...]:
    """Return what the editor's files teach about names."""
    return tuple(
        KnownEntity(_ENTITY_LABELS[file.folder], file.slug, file.front.name, file.front.aliases)
        for file in files
        if file.folder in _ENTITY_LABELS
    )


def name_articles(documents: Sequence[Document], origins: Sequence[Origin]) -> tuple[list[Slug], list[Problem]]:
    """Return a slug for each document: that of the article made from it before, else one from its title.

    A deleted one keeps its own too, so that it stays deleted under any title.
    """
    found = [origin.slug if origin else None for origin in origins_by_document(documents, origins)]
    taken = {*found, *(origin.slug for origin in origins if not origin.deleted)}
    slugs: list[Slug] = []
    problems: list[Problem] = []
    for document, slug in zip(documents, found, strict=True):
        if slug is None:
            title = document.metadata.title.value if document.metadata.title else document.seed.rsplit(".", 1)[0]
            wanted = slugify(title, "article")
            slug = next(name for name in _numbered(wanted) if name not in taken)
            if slug != wanted:
                message = f"another article has the same title; this one is “{slug}”"
                problems.append(note(f"seeds/{document.seed}", "title-repeated", message))
        taken.add(slug)
        slugs.append(slug)
    return slugs, problems


def _numbered(slug: Slug) -> Iterator[Slug]:
    yield slug
    for number in count(2):
        # A longer slug would lose its number when it is read back from the file's name.
        ending = f"-{number}"
        yield Slug(slug[: LONGEST_SLUG - len(ending)].rstrip("-") + ending)


@contextmanager
def _mapper(jobs: int, items: int) -> Iterator[Callable[[Callable[[Item], Result], Sequence[Item]], Iterator[Result]]]:
    """Yield a ``map`` that keeps order: over worker processes where there is enough to do, else in this one."""
    if jobs <= 1 or items < FEWEST_FOR_WORKERS:
        yield map
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield lambda function, sequence: pool.map(function, sequence, chunksize=max(1, min(100, items // (4 * jobs))))


def _followed(results: Iterator[Result], stage: str, total: int, progress: Progress) -> list[Result]:
    gathered: list[Result] = []
    for result in results:
        gathered.append(result)
        progress(stage, len(gathered), total)
    return gathered
