"""A small briefing with everything in it that an export may stumble over."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

import pytest

from builder.annotate.span import Label, Span
from builder.briefing.model import (
    Article,
    Briefing,
    Citation,
    Entity,
    EntityKind,
    Event,
    Figure,
    LeftOut,
    Mention,
    Passage,
    Source,
    Statement,
    Telling,
    Topic,
)
from builder.ingest.document import BlockKind
from builder.markdown.tokens import parse_body
from builder.site.exports.all import exports
from builder.urls import PagePath, Slug

SEED = """MENU | HOME

The harbour  master,
Ada Lund, said on Monday: “No ship was lost.”

Nothing else is known.
Nothing else is known.
"""
FIRST = "The harbour master, Ada Lund, said on Monday: “No ship was lost.”"
TWICE = "Nothing else is known."
ADA, HARBOUR, STORM = Slug("ada-lund"), Slug("harbour"), Slug("storm")
ONE, TWO = Slug("no-ship-was-lost"), Slug("a-second-view")


def at(text: str, words: str, label: Label, **values: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), label, tuple(values.items()))


def passage(article: Slug, code: str, number: int, text: str, *spans: Span) -> Passage:
    return Passage(Citation(article, code, number), BlockKind.PARAGRAPH, text, 0, spans, (HARBOUR,), False)


def first_article() -> Article:
    spans = (
        at(FIRST, "Ada Lund", Label.PERSON),
        at(FIRST, "Monday", Label.DATE, value="2024-02-05"),
        at(FIRST, "No ship was lost.", Label.QUOTE, by=ADA, verb="said"),
    )
    passages = (
        passage(ONE, "S1", 1, FIRST, *spans),
        passage(ONE, "S1", 2, TWICE, Span(0, 7, Label.QUANTITY, (("value", "0"),))),
    )
    return Article(
        slug=ONE,
        code="S1",
        title="No ship was lost, says <harbour> & co",
        published="2024-02-05",
        published_from="given",
        publisher="Coast Daily",
        publisher_slug=Slug("coast-daily"),
        agency="unknown",
        authors=("Bo Ek",),
        url="https://coast.example/a?b=1&c=2",
        retrieved=None,
        language="en",
        review="machine",
        rights="full",
        aliases=("old/address.html",),
        topics=(HARBOUR,),
        seed="001.txt",
        sha256=sha256(SEED.encode()).hexdigest(),
        left_out=(LeftOut("1", "navigation"),),
        body=parse_body(FIRST),
        passages=passages,
        voice=1,
    )


def second_article() -> Article:
    text = "“No vessel was lost,” she told the agency."
    return replace(
        first_article(),
        slug=TWO,
        code="S2",
        title="A second view",
        published="2024-02",
        publisher="unknown",
        publisher_slug=Slug("unknown"),
        agency="NTB",
        authors=(),
        url=None,
        aliases=(),
        topics=(),
        seed="",
        sha256="",
        left_out=(),
        passages=(passage(TWO, "S2", 1, text, at(text, "No vessel was lost", Label.QUOTE, by=ADA)),),
        voice=2,
    )


def event(number: int, date: str, text: str, *citations: Citation, status: str = "past") -> Event:
    tellings = tuple(Telling(citation, text, "", "Coast Daily", "unknown") for citation in citations)
    return Event(
        f"e{number}", date, text, 0.5, status, False, (ADA,), (), (), (HARBOUR,), tellings, len(citations), "machine"
    )


def whole_briefing() -> Briefing:
    one, two = first_article(), second_article()
    here, there = one.passages[0].citation, two.passages[0].citation
    statement = Statement(
        id="q1",
        kind="quote",
        text="No ship was lost.",
        speaker=ADA,
        speaker_kind=EntityKind.PERSON,
        speaker_words="Ada Lund",
        verb="said",
        stance="denies",
        citations=(here, there),
        variants=(("No vessel was lost", there),),
        published="2024-02-05",
        topics=(HARBOUR,),
        voices=2,
        review="machine",
    )
    events = (
        event(1, "1850", "The first pier was built.", here),
        event(2, "2024-02-03/2024-02-05", "A storm; it blew, hard, for three days \\ nights – " + "ø" * 90, here),
        event(3, "2024-02-05", "=SUM(A1) was the <b>code</b> & nothing else.", here, there),
        event(4, "2024-02-07~", "The pier opens again.", there, status="planned"),
        event(5, "2024-06", "In June a report is due.", here, status="planned"),
        event(6, "[2024-07-01,2024-07-02]", "A hearing was held.", here),
        event(7, "../2024-08-01", "Repairs went on.", here),
        event(8, "9999-12-31", "The lease ends.", here),
        event(9, "unknown", "A lamp was stolen.", here),
    )
    topic = Topic(
        slug=HARBOUR,
        title="The harbour, and its piers",
        summary="What happened at sea.",
        match=("harbour*",),
        aliases=("topics/port.html",),
        review="machine",
        body=parse_body("An *overview*."),
        passages=(here,),
        articles=(ONE,),
        statements=("q1",),
        events=("e3",),
        entities=((EntityKind.PERSON, ADA, 1),),
        figures=(Figure(here, "three days", "3", "days", FIRST),),
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
    source = Source(Slug("coast-daily"), "Coast Daily", (), None, (ONE,), ("NTB",), ("Bo Ek",), ("en",))
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
        statements=(statement,),
        events=events,
        topics=(topic,),
        sources=(source,),
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

Export = Callable[..., dict[PagePath, bytes]]


@pytest.fixture
def seed() -> str:
    return SEED


@pytest.fixture
def briefing() -> Briefing:
    return whole_briefing()


@pytest.fixture
def export(briefing: Briefing) -> Export:
    """All files of the briefing, with changes to it and to the rights of its first article."""

    def run(rights: str = "full", **changes: object) -> dict[PagePath, bytes]:
        one, *others = briefing.articles
        changed = replace(briefing, articles=(replace(one, rights=rights), *others))
        return dict(exports(replace(changed, **changes), PAGES, {"001.txt": SEED}))

    return run
