"""Which reports are of one utterance, and which only look so."""

import pytest

from builder.briefing.model import Briefing
from tests.briefing.conftest import Build

BELL = "[Ann Bell]{.person}"


def claim(words: str, by: str = "ann-bell", stance: str = "asserts") -> str:
    return f"{BELL} said [{words}]{{.claim by={by} verb=said stance={stance}}} on the phone."


def quote(words: str) -> str:
    return f"“[{words}]{{.quote by=ann-bell verb=said}},” {BELL} said."


def rows(briefing: Briefing) -> list[tuple[int, int]]:
    """Return of each statement how many passages report it, and in how many other wordings."""
    return [(len(one.citations), len(one.variants)) for one in briefing.statements]


ONE = "the ferry would sail to the island again in May"
Rows = list[tuple[int, int]]

TOLD: list[tuple[str, str, str, Rows | None]] = [
    ("the same words", ONE, ONE, [(2, 0)]),
    ("nearly the same words", ONE, "the ferry would sail to the island again in May, at last", [(2, 1)]),
    (
        "the same telling words in another order",
        ONE,
        "that ferry will sail again to an island by May",
        [(1, 0), (1, 0)],
    ),
    ("the same telling words in order", ONE, "a ferry will sail for its island again by May", [(2, 1)]),
    ("another figure", "the storm cost 40 families their boats", "the storm cost 60 families their boats", None),
    ("a denial", "the harbour will be closed for good", "the harbour will not be closed for good", None),
    ("a denial put short", "the harbour will be closed for good", "the harbour won’t be closed for good", None),
    ("who did it to whom", "rebels attacked government troops", "government troops attacked rebels", None),
    ("too few words", "boats sank", "the boats sank", None),
]


@pytest.mark.parametrize(("one", "other", "expected"), [case[1:] for case in TOLD], ids=[case[0] for case in TOLD])
def test_claims_of_one_speaker_in_two_outlets(build: Build, one: str, other: str, expected: Rows | None) -> None:
    briefing = build(("2024-03-04", claim(one)), ("2024-03-05", claim(other)))
    assert rows(briefing) == (expected or [(1, 0), (1, 0)])


APART = [
    ("another speaker", "2024-03-05", {"by": '"a sailor"'}),
    ("nobody named", "2024-03-05", {"by": '""'}),
    ("another stance", "2024-03-05", {"stance": "denies"}),
    ("another week", "2024-03-12", {}),
    ("no day known", "unknown", {}),
]


@pytest.mark.parametrize(("published", "changes"), [case[1:] for case in APART], ids=[case[0] for case in APART])
def test_the_same_claim_is_another_utterance_where(build: Build, published: str, changes: dict[str, str]) -> None:
    assert len(build(("2024-03-04", claim(ONE)), (published, claim(ONE, **changes))).statements) == 2


LONG = "The ferry is my life, and I will not see it sold to people who never sailed"


@pytest.mark.parametrize("shorter_first", [False, True])
def test_a_quotation_cut_by_one_outlet_is_the_same(build: Build, shorter_first: bool) -> None:
    cut = "I will not see it sold to people"
    words = (cut, LONG) if shorter_first else (LONG, cut)
    assert rows(build(*(("2024-03-04", quote(one)) for one in words))) == [(2, 1)]


def test_a_turn_of_phrase_on_another_occasion_is_another_quotation(build: Build) -> None:
    phrase = "The ferry is my life"
    assert rows(build(("2024-03-04", quote(LONG)), ("2024-03-05", quote(phrase)))) == [(2, 1)]
    assert rows(build(("2024-03-04", quote(LONG)), ("2024-06-05", quote(phrase)))) == [(1, 0), (1, 0)]


def test_a_claim_carried_by_two_independent_outlets_says_so(build: Build) -> None:
    briefing = build(
        ("2024-03-04", claim(ONE)), ("2024-03-04", claim(ONE)), fronts={1: "agency: NPA\n", 2: "agency: QQA\n"}
    )
    assert [statement.voices for statement in briefing.statements] == [2]
