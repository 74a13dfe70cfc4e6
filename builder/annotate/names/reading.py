"""One article's names with what each of them is: the editors' names first, then what the rules find."""

from builder.annotate.names.aliases import Given, given_mentions
from builder.annotate.names.entities import Identity, identify
from builder.annotate.names.mentions import Mention, Sure, mentions
from builder.annotate.span import ArticleText


def read_names(article: ArticleText, given: Given, sure: Sure) -> tuple[tuple[Mention, Identity], ...]:
    """Return the names of an article in order, none overlapping another, each with what it names by this article alone.

    ``given`` has the names of editors' files, ``sure`` what other articles agree on.
    """
    found = _merged(given_mentions(article.text, given), mentions(article, sure))
    return tuple(zip(found, identify(article.text, found), strict=True))


def _merged(given: tuple[Mention, ...], found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return both in order; where they overlap the editors' name stays, unless a longer name holds it."""
    ranked = [
        (mention.start, -mention.end, rank, mention) for rank, part in enumerate((given, found)) for mention in part
    ]
    kept: list[Mention] = []
    for *_, mention in sorted(ranked, key=lambda entry: entry[:3]):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)
