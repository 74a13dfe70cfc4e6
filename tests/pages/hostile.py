"""A briefing in which every text is an attack on the page it is shown on."""

from enum import Enum

from msgspec import Struct
from msgspec.structs import asdict, replace

from builder.briefing.model import Briefing
from builder.markdown.tokens import Body, parse_body
from tests.pages.sample import sample

ATTACK = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><b>&lt;{{ 7*7 }}{% raw %} [x](javascript:alert(3)) "
KEPT = frozenset(
    [
        *("slug", "publisher_slug", "id", "code", "date", "published", "as_of", "retrieved", "base_url", "language"),
        *("rights", "status", "kind", "article", "articles", "speaker", "topics", "topic", "events", "statements"),
        *("people", "organisations", "places", "related", "entities", "together", "stories", "aliases", "sha256"),
    ]
)
"""Fields that hold identifiers or values of a closed set: content files are checked for them."""


def hostile() -> Briefing:
    """Return the sample with an attack before every text that an input may choose freely."""
    poisoned = _poisoned(sample(), "")
    assert isinstance(poisoned, Briefing)
    return poisoned


def _poisoned(value: object, name: str) -> object:
    if isinstance(value, str) and not isinstance(value, Enum):
        return value if name in KEPT else ATTACK + value
    if isinstance(value, tuple):
        return tuple(_poisoned(one, name) for one in value)
    if isinstance(value, Body):
        return parse_body(f"{ATTACK}\n\n{value.source}")
    if isinstance(value, Struct):
        return replace(value, **{name: _poisoned(inner, name) for name, inner in asdict(value).items()})
    return value
