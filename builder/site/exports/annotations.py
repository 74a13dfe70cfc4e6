"""``data/annotations/<slug>.jsonld``: the spans of an article as W3C Web Annotations.

The target is the seed, named by the hash of its bytes (RFC 6920), or the article's page where there is no seed. Each
annotation quotes its words (TextQuoteSelector), never reaching over the ends of the paragraph; where the paragraph
stands exactly once in the seed, whatever its white space, it also gives their place (TextPositionSelector, counted in
characters of the decoded seed) and quotes them as they stand there. Addresses are relative to the file, whose own is
given as ``@base`` where the site's is known. Data model: https://www.w3.org/TR/annotation-model/.
"""

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from builder.annotate.span import Label, Span
from builder.briefing.model import Article, EntityKind, Passage
from builder.pages.catalogue import Catalogue
from builder.pages.noting import Making
from builder.site.exports.encoding import json_bytes
from builder.site.exports.hosting import address
from builder.site.exports.positions import Placed, find, squeeze
from builder.urls import PagePath, Slug, from_folder, page, slugify

Json = dict[str, Any]
"""A JSON object."""

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"

_AROUND = 32
"""Characters quoted before and after the words, enough to tell two places of a paragraph apart."""

_SHA256 = re.compile("[0-9a-f]{64}")
_KINDS = {Label.PERSON: EntityKind.PERSON, Label.ORG: EntityKind.ORGANISATION, Label.PLACE: EntityKind.PLACE}


def annotations(found: Catalogue, seed_texts: Mapping[str, str]) -> Iterator[tuple[PagePath, Making]]:
    """Plan one file for each article; ``seed_texts`` are the decoded texts by the seeds' paths."""
    for article in found.briefing.articles:
        path = PagePath(f"data/annotations/{article.slug}.jsonld")
        yield path, partial(_file, article=article, path=path, seed=seed_texts.get(article.seed, ""))


def _file(found: Catalogue, article: Article, path: PagePath, seed: str) -> bytes:
    return json_bytes(_Writer(found, article, path, seed).page())


class _Writer:
    """Writes the annotations of one article."""

    def __init__(self, found: Catalogue, article: Article, path: PagePath, seed: str) -> None:
        self._found = found
        self._article = article
        self._path = path
        self._target = self._target_name()
        self._seed = squeeze(seed)

    def page(self) -> Json:
        """Return the whole file: an annotation page, which also tells what its target is."""
        base = self._found.briefing.base_url
        return {
            "@context": [_CONTEXT, {"@base": address(base, self._path)}] if base else _CONTEXT,
            "id": self._link(self._path),
            "type": "AnnotationPage",
            "dcterms:source": self._source(),
            "items": [item for passage in self._shown() for item in self._items(passage)],
        }

    def _shown(self) -> Sequence[Passage]:
        """Return the passages of the source whose words may be published."""
        own = [passage for passage in self._article.passages if not passage.editorial]
        if self._article.rights == "full":
            return own
        cited = self._found.cited_paragraphs(self._article.slug) if self._article.rights == "excerpt" else ()
        return [passage for passage in own if passage.citation.paragraph in cited]

    def _target_name(self) -> str:
        if not (self._article.seed and _SHA256.fullmatch(self._article.sha256)):
            return self._link(page("articles", self._article.slug))
        digest = base64.urlsafe_b64encode(bytes.fromhex(self._article.sha256)).decode().rstrip("=")
        return f"ni:///sha-256;{digest}"

    def _link(self, path: PagePath) -> str:
        """Return the address of a file of the site, relative to this file."""
        return from_folder(self._path.rpartition("/")[0], path)

    def _source(self) -> Json:
        source: Json = {"id": self._target, "type": "Text", "dcterms:title": self._article.title}
        if self._article.seed:
            source["dcterms:identifier"] = self._article.seed
            source["dcterms:isReferencedBy"] = {"id": self._link(page("articles", self._article.slug))}
        return source

    def _items(self, passage: Passage) -> Iterator[Json]:
        placed = find(passage.text, self._seed)
        for number, span in enumerate(passage.spans, 1):
            if span.label is Label.NOTE or not passage.text[span.start : span.end].strip():
                continue
            yield {
                "id": f"#p{passage.citation.paragraph}-{number}",
                "type": "Annotation",
                "motivation": "identifying" if span.label in _KINDS else "classifying",
                "body": list(self._bodies(passage, span)),
                "target": {
                    "type": "SpecificResource",
                    "source": self._target,
                    "selector": _selectors(passage.text, span, placed),
                },
            }

    def _bodies(self, passage: Passage, span: Span) -> Iterator[Json]:
        yield {"type": "TextualBody", "purpose": "tagging", "value": span.label}
        for key, value in span.values:
            yield {"type": "TextualBody", "purpose": "describing", "value": f"{key}={value}"}
        if span.label in _KINDS:
            slug = span.value("ref") or slugify(passage.text[span.start : span.end])
            entity = (_KINDS[span.label], Slug(slug))
            if entity in self._found.names:
                yield {"type": "SpecificResource", "purpose": "identifying", "source": self._link(page(*entity))}


def _selectors(text: str, span: Span, placed: Placed | None) -> list[Json]:
    """Return how the words are found: by quoting them and, where it is certain, by their place in the seed."""
    if placed is None:
        return [_quote(text, span.start, span.end, 0, len(text))]
    start, end = placed.range(span.start, span.end)
    quote = _quote(placed.whole.text, start, end, *placed.range(0, len(text)))
    return [quote, {"type": "TextPositionSelector", "start": start, "end": end}]


def _quote(text: str, start: int, end: int, first: int, last: int) -> Json:
    return {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(first, start - _AROUND) : start],
        "suffix": text[end : min(last, end + _AROUND)],
    }
