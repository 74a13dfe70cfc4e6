"""``data/statements.csv``: who says what."""

from collections.abc import Sequence

from builder.briefing.model import Statement
from builder.pages.catalogue import Catalogue
from builder.site.exports.chronology import joined
from builder.site.exports.encoding import csv_bytes
from builder.site.exports.material import Material, gathered
from builder.urls import PagePath

PATH = PagePath("data/statements.csv")

COLUMNS = (
    "id",
    "kind",
    "text",
    "speaker",
    "speaker_words",
    "verb",
    "stance",
    "published",
    "topics",
    "sources",
    "publishers",
    "voices",
    "review",
)
"""The columns of the table; several values of a cell are parted by a semicolon and a space."""


def statements_csv(found: Catalogue) -> bytes:
    """Return the statements as a table; ``speaker`` is the entity's slug, a source reads ``<article> ¶<paragraph>``."""
    material = gathered(found)
    return csv_bytes(COLUMNS, (_cells(statement, material) for statement in material.briefing.statements))


def _cells(statement: Statement, material: Material) -> Sequence[str]:
    publishers = [material.headlines[citation.article][1] for citation in statement.citations]
    return (
        statement.id,
        statement.kind,
        material.statement_text(statement),
        statement.speaker or "",
        statement.speaker_words,
        statement.verb,
        statement.stance,
        statement.published,
        joined(statement.topics),
        joined([f"{citation.article} ¶{citation.paragraph}" for citation in statement.citations]),
        joined(publishers),
        str(statement.voices),
        statement.review,
    )
