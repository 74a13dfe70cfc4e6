"""A small briefing with everything in it that an export may stumble over: two reports on a storm."""

from hashlib import sha256

from msgspec.structs import replace

from builder.briefing.citation import Citation
from builder.briefing.model import (
    Article,
    Briefing,
    Entity,
    EntityKind,
    Event,
    Figure,
    LeftOut,
    Mention,
    SourceKind,
    Telling,
)
from builder.markdown.tokens import parse_body
from builder.urls import PagePath, Slug
from tests.making import article, source, statement, topic

SEED = """MENU | HOME

The harbour  master,
Ada Lund, said on Monday: “No ship was lost.”

Nothing else is known.
Nothing else is known.
"""
FIRST = """\
The harbour master, [Ada Lund]{.person}, said on [Monday]{.date value="2024-02-05"}: \
“[No ship was lost.]{.quote by=ada-lund verb=said}”

[Nothing]{.quantity value=0} else is known.
"""
SECOND = "“[No vessel was lost]{.quote by=ada-lund},” she told the agency.\n"
ADA, HARBOUR, STORM = Slug("ada-lund"), Slug("harbour"), Slug("storm")
ONE, TWO = Slug("no-ship-was-lost"), Slug("a-second-view")


def _first_article() -> Article:
    one = article(
        ONE, "S1", "No ship was lost, says <harbour> & co", FIRST, published="2024-02-05", about=(HARBOUR, "")
    )
    return replace(
        one,
        published_from="given",
        publisher="Coast Daily",
        publisher_slug=Slug("coast-daily"),
        authors=("Bo Ek",),
        url="https://coast.example/a?b=1&c=2",
        aliases=("old/address.html",),
        seed="001.txt",
        sha256=sha256(SEED.encode()).hexdigest(),
        left_out=(LeftOut("1", "navigation"),),
    )


def _second_article() -> Article:
    two = article(TWO, "S2", "A second view", SECOND, published="2024-02", agency="NTB", about=(HARBOUR, ""))
    two = replace(two, publisher="unknown", publisher_slug=Slug("unknown"))
    return replace(two, topics=(), seed="", sha256="", left_out=())


def _event(number: int, date: str, text: str, *citations: Citation, status: str = "past") -> Event:
    tellings = tuple(Telling(citation, text, "", "Coast Daily", "unknown") for citation in citations)
    return Event(
        f"e{number}", date, text, 0.5, status, False, (ADA,), (), (), (HARBOUR,), tellings, len(citations), "machine"
    )


def storm() -> Briefing:
    """Return the briefing."""
    one, two = _first_article(), _second_article()
    here, there = one.passages[0].citation, two.passages[0].citation
    said = statement("q1", "Ada Lund", "No ship was lost.", here, there, published="2024-02-05", stance="denies")
    said = replace(said, variants=(("No vessel was lost", there),), topics=(HARBOUR,))
    events = (
        _event(1, "1850", "The first pier was built.", here),
        _event(2, "2024-02-03/2024-02-05", "A storm; it blew, hard, for three days \\ nights – " + "ø" * 90, here),
        _event(3, "2024-02-05", "=SUM(A1) was the <b>code</b> & nothing else.", here, there),
        _event(4, "2024-02-07~", "The pier opens again.", there, status="planned"),
        _event(5, "2024-06", "In June a report is due.", here, status="planned"),
        _event(6, "[2024-07-01,2024-07-02]", "A hearing was held.", here),
        _event(7, "../2024-08-01", "Repairs went on.", here),
        _event(8, "9999-12-31", "The lease ends.", here),
        _event(9, "unknown", "A lamp was stolen.", here),
    )
    harbour = replace(
        topic("harbour", "The harbour, and its piers", "What happened at sea.", "An *overview*.", here),
        aliases=("topics/port.html",),
        statements=("q1",),
        events=("e3",),
        entities=((EntityKind.PERSON, ADA, 1),),
        figures=(Figure(here, "three days", "3", "days", "It blew for three days."),),
        related=((STORM, 1),),
    )
    ada = Entity(
        kind=EntityKind.PERSON,
        slug=ADA,
        name="Ada Lund",
        aliases=("Lund",),
        role="harbour master",
        roles=(("harbour master", here),),
        same_as=(),
        body=None,
        mentions=(Mention(here, 21, 29, "harbour master"),),
        articles=(ONE,),
        together=((EntityKind.PLACE, Slug("oslo"), 2),),
    )
    return Briefing(
        title="The storm\x01 at the harbour",
        subtitle="What is known",
        base_url="",
        language="en",
        timezone="UTC",
        as_of="2024-03-01",
        authors=("Cai Dahl",),
        introduction=parse_body("What happened at sea?"),
        articles=(one, two),
        entities=(ada,),
        statements=(said,),
        events=events,
        topics=(harbour,),
        sources=(source("Coast Daily", one), source("NTB", two, kind=SourceKind.AGENCY)),
        voices=2,
        stories=((ONE, TWO),),
        generator="briefing-builder 0.1.0",
    )


PAGES = tuple(
    map(
        PagePath,
        ["index.html", f"articles/{ONE}.html", "chronology.html", "404.html", "old/address.html", "people/ådal.html"],
    )
)
