"""What is kept from the last briefing never shows: whatever is edited, the next one is that of its files alone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.briefing.assemble import assemble
from builder.briefing.model import Briefing
from builder.memo import Memo
from tests.briefing.files import EDITS, KEYS, PARAGRAPHS, START, Files, content, edited, recorded


@settings(max_examples=300, deadline=None)
@given(START, st.lists(st.lists(EDITS, min_size=1, max_size=2), min_size=1, max_size=4))
def test_a_briefing_is_that_of_its_files_whatever_was_there_before(
    start: Files, history: list[list[tuple[object, ...]]]
) -> None:
    memo, files = Memo(keeps=True), start
    assemble(content(files), recorded(files), memo)
    memo.forget_unused()
    for edits in history:
        for edit in edits:
            files = edited(files, edit)
        kept = assemble(content(files), recorded(files), memo)
        memo.forget_unused()
        assert repr(kept) == repr(assemble(content(files), recorded(files)))


def briefings(*steps: Files) -> list[Briefing]:
    memo, found = Memo(keeps=True), []
    for files in steps:
        found.append(assemble(content(files), (), memo))
        memo.forget_unused()
    return found


def test_what_an_edit_does_not_touch_stays_the_very_same() -> None:
    keys = {key: values[0] for key, values in KEYS.items()}
    before = Files({"ferry": (keys, PARAGRAPHS[5:7]), "quay": (keys, (PARAGRAPHS[2], PARAGRAPHS[11]))})
    after = edited(before, ("paragraph", "quay", 1, PARAGRAPHS[12]))
    one, other = briefings(before, after)
    assert [was is now for was, now in zip(one.articles, other.articles, strict=True)] == [True, False]
    assert one.statements[0] is other.statements[0]
    assert one.events[0] is other.events[0]
    same = {entity.slug for entity in one.entities if any(entity is now for now in other.entities)}
    assert same == {"ada-lund", "tarn-ferry"}
