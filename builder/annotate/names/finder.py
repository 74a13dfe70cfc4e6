"""Finds the names of an article and says which entity each of them names."""

from builder.annotate.names.aliases import given_mentions
from builder.annotate.names.entities import identify
from builder.annotate.names.lexicon import Lexicon
from builder.annotate.names.mentions import Mention, mentions
from builder.annotate.span import ArticleText, Span
from builder.urls import slugify


def find_names(article: ArticleText, lexicon: Lexicon) -> tuple[Span, ...]:
    """Return the names of people, organisations and places in an article, in order, none overlapping another.

    Each span has ``ref``, the slug of its entity, unless that is the slug of its own text. Linear in the length
    of the article.
    """
    found = _merged(given_mentions(article.text, lexicon.given), mentions(article, lexicon.sure))
    identities = identify(article.text, found)
    spans = []
    for mention, identity in zip(found, identities, strict=True):
        slug = lexicon.slug_of(identity, mention)
        same = slugify(article.text[mention.start : mention.end]) == slug
        evidence = "; ".join(dict.fromkeys((*mention.reasons, identity.reason) if identity.reason else mention.reasons))
        spans.append(
            Span(
                mention.start,
                mention.end,
                mention.label,
                () if same else (("ref", slug),),
                rule="names",
                evidence=evidence,
            )
        )
    return tuple(spans)


def _merged(given: tuple[Mention, ...], found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return both in order; where they overlap the editors' name stays, unless a longer name holds it."""
    kept: list[Mention] = []
    for mention in sorted((*given, *found), key=lambda m: (m.start, m.start - m.end, m not in given)):
        if kept and mention.start < kept[-1].end:
            continue
        kept.append(mention)
    return tuple(kept)
