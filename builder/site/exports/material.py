"""What most exports read: the briefing as it is written, and how much of a text may be shown."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from builder.briefing.citation import Citation
from builder.briefing.model import Article, Briefing, Event, Passage, Statement
from builder.pages.catalogue import Catalogue, wordings
from builder.urls import Slug


@dataclass(frozen=True, slots=True)
class Material:
    """The input of an export."""

    found: Catalogue
    briefing: Briefing
    """As it is written."""
    rights: Mapping[Slug, str]
    """How much of each article's text may be shown."""
    headlines: Mapping[Slug, tuple[str, str]]
    """The title of each article and its publisher."""
    topic_titles: Mapping[Slug, str]
    all_quoted: bool
    """Whether there is no article whose words may not be published."""

    def may_quote(self, citation: Citation) -> bool:
        """Return whether words that were read from a passage may be published, by its article's ``rights``."""
        return self.rights[citation.article] != "none"

    def passages(self, article: Article) -> Sequence[tuple[Passage, str | None]]:
        """Return an article's passages with their words; ``None`` where they may not be published, by its ``rights``.

        An excerpt is what a statement or an event stands on.
        """
        if article.rights == "full":
            return [(passage, passage.text) for passage in article.passages]
        shown: Collection[int] = ()
        if article.rights == "excerpt":
            shown = self.found.cited_paragraphs(article.slug)
        return [(one, one.text if one.citation.paragraph in shown else None) for one in article.passages]

    def event_text(self, event: Event) -> str:
        """Return an event's wording, else another one that may be published, else nothing."""
        if not event.tellings:
            return event.text
        return self._wording(event.text, [(telling.text, telling.citation) for telling in event.tellings])

    def statement_text(self, statement: Statement) -> str:
        """Return a statement's wording, else another one that may be published, else nothing."""
        if self.all_quoted:
            return statement.text
        return self._wording(statement.text, list(wordings(statement)))

    def _wording(self, preferred: str, wordings: Sequence[tuple[str, Citation]]) -> str:
        shown = [text for text, citation in wordings if self.may_quote(citation)]
        return preferred if preferred in shown else next(iter(shown), "")


def gathered(found: Catalogue) -> Material:
    """Return what of a catalogue the exports read."""
    briefing = found.as_written
    titles = {topic.slug: topic.title for topic in briefing.topics}
    rights = dict(found.rights_of.items())
    return Material(found, briefing, rights, dict(found.headlines.items()), titles, "none" not in rights.values())
