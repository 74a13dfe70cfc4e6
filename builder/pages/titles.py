"""What stands for a title where there is none."""

from typing import Final

from msgspec.structs import replace

from builder.briefing.model import Article, Briefing
from builder.pages.svg import shortened
from builder.pages.words import Words

LONGEST_OPENING: Final = 70
"""Characters of an article's first words where they stand for its title."""


def with_titles(briefing: Briefing, words: Words) -> Briefing:
    """Return a briefing in which all that has no title is called untitled, or by its first words or its slug."""
    articles = (titled(one, words) for one in briefing.articles)
    topics = (one if one.title.strip() else replace(one, title=words.say("Untitled topic")) for one in briefing.topics)
    entities = (one if one.name.strip() else replace(one, name=one.slug) for one in briefing.entities)
    title = briefing.title.strip() or words.say("Untitled briefing")
    return replace(briefing, title=title, articles=tuple(articles), topics=tuple(topics), entities=tuple(entities))


def titled(article: Article, words: Words) -> Article:
    """Return an article with something that stands for its title where it has none."""
    return replace(article, title=_title(article, words)) if _untitled(article) else article


def _untitled(article: Article) -> bool:
    """Whether an article's source has no title; the name of its file stands for it then."""
    return not article.title.strip() or article.title == article.seed.rpartition("/")[2]


def _title(article: Article, words: Words) -> str:
    """Return what stands for a missing title: the article's first words, in brackets since they are no title."""
    opening = next((passage.text.strip() for passage in article.passages if passage.text.strip()), "")
    if not opening or article.rights == "none":
        return article.title.strip() or words.say("Untitled article")
    return f"[{shortened(opening, LONGEST_OPENING)}]"
