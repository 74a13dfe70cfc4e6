"""The notes in the margin of an article: events, statements, values worked out, what the editor says of marks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from builder.annotate.span import Label
from builder.briefing.model import Article, Passage
from builder.grouping import grouped
from builder.pages.catalogue import wordings
from builder.pages.dates import in_words
from builder.pages.linker import Linker
from builder.pages.parts import MarginNote
from builder.pages.phrases import worked_out_from
from builder.pages.statement_views import speaker
from builder.pages.values import STANCES
from builder.pages.views import when
from builder.pages.words import Words

LONGEST_WORDS = 80
"""Characters of the text that a note repeats."""


def margin_notes(linker: Linker, article: Article) -> Mapping[int, list[MarginNote]]:
    """Return the notes of each paragraph, by its number; those without a note are left out."""
    notes = defaultdict(list, uses(linker, article))
    for passage in article.passages if article.rights == "full" else ():
        notes[passage.citation.paragraph] += (*_dates(passage, linker.words), *_reviewed(passage, linker.words))
    return notes


def uses(linker: Linker, article: Article) -> Mapping[int, list[MarginNote]]:
    """Return the events and statements that rest on each paragraph, by its number: the way back from a citation."""
    notes: dict[int, list[MarginNote]] = defaultdict(list)
    for number, note in (*_events(linker, article), *_statements(linker, article)):
        notes[number].append(note)
    return notes


def folded(notes: Iterable[MarginNote]) -> tuple[MarginNote, ...]:
    """Return notes with those of the same words folded into the first of them, which tells how many they are."""
    groups = grouped(notes, lambda note: (note.kind, note.text, note.review))
    return tuple(
        first if not others else replace(first, text=f"{first.text} ({len(others) + 1})")
        for first, *others in groups.values()
    )


def _events(linker: Linker, article: Article) -> Iterator[tuple[int, MarginNote]]:
    for event in linker.catalogue.events_in.get(article.slug, ()):
        more = f", {_told_by(event.voices, linker.words)}" if event.voices > 1 else ""
        note = MarginNote("event", when(event, linker.words) + more, linker.event(event.id))
        told = (telling.citation for telling in event.tellings)
        for number in dict.fromkeys(citation.paragraph for citation in told if citation.article == article.slug):
            yield number, note


def _told_by(voices: int, words: Words) -> str:
    return words.say("told by {sources}", sources=words.count(voices, "independent source"))


def _statements(linker: Linker, article: Article) -> Iterator[tuple[int, MarginNote]]:
    for statement in linker.catalogue.statements_in.get(article.slug, ()):
        stance = (
            ""
            if statement.stance in ("unknown", "asserts")
            else f", {linker.words.say(STANCES.get(statement.stance, statement.stance))}"
        )
        words = speaker(linker, statement).text + stance
        note = MarginNote(statement.kind, words, linker.statement(statement.id))
        told = (citation for _, citation in wordings(statement))
        for number in dict.fromkeys(citation.paragraph for citation in told if citation.article == article.slug):
            yield number, note


def _dates(passage: Passage, words: Words) -> Iterator[MarginNote]:
    for span in passage.spans:
        source = span.value("from")
        if span.label is Label.DATE and source:
            found = f"{in_words(span.value('value'), words)}, {worked_out_from(source, words)}"
            told = f"{words.quoted(passage.text[span.start : span.end])} ≈ {found}"
            yield MarginNote("date", told, "")


def _reviewed(passage: Passage, words: Words) -> Iterator[MarginNote]:
    for span in passage.spans:
        state = span.value("review")
        if state:
            yield MarginNote(str(span.label), words.quoted(_shortened(passage.text[span.start : span.end])), "", state)


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST_WORDS else words[: LONGEST_WORDS - 1].rsplit(" ", 1)[0] + "…"
