"""Quotes and claims of an article, each with its speaker where the text tells."""

from collections.abc import Iterator, Sequence

from builder.annotate.span import ArticleText, Label, Span
from builder.annotate.statements.attributions import Attribution, attributions
from builder.annotate.statements.phrases import main_subject
from builder.annotate.statements.quotations import find_quotations
from builder.annotate.statements.speakers import Speakers
from builder.annotate.statements.tokens import Kind, Unit, units

_LONG = 5
"""Words: a quotation of so many is somebody's words even where the sentence does not say whose."""


def find_statements(article: ArticleText, names: Sequence[Span]) -> tuple[Span, ...]:
    """Return the quotes and claims of an article in order.

    ``names`` are the spans of people, organisations and places; speakers are named by their references.
    """
    quotations = find_quotations(article.text)
    speakers = Speakers(article.text)
    found: list[Span] = []
    attributed: dict[int, tuple[str, str]] = {}
    all_units = units(article, names, quotations)
    by_unit: list[tuple[Unit, str]] = []
    for unit in all_units:
        speakers.read(unit)
        last = ""
        attributed_here = attributions(unit)
        for number, attribution in enumerate(attributed_here):
            by = speakers.by(unit, attribution.speaker)
            if number == 0:
                speakers.attend(unit, attribution.speaker)
            last = by or last
            found.extend(_spans(unit, attribution, by, attributed))
        if not attributed_here:
            speakers.attend(unit, main_subject(unit.tokens))
        by_unit.append((unit, last))
    found.extend(_unattributed(article.text, by_unit, attributed))
    return tuple(sorted(found, key=lambda span: (span.start, -span.end)))


def _spans(unit: Unit, attribution: Attribution, by: str, attributed: dict[int, tuple[str, str]]) -> Iterator[Span]:
    """Yield the spans of one attribution: claims, and the quotations in them."""
    values = tuple((key, value) for key, value in (("by", by), ("verb", attribution.verb)) if value)
    for first, last in attribution.content:
        tokens = unit.tokens[first : last + 1]
        quoted = [token.quotation for token in tokens if token.quotation is not None]
        for piece in quoted:
            if piece.outer_start in attributed:
                continue
            attributed[piece.outer_start] = (by, attribution.verb)
            yield Span(piece.start, piece.end, Label.QUOTE, values, attribution.rule)
        words = sum(token.kind is not Kind.QUOTATION and token.kind is not Kind.MARK for token in tokens)
        if words > 1:
            stance = (("stance", attribution.stance),)
            yield Span(tokens[0].start, tokens[-1].end, Label.CLAIM, values + stance, attribution.rule)


def _unattributed(
    text: str,
    by_unit: Sequence[tuple[Unit, str]],
    attributed: dict[int, tuple[str, str]],
) -> Iterator[Span]:
    """Yield the quotations no sentence attributes: they go on with what was said before, or are left alone."""
    last_by, last_paragraph = "", -1
    for unit, by in by_unit:
        for token in unit.tokens:
            piece = token.quotation
            if piece is None or piece.outer_start in attributed:
                continue
            words = len(text[piece.start : piece.end].split())
            alone = len(unit.tokens) == 1
            if not alone and words < _LONG:
                continue
            near = unit.paragraph - last_paragraph
            speaker = by or (last_by if near <= 1 and (alone or near == 0) else "")
            values = (("by", speaker),) if speaker else ()
            yield Span(piece.start, piece.end, Label.QUOTE, values, "goes on" if speaker else "long quotation")
        if by:
            last_by, last_paragraph = by, unit.paragraph
        elif last_by and all(token.kind is Kind.QUOTATION for token in unit.tokens):
            last_paragraph = unit.paragraph
