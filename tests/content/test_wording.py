"""What is kept of an article's words: what they would tell if they were read again."""

from hypothesis import given
from hypothesis import strategies as st

from builder.content.runs import runs_in, unpacked
from builder.content.wording import FEWEST_WORDS, count_stems, wording_of
from builder.markdown.tokens import parse_body

WORDS = st.sampled_from(
    ["harbour", "Chain", "the", "of", "pilot-boat", "links", "1,000", "é", "Straße", "’s", "links,"]
)
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=40).map(" ".join), max_size=5)


@given(PARAGRAPHS)
def test_the_runs_of_a_text_and_of_its_long_passages_are_those_that_are_found_in_them(paragraphs: list[str]) -> None:
    body = parse_body("\n\n".join(paragraphs))
    wording = wording_of("", body)
    assert unpacked(wording.runs) == runs_in(body.text.split())
    assert wording.count == len(body.text.split())
    long = {at: passage.text for at, passage in enumerate(body.passages) if len(passage.text.split()) >= FEWEST_WORDS}
    assert {at: unpacked(runs) for at, runs in wording.passages} == {at: runs_in(long[at].split()) for at in long}


def test_the_editor_s_own_paragraphs_are_not_held_against_other_articles() -> None:
    long = " ".join(["word"] * FEWEST_WORDS)
    assert [at for at, _ in wording_of("", parse_body(f"[{long}]{{.note}}\n\n{long}")).passages] == [1]


def test_names_and_words_of_the_title_count_more_and_endings_of_plurals_do_not() -> None:
    counted = count_stems("Chains", "The chains, the chain and 12 Links".split())
    assert dict(zip(counted.stems.split(), counted.counts, strict=True)) == {"and": 1, "chain": 4, "link": 2, "the": 3}
