"""Accounts that differ: figures, denials, births; and what only looks like it."""

import pytest

from builder.briefing.figures import can_both_be, is_scale_slip, read_amount
from builder.briefing.model import Briefing
from tests.briefing.conftest import Build

QUAKE = (
    'The quake in the hills above [Orla]{{.place}} destroyed [{0} houses]{{.quantity value="{1}" unit=houses}} '
    "and the old school, [Mina Sol]{{.person}} said."
)


def quake(words: str, value: str) -> str:
    return QUAKE.format(words, value)


def told(briefing: Briefing) -> list[tuple[str, str, list[str]]]:
    return [
        (conflict.kind, conflict.subject, [f"{account.citation} {account.value}" for account in conflict.accounts])
        for conflict in briefing.conflicts
    ]


def test_two_figures_for_one_thing_stand_side_by_side(build: Build) -> None:
    briefing = build(("2024-06-18", quake("31", "31")), ("2024-06-19", quake("84", "84")))
    assert told(briefing) == [("figure", "houses", ["S1 ¶1 31", "S2 ¶1 84"])]
    (conflict,) = briefing.conflicts
    assert [account.words for account in conflict.accounts] == ["31 houses", "84 houses"]
    assert conflict.accounts[0].sentence.startswith("The quake in the hills above Orla destroyed 31 houses")


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        pytest.param(("31", "31"), ("31", "31"), ("18", "19"), id="the same figure"),
        pytest.param(("at least 31", ">=31"), ("84", "84"), ("18", "19"), id="within the bound"),
        pytest.param(("about 80", "~80"), ("84", "84"), ("18", "19"), id="an estimate"),
        pytest.param(("3000", "3000"), ("3120", "3120"), ("18", "19"), id="rounded"),
        pytest.param(("4.9", "4.9"), ("4900000", "4900000"), ("18", "19"), id="a slip of scale"),
        pytest.param(("31", "31"), ("84", "84"), ("01", "29"), id="weeks apart"),
        pytest.param(("another 31", "31"), ("84", "84"), ("18", "19"), id="only a part"),
        pytest.param(("31", "many"), ("84", "84"), ("18", "19"), id="no number"),
    ],
)
def test_figures_that_may_all_be_right_are_no_conflict(
    build: Build, first: tuple[str, str], second: tuple[str, str], days: tuple[str, str]
) -> None:
    briefing = build((f"2024-06-{days[0]}", quake(*first)), (f"2024-06-{days[1]}", quake(*second)))
    assert briefing.conflicts == ()


def test_figures_of_different_days_are_no_conflict(build: Build) -> None:
    texts = [
        f"Floods took [{count} cows]{{.quantity value={count} unit=cows}} from farms near [Orla]{{.place}} "
        f"on [{day}]{{.date value={date}}}."
        for count, day, date in ((12, "Monday", "2024-06-17"), (40, "Tuesday", "2024-06-18"))
    ]
    assert build(("2024-06-18", texts[0]), ("2024-06-19", texts[1])).conflicts == ()


FLOOD = "when the river [Orla]{.place} broke through the old wall of the harbour market"
DEATHS = (
    "[Four people]{.quantity value=4 unit=people} died",
    "[Seven people]{.quantity value=7 unit=people} were killed",
    "[Six]{.quantity value=6 unit=dead} were dead",
)


def said(words: str, by: str, day: str) -> str:
    return f"[{words}]{{.claim by={by} verb=said stance=asserts}}, {by} said on [a day]{{.date value={day}}}."


def test_deaths_are_one_thing_in_whatever_words_they_are_told(build: Build) -> None:
    briefing = build(*((f"2024-06-1{number}", f"{deaths} {FLOOD}.") for number, deaths in enumerate(DEATHS)))
    assert told(briefing) == [("figure", "people", ["S1 ¶1 4", "S2 ¶1 7", "S3 ¶1 6"])]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("[Seven people]{.quantity value=7 unit=people} were hurt", id="hurt"),
        pytest.param(
            '[Seven confirmed deaths]{.quantity value=7 unit="confirmed deaths"} were told', id="some of them"
        ),
        pytest.param("[Seven dogs]{.quantity value=7 unit=dogs} were killed", id="others"),
    ],
)
def test_deaths_are_compared_with_deaths_alone(build: Build, other: str) -> None:
    assert build(("2024-06-18", f"{DEATHS[0]} {FLOOD}."), ("2024-06-19", f"{other} {FLOOD}.")).conflicts == ()


