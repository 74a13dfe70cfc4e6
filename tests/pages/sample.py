"""A small briefing made by hand: two agencies' reports on a bridge, with everything a page can show."""

from typing import Any

from msgspec.structs import replace

from builder.annotate.span import Label
from builder.briefing.citation import Citation
from builder.briefing.comparison import Account, Conflict, Edition, SharedWording
from builder.briefing.model import (
    Article,
    Briefing,
    Entity,
    EntityKind,
    Event,
    Figure,
    SourceKind,
    Statement,
    Telling,
    Topic,
)
from builder.markdown.tokens import parse_body
from builder.urls import slugify
from tests.making import article, entity, source, statement, topic

BRIDGE = """\
## The opening

[Mayor [Ada Boone]{.person} opened the [Harbour Bridge]{.place} on \
[Saturday]{.date value="2023-09-16" from=published}.]{.event}

“[It will carry trams]{.quote by=ada-boone verb=said},” [Boone]{.person ref=ada-boone} told \
[[Bank of [Port Vale]{.place}]{.org}]{.claim by=ada-boone stance=asserts} staff. \
It cost [40 million]{.quantity value=40000000 unit=crowns}.

- Trams run from [May 2024]{.date value="2024-05"}.
- Buses stay.
"""
DELAY = """\
[The [Harbour Bridge]{.place} opened in [September]{.date value="2023-09" from=published}.]{.event} \
[Trams will not run before [2026]{.date value="2026"}]{.claim by="a city engineer" stance=doubts}, a city engineer said.

[Trams start in [2026]{.date value=2026}.]{.event}
"""

UNCOMPARED: dict[str, Any] = {"shared": (), "conflicts": (), "editions": ()}
"""What a briefing has none of where articles, events or statements of the sample are left out of it."""


def sample() -> Briefing:
    """Return the briefing."""
    bridge = article("bridge-opens", "S1", "Harbour bridge opens", BRIDGE, published="2023-09-16", agency="NPA")
    bridge = replace(bridge, published_from="weekday in text", url="https://example.org/bridge", authors=("Jo Pike",))
    delay = article("trams-late", "S2", "Trams may come late", DELAY, published="unknown")
    delay = replace(delay, publisher="unknown", publisher_slug=slugify("unknown"), left_out=(), aliases=("old/trams",))
    return Briefing(
        title="The Harbour Bridge",
        subtitle="Two reports on a bridge and its trams",
        base_url="https://example.org/bridge/",
        language="en",
        timezone="UTC",
        as_of="2024-01-31",
        authors=("The editors",),
        introduction=parse_body(
            "A bridge was built. See [trams](topics/trams.md) and [a site](https://example.org/).\n"
        ),
        articles=(bridge, delay),
        entities=_entities(bridge, delay),
        statements=_statements(),
        events=_events(),
        topics=(_trams(),),
        sources=(
            source("The Herald", bridge),
            source("unknown", delay),
            source("NPA", bridge, kind=SourceKind.AGENCY),
            source("Jo Pike", bridge, kind=SourceKind.AUTHOR),
        ),
        voices=2,
        stories=((bridge.slug, delay.slug),),
        generator="briefing-builder test",
        shared=(SharedWording((bridge.passages[1].citation, delay.passages[0].citation), 2),),
        conflicts=_conflicts(bridge, delay),
        editions=_editions(bridge, delay),
    )


def _entities(bridge: Article, delay: Article) -> tuple[Entity, ...]:
    person = entity(EntityKind.PERSON, "Ada Boone", Label.PERSON, bridge, role="Mayor")
    bank = entity(EntityKind.ORGANISATION, "Bank of Port Vale", Label.ORG, bridge)
    place = entity(EntityKind.PLACE, "Harbour Bridge", Label.PLACE, bridge, delay)
    town = entity(EntityKind.PLACE, "Port Vale", Label.PLACE, bridge)
    together = ((EntityKind.PLACE, place.slug, 1), (EntityKind.ORGANISATION, bank.slug, 1))
    links = ("https://example.org/boone", "javascript:alert(1)")
    return replace(person, together=together, aliases=("Boone",), same_as=links), bank, place, town


def _statements() -> tuple[Statement, ...]:
    first, other = Citation(slugify("bridge-opens"), "S1", 3), Citation(slugify("trams-late"), "S2", 1)
    said = statement("bridge-opens-3-1", "Ada Boone", "It will carry trams", first, other, published="2023-09-16")
    said = replace(said, variants=(("Trams will cross it", other),), topics=(slugify("trams"),))
    doubted = replace(
        said,
        id="trams-late-1-0",
        kind="claim",
        text="Trams will not run before 2026",
        speaker=None,
        speaker_kind=None,
        speaker_words="a city engineer",
        stance="doubts",
        citations=(other,),
        variants=(),
        published="unknown",
        voices=1,
        review="disputed",
    )
    nobody = replace(doubted, id="trams-late-1-40", speaker_words="", text="Trams run", stance="unknown", verb="")
    return said, doubted, nobody


