"""All annotators in their order, and the policy that decides between their spans."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from builder.annotate.dates.finder import find_dates
from builder.annotate.events.finder import find_events
from builder.annotate.names.finder import find_names
from builder.annotate.names.lexicon import Lexicon
from builder.annotate.names.spacy_names import find_more_names
from builder.annotate.overlap import Lost, resolve
from builder.annotate.quantities.finder import find_quantities
from builder.annotate.span import NAMES, ArticleText, Span
from builder.annotate.statements.finder import find_statements
from builder.annotate.statements.tagged import find_quotes
from builder.annotate.wordlists import ENGLISH

_MARKED = re.compile(r"[0-9][.,][0-9]")
_Step = Callable[[ArticleText, Lexicon, Sequence[Span]], tuple[Span, ...]]
"""Takes an article, the names of the briefing and the spans found so far; returns more spans."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """What was found in an article."""

    kept: tuple[Span, ...]
    """In order of start, outer before inner; they nest and never cross."""
    lost: tuple[Lost, ...]
    """What was proposed and did not stay."""


def annotate(article: ArticleText, lexicon: Lexicon, names_model: str = "") -> Annotation:
    """Return the spans of an article; in another language than English, what the lists of the language allow.

    ``names_model`` is a spaCy model that proposes names beside the rules; empty: rules alone.
    """
    found: list[Span] = []
    for step in _STEPS if article.language == ENGLISH else _STEPS_OF_OTHER_LANGUAGES:
        found.extend(step(article, lexicon, tuple(found)))
        if step is _names and names_model:
            found.extend(find_more_names(article, names_model, [span for span in found if span.label in NAMES]))
    resolution = resolve(found)
    return Annotation(resolution.kept, resolution.lost)


def _dates(article: ArticleText, _lexicon: Lexicon, _found: Sequence[Span]) -> tuple[Span, ...]:
    return find_dates(article)


def _quantities(article: ArticleText, _lexicon: Lexicon, _found: Sequence[Span]) -> tuple[Span, ...]:
    return find_quantities(article)


def _whole_quantities(article: ArticleText, _lexicon: Lexicon, _found: Sequence[Span]) -> tuple[Span, ...]:
    """Return the quantities in whole numbers: languages write fractions and thousands with different marks."""
    return tuple(span for span in find_quantities(article) if not _MARKED.search(article.text, span.start, span.end))


def _names(article: ArticleText, lexicon: Lexicon, _found: Sequence[Span]) -> tuple[Span, ...]:
    return find_names(article, lexicon)


def _statements(article: ArticleText, _lexicon: Lexicon, found: Sequence[Span]) -> tuple[Span, ...]:
    return find_statements(article, tuple(span for span in found if span.label in NAMES))


def _quotations(article: ArticleText, _lexicon: Lexicon, found: Sequence[Span]) -> tuple[Span, ...]:
    return find_quotes(article, tuple(span for span in found if span.label in NAMES))


def _events(article: ArticleText, _lexicon: Lexicon, found: Sequence[Span]) -> tuple[Span, ...]:
    return find_events(article, found)


_STEPS: tuple[_Step, ...] = (_dates, _quantities, _names, _statements, _events)
_STEPS_OF_OTHER_LANGUAGES: tuple[_Step, ...] = (_dates, _whole_quantities, _names, _quotations)