def test_who_says_so_and_when_is_not_what_is_told(build: Build) -> None:
    happened = f"{DEATHS[0]} {FLOOD} on [Sunday]{{.date value=2024-06-16}}"
    briefing = build(
        ("2024-06-18", said(happened, "police", "2024-06-16")),
        ("2024-06-19", said(f"{DEATHS[1]} {FLOOD}", "firefighters", "2024-06-16")),
    )
    assert told(briefing) == [("figure", "people", ["S1 ¶1 4", "S2 ¶1 7"])]


def test_what_is_said_on_different_days_may_have_changed(build: Build) -> None:
    briefing = build(
        ("2024-06-18", said(f"{DEATHS[0]} {FLOOD}", "police", "2024-06-17")),
        ("2024-06-19", said(f"{DEATHS[1]} {FLOOD}", "police", "2024-06-18")),
    )
    assert briefing.conflicts == ()


def test_figures_of_different_things_are_no_conflict(build: Build) -> None:
    briefing = build(
        ("2024-06-18", quake("31", "31")),
        ("2024-06-19", quake("84", "84").replace("houses", "barns")),
    )
    assert briefing.conflicts == ()


def test_what_one_says_and_another_denies_stands_side_by_side(build: Build) -> None:
    briefing = build(
        (
            "2024-06-18",
            "[Mina Sol]{.person} said [the water company knew of cracks in the dam]"
            "{.claim by=mina-sol verb=said stance=asserts}.",
        ),
        (
            "2024-06-19",
            "[Bo Lind]{.person} denied [that the water company knew of the cracks in the dam]"
            "{.claim by=bo-lind verb=denied stance=denies}.",
        ),
    )
    assert told(briefing) == [("denial", "", ["S1 ¶1 asserts", "S2 ¶1 denies"])]
    assert [account.speaker for account in briefing.conflicts[0].accounts] == ["mina-sol", "bo-lind"]


def test_a_report_of_a_denial_is_not_what_it_denies(build: Build) -> None:
    briefing = build(
        (
            "2024-06-18",
            "[Mina Sol]{.person} said [Lind denied the water company knew of cracks in the dam]"
            "{.claim by=mina-sol verb=said stance=asserts}.\n\n"
            "[Bo Lind]{.person} denied [the water company knew of cracks in the dam]"
            "{.claim by=bo-lind verb=denied stance=denies}.",
        )
    )
    assert briefing.conflicts == ()


ACCUSED = (
    "[Mina Sol]{.person} said [[Bo Lind]{.person} had moved the barrels out of the harbour]"
    "{.claim by=mina-sol verb=said stance=asserts}."
)
DENIED = "[Bo Lind]{.person} denied [any wrongdoing]{.claim by=bo-lind verb=denied stance=denies}."


def test_a_denial_answers_what_was_said_of_who_denies(build: Build) -> None:
    briefing = build(("2024-06-18", f"{ACCUSED}\n\n{DENIED}"))
    assert told(briefing) == [("denial", "", ["S1 ¶1 asserts", "S1 ¶2 denies"])]


def test_a_government_may_be_called_by_its_capital(build: Build) -> None:
    said = (
        "[Mina Sol]{.person} said [[Norway]{.place} sent barrels abroad]{.claim by=mina-sol verb=said stance=asserts}."
    )
    denied = (
        "Officials in [Oslo]{.place} denied [direct transfers]"
        '{.claim by="Officials in Oslo" verb=denied stance=denies}.'
    )
    (conflict,) = build(("2024-06-18", f"{said} {denied}")).conflicts
    assert [account.speaker for account in conflict.accounts] == ["mina-sol", "Officials in Oslo"]


GATES = (
    "[Mina Sol]{.person} said [the [Orla Harbour Board]{.org} opened the gates of the upper lock]"
    "{.claim by=mina-sol verb=said stance=asserts}."
)


@pytest.mark.parametrize("words", ["it had opened the gates of the lock", "opening the gates of the upper lock"])
def test_a_denial_is_of_the_one_who_denies(build: Build, words: str) -> None:
    denied = (
        f"The [Orla Harbour Board]{{.org}} denied [{words}]{{.claim by=orla-harbour-board verb=denied stance=denies}}."
    )
    (conflict,) = build(("2024-06-18", GATES), ("2024-06-19", denied)).conflicts
    assert [account.speaker for account in conflict.accounts] == ["mina-sol", "orla-harbour-board"]


def test_what_somebody_else_denies_of_themselves_is_another_thing(build: Build) -> None:
    denied = "[Bo Lind]{.person} denied [he opened the upper gates]{.claim by=bo-lind verb=denied stance=denies}."
    assert build(("2024-06-18", GATES), ("2024-06-19", denied)).conflicts == ()