def _events() -> tuple[Event, ...]:
    first, other = Citation(slugify("bridge-opens"), "S1", 2), Citation(slugify("trams-late"), "S2", 1)
    opened = Event(
        id="bridge-opens-2-0",
        date="2023-09-16",
        text="Mayor Ada Boone opened the Harbour Bridge on Saturday.",
        weight=0.9,
        status="past",
        background=False,
        people=(slugify("Ada Boone"),),
        organisations=(),
        places=(slugify("Harbour Bridge"),),
        topics=(),
        tellings=(
            Telling(other, "The Harbour Bridge opened in September.", "September", "unknown", "unknown"),
            Telling(first, "Mayor Ada Boone opened the Harbour Bridge on Saturday.", "Saturday", "The Herald", "NPA"),
        ),
        voices=2,
        review="machine",
    )
    third = Citation(slugify("trams-late"), "S2", 2)
    trams = replace(
        opened,
        id="trams-late-2-0",
        date="2026",
        text="Trams start in 2026.",
        weight=0.4,
        status="planned",
        people=(),
        topics=(slugify("trams"),),
        tellings=(Telling(third, "Trams start in 2026.", "2026", "unknown", "unknown"),),
        voices=1,
    )
    fair = replace(_retold(trams, "A fair was held."), id="fair", date="XXXX-09-10", background=True)
    undated = replace(_retold(trams, "Somebody slept."), id="undated", date="unknown", weight=0.0)
    return opened, trams, fair, undated


def _retold(event: Event, text: str) -> Event:
    """Return a past event told once by other words, without any of a date."""
    return replace(event, text=text, status="past", tellings=(replace(event.tellings[0], text=text, date_words=""),))


def _conflicts(bridge: Article, delay: Article) -> tuple[Conflict, ...]:
    """Return the cost of the bridge told in two ways, a denial, and a mayor with two years of birth."""
    third, first = bridge.passages[2].citation, delay.passages[0].citation
    cost = (
        Account(third, "40000000", "40 million", "It cost 40 million.", ""),
        Account(first, "45000000", "45 million", "The 45 million spent are gone.", ""),
    )
    denied = (
        Account(third, "asserts", "trams come", "Trams come, Boone said.", slugify("Ada Boone")),
        Account(first, "denies", "trams come", "The bank denied that trams come.", slugify("Bank of Port Vale")),
    )
    born = (
        Account(third, "1961", "1961", "Ada Boone, born 1961, spoke.", ""),
        Account(first, "1963", "two years later", "Ada Boone was born two years later.", ""),
    )
    trams = (slugify("trams"),)
    return (
        Conflict("cost", "figure", "crowns", cost, trams, 2),
        Conflict("denied", "denial", "", denied, trams, 2),
        Conflict("born", "birth", slugify("Ada Boone"), born, (), 1),
    )


def _editions(bridge: Article, delay: Article) -> tuple[Edition, ...]:
    """Return a second edition with a new article and a changed figure, and the first."""
    cost = _conflicts(bridge, delay)[0].accounts
    second = Edition(
        as_of="2024-01-31",
        articles=(delay.slug,),
        removed=(slugify("withdrawn"),),
        events=("trams-late-2-0", "undated"),
        statements=("trams-late-1-0",),
        figures=((cost[0], cost[1]),),
    )
    first = Edition("2023-09-30", (bridge.slug,), (), ("bridge-opens-2-0",), ("bridge-opens-3-1",), ())
    return second, first


def _trams() -> Topic:
    third = Citation(slugify("bridge-opens"), "S1", 3)
    cited = (third, Citation(third.article, "S1", 4), Citation(slugify("trams-late"), "S2", 1))
    overview = "The sources disagree; see [Ada Boone](../people/ada-boone.md).\n"
    return replace(
        topic("trams", "Trams", "When trams will cross the bridge", overview, *cited),
        statements=("bridge-opens-3-1", "trams-late-1-0"),
        events=("trams-late-2-0",),
        entities=((EntityKind.PERSON, slugify("Ada Boone"), 1), (EntityKind.PLACE, slugify("Port Vale"), 1)),
        figures=(Figure(third, "40 million", "40000000", "crowns", "It cost 40 million."),),
    )


def nothing() -> Briefing:
    """Return a briefing without a single article."""
    return Briefing(
        title="Briefing",
        subtitle="",
        base_url="",
        language="en",
        timezone="UTC",
        as_of="",
        authors=(),
        introduction=parse_body(""),
        articles=(),
        entities=(),
        statements=(),
        events=(),
        topics=(),
        sources=(),
        voices=0,
        stories=(),
        generator="briefing-builder test",
    )
