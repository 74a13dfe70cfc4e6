"""What sources tell differently, and what they tell in the same words, side by side."""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from builder.briefing.citation import Citation
from builder.briefing.comparison import OF_LIVES, Account, Conflict, SharedWording
from builder.briefing.model import Article, EntityKind
from builder.pages.anchors import conflict_anchor
from builder.pages.dates import date_view
from builder.pages.linker import Linker
from builder.pages.order import LONGEST
from builder.pages.phrases import outlet
from builder.pages.same_words import same_words
from builder.pages.source_parts import AccountView, ConflictView, SharedView
from builder.pages.values import Link, Segment
from builder.pages.views import excerpt, excerpts_by_source, passage_text, published, segments, told
from builder.pages.words import Words
from builder.urls import Slug

MOST_CITED: Final = 12
"""Further passages of one wording that are cited."""

_HEADINGS: Final = {
    "figure": "Different figures",
    "birth": "Different dates of birth",
    "death": "Different dates of death",
    "found": "Found dead on different days",
}


def conflict_views(linker: Linker, conflicts: Iterable[Conflict], most: int = LONGEST) -> tuple[ConflictView, ...]:
    """Return conflicting accounts for a list, in their order, no more than ``most`` of each conflict."""
    return tuple(_conflict(linker, conflict, most) for conflict in conflicts)


def _conflict(linker: Linker, conflict: Conflict, most: int) -> ConflictView:
    about = _entity(linker, Slug(conflict.subject)) if conflict.kind in OF_LIVES else Link(conflict.subject, "")
    denial = conflict.kind == "denial"
    accounts = tuple(_view(linker, conflict, account) for account in _differing(conflict.accounts, most))
    return ConflictView(
        conflict_anchor(conflict.id),
        linker.conflict(conflict.id),
        _denied_by(linker.words, accounts) if denial else linker.words.say(_HEADINGS[conflict.kind]),
        about,
        accounts,
        max(0, len(conflict.accounts) - most),
        tuple(linker.topic(slug) for slug in conflict.topics),
        conflict.voices,
    )


def _view(linker: Linker, conflict: Conflict, account: Account) -> AccountView:
    """Return what one source says; of a date, which one is meant by its words."""
    view = account_view(linker, account, denial=conflict.kind == "denial")
    if conflict.kind not in OF_LIVES:
        return view
    date = date_view(
        account.value, linker.words, worked_out="" if account.value[:4] in account.words else account.words
    )
    return replace(view, value=f"{date.text} {date.sign}".strip())


def _differing(accounts: Sequence[Account], most: int) -> list[Account]:
    """Return no more than ``most`` accounts, in their order: one of each value before a second of any."""
    firsts = {account.value: number for number, account in reversed(list(enumerate(accounts)))}
    numbers = sorted(range(len(accounts)), key=lambda number: firsts[accounts[number].value] != number)
    return [accounts[number] for number in sorted(numbers[:most])]


def _denied_by(words: Words, accounts: Sequence[AccountView]) -> str:
    """Return the heading of a denial, with the names of those who assert and deny where both are known."""
    some, others = (
        ", ".join(dict.fromkeys(one.speaker.text for one in accounts if one.value == value and one.speaker.text))
        for value in ("asserts", "denies")
    )
    if not some or not others:
        return words.say("Asserted and denied")
    return words.say("Asserted by {some}, denied by {others}", some=some, others=others)


def account_view(linker: Linker, account: Account, *, denial: bool = False) -> AccountView:
    """Return what one source says; of a denial, who asserts or denies it."""
    article = linker.catalogue.articles[account.citation.article]
    return AccountView(
        account.value if denial else account.words,
        _entity(linker, Slug(account.speaker)) if denial else Link("", ""),
        _marked(told(linker, account.citation, account.sentence), account.words),
        linker.cite(account.citation),
        outlet(article.publisher, article.agency, linker.words),
        published(article, linker.words),
    )


def _marked(sentence: str, words: str) -> tuple[Segment, ...]:
    start = sentence.find(words)
    return segments(sentence, [(start, start + len(words))] if start >= 0 else ())


def _entity(linker: Linker, slug: Slug) -> Link:
    """Return the link to an entity of any kind: people before organisations and places."""
    kinds = (kind for kind in EntityKind if (kind, slug) in linker.catalogue.names)
    return linker.entity(next(kinds, EntityKind.PERSON), slug)


def shared_views(linker: Linker, article: Article) -> tuple[SharedView, ...]:
    """Return what other articles have in the words of this one, each passage beside that of the first other."""
    return tuple(
        _shared(linker, own, shared)
        for shared in linker.catalogue.shared_in.get(article.slug, ())
        for own in shared.citations
        if own.article == article.slug
    )


def _shared(linker: Linker, own: Citation, shared: SharedWording) -> SharedView:
    first, *more = (citation for citation in shared.citations if citation.article != own.article)
    texts = [passage_text(linker.catalogue.passage(citation)) for citation in (own, first)]
    here, there = (segments(text, same_words(text, other)) for text, other in (texts, reversed(texts)))
    (other,) = excerpts_by_source(linker, [(first, there)])
    return SharedView(
        excerpt(linker, own, here),
        other,
        tuple(linker.cite(citation) for citation in more[:MOST_CITED]),
        max(0, len(more) - MOST_CITED),
        shared.voices,
    )
