"""The model that a folder of content files comes to."""

import itertools
from collections import Counter
from pathlib import Path

import pytest

from builder.briefing.assemble import assemble
from builder.briefing.checks import check
from builder.briefing.entities import display_name, usual_role
from builder.briefing.model import Briefing, EntityKind
from builder.content.files import Content, read_articles, read_entities, read_index, read_topics
from builder.project import locate
from builder.urls import Slug, slugify
from builder.workers import FEWEST

HARBOUR = """---
title: Harbour to close
published: 2024-03-05
publisher: Coast Courier
agency: AP
topics: [harbour]
---

[[Ana Ruiz]{.person}, mayor of [Port Aldo]{.place}, closed the harbour on [Monday]{.date value=2024-03-04}.]{.event}

“[Nobody will sail before the pier is safe again,]{.quote by=ana-ruiz verb=said}” [Ruiz]{.person ref=ana-ruiz} said.

The pier was built in [1890]{.date value=1890} and [[Dock Union]{.org} members say [it cost
[3 million]{.quantity value=3000000 unit=USD}]{.claim by=dock-union verb=say stance=asserts}.]{.event date=1890}
"""
UNION = """---
title: Union calls for talks
published: 2024-03-07
publisher: Hill Herald
topics: [harbour]
---

[[Port Aldo]{.place} mayor [Ana Ruiz]{.person} closed the harbour on [March 4]{.date value=2024-03-04}.]{.event}

“[Nobody will sail before the pier is safe again]{.quote by=ana-ruiz verb=told},” she told the [Dock Union]{.org}.

[The [Dock Union]{.org} will meet on [March 20]{.date value=2024-03-20}.]{.event}
"""
WIRE = """---
title: Mayor shuts harbour
published: 2024-03-05
publisher: Inland Times
agency: AP
---

Nothing of this is marked.
"""
TOPIC = "---\ntitle: The harbour\nmatch: [harbour, pier*]\n---\n\nWhat the editor says of it.\n"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    files = {
        "articles/harbour.md": HARBOUR,
        "articles/union.md": UNION,
        "articles/wire.md": WIRE,
        "topics/harbour.md": TOPIC,
        "people/ana-ruiz.md": "---\nname: Ana Ruiz Vega\naliases: [Mayor Ruiz]\nrole: mayor\n---\n",
        "index.md": "---\ntitle: The harbour\n---\nAn introduction.\n",
    }
    for name, text in files.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return read(tmp_path)


def read(root: Path) -> Content:
    project = locate(root)
    return Content(
        read_index(project)[0], read_articles(project)[0], read_topics(project)[0], read_entities(project)[0]
    )


@pytest.fixture
def briefing(content: Content) -> Briefing:
    return assemble(content)


def test_articles_are_coded_in_order_of_publication(briefing: Briefing) -> None:
    assert [(article.code, article.slug) for article in briefing.articles] == [
        ("S1", "harbour"),
        ("S2", "wire"),
        ("S3", "union"),
    ]


def test_one_agency_is_one_voice(briefing: Briefing) -> None:
    voices = {str(article.slug): article.voice for article in briefing.articles}
    assert voices["harbour"] == voices["wire"] != voices["union"]
    assert briefing.voices == 2


def test_one_happening_told_twice_is_one_event(briefing: Briefing) -> None:
    (closing,) = [event for event in briefing.events if event.date == "2024-03-04"]
    assert [str(telling.citation) for telling in closing.tellings] == ["S1 ¶1", "S3 ¶1"]
    assert [telling.date_words for telling in closing.tellings] == ["Monday", "March 4"]
    assert closing.voices == 2
    assert closing.people == ("ana-ruiz",)
    assert closing.weight == max(event.weight for event in briefing.events)


def test_background_and_plans_are_told_apart(briefing: Briefing) -> None:
    signs = {event.date: (event.status, event.background) for event in briefing.events}
    assert signs == {"1890": ("past", True), "2024-03-04": ("past", False), "2024-03-20": ("planned", False)}


def test_one_utterance_in_two_outlets_is_one_statement(briefing: Briefing) -> None:
    (quote,) = [statement for statement in briefing.statements if statement.kind == "quote"]
    assert [str(citation) for citation in quote.citations] == ["S1 ¶2", "S3 ¶2"]
    assert [text for text, _ in quote.variants] == ["Nobody will sail before the pier is safe again"]
    assert (quote.speaker, quote.speaker_kind, quote.voices) == ("ana-ruiz", EntityKind.PERSON, 2)


def test_a_claim_keeps_verb_stance_and_speaker(briefing: Briefing) -> None:
    (claim,) = [statement for statement in briefing.statements if statement.kind == "claim"]
    assert (claim.speaker, claim.verb, claim.stance) == ("dock-union", "say", "asserts")
    assert claim.text == "it cost 3 million"


def test_entities_have_forms_roles_and_the_editors_name(briefing: Briefing) -> None:
    (mayor,) = [entity for entity in briefing.entities if entity.kind is EntityKind.PERSON]
    assert (mayor.name, mayor.role, mayor.slug) == ("Ana Ruiz Vega", "mayor", "ana-ruiz")
    assert set(mayor.aliases) == {"Ana Ruiz", "Ruiz", "Mayor Ruiz"}
    assert len(mayor.mentions) == 3
    assert mayor.articles == ("harbour", "union")
    assert (EntityKind.PLACE, Slug("port-aldo"), 2) in mayor.together