@pytest.mark.parametrize(
    ("words", "answers"), [("it had opened the gates", True), ("any wrongdoing", False), ("it sold the boats", False)]
)
def test_one_who_is_described_answers_what_is_said_in_the_same_words(build: Build, words: str, answers: bool) -> None:
    charge = (
        "[Mina Sol]{.person} accused [the board of opening the gates]{.claim by=mina-sol verb=accused stance=asserts}."
    )
    denial = f'The board denied [{words}]{{.claim by="The board" verb=denied stance=denies}}.'
    assert bool(build(("2024-06-18", f"{charge} {denial}")).conflicts) is answers


NOT_OPENED = (
    "The [Orla Harbour Board]{.org} said [it did not open the gates of the lock]"
    "{.claim by=orla-harbour-board verb=said stance=asserts}."
)
CHARGED = (
    "[Mina Sol]{.person} accused [the board of opening the gates]{.claim by=mina-sol verb=accused stance=asserts}. "
    'The board said [it {}]{{.claim by="The board" verb=said stance=asserts}}.'
)


IN_OWN_WORDS = (
    "“[We did not open the gates of the lock]{.quote by=orla-harbour-board verb=said},” "
    "the [Orla Harbour Board]{.org} said."
)


@pytest.mark.parametrize(
    "articles",
    [
        (GATES, NOT_OPENED),
        (NOT_OPENED, GATES),
        (f"{GATES}\n\n{NOT_OPENED}",),
        (GATES, IN_OWN_WORDS),
        (f"{GATES}\n\n{IN_OWN_WORDS}",),
    ],
)
def test_one_who_says_that_it_is_not_so_denies_what_is_said_of_them(build: Build, articles: tuple[str, ...]) -> None:
    (conflict,) = build(*((f"2024-06-1{number}", text) for number, text in enumerate(articles))).conflicts
    assert {(account.speaker, account.value) for account in conflict.accounts} == {
        ("mina-sol", "asserts"),
        ("orla-harbour-board", "denies"),
    }


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("did not open the gates", True),
        ("had never opened any gates", True),
        ("hasn’t opened the gates", True),
        ("would not open the gates", False),
        ("did not open the gates alone", False),
        ("did not know who had opened the gates", False),
        ("did not comment", False),
        ("had not been told if the gates were opened", False),
    ],
)
def test_a_negative_denies_all_it_says_not_to_be_so_and_no_more(build: Build, words: str, answers: bool) -> None:
    text = CHARGED.replace("{{", "{").replace("}}", "}").replace("{}", words)
    assert bool(build(("2024-06-18", text)).conflicts) is answers


@pytest.mark.parametrize(
    "words", ["We will not open the gates", "They did not open the gates", "We did not know of it"]
)
def test_a_quote_that_says_something_else_denies_nothing(build: Build, words: str) -> None:
    quoted = IN_OWN_WORDS.replace("We did not open the gates", words)
    assert build(("2024-06-18", GATES), ("2024-06-19", quoted)).conflicts == ()


NO_ANSWERS = {
    "it is about somebody else's": GATES.replace("Board]{.org} opened", "Board]{.org}’s sister opened"),
    "it only may be": GATES.replace("opened", "may have opened"),
    "it is about another": GATES.replace("Orla Harbour Board", "Lind Dock Office"),
    "they say so themselves": GATES.replace("by=mina-sol", "by=orla-harbour-board"),
    "it is not asserted": GATES.replace("asserts", "doubts"),
    "it is of another day": GATES.replace("opened", "on [3 May]{.date value=2024-05-03} opened"),
    "it is another thing": GATES.replace("gates", "doors"),
}


@pytest.mark.parametrize("claim", NO_ANSWERS.values(), ids=NO_ANSWERS)
def test_a_negative_answers_nothing_where(build: Build, claim: str) -> None:
    negative = (
        NOT_OPENED.replace("lock]", "lock on [4 May]{.date value=2024-05-04}]") if "3 May" in claim else NOT_OPENED
    )
    assert build(("2024-06-18", claim), ("2024-06-19", negative)).conflicts == ()


def test_what_refers_to_an_allegation_denies_it_whatever_the_verb(build: Build) -> None:
    rejected = "[Bo Lind]{.person} rejected [the allegation]{.claim by=bo-lind verb=rejected stance=denies}."
    briefing = build(("2024-06-18", f"{ACCUSED}\n\nIt was late.\n\n{rejected}"))
    assert told(briefing) == [("denial", "", ["S1 ¶1 asserts", "S1 ¶3 denies"])]


