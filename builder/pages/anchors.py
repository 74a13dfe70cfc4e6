"""The identifiers that things have on the pages that tell all of them, and in the dossier."""


def event_anchor(identifier: str) -> str:
    """Return the ``id`` of an event's entry and of its words in an article."""
    return f"event-{identifier}"


def statement_anchor(identifier: str) -> str:
    """Return the ``id`` of a statement's entry and of its words in an article."""
    return f"statement-{identifier}"


def conflict_anchor(identifier: str) -> str:
    """Return the ``id`` of an entry of conflicting accounts."""
    return f"conflict-{identifier}"


def article_anchor(code: str) -> str:
    """Return the ``id`` of an article in the dossier."""
    return code.lower()
