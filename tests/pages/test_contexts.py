"""What pages are told: order, rights, evidence, and that nothing is shown that may not be."""

from typing import Any, TypeVar

from msgspec.structs import replace

from builder.briefing.model import Briefing
from builder.pages.anchors import event_anchor
from builder.pages.catalogue import catalogue
from builder.pages.contexts import ArticlePage, ChronologyPage, Context, FrontPage, StatementsPage
from builder.pages.contexts_subjects import EntityPage, SourcePage, SourcesPage, TopicPage
from builder.pages.plan import plan
from tests.making import article
from tests.pages.sample import DELAY, UNCOMPARED, sample

Kind = TypeVar("Kind", bound=Context)


def context(path: str, kind: type[Kind], briefing: Briefing | None = None) -> Kind:
    found = catalogue(briefing or sample())
    made = next(page for page in plan(found) if page.path == path).make(found)
    assert isinstance(made, kind)
    return made


def with_second(**changes: Any) -> Briefing:
    briefing = sample()
    first, second = briefing.articles
    return replace(briefing, articles=(first, replace(second, **changes)))


def test_key_figures() -> None:
    figures = context("index.html", FrontPage).figures
    assert figures == ("2 articles", "2 independent sources", "Sep 2023", "1 article without a known year")


def test_latest_articles_stand_first_and_undated_ones_last() -> None:
    dates = ["2024-09", "unknown", "2023-01-05", "XXXX-09-10", "2024-09-09"]
    articles = tuple(
        article(f"a{number}", f"S{number}", date, "Text.\n", published=date) for number, date in enumerate(dates, 1)
    )
    briefing = replace(
        sample(),
        articles=articles,
        entities=(),
        statements=(),
        events=(),
        topics=(),
        sources=(),
        stories=(),
        **UNCOMPARED,
    )
    shown = [line.link.text for line in context("index.html", FrontPage, briefing).articles]
    assert shown == ["2024-09-09", "2024-09", "2023-01-05", "unknown", "XXXX-09-10"]


def test_a_day_that_the_page_leaves_open_is_not_called_missing() -> None:
    why = "the page says “9 Sep, 11 pm ET” (line 3), which is one of two days"
    opened = context("articles/trams-late.html", ArticlePage, with_second(published="unknown", published_from=why))
    silent = context(
        "articles/trams-late.html", ArticlePage, with_second(published="unknown", published_from="unknown")
    )
    assert (opened.date.text, opened.date.title) == ("Date not settled", why)
    assert (silent.date.text, silent.date.title) == ("No date in the source", "")


def test_chronology_goes_by_year_and_month_with_the_undated_last() -> None:
    page = context("chronology.html", ChronologyPage)
    headings = [(year.title, [month.title for month in year.months]) for year in page.years]
    assert headings == [("2023", ["September"]), ("2026", [""]), ("Background", [""]), ("Undated", [""])]
    assert [(choice.text, choice.href) for choice in page.choices] == [
        ("All events (4)", ""),
        ("Without background (3)", "chronology.story.html"),
        ("Background (1)", "chronology.background.html"),
        ("Planned (1)", "chronology.planned.html"),
    ]


def test_the_chronology_opens_with_the_story_and_has_its_background_behind_it() -> None:
    story, *others = sample().events
    years = ("1922", "1954-05", "2019")
    early = [replace(story, id=f"early-{year}", date=year, background=True) for year in years]
    briefing = replace(sample(), events=(*early, story, *others))
    page = context("chronology.html", ChronologyPage, briefing)
    assert [year.title for year in page.years] == ["2023", "2026", "Background", "Undated"]
    (month,) = page.years[2].months
    assert page.years[2].span == "1922–2019, 4 events"
    assert [event.anchor for event in month.events] == [event_anchor(one.id) for one in (*early, others[1])]
    told = context("sources/unknown.html", SourcePage, briefing).events
    assert [event.background for event in told] == [*sorted(event.background for event in told[:-1]), False]
    alone = context("chronology.background.html", ChronologyPage, briefing)
    assert [year.title for year in alone.years] == ["1922", "1954", "2019", "Year unknown"]
    nothing_else = context("chronology.html", ChronologyPage, replace(briefing, events=tuple(early), topics=()))
    assert [(year.title, year.span) for year in nothing_else.years] == [("1922", ""), ("1954", ""), ("2019", "")]


def test_an_event_shows_its_weightiest_wording_first_and_from_what_its_date_was_worked_out() -> None:
    event = context("chronology.html", ChronologyPage).years[0].months[0].events[0]
    assert [[place.label for place in wording.citations] for wording in event.wordings] == [["S1 ¶2"], ["S2 ¶1"]]
    assert event.date.sign == "≈"
    assert event.date.title == "worked out from “Saturday” in S1; date of the article: 16 September 2023"


