"""How many independent sources articles come down to, and which words they share."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from builder.briefing.voices import Origin, group_voices
from builder.briefing.wording import COPIED, alike, joined
from builder.content.runs import runs_in


def alike_pairs(texts: Sequence[str], share: float) -> list[tuple[int, int]]:
    return list(alike(tuple(texts), tuple([runs_in(text.split()) for text in texts]), share))


def voices(*articles: tuple[str, str, str]) -> tuple[int, ...]:
    """Return the voices of articles given as text, publisher and agency."""
    origins = [Origin(publisher, agency) for _, publisher, agency in articles]
    return group_voices(origins, alike_pairs([text for text, _, _ in articles], COPIED))


LETTER = (
    "The harbour master wrote on Tuesday that no ship may leave before the chain across the inner basin has been "
    "raised, inspected by two divers and oiled, since a link broke last spring and sank a pilot boat with all hands."
)
REPLY = (
    "Fishermen answered that the chain had been sound for ninety years; what broke was trust, they said, and nobody "
    "would bring cod ashore in Port Aldo until the council had paid what it owed them for the empty winter."
)
ESSAY = (
    "Every port keeps a story of its worst night. Ours is told by the clock of the customs house, which stopped when "
    "the flood reached the third floor and which no mayor has dared to wind again, whatever the party in power."
)


def test_an_agency_is_one_voice_in_every_outlet() -> None:
    origins = [(LETTER, "Courier", "AP"), (REPLY, "Herald", "AP"), (ESSAY, "Herald", "")]
    assert voices(*origins) == (1, 1, 2)


def test_an_agencys_report_does_not_make_its_customers_one_voice() -> None:
    origins = [
        (LETTER, "Courier", "AP"),
        (REPLY, "Courier", ""),
        (LETTER, "Herald", "AP"),
        (ESSAY, "Herald", ""),
    ]
    assert voices(*origins) == (1, 2, 1, 3)


def test_a_copy_has_the_voice_of_what_it_copies() -> None:
    assert voices((LETTER, "Courier", "AP"), (f"News. {LETTER}", "Herald", "")) == (1, 1)
    assert voices((LETTER, "Courier", ""), (LETTER, "Herald", "")) == (1, 1)
    assert voices((LETTER, "", ""), (LETTER, "", "")) == (1, 1)
    origins = [(LETTER, "Courier", ""), (LETTER, "", ""), (REPLY, "Courier", "")]
    assert voices(*origins) == (1, 1, 1)


def test_a_publisher_is_one_voice_and_nobody_known_is_each_their_own() -> None:
    assert voices((LETTER, "Courier", ""), (REPLY, "courier", "")) == (1, 1)
    assert voices((LETTER, "", ""), (REPLY, "", ""), ("", "", ""), ("", "", "")) == (
        1,
        2,
        3,
        4,
    )


def test_a_text_within_a_longer_one_is_the_same_wording() -> None:
    assert alike_pairs([LETTER, f"{REPLY} {LETTER} {ESSAY}", ESSAY], 0.9) == [(0, 1), (1, 2)]


def test_case_and_punctuation_do_not_matter() -> None:
    assert alike_pairs([LETTER, LETTER.upper().replace(",", " –")], 1.0) == [(0, 1)]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_linked_numbers_have_one_leader(pairs: list[tuple[int, int]]) -> None:
    leaders = joined(10, pairs)
    assert all(leaders[left] == leaders[right] for left, right in pairs)
    assert all(leaders[leader] == leader <= number for number, leader in enumerate(leaders))


@given(st.lists(st.text(max_size=60), max_size=8))
def test_every_text_is_like_its_copy(texts: list[str]) -> None:
    pairs = alike_pairs([*texts, *texts], 1.0)
    assert all(
        (number, number + len(texts)) in pairs for number, text in enumerate(texts) if any(map(str.isalnum, text))
    )


def test_short_sentences_with_one_phrase_in_common_are_not_the_same_wording() -> None:
    one = "Some 1,000 barrels of oil a day are leaking into the sea from the well, officials say."
    other = "Some 5,000 barrels of oil a day are now pouring into the Gulf."
    assert alike_pairs([one, other], 0.6) == []
