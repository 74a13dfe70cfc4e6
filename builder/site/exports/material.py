"""What every export reads: the briefing, the site's pages, and how much of a text may be shown."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.briefing.citation import Citation
from builder.briefing.model import Article, Briefing, Event, Passage, Statement
from builder.pages.catalogue import wordings
from builder.pages.words import Words
from builder.urls import PagePath, Slug


@dataclass(frozen=True, slots=True)
class Material:
    """The input of an export."""

    briefing: Briefing
    pages: tuple[PagePath, ...]
    """The site's HTML pages, in order of their paths."""
    articles: Mapping[Slug, Article]
    topic_titles: Mapping[Slug, str]
    cited: frozenset[Citation]
    """The passages that a statement or an event stands on."""
    words: Words
    """Of the interface."""

    def may_quote(self, citation: Citation) -> bool:
        """Return whether words that were read from a passage may be published, by its article's ``rights``."""
        return self.articles[citation.article].rights != "none"

    def may_show(self, citation: Citation) -> bool:
        """Return whether a passage may be published as a whole, by its article's ``rights``."""
        rights = self.articles[citation.article].rights
        return rights == "full" or (rights == "excerpt" and citation in self.cited)

    def passage_text(self, passage: Passage) -> str | None:
        """Return a passage's words; ``None`` where they may not be published."""
        return passage.text if self.may_show(passage.citation) else None

    def event_text(self, event: Event) -> str:
        """Return an event's wording, else another one that may be published, else nothing."""
        if not event.tellings:
            return event.text
        return self._wording(event.text, [(telling.text, telling.citation) for telling in event.tellings])

    def statement_text(self, statement: Statement) -> str:
        """Return a statement's wording, else another one that may be published, else nothing."""
        return self._wording(statement.text, list(wordings(statement)))

    def _wording(self, preferred: str, wordings: Sequence[tuple[str, Citation]]) -> str:
        shown = [text for text, citation in wordings if self.may_quote(citation)]
        return preferred if preferred in shown else next(iter(shown), "")


Exporter = Callable[[Material], Iterator[tuple[PagePath, bytes]]]
"""One format: the files it consists of, each with its bytes."""


def material(briefing: Briefing, pages: Iterable[PagePath], words: Words) -> Material:
    """Gather what the exports read."""
    articles = {article.slug: article for article in briefing.articles}
    titles = {topic.slug: topic.title for topic in briefing.topics}
    return Material(briefing, tuple(sorted(pages)), articles, titles, frozenset(_cited(briefing)), words)


def _cited(briefing: Briefing) -> Iterator[Citation]:
    for statement in briefing.statements:
        yield from (citation for _, citation in wordings(statement))
    for event in briefing.events:
        yield from (telling.citation for telling in event.tellings)