def test_what_the_heading_of_an_article_says_is_not_said_again_below() -> None:
    page = context("articles/bridge-opens.html", ArticlePage)
    (said,), (opened,) = page.statements, page.events
    assert [wording.outlets for wording in opened.wordings] == ["", "Publisher not named"]
    assert (said.date, [wording.outlets for wording in said.wordings]) == (None, ["", "Publisher not named"])
    later = context("articles/trams-late.html", ArticlePage).statements[0]
    assert later.date is not None
    assert later.date.text == "16 September 2023"


def test_what_the_heading_of_a_source_says_is_not_said_again_below() -> None:
    found = [event.wordings for event in context("sources/unknown.html", SourcePage).events]
    assert [[wording.outlets for wording in wordings] for wordings in found[:2]] == [["The Herald (NPA)", ""], [""]]


def test_an_event_of_a_day_that_is_not_known_tells_what_its_source_says() -> None:
    *others, undated = sample().events
    telling = replace(undated.tellings[0], date_words="last Friday", dated_from="")
    events = (*others, replace(undated, tellings=(telling,)))
    page = context("chronology.html", ChronologyPage, replace(sample(), events=events))
    shown = page.years[-1].months[0].events[0]
    assert (shown.date.text, shown.date.sign) == ("Date not settled", "")
    assert shown.wordings[0].found == "the source says “last Friday”"


def test_a_date_that_stands_in_the_source_carries_no_sign() -> None:
    trams = context("chronology.html", ChronologyPage).years[1].months[0].events[0]
    assert (trams.date.text, trams.date.sign) == ("2026", "")


def test_speakers_stand_known_first_then_described_then_nobody() -> None:
    groups = context("statements.html", StatementsPage).speakers
    assert [group.speaker.text for group in groups] == ["Ada Boone", "a city engineer", "Speaker not named"]
    assert [bool(group.speaker.href) for group in groups] == [True, False, False]
    assert len({group.anchor for group in groups}) == 3


def test_each_wording_stands_with_its_own_passage() -> None:
    said = context("statements.html", StatementsPage).speakers[0].topics[0].statements[0]
    assert [(wording.text, [place.label for place in wording.citations]) for wording in said.wordings] == [
        ("It will carry trams", ["S1 ¶3"]),
        ("Trams will cross it", ["S2 ¶1"]),
    ]


def test_matched_words_are_marked_and_their_endings_with_them() -> None:
    page = context("topics/trams.html", TopicPage)
    marked = [
        segment.text
        for source in page.sources
        for excerpt in source.excerpts
        for segment in excerpt.segments
        if segment.marked
    ]
    assert marked == ["trams", "Trams", "Trams"]


def test_mentions_stand_in_their_context() -> None:
    page = context("people/ada-boone.html", EntityPage)
    excerpts = page.mentions[0].excerpts
    assert ["".join(piece.text for piece in excerpt.segments if piece.marked) for excerpt in excerpts] == [
        "Ada Boone",
        "Boone",
    ]
    assert [(link.text, link.href) for link in page.same_as] == [
        ("https://example.org/boone", "https://example.org/boone"),
        ("javascript:alert(1)", ""),
    ]


def test_a_long_paragraph_is_cut_around_a_mention_and_shows_that_it_is() -> None:
    briefing = sample()
    place = next(entity for entity in briefing.entities if entity.slug == "harbour-bridge")
    long = "word " * 100 + "[Harbour Bridge]{.place}" + " word" * 100 + "\n"
    changed = article("trams-late", "S2", "Trams", long)
    mention = replace(place.mentions[-1], start=500, end=514)
    entities = tuple(replace(place, mentions=(mention,)) if entity is place else entity for entity in briefing.entities)
    briefing = replace(
        briefing,
        articles=(briefing.articles[0], changed),
        entities=entities,
        statements=(),
        events=(),
        topics=(),
        **UNCOMPARED,
    )
    (excerpt,) = context("places/harbour-bridge.html", EntityPage, briefing).mentions[0].excerpts
    text = "".join(piece.text for piece in excerpt.segments)
    assert text.startswith("… word ")
    assert text.endswith("word …")
    assert 14 < len(text) < 300
    assert [piece.text for piece in excerpt.segments if piece.marked] == ["Harbour Bridge"]


def test_without_rights_no_word_of_the_article_is_shown() -> None:
    both = (catalogue(with_second(rights=rights)) for rights in ("full", "none"))
    with_rights, without = (repr([page.make(found) for page in plan(found)]) for found in both)
    for words in ("Trams will not run", "Trams start", "opened in September"):
        assert words in with_rights
        assert words not in without


