"""Quotes and claims of an article, each with its speaker where the text tells."""

from collections.abc import Iterator, Sequence

from builder.annotate.span import ArticleText, Label, Span
from builder.annotate.statements.attributions import Attribution, attributions
from builder.annotate.statements.quotations import find_quotations
from builder.annotate.statements.speakers import Speakers
from builder.annotate.statements.subjects import main_subject
from builder.annotate.statements.surroundings import says_nothing
from builder.annotate.statements.tokens import Kind, Unit, units
from builder.annotate.statements.transcripts import find_transcript
from builder.annotate.statements.unattributed import Passage, attribute_rest

_CURRENCY_SIGNS = frozenset("$£€¥₩₹₽")


def find_statements(article: ArticleText, names: Sequence[Span]) -> tuple[Span, ...]:
    """Return the quotes and claims of an article in order.

    ``names`` are the spans of people, organisations and places; speakers are named by their references.
    Linear in the length of the article.
    """
    quotations = find_quotations(article.text)
    speakers = Speakers(article.text)
    found: list[Span] = []
    passages: list[Passage] = []
    given: dict[int, str] = {}
    for unit in units(article, names, quotations):
        speakers.read(unit)
        by = ""
        said = attributions(unit)
        for number, attribution in enumerate(said):
            own = speakers.by(unit, attribution.speaker)
            if number == 0:
                speakers.attend(unit, attribution.speaker)
            found.extend(_spans(article.text, unit, attribution, own, given))
            by = own or by
        subject = main_subject(unit.tokens)
        if not said:
            speakers.attend(unit, subject)
        only_quoted = all(token.kind in (Kind.QUOTATION, Kind.MARK) for token in unit.tokens)
        passages.append(Passage(unit, by, speakers.by(unit, subject), only_quoted))
    found.extend(attribute_rest(article.text, passages, quotations, given, speakers))
    transcript = find_transcript(article, names)
    found = [span for span in found if not transcript.start <= span.start < transcript.end]
    found.extend(transcript.quotes)
    return tuple(sorted(found, key=lambda span: (span.start, -span.end)))


def _with_sign(text: str, start: int) -> int:
    """Return the offset of the currency sign before a figure, else the offset itself."""
    return start - 1 if start and text[start - 1] in _CURRENCY_SIGNS else start


def _spans(text: str, unit: Unit, attribution: Attribution, by: str, given: dict[int, str]) -> Iterator[Span]:
    """Yield the spans of one attribution: claims, and the quotations in them that no other has yet.

    ``given`` takes up the speaker of each quotation under the offset of its opening mark.
    """
    speaker = text[unit.tokens[attribution.speaker.first].start : unit.tokens[attribution.speaker.last].end]
    evidence = f"{speaker} … {attribution.verb}"
    values = tuple((key, value) for key, value in (("by", by), ("verb", attribution.verb)) if value)
    for first, last in attribution.content:
        tokens = unit.tokens[first : last + 1]
        for token in tokens:
            if token.quotation is not None and token.start not in given:
                given[token.start] = by
                yield Span(token.quotation.start, token.quotation.end, Label.QUOTE, values, attribution.rule, evidence)
        words = (token for token in tokens if token.kind in (Kind.WORD, Kind.NAME))
        quoted = any(token.kind is Kind.QUOTATION for token in (tokens[0], tokens[-1]))
        enough = quoted or attribution.plain
        if next(words, None) and (enough or next(words, None)) and not says_nothing(tokens):
            stance = (("stance", attribution.stance),)
            yield Span(
                _with_sign(text, tokens[0].start),
                tokens[-1].end,
                Label.CLAIM,
                values + stance,
                attribution.rule,
                evidence,
            )
