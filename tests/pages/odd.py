"""A briefing of extremes that are no attack: long titles, right-to-left names, a crowd, all eras, text held back."""

from typing import Any

from msgspec.structs import replace

from builder.briefing.model import Briefing
from builder.markdown.tokens import parse_body
from builder.urls import slugify
from tests.making import article
from tests.pages.sample import sample

ERAS = ("0009", "1204", "16XX", "1850~", "189X", "9999-12-31")
NOTED = "As told.[^1]\n\n[^1]: By two papers.\n"


def odd() -> Briefing:
    """Return a briefing with titles of 300 characters, right-to-left names, events of all eras and an empty topic."""
    briefing = sample()
    first, second = briefing.articles
    entities = tuple(replace(entity, name="عادة بون " * 5, role="") for entity in briefing.entities)
    crowd = ", ".join(f"[Person Number{number}]{{.person}}" for number in range(500))
    table = f"| a | b |\n|---|---|\n| {'c' * 90} | d |\n"
    third = article("crowd", "S3", "A" * 300, f"{crowd}\n\n{table}\n{NOTED}", published="19XX")
    topics = tuple(replace(topic, body=parse_body(NOTED)) for topic in briefing.topics)
    lists = ("passages", "articles", "statements", "events", "entities", "figures", "related")
    nothing: dict[str, Any] = dict.fromkeys(lists, ())
    empty = replace(topics[0], slug=slugify("zeppelins"), title="Z" * 300, body=None, aliases=(), **nothing)
    events = [replace(briefing.events[0], id=f"era-{date[:4].lower()}", date=date) for date in ERAS]
    first = replace(first, title="Long " * 60, language="ar", rights="excerpt")
    articles = (first, replace(second, title="", rights="none"), third)
    return replace(
        briefing,
        title="W" * 300,
        language="he",
        articles=articles,
        entities=entities,
        introduction=parse_body(NOTED),
        topics=(*topics, empty),
        events=(*briefing.events, *events),
    )