def test_excerpt_shows_only_the_passages_that_are_cited() -> None:
    text = DELAY + "\nNobody cites this.\n"
    changed = article("trams-late", "S2", "Trams", text)
    briefing = sample()
    briefing = replace(briefing, articles=(briefing.articles[0], replace(changed, rights="excerpt")))
    pieces = context("articles/trams-late.html", ArticlePage, briefing).pieces
    assert [bool(piece.html) for piece in pieces] == [True, True, False]


def test_a_name_inside_a_name_is_no_second_link() -> None:
    html = "".join(piece.html for piece in context("articles/bridge-opens.html", ArticlePage).pieces)
    assert 'of <span class="place">Port Vale</span></a>' in html
    assert 'href="../organisations/bank-of-port-vale.html"' in html


def test_worked_out_dates_and_statements_stand_in_the_margin() -> None:
    pieces = context("articles/bridge-opens.html", ArticlePage).pieces
    notes = [(note.kind, note.text) for piece in pieces for note in piece.notes]
    assert notes == [
        ("event", "16 September 2023, told by 2 independent sources"),
        ("date", "“Saturday” ≈ 16 September 2023, worked out from: the day of publication"),
        ("quote", "Ada Boone"),
    ]


def test_links_between_content_files_lead_to_pages() -> None:
    assert 'href="topics/trams.html"' in context("index.html", FrontPage).introduction
    assert 'href="../people/ada-boone.html"' in context("topics/trams.html", TopicPage).overview


def test_the_only_group_of_one_story_is_told() -> None:
    assert [line.code for line in context("sources.html", SourcesPage).stories[0].articles] == ["S1", "S2"]
    same = context("articles/bridge-opens.html", ArticlePage).same_story
    assert same is not None
    assert [line.code for line in same.articles] == ["S2"]
    assert same.independence == "2 articles, 2 independent sources"


def test_citation_names_what_is_known() -> None:
    first = context("articles/bridge-opens.html", ArticlePage).cite.plain
    assert first == "Jo Pike: “Harbour bridge opens”. The Herald (NPA), 16 September 2023. https://example.org/bridge"
    second = context("articles/trams-late.html", ArticlePage).cite.plain
    assert second == "“Trams may come late”. Publisher not named, no date in the source."


def test_many_people_in_one_article() -> None:
    names = [f"[Person Number{number}]{{.person}}" for number in range(500)]
    crowded = article("crowd", "S1", "Crowd", ", ".join(names) + "\n")
    briefing = replace(
        sample(),
        articles=(crowded,),
        entities=(),
        statements=(),
        events=(),
        topics=(),
        sources=(),
        stories=(),
        **UNCOMPARED,
    )
    (piece,) = context("articles/crowd.html", ArticlePage, briefing).pieces
    assert piece.html.count('class="person"') == 500


def test_a_quote_that_a_longer_statement_repeats_stands_inside_it() -> None:
    briefing = sample()
    said = briefing.statements[0]
    claim = replace(said, id="claim", kind="claim", text="that trams come", variants=(), citations=said.citations[:1])
    quote = replace(claim, id="quote", kind="quote", text="trams come")
    elsewhere = replace(quote, id="other", citations=(said.citations[1],))
    briefing = replace(briefing, statements=(quote, claim, elsewhere), topics=(), **UNCOMPARED)
    (group,) = context("statements.html", StatementsPage, briefing).speakers
    shown = [(one.anchor, [inner.anchor for inner in one.inner]) for one in group.topics[0].statements]
    assert shown == [("statement-claim", ["statement-quote"]), ("statement-other", [])]
    assert group.count == 3


def test_a_quote_that_another_wording_repeats_stands_inside_it() -> None:
    briefing = sample()
    said = briefing.statements[0]
    here, there = said.citations[:2]
    claim = replace(said, id="claim", kind="claim", text="there will be trams", variants=(("that trams come", there),))
    quote = replace(claim, id="quote", kind="quote", text="trams come", citations=(there,), variants=())
    briefing = replace(briefing, statements=(claim, quote), topics=(), **UNCOMPARED)
    (group,) = context("statements.html", StatementsPage, briefing).speakers
    shown = [(one.anchor, [inner.anchor for inner in one.inner]) for one in group.topics[0].statements]
    assert here != there
    assert shown == [("statement-claim", ["statement-quote"])]


def test_every_wording_stands_in_the_chronology_and_the_first_elsewhere() -> None:
    briefing = sample()
    opened = briefing.events[0]
    _, first = opened.tellings
    told = replace(opened, tellings=tuple(replace(first, text=f"It opened, {number}.") for number in range(20)))
    briefing = replace(briefing, events=(told, *briefing.events[1:]))
    in_full = context("chronology.html", ChronologyPage, briefing).years[0].months[0].events[0]
    in_short = context("articles/bridge-opens.html", ArticlePage, briefing).events[0]
    assert [(len(view.wordings), view.more) for view in (in_full, in_short)] == [(20, 0), (12, 8)]


