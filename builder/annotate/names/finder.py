"""Finds the names of an article and says which entity each of them names."""

from builder.annotate.names.lexicon import Lexicon
from builder.annotate.names.reading import read_names
from builder.annotate.span import ArticleText, Span
from builder.urls import slugify


def find_names(article: ArticleText, lexicon: Lexicon) -> tuple[Span, ...]:
    """Return the names of people, organisations and places in an article, in order, none overlapping another.

    Each span has ``ref``, the slug of its entity, unless that is the slug of its own text. Linear in the length
    of the article.
    """
    found = read_names(article, lexicon.given, lexicon.sure)
    spans = []
    for (mention, identity), slug in zip(found, lexicon.resolve(found), strict=True):
        own = slugify(article.text[mention.start : mention.end])
        values = () if slug == own else (("ref", slug),)
        reasons = dict.fromkeys(reason for reason in (*mention.reasons, identity.reason) if reason)
        spans.append(Span(mention.start, mention.end, mention.label, values, rule="names", evidence="; ".join(reasons)))
    return tuple(spans)
