"""What the rules of reported speech read: units of a line, with quotations and names as single tokens."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from builder.annotate import wordlists
from builder.annotate.span import ArticleText, Span
from builder.annotate.statements.quotations import Quotation

_PIECE = re.compile(
    r"\b[DRI]-(?:(?:[A-Z]\.)+|[A-Z][a-z]+\.?)"
    r"|(?:[^\W\d_]\.){2,}"
    r"|['’]s\b"
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W_]+(?:['’](?!s\b)[^\W_]+|[-&/][^\W_]+)*"
    r"|[,;:()\[\]—–]|--+| - "
)
_PARTY = re.compile(r"[DRI]-[A-Z]")
"""A member's party and state: "R-Ohio"."""
_ASIDES = frozenset("a an the who which whose from of in with on and for at".split())
"""Words that begin an aside."""
_LONGEST_UNIT = 200
"""Tokens. No sentence is longer; text without sentence ends is read in pieces, so that it costs no more."""
_LONGEST_ASIDE = 10
"""Tokens in brackets that say nothing of their own, the brackets included: a party, an age, an abbreviation."""
_TAG_VERBS = wordlists.of_language(wordlists.ENGLISH, "cues")["tags"]
_TAG = re.compile(rf"(?:the |an? |his |her )?(?:[A-Z][\w.’'-]* ){{1,5}}(?:{'|'.join(_TAG_VERBS)})\b")
"""A speaker and a verb that end a sentence which a quotation began: "Why?" Ada Brook asked."""


class Kind(StrEnum):
    """What a token is."""

    WORD = "word"
    MARK = "mark"
    NAME = "name"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, a name or a whole quotation."""

    text: str
    """As it stands; of a quotation, without its marks."""
    lower: str
    """In lower case; a dash of any length is ``—``, a name as it stands (WHO is not who), and a quotation is empty."""
    start: int
    end: int
    kind: Kind
    name: Span | None = None
    """The span of a name."""
    quotation: Quotation | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence in which quotations count as one word, however many sentences they hold."""

    paragraph: int
    """The number of its line in the text, counted from 0."""
    tokens: tuple[Token, ...]
    """Without what stands in brackets."""


def units(article: ArticleText, names: Sequence[Span], quotations: Sequence[Quotation]) -> tuple[Unit, ...]:
    """Return the units of an article in order."""
    atoms = _atoms(article.text, names, quotations)
    found: list[Unit] = []
    paragraph, line_end = 0, _line_end(article.text, 0)
    cursor = 0
    for start, end in _joined(article, quotations):
        while line_end < start:
            paragraph, line_end = paragraph + 1, _line_end(article.text, line_end + 1)
        while cursor < len(atoms) and atoms[cursor].end <= start:
            cursor += 1
        last = cursor
        while last < len(atoms) and atoms[last].start < end:
            last += 1
        tokens = tuple(_unbracketed(tuple(_tokens(article.text, start, end, atoms[cursor:last]))))
        pieces = range(0, len(tokens), _LONGEST_UNIT)
        found.extend(Unit(paragraph, tokens[first : first + _LONGEST_UNIT]) for first in pieces)
        cursor = last
    return tuple(found)


def _line_end(text: str, offset: int) -> int:
    """Return where the line that holds an offset ends."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _joined(article: ArticleText, quotations: Sequence[Quotation]) -> Iterator[tuple[int, int]]:
    """Yield the sentences of an article, as one where a quotation holds them together or a tag follows it."""
    number = 0
    begin: int | None = None
    next_starts = [*(start for start, _ in article.sentences[1:]), len(article.text)]
    for (start, end), next_start in zip(article.sentences, next_starts, strict=False):
        begin = start if begin is None else begin
        while number < len(quotations) and quotations[number].outer_end < end:
            number += 1
        if number < len(quotations) and quotations[number].outer_start < end:
            inside = quotations[number].outer_end > end
            asks = article.text[quotations[number].end - 1] in "?!"
            if inside or (asks and _TAG.match(article.text, next_start) and "\n" not in article.text[end:next_start]):
                continue
        yield begin, end
        begin = None


def _atoms(text: str, names: Sequence[Span], quotations: Sequence[Quotation]) -> list[Token]:
    """Return quotations and the names outside them as tokens, in order."""
    found = [
        Token(text[piece.start : piece.end], "", piece.outer_start, piece.outer_end, Kind.QUOTATION, quotation=piece)
        for piece in quotations
    ]
    for name in names:
        words = text[name.start : name.end]
        found.append(Token(words, words, name.start, name.end, Kind.NAME, name=name))
    found.sort(key=lambda token: (token.start, -token.end))
    kept: list[Token] = []
    for token in found:
        if not kept or token.start >= kept[-1].end:
            kept.append(token)
        elif token.kind is Kind.QUOTATION and kept[-1].kind is Kind.NAME:
            kept[-1] = token
    return kept


def _tokens(text: str, start: int, end: int, atoms: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens between two offsets."""
    for atom in atoms:
        yield from _pieces(text, start, atom.start)
        yield atom
        start = atom.end
    yield from _pieces(text, start, end)


def _pieces(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the words and marks of a stretch without names and quotations."""
    for match in _PIECE.finditer(text, start, end):
        words = match[0]
        if words[0].isalnum():
            yield Token(words, words.lower().replace("’", "'"), match.start(), match.end(), Kind.WORD)
        elif words in "'s’s":
            yield Token(words, "'s", match.start(), match.end(), Kind.MARK)
        else:
            lower = "—" if words[0] in "—–- " else words
            yield Token(words, lower, match.start(), match.end(), Kind.MARK)


def _opens_aside(token: Token) -> bool:
    """Say whether what stands behind a comma is an aside, not the verb of what stands before it."""
    return (
        token.kind is not Kind.WORD or token.lower in _ASIDES or token.lower.endswith("ing") or token.text[0].isupper()
    )


def _unbracketed(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens that stand outside short brackets, and no members' parties and states."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.lower == "," and index + 1 < len(tokens) and _PARTY.match(tokens[index + 1].text):
            index += 2 if index + 3 < len(tokens) and _opens_aside(tokens[index + 3]) else 3
            continue
        if token.lower in ("(", "["):
            limit = min(len(tokens), index + _LONGEST_ASIDE)
            closing = next((n for n in range(index, limit) if tokens[n].lower in (")", "]")), None)
            if closing and all(inner.kind is not Kind.QUOTATION for inner in tokens[index:closing]):
                index = closing + 1
                continue
        yield token
        index += 1
