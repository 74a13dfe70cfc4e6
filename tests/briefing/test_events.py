"""The chronology: which tellings are one happening, what is planned, what is background, what weighs most."""

import pytest

from builder.briefing.model import Briefing, Event
from tests.briefing.conftest import Build


def only(briefing: Briefing, words: str) -> Event:
    (event,) = [event for event in briefing.events if any(words in telling.text for telling in event.tellings)]
    return event


def test_a_finer_date_stands_for_a_coarser_one_of_the_same_happening(build: Build) -> None:
    briefing = build(
        ("2024-06-20", "[The [Orla dam]{.place} burst after heavy rain in [June]{.date value=2024-06}.]{.event}"),
        ("2024-06-21", "[The [Orla dam]{.place} burst after heavy rain on [June 18]{.date value=2024-06-18}.]{.event}"),
    )
    (event,) = briefing.events
    assert (event.date, event.id) == ("2024-06-18", "a0001-1-0")
    assert [telling.date_words for telling in event.tellings] == ["June", "June 18"]


def test_a_word_is_known_again_with_another_ending(build: Build) -> None:
    day = "on [June 18]{.date value=2024-06-18}.]{.event}"
    briefing = build(
        ("2024-06-20", f"[An explosion wrecked the drilling rig off [Orla]{{.place}} {day}"),
        ("2024-06-20", f"[The drill rig off [Orla]{{.place}} exploded after days of warnings {day}"),
        ("2024-06-20", f"[The bakers of [Orla]{{.place}} chose another master of the guild {day}"),
    )
    assert [len(event.tellings) for event in briefing.events] == [2, 1]


def test_different_happenings_of_one_day_stay_apart(build: Build) -> None:
    briefing = build(
        (
            "2024-06-20",
            "[[Mina Sol]{.person} opened a bridge in [Orla]{.place} on [June 18]{.date value=2024-06-18}.]{.event}\n\n"
            "[[Mina Sol]{.person} fired two ministers on [June 18]{.date value=2024-06-18}.]{.event}",
        )
    )
    assert len(briefing.events) == 2


def test_the_same_sentence_in_two_articles_is_one_event_though_it_names_nobody(build: Build) -> None:
    told = "[She told them that the pumps had been sent on [June 18]{.date value=2024-06-18}.]{.event}"
    briefing = build(("2024-06-20", told), ("2024-06-20", told))
    assert [len(event.tellings) for event in briefing.events] == [2]


def test_alike_sentences_that_name_nobody_in_common_stay_apart(build: Build) -> None:
    briefing = build(
        ("2024-06-20", "[[Ada Quist]{.person} resigned as mayor on [June 18]{.date value=2024-06-18}.]{.event}"),
        ("2024-06-20", "[[Bo Lind]{.person} resigned as mayor on [June 18]{.date value=2024-06-18}.]{.event}"),
    )
    assert len(briefing.events) == 2


def test_an_announcement_that_came_true_says_so(build: Build) -> None:
    briefing = build(
        (
            "2024-06-10",
            "[[Mina Sol]{.person} will open a bridge of [Orla]{.place} on [June 18]{.date value=2024-06-18}.]{.event}",
        ),
        (
            "2024-06-19",
            "[Crowds cheered as [Mina Sol]{.person} opened the new bridge of [Orla]{.place} "
            "on [Tuesday]{.date value=2024-06-18}.]{.event}\n\n"
            "[The [Dock Union]{.org} will strike on [July 2]{.date value=2024-07-02}.]{.event}",
        ),
    )
    opened, strike = only(briefing, "Crowds"), only(briefing, "strike")
    assert (opened.status, opened.plan, [str(place) for place in opened.foretold]) == ("past", "told", ["S1 ¶1"])
    assert (strike.status, strike.plan) == ("planned", "ahead")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The ferry, scheduled to sail in [June]{.date value=XXXX-06}, is full.", "planned"),
        ("A vote is expected in [June]{.date value=XXXX-06}.", "planned"),
        ("Back in [May]{.date value=XXXX-05}, a paper spoke of the vote scheduled for early June.", "past"),
        ("In [May]{.date value=XXXX-05} the set of a planned film burnt down.", "past"),
    ],
)
def test_what_is_planned_for_another_day_is_not_what_is_told(build: Build, sentence: str, status: str) -> None:
    (event,) = build(("unknown", f"[{sentence}]{{.event}}")).events
    assert event.status == status


def test_an_announcement_that_nobody_tells_as_done_stays_open(build: Build) -> None:
    briefing = build(
        ("2024-06-10", "[[Mina Sol]{.person} will visit [Orla]{.place} on [June 18]{.date value=2024-06-18}.]{.event}"),
        ("2024-06-30", "Nothing of that is told here."),
    )
    assert only(briefing, "visit").plan == "open"


def test_words_for_a_day_that_is_not_known_date_nothing_and_are_told(build: Build) -> None:
    sentence = "[[Mina Sol]{.person} fired the head of [Orla Water]{.org} [last Friday]{.date}.]{.event}"
    for published in ("unknown", "2024-06-10"):
        (event,) = build((published, sentence)).events
        telling = event.tellings[0]
        assert (event.date, telling.date_words, telling.dated_from) == ("unknown", "last Friday", "")