def test_a_topic_has_its_passages_figures_and_people(briefing: Briefing) -> None:
    (topic,) = briefing.topics
    assert [str(citation) for citation in topic.passages] == ["S1 ¶1", "S1 ¶2", "S1 ¶3", "S3 ¶1", "S3 ¶2"]
    assert topic.articles == ("harbour", "union")
    assert [(figure.value, figure.unit) for figure in topic.figures] == [("3000000", "USD")]
    assert topic.body


@pytest.mark.usefixtures("content")
def test_what_cannot_be_right_is_a_problem_at_its_place(tmp_path: Path) -> None:
    path = tmp_path / "content" / "articles" / "union.md"
    text = path.read_text().replace("value=2024-03-20", 'value="2024-02-30"').replace("[harbour]", "[harbor]")
    path.write_text(
        text.replace("[March 4]{.date", "[March 4]{.dates").replace("published: 2024-03-07", "published: soon")
    )
    (tmp_path / "content" / "people" / "other.md").write_text("---\nname: Other\naliases: [mayor ruiz]\n---\n")
    changed = read(tmp_path)
    found = sorted(str(problem).split("\n")[0] for problem in check(assemble(changed), changed))
    assert found == [
        "content/articles/union.md:12:38: error: “2024-02-30” is not a date (March 20) (date-invalid)",
        "content/articles/union.md:3: error: “soon” is not a date (date-invalid)",
        "content/articles/union.md:5:10: warning: there is no topic “harbor” (topic-unknown)",
        "content/articles/union.md:8:79: warning: “{.dates value=2024-03-04}” is not a label or has an unknown key, "
        "and stays text (label-unknown)",
        "content/people/other.md:3:11: error: alias “mayor ruiz” belongs to people/ana-ruiz already (alias-twice)",
    ]


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(
    ("written", "hint"), [("7 March 2024", "write 2024-03-07"), ("03.04.2024", "write 2024-09-09, 2024-09")]
)
def test_a_day_as_papers_write_it_is_told_as_it_is_written_here(tmp_path: Path, written: str, hint: str) -> None:
    path = tmp_path / "content" / "articles" / "union.md"
    path.write_text(path.read_text().replace("published: 2024-03-07", f"published: {written}"))
    changed = read(tmp_path)
    (problem,) = (one for one in check(assemble(changed), changed) if one.code == "date-invalid")
    assert problem.hint.startswith(hint)


def test_spans_that_cross_paragraphs_or_do_not_balance(tmp_path: Path) -> None:
    path = tmp_path / "content" / "articles" / "a.md"
    path.parent.mkdir(parents=True)
    path.write_text(
        "---\ntitle: A\npublished: 2024\n---\n\nOne [two\n\nthree]{.quote by=x} four.\n\n"
        "[Five]{.person} six]{.org}.\n\nSeven \\]{.place} eight.\n"
    )
    content = read(tmp_path)
    assert [str(problem).split(": ")[0] for problem in check(assemble(content), content)] == [
        "content/articles/a.md:8:7",
        "content/articles/a.md:10:21",
    ]


def test_a_briefing_without_anything_is_a_briefing(tmp_path: Path) -> None:
    empty = assemble(read(tmp_path))
    assert (empty.articles, empty.events, empty.voices, empty.title) == ((), (), 0, "Briefing")


def test_copies_are_one_voice_and_one_story(tmp_path: Path) -> None:
    words = " ".join("".join(letters) for letters in itertools.islice(itertools.product("kamo", repeat=4), 80))
    for number in range(40):
        path = tmp_path / "content" / "articles" / f"copy-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        title = f"{chr(97 + number % 26) * 9} {chr(98 + number % 24) * 7}"
        path.write_text(f"---\ntitle: {title}\npublisher: P{number}\n---\n\n{words} {number}\n")
    copies = assemble(read(tmp_path))
    assert copies.voices == 1
    assert [len(story) for story in copies.stories] == [40]
    assert [(len(shared.citations), shared.voices) for shared in copies.shared] == [(40, 1)]


def test_several_processes_make_the_same_briefing_as_one(tmp_path: Path) -> None:
    words = ["".join(letters) for letters in itertools.product("kamo", repeat=3)]
    folder = tmp_path / "content" / "articles"
    folder.mkdir(parents=True)
    for number in range(FEWEST):
        told = " ".join(words[(number // 3 * at) % len(words)] for at in range(1, 60))
        (folder / f"a{number}.md").write_text(f"---\ntitle: A{number}\npublisher: P{number % 7}\n---\n\n{told}\n")
    content = read(tmp_path)
    one = assemble(content)
    assert (one.voices < FEWEST, len(one.shared) > 1, len(one.stories) < FEWEST) == (True, True, True)
    assert assemble(content, jobs=2) == one


def test_a_place_that_only_adjectives_name_goes_by_its_own_name() -> None:
    netherlands, oslo = slugify("Netherlands"), slugify("Oslo")
    assert display_name(netherlands, Counter({"Dutch": 3})) == "Netherlands"
    assert display_name(netherlands, Counter({"Dutch": 3, "Holland": 1})) == "Dutch"
    assert display_name(oslo, Counter({"Dutch": 1})) == "Dutch"
    assert display_name(oslo, Counter()) == "Oslo"


def test_the_usual_role_is_what_most_mentions_say_or_more_that_several_say() -> None:
    assert usual_role(["mayor", "Monday for mayor", "mayor", "city mayor", "city mayor", "mayor"]) == "city mayor"
    assert usual_role(["Sunday harbour master", "harbour master", "harbour master", ""]) == "harbour master"
    assert usual_role(["General", "chief of the fire brigade"]) == "chief of the fire brigade"
    assert usual_role(["Mr.", "Ms", ""]) == ""
