"""What changed since the last published edition: articles, and the events, statements and figures they brought."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from builder.briefing.comparison import Account, Counted, Edition
from builder.briefing.days import single_day
from builder.briefing.model import Article, Event, Statement
from builder.content.editions import RecordedEdition
from builder.urls import Slug, former_path


def with_this_edition(
    recorded: Sequence[RecordedEdition], articles: Sequence[Article], as_of: str
) -> tuple[RecordedEdition, ...]:
    """Return the recorded editions, and one more where the articles are no longer those of the last.

    A renamed article that keeps its former address is the one it was. No clock is asked: an edition has the briefing's
    ``as_of``, else the day of its newest article.
    """
    known: dict[str, None] = {}
    for edition in _by_present_names(recorded, articles):
        known.update(dict.fromkeys(edition.articles))
        for slug in edition.removed:
            known.pop(slug, None)
    present = {article.slug for article in articles}
    new = tuple(article.slug for article in articles if article.slug not in known)
    removed = tuple(slug for slug in known if slug not in present)
    if not new and not removed:
        return tuple(recorded)
    days = [day for article in articles if (day := single_day(article.published))]
    newest = max(days).isoformat() if days else ""
    return (*recorded, RecordedEdition(as_of=as_of or newest, articles=new, removed=removed))


def _by_present_names(recorded: Sequence[RecordedEdition], articles: Sequence[Article]) -> tuple[RecordedEdition, ...]:
    """Return the editions with renamed articles under the names they have now; one that only renamed falls out."""
    now: dict[str, Slug] = {former: article.slug for article in articles for former in _former_slugs(article)}
    for article in articles:
        now.pop(article.slug, None)
    if not now:
        return tuple(recorded)
    renamed = frozenset(now.values())
    editions: list[RecordedEdition] = []
    known: set[str] = set()
    for edition in recorded:
        named = dict.fromkeys(now.get(slug, slug) for slug in edition.articles)
        brought = tuple(slug for slug in named if slug not in known or slug not in renamed)
        removed = tuple(slug for slug in edition.removed if slug not in now)
        known.update(brought)
        if brought or removed:
            editions.append(RecordedEdition(as_of=edition.as_of, articles=brought, removed=removed))
    return tuple(editions)


def _former_slugs(article: Article) -> Iterator[str]:
    for path in filter(None, map(former_path, article.aliases)):
        folder, _, name = path.removesuffix(".html").partition("/")
        if folder == "articles":
            yield name


def assemble_editions(
    recorded: Sequence[RecordedEdition],
    articles: Sequence[Article],
    statements: Sequence[Statement],
    events: Sequence[Event],
    differing: Sequence[tuple[Counted, Counted]],
) -> tuple[Edition, ...]:
    """Return the editions, the newest first, each with what its articles brought that none before it told.

    ``differing`` are the figures of which sources tell different ones.
    """
    editions = _by_present_names(recorded, articles)
    number: dict[Slug, int] = {}
    for at, edition in enumerate(editions):
        number.update({Slug(slug): at for slug in edition.articles})
    told = {event.id: min(number[telling.citation.article] for telling in event.tellings) for event in events}
    said = {one.id: min(number[citation.article] for citation in one.citations) for one in statements}
    figures = _changed_figures(differing, number)
    return tuple(
        Edition(
            as_of=edition.as_of,
            articles=tuple(article.slug for article in articles if number[article.slug] == at),
            removed=tuple(Slug(slug) for slug in edition.removed),
            events=_of(told, at),
            statements=_of(said, at),
            figures=tuple(figures.get(at, ())),
        )
        for at, edition in reversed(list(enumerate(editions)))
    )


def _of(first: Mapping[str, int], at: int) -> tuple[str, ...]:
    return tuple(identifier for identifier, edition in first.items() if edition == at)


def _changed_figures(
    differing: Sequence[tuple[Counted, Counted]], number: Mapping[Slug, int]
) -> Mapping[int, list[tuple[Account, Account]]]:
    """Return for each edition the figures that an earlier one had otherwise, each with the latest of these."""
    latest: dict[tuple[int, Counted], Account] = {}
    for one, other in differing:
        was, now = sorted((one, other), key=lambda figure: number[figure.account.citation.article])
        edition = number[now.account.citation.article]
        if number[was.account.citation.article] < edition:
            latest[edition, now] = was.account
    changed: dict[int, list[tuple[Account, Account]]] = defaultdict(list)
    for (edition, figure), earlier in latest.items():
        changed[edition].append((earlier, figure.account))
    return changed
