"""Names that a spaCy model proposes beside the rules; used only where a briefing asks for it.

spaCy (MIT) and its models are not part of the builder: ``pip install 'briefing-builder[nlp]'`` brings the former; the
model is installed by name (``en_core_web_sm``: MIT, trained on OntoNotes 5) or given as a folder.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from builder.annotate.span import ArticleText, Label, Span
from builder.problems import BuildError, error

if TYPE_CHECKING:
    from spacy.language import Language

_LABELS = {
    "PERSON": Label.PERSON,
    "PER": Label.PERSON,
    "ORG": Label.ORG,
    "GPE": Label.PLACE,
    "LOC": Label.PLACE,
    "FAC": Label.PLACE,
}
"""The labels of spaCy's English and multilingual models that are names to us."""


@cache
def load_model(model: str) -> "Language":
    """Return a spaCy pipeline by package name or folder; raise :class:`BuildError` where it can't be had."""
    hint = "pip install 'briefing-builder[nlp]' and the model, or write `names: rules`"
    try:
        import spacy
    except ImportError as fault:
        raise BuildError([error("content/index.md", "names-model", "spaCy is not installed", hint=hint)]) from fault
    try:
        return spacy.load(model)
    except (OSError, ValueError) as fault:
        message = f"the spaCy model “{model}” can't be loaded"
        raise BuildError([error("content/index.md", "names-model", message, hint=hint)]) from fault


def find_more_names(article: ArticleText, model: str, found: Iterable[Span]) -> Iterator[Span]:
    """Yield the model's names where the rules found none; ``found`` holds what the rules found."""
    taken = [(span.start, span.end) for span in found]
    for entity in load_model(model)(article.text).ents:
        label = _LABELS.get(entity.label_)
        start, end = _trimmed(article.text, entity.start_char, entity.end_char)
        overlaps = any(start < other_end and other_start < end for other_start, other_end in taken)
        if label is not None and start < end and "\n" not in article.text[start:end] and not overlaps:
            yield Span(start, end, label, rule="spacy", evidence=f"{model} says {entity.label_}")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave the article before a name and the possessive behind it outside of the span."""
    words = text[start:end]
    for opener in ("the ", "The "):
        if words.startswith(opener):
            start += len(opener)
    for ending in ("'s", "’s"):
        if words.endswith(ending):
            end -= len(ending)
    return start, end