UNANSWERED = {
    "somebody else denies": [ACCUSED, DENIED.replace("Bo Lind", "Ada Ek").replace("bo-lind", "ada-ek")],
    "it stands far above": [ACCUSED, "It was late.", "It was dark.", DENIED],
    "another thing is denied at length": [
        ACCUSED,
        DENIED.replace("any wrongdoing", "having sold cracked bricks to schools and hospitals"),
    ],
    "a proposal is rejected": [
        ACCUSED,
        "[Bo Lind]{.person} rejected [a new salary]{.claim by=bo-lind verb=rejected stance=denies}.",
    ],
    "it is itself a denial": [ACCUSED.replace("had moved", "had not moved"), DENIED],
    "nobody can tell who said it": [ACCUSED.replace("by=mina-sol", "by=they"), DENIED],
    "who denies is named as somebody else": [ACCUSED, DENIED.replace("any wrongdoing", "hitting [Bo Lind]{.person}")],
}


@pytest.mark.parametrize("paragraphs", UNANSWERED.values(), ids=UNANSWERED)
def test_a_denial_answers_nothing_where(build: Build, paragraphs: list[str]) -> None:
    assert build(("2024-06-18", "\n\n".join(paragraphs))).conflicts == ()


def test_a_person_born_three_times_is_a_conflict(build: Build) -> None:
    years = ("1961", "1963", "1971")
    articles = [
        (f"2024-06-1{n}", f"[Mina Sol]{{.person}} was born in [{year}]{{.date value={year}}}.")
        for n, year in enumerate(years)
    ]
    assert told(build(*articles)) == [("birth", "mina-sol", ["S1 ¶1 1961", "S2 ¶1 1963", "S3 ¶1 1971"])]


def test_a_birth_told_more_exactly_is_no_conflict(build: Build) -> None:
    briefing = build(
        (
            "2024-06-18",
            "[Mina Sol]{.person} was born in [1961]{.date value=1961} and died in [1999]{.date value=1999}.",
        ),
        ("2024-06-19", "[Mina Sol]{.person}, born on [May 2, 1961]{.date value=1961-05-02}, ran the docks."),
    )
    assert briefing.conflicts == ()


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("300", "300", True),
        ("300", "340", True),
        ("300", "351", False),
        ("11", "12", False),
        ("2", "3", False),
        ("<=40", "41", False),
        ("<40", ">30", True),
        ("10/20", "15", True),
        ("10/20", "26", False),
        ("~100", "108", True),
        ("-5", "5", False),
        ("1.50", "1.5", True),
    ],
)
def test_whether_two_figures_can_both_be_right(one: str, other: str, both: bool) -> None:
    left, right = read_amount(one), read_amount(other)
    assert left
    assert right
    assert can_both_be(left, right) is both is can_both_be(right, left)


@pytest.mark.parametrize("value", ["", "many", "1/2/3", "NaN", "Infinity", ">=", "1,000", "٣٠٠x"])
def test_what_is_no_figure_is_not_read(value: str) -> None:
    assert read_amount(value) is None


def test_slips_of_scale_may_go_either_way() -> None:
    small, great, zero = read_amount("4.9"), read_amount("4900000"), read_amount("0")
    assert small and great and zero
    assert is_scale_slip(small, great)
    assert is_scale_slip(great, small)
    assert not is_scale_slip(small, small)


def found_dead(words: str, value: str) -> str:
    return (
        f"[Mina Sol]{{.person}}, a clerk of the [Port of Orla]{{.org}}, was found dead at home on "
        f"[{words}]{{.date value={value}}}."
    )


def test_a_person_found_dead_on_two_days_is_a_conflict(build: Build) -> None:
    briefing = build(
        ("2024-06-18", found_dead("Monday", "2024-06-17")), ("2024-06-19", found_dead("Tuesday", "2024-06-18"))
    )
    assert told(briefing) == [("found", "mina-sol", ["S1 ¶1 2024-06-17", "S2 ¶1 2024-06-18"])]


DIED = "[Mina Sol]{.person} died in Orla on [Sunday]{.date value=2024-06-16}."


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(found_dead("Monday", "2024-06-17"), id="found is not died"),
        pytest.param(DIED.replace("06-16", "06-23"), id="a weekday of two weeks"),
        pytest.param(
            "[Mina Sol]{.person} died after she was hit on [Monday]{.date value=2024-06-10}.", id="the day of a cause"
        ),
        pytest.param(
            "[Mina Sol]{.person} and [Bo Lind]{.person} died on [Monday]{.date value=2024-06-17}.", id="two people"
        ),
        pytest.param("[Mina Sol]{.person} nearly died on [Monday]{.date value=2024-06-17}.", id="nearly"),
    ],
)
def test_days_of_death_that_may_all_be_right_are_no_conflict(build: Build, other: str) -> None:
    assert build(("2024-06-18", DIED), ("2024-06-19", other)).conflicts == ()
    told_otherwise = DIED.replace("Sunday", "Saturday").replace("06-16", "06-15")
    assert build(("2024-06-18", DIED), ("2024-06-19", told_otherwise)).conflicts != ()


