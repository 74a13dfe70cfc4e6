"""A briefing with more than a page of everything."""

from msgspec.structs import replace

from builder.briefing.citation import Citation
from builder.briefing.comparison import Account, Conflict
from builder.briefing.model import Briefing, EntityKind, Mention
from builder.urls import slugify
from tests.making import article, source
from tests.pages.sample import sample

MANY = 230


def long() -> Briefing:
    """Return the sample with 230 articles, each with an event, a statement and mentions of the same name and topic.

    All of them tell one more event and carry one more statement, each in its own words, and contradict each other.
    """
    briefing = sample()
    event, statement, topic = briefing.events[1], briefing.statements[0], briefing.topics[0]
    articles = tuple(
        article(f"report-{number}", f"S{number}", f"Report {number}", "Trams came to [Harbour Bridge]{.place}.\n")
        for number in range(1, MANY + 1)
    )
    cited = [Citation(one.slug, one.code, 1) for one in articles]
    place = next(entity for entity in briefing.entities if entity.slug == "harbour-bridge")
    mentions = tuple(Mention(citation, 14, 28, "") for citation in cited)
    places = tuple(
        replace(place, slug=slugify(f"place-{number}"), name=f"Place {number}", mentions=(), articles=())
        for number in range(MANY)
    )
    events = tuple(
        replace(
            event,
            id=f"event-{number}",
            date=f"{1900 + number // 10}",
            tellings=(replace(event.tellings[0], citation=citation),),
            places=(place.slug,),
            people=(),
        )
        for number, citation in enumerate(cited)
    )
    said = tuple(
        replace(statement, id=f"said-{number}", text="Trams came", citations=(citation,), variants=())
        for number, citation in enumerate(cited)
    )
    tellings = tuple(replace(event.tellings[0], citation=citation, text=str(citation)) for citation in cited)
    events += (replace(events[0], id="told-by-all", date="unknown", tellings=tellings),)
    carried = tuple((str(citation), citation) for citation in cited)
    said += (replace(said[0], id="carried-by-all", text="Trams", citations=tuple(cited), variants=carried),)
    accounts = tuple(Account(citation, str(number), "trams", "Trams came", "") for number, citation in enumerate(cited))
    conflicts = tuple(
        Conflict(
            f"conflict-{number}",
            "figure",
            "trams",
            accounts[number : number + 2] if number else accounts,
            (topic.slug,),
            2,
        )
        for number in range(MANY)
    )
    slugs = tuple(one.slug for one in articles)
    topic = replace(
        topic,
        passages=tuple(cited),
        articles=slugs,
        events=tuple(one.id for one in events),
        statements=tuple(one.id for one in said),
        figures=(),
        entities=((EntityKind.PLACE, place.slug, MANY),),
    )
    people = tuple(entity for entity in briefing.entities if entity.kind is EntityKind.PERSON)
    return replace(
        briefing,
        articles=articles,
        entities=(
            *(replace(entity, mentions=(), articles=(), roles=(), together=()) for entity in people),
            replace(place, mentions=mentions, articles=slugs),
            *places,
        ),
        events=events,
        statements=said,
        topics=(topic,),
        sources=(source("The Herald", *articles),),
        stories=(),
        shared=(),
        editions=(),
        conflicts=conflicts,
    )
