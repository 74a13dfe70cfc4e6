"""The dossier: everything once, however many volumes it fills."""

from itertools import chain

from msgspec.structs import replace

from builder.briefing.model import Briefing
from builder.pages.catalogue import catalogue
from builder.pages.contexts_dossier import DossierPage
from builder.pages.plan import plan
from builder.pages.volumes import ARTICLES
from tests.pages.long import long
from tests.pages.sample import sample


def volumes(briefing: Briefing) -> list[DossierPage]:
    found = catalogue(briefing)
    return [made for page in plan(found) if isinstance(made := page.make(found), DossierPage)]


def events(volume: DossierPage) -> list[str]:
    return [event.anchor for year in volume.years for month in year.months for event in month.events]


def statements(volume: DossierPage) -> list[str]:
    return [one.anchor for group in volume.speakers for on in group.topics for one in on.statements]


def test_a_small_dossier_is_one_page_and_speaks_of_no_volumes() -> None:
    (whole,) = volumes(sample())
    assert (whole.frame.path, whole.frame.title, whole.volumes) == ("dossier.html", "Dossier", ())
    assert whole.introduction


def test_every_volume_has_its_articles_and_what_they_tell_first() -> None:
    briefing = long()
    first, second = volumes(briefing)
    assert len(first.articles) == ARTICLES
    assert [one.code for one in (*first.articles, *second.articles)] == [one.code for one in briefing.articles]
    assert [code for code, _ in second.citations] == [one.code for one in second.articles]
    assert sorted(chain(events(first), events(second))) == sorted(f"event-{one.id}" for one in briefing.events)
    assert sorted(chain(statements(first), statements(second))) == sorted(
        f"statement-{one.id}" for one in briefing.statements
    )
    assert bool(first.introduction) is True
    assert bool(second.introduction) is False


def test_a_topic_stands_in_each_volume_with_the_passages_of_that() -> None:
    briefing = long()
    passages = [
        excerpt.citation.label
        for volume in volumes(briefing)
        for topic in volume.topics
        for source in topic.sources
        for excerpt in source.excerpts
    ]
    assert passages == [str(citation) for citation in briefing.topics[0].passages]


def test_links_between_volumes() -> None:
    first, second = volumes(long())
    assert (first.frame.title, second.frame.title) == ("Dossier, volume 1", "Dossier, volume 2")
    assert [(line.link.text, line.link.href) for line in first.volumes] == [
        ("Volume 1", ""),
        ("Volume 2", "dossier.2.html"),
    ]
    assert [(line.first_code, line.last_code) for line in first.volumes] == [("S1", "S200"), ("S201", "S230")]
    assert second.volumes == ()
    assert first.pager.behind is not None
    assert first.pager.behind.href == "dossier.2.html"


def test_what_several_volumes_tell_stands_in_the_first_and_is_led_to_from_the_others() -> None:
    first, second = volumes(long())
    assert "event-told-by-all" in events(first)
    assert "event-told-by-all" not in events(second)
    notes = [note.href for piece in second.articles[-1].pieces for note in piece.notes if note.kind == "event"]
    assert notes == ["#event-event-229", "dossier.html#event-told-by-all"]
    shared = [
        wording for group in second.speakers for on in group.topics for one in on.statements for wording in one.wordings
    ]
    assert {place.href for wording in shared for place in wording.citations} == {f"#s{n}-p1" for n in range(201, 231)}


def test_a_citation_leads_to_the_volume_of_its_article() -> None:
    briefing = long()
    told = briefing.events[0]
    both = replace(told, tellings=(*briefing.events[229].tellings, *told.tellings))
    first, _ = volumes(replace(briefing, events=(both, *briefing.events[1:])))
    wordings = first.years[0].months[0].events[0].wordings
    assert {place.href for wording in wordings for place in wording.citations} == {"#s1-p1", "dossier.2.html#s230-p1"}