def raid(words: str) -> str:
    return f"{words} raid on the [Tarn]{{.place}} jewellery market."


TOLD_ALIKE = [
    pytest.param(
        "[The new tunnel under the Orla will cost [£2.3bn]{.quantity value=2300000000 unit=GBP}]"
        "{.claim by=ministry verb=said stance=asserts}, a ministry said.",
        "Ministers put the cost of the new tunnel under the Orla at [£3.1bn]{.quantity value=3100000000 unit=GBP}.",
        id="money",
    ),
    pytest.param(
        raid("[Two people]{.quantity value=2 unit=people} were arrested after the"),
        raid("Police arrested [three people]{.quantity value=3 unit=people} after Monday's"),
        id="people, passive and active",
    ),
    pytest.param(
        "[[Norvik Steel]{.org} will cut [400 jobs]{.quantity value=400 unit=jobs} at its Tarn plant]"
        "{.claim by=norvik-steel verb=said stance=asserts}, it said.",
        "[Norvik Steel]{.org} said [it would cut [650 jobs]{.quantity value=650 unit=jobs} at its plant in "
        "[Tarn]{.place}]{.claim by=norvik-steel verb=said stance=asserts}.",
        id="a pronoun for who says so",
    ),
    pytest.param(
        "Bricks worth [$2 million]{.quantity value=2000000 unit=USD} were stolen from the Hobbs warehouse in Orla.",
        "Thieves stole bricks worth [$5 million]{.quantity value=5000000 unit=USD} from the Hobbs warehouse in Orla.",
        id="another order",
    ),
]


@pytest.mark.parametrize(("first", "second"), TOLD_ALIKE)
def test_one_thing_is_known_by_its_names_and_what_is_done_in_whatever_order(
    build: Build, first: str, second: str
) -> None:
    (conflict,) = build(("2024-06-18", first), ("2024-06-18", second)).conflicts
    assert [account.citation.article for account in conflict.accounts] == ["a0001", "a0002"]


TOLD_APART = [
    pytest.param(
        raid("[Two people]{.quantity value=2 unit=people} were arrested after the"),
        raid("[Three people]{.quantity value=3 unit=people} were injured in the"),
        id="something else is done",
    ),
    pytest.param(
        raid("[Two people]{.quantity value=2 unit=people} were arrested after the"),
        raid("[Three people]{.quantity value=3 unit=people} were arrested after the").replace("Tarn", "Orla"),
        id="elsewhere",
    ),
    pytest.param(
        raid("Police had by noon arrested [two people]{.quantity value=2 unit=people} over the"),
        raid("Police arrested [three people]{.quantity value=3 unit=people} over the"),
        id="a count that goes on",
    ),
    pytest.param(
        raid('[At least two people]{.quantity value=">=2" unit=people} were arrested after the'),
        raid("[Three people]{.quantity value=3 unit=people} were arrested after the"),
        id="at least",
    ),
    pytest.param(
        "[Norvik Steel]{.org} will invest [£2bn]{.quantity value=2000000000 unit=GBP} in a plant at Tarn by May.",
        "[Norvik Steel]{.org} will invest [£3bn]{.quantity value=3000000000 unit=GBP} "
        "in plants at Tarn and Orla by May.",
        id="more is counted",
    ),
    pytest.param(
        "[Norvik Steel]{.org} reported sales of [£2bn]{.quantity value=2000000000 unit=GBP} for its brick works.",
        "[Norvik Steel]{.org} reported a profit of [£3bn]{.quantity value=3000000000 unit=GBP} for its brick works.",
        id="something else is measured",
    ),
]


@pytest.mark.parametrize(("first", "second"), TOLD_APART)
def test_two_things_are_told_apart_however_alike_the_words_are(build: Build, first: str, second: str) -> None:
    assert build(("2024-06-18", first), ("2024-06-18", second)).conflicts == ()


def test_copies_of_one_report_do_not_contradict_it_in_other_words(build: Build) -> None:
    first, second = TOLD_ALIKE[3].values
    shared = "Nobody at the office answered calls until late in the evening, when all the lights went out again."
    articles = [("2024-06-18", f"{text}\n\n{shared}") for text in (first, second)]
    assert build(*articles).conflicts == ()