def test_the_front_page_shows_each_key_date_once() -> None:
    briefing = sample()
    opened, *others = briefing.events
    lesser = replace(opened, id="lesser", weight=0.5)
    briefing = replace(briefing, events=(opened, lesser, *others))
    shown = [event.anchor for event in context("index.html", FrontPage, briefing).key_dates]
    assert "event-bridge-opens-2-0" in shown
    assert "event-lesser" not in shown


def test_the_front_page_draws_the_weightiest_events_and_says_so_where_it_leaves_others_out() -> None:
    briefing = sample()
    opened = briefing.events[0]
    heavy = replace(opened, id="heavy", date="2020-01-01", weight=1.0)
    many = tuple(replace(opened, id=f"e{number}", date=f"2023-09-{1 + number % 30:02}") for number in range(60))
    front = context("index.html", FrontPage, replace(briefing, events=(*many, heavy), topics=(), **UNCOMPARED))
    assert front.drawn == front.drawing.partition("</svg>")[0].count("<a ") == 16
    assert "#event-heavy" in front.drawing
    few = context("index.html", FrontPage)
    assert (few.drawn, few.drawing.partition("</svg>")[0].count("<a ")) == (0, 2)


def test_the_same_words_of_several_sources_stand_once_with_all_of_them() -> None:
    briefing = sample()
    opened = briefing.events[0]
    agreed = tuple(replace(telling, text="It opened.") for telling in opened.tellings)
    briefing = replace(briefing, events=(replace(opened, text="It opened.", tellings=agreed), *briefing.events[1:]))
    (wording,) = context("chronology.html", ChronologyPage, briefing).years[0].months[0].events[0].wordings
    assert [place.label for place in wording.citations] == ["S2 ¶1", "S1 ¶2"]
    assert wording.outlets == "Publisher not named, The Herald (NPA)"


def test_words_that_one_of_their_sources_lets_be_shown_are_shown() -> None:
    briefing = sample()
    opened, (held, open_to_all) = briefing.events[0], briefing.articles
    agreed = tuple(replace(telling, text="It opened.") for telling in opened.tellings)
    briefing = replace(
        briefing,
        articles=(replace(held, rights="none"), open_to_all),
        events=(replace(opened, text="It opened.", tellings=agreed), *briefing.events[1:]),
    )
    (wording,) = context("chronology.html", ChronologyPage, briefing).years[0].months[0].events[0].wordings
    assert wording.text == "It opened."


def test_a_topic_is_told_by_a_sentence_of_some_brevity() -> None:
    briefing = sample()
    long = tuple(
        replace(one, text="On and on " * 50, tellings=tuple(replace(it, text="On and on " * 50) for it in one.tellings))
        for one in briefing.events
    )
    for card in context("index.html", FrontPage, replace(briefing, events=long)).topics:
        assert card.excerpt is None or len("".join(piece.text for piece in card.excerpt.segments)) <= 300


def test_an_article_without_a_title_is_called_by_its_first_words() -> None:
    briefing = sample()
    text = briefing.articles[0].passages[0].text
    for title, seed in (("", ""), ("a.txt", "herald/a.txt")):
        first = replace(briefing.articles[0], title=title, seed=seed)
        named = replace(briefing, articles=(first, *briefing.articles[1:]))
        shown = context("articles/bridge-opens.html", ArticlePage, named).frame.title
        assert shown.startswith("[")
        assert text.startswith(shown.strip("[…]"))
    withheld = replace(first, rights="none", title="")
    named = replace(briefing, articles=(withheld, *briefing.articles[1:]))
    assert context("articles/bridge-opens.html", ArticlePage, named).frame.title == "Untitled article"


def test_what_became_of_a_plan_is_told() -> None:
    briefing = sample()
    opened, trams, *others = briefing.events
    opened = replace(opened, plan="told", foretold=(trams.tellings[0].citation,))
    briefing = replace(briefing, events=(opened, replace(trams, plan="open"), *others))
    first, second = (
        year.months[0].events[0] for year in context("chronology.html", ChronologyPage, briefing).years[:2]
    )
    assert (first.planned, first.plan) == (False, "Announced beforehand, told as done later")
    assert [one.label for one in first.foretold] == ["S2 ¶2"]
    assert (second.planned, second.plan) == (True, "Its date has passed; nothing was found that tells of it as done")


def test_key_figures_span_the_known_years_alone() -> None:
    first, second = sample().articles
    years = [replace(second, published=value) for value in ("19XX", "2019-05", "2031/2032")]
    found = catalogue(replace(sample(), articles=(first, *years), **UNCOMPARED))
    assert found.figures[2:] == ("May 2019 – 2031", "1 article without a known year")