def test_news_without_a_date_happened_about_the_day_of_publication(build: Build) -> None:
    sentence = "[[Mina Sol]{.person} has fired the head of [Orla Water]{.org}.]{.event}"
    briefing = build(
        ("2024-06-10", f"{sentence}\n\nMore.\n\nStill more.\n\n[[Bo Lind]{{.person}} sued her.]{{.event}}")
    )
    fired, sued = briefing.events
    assert (fired.date, fired.tellings[0].dated_from, fired.tellings[0].date_words) == (
        "2024-06-10~",
        "publication",
        "",
    )
    assert (sued.date, sued.tellings[0].dated_from) == ("unknown", "")


def test_without_a_day_of_publication_nothing_is_dated_by_it(build: Build) -> None:
    briefing = build(("2024-06", "[[Mina Sol]{.person} has fired the head of [Orla Water]{.org}.]{.event}"))
    assert [event.date for event in briefing.events] == ["unknown"]


def test_a_day_that_later_articles_look_back_to_weighs_most(build: Build) -> None:
    daily = [
        (
            f"2024-07-{day:02}",
            f"[[Mina Sol]{{.person}} met council {day} on [July {day}]{{.date value=2024-07-{day:02}}}.]{{.event}}\n\n"
            "[The dam of [Orla]{.place} burst on [June 18]{.date value=2024-06-18}.]{.event}",
        )
        for day in range(1, 9)
    ]
    briefing = build(*daily)
    weightiest = max(briefing.events, key=lambda event: event.weight)
    assert (weightiest.date, weightiest.weight) == ("2024-06-18", 1.0)


def test_dates_far_away_are_background_or_ahead(build: Build) -> None:
    briefing = build(
        (
            "2024-06-20",
            "[The mill of [Orla]{.place} burned in [1850]{.date value=1850}.]{.event}\n\n"
            "[The lease of [Orla Water]{.org} will end in [2150]{.date value=2150}.]{.event}\n\n"
            "[[Orla Water]{.org} raised its prices on [June 1]{.date value=2024-06-01}.]{.event}",
        )
    )
    assert [(event.date, event.background, event.plan) for event in briefing.events] == [
        ("1850", True, ""),
        ("2024-06-01", False, ""),
        ("2150", False, "ahead"),
    ]


def test_a_year_weighs_less_than_a_day(build: Build) -> None:
    briefing = build(
        (
            "2024-06-20",
            "[[Orla]{.place} built a dam in [2023]{.date value=2023}.]{.event}\n\n"
            "[The dam of [Orla]{.place} burst on [June 18]{.date value=2024-06-18}.]{.event}",
        )
    )
    assert only(briefing, "burst").weight > only(briefing, "built").weight


def test_overlapping_dates_stand_by_first_day_then_last_and_undated_ones_last(build: Build) -> None:
    values = ["2024-06", "2024-06-01/2024-06-05", "2024-06-01", "2024", "unknown", "2024-05-30/2024-06-02"]
    lines = [
        f"[[Person {'abcdef'[n] * 4}]{{.person}} {'abcdef'[n] * 6} it.]{{.event"
        + (f' date="{value}"}}' if value != "unknown" else "}")
        for n, value in enumerate(values)
    ]
    briefing = build(("2025", "\n\n".join(lines)))
    assert [event.date for event in briefing.events] == [
        "2024",
        "2024-05-30/2024-06-02",
        "2024-06-01",
        "2024-06-01/2024-06-05",
        "2024-06",
        "unknown",
    ]


def test_a_thousand_events_of_one_day_all_stand(build: Build) -> None:
    names = ["".join("bdfgklmnprstvz"[number // 14**place % 14] + "a" for place in range(4)) for number in range(1000)]
    lines = [
        f"[[{name.title()}]{{.person}} {name}ed the {name}on on [June 1]{{.date value=2024-06-01}}.]{{.event}}"
        for name in names
    ]
    assert len(build(("2024-06-02", "\n\n".join(lines))).events) == 1000


def test_forty_copies_tell_each_event_once_with_one_voice(build: Build) -> None:
    body = (
        "[The dam of [Orla]{.place} burst on [June 18]{.date value=2024-06-18} and drowned nine fields, said those who "
        "had seen the water come down from the hills at night.]{.event}\n\n"
        "Then.\n\nAnd.\n\n[[Mina Sol]{.person} blamed [Orla Water]{.org} for years of neglect.]{.event}"
    )
    briefing = build(*[("2024-06-20", body)] * 40)
    assert [(event.date, len(event.tellings), event.voices) for event in briefing.events] == [
        ("2024-06-18", 40, 1),
        ("unknown", 40, 1),
    ]


def test_weights_lie_between_nothing_and_one(build: Build) -> None:
    briefing = build(
        ("unknown", "[It [burned]{.event} in [1850]{.date value=1850}.]{.event}"),
        ("XXXX-06-01", "[[Orla]{.place} fell on [Monday]{.date value=XXXX-06-01}.]{.event}"),
        ("2024", "[[Orla]{.place} rose.]{.event}"),
    )
    assert briefing.events
    assert all(0.0 <= event.weight <= 1.0 for event in briefing.events)
