"""An editor at work: what a build does with edits, and what keeps a site from being published."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import main
from tests.folders import write

SEED = """Harbour bridge to close

Port Aldo, March 5, 2024 - The bridge over the harbour will close on Monday, Mayor Ana Ruiz said.

"Nobody will cross before the cables are safe," Ruiz told the town council in Port Aldo.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bridge.txt").write_text(SEED)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.md").write_text("---\ntitle: The bridge\nas_of: 2024-04-01\n---\nAn introduction.\n")
    return tmp_path


def run(folder: Path, *arguments: str) -> Result:
    command, *rest = arguments
    return CliRunner().invoke(main, [command, "--root", str(folder), *rest])


def article(folder: Path) -> Path:
    (found,) = (folder / "content" / "articles").glob("*.md")
    return found


def site(folder: Path) -> dict[str, bytes]:
    files = (path for path in (folder / "site").rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_an_edit_is_shown_kept_and_given_up_only_when_asked(folder: Path) -> None:
    run(folder, "build")
    made = article(folder).read_text()
    article(folder).write_text(made.replace("publisher: unknown", "publisher: Coast Courier"))
    shown = run(folder, "check", "--diff").stdout
    assert "-publisher: Coast Courier\n+publisher: unknown\n" in shown
    run(folder, "build")
    assert "publisher: Coast Courier" in article(folder).read_text()
    assert run(folder, "build", "--take-generated", str(article(folder))).exit_code == 0
    assert article(folder).read_text() == made


def test_content_made_again_without_the_cache_is_as_it_was(folder: Path) -> None:
    shutil.copytree(Path(__file__).resolve().parents[1] / "seeds", folder / "seeds", dirs_exist_ok=True)
    run(folder, "build")
    made = {path: path.read_bytes() for path in (folder / "content").rglob("*.md")}
    assert len([path for path in made if path.parent.name == "topics"]) > 2
    shutil.rmtree(folder / ".briefing")
    assert "0 new, 0 changed, 6 kept" in run(folder, "build").stdout
    assert {path: path.read_bytes() for path in (folder / "content").rglob("*.md")} == made


def test_only_a_file_made_from_a_seed_can_be_taken_anew(folder: Path) -> None:
    run(folder, "build")
    before = site(folder)
    result = run(folder, "build", "--take-generated", str(folder / "content" / "index.md"))
    assert result.exit_code == 1
    assert "(not-generated)" in result.stderr
    assert site(folder) == before


def test_an_error_of_the_editors_keeps_the_published_site(folder: Path) -> None:
    run(folder, "build")
    before = site(folder)
    text = article(folder).read_text()
    article(folder).write_text(text.replace("publisher:", "publisher: [", 1))
    broken = run(folder, "build")
    assert broken.exit_code == 1
    assert "nothing published; the site is as it was" in broken.stdout
    assert site(folder) == before
    article(folder).write_text(text)
    assert run(folder, "build").exit_code == 0
    assert site(folder) == before


def test_a_renamed_article_stays_the_editors(folder: Path) -> None:
    run(folder, "build")
    edited = article(folder).read_text().replace("publisher: unknown", "publisher: Coast Courier")
    article(folder).write_text(edited)
    article(folder).rename(folder / "content" / "articles" / "the-bridge.md")
    assert run(folder, "build").exit_code == 0
    assert article(folder).name == "the-bridge.md"
    (folder / "seeds" / "bridge.txt").write_text(SEED + "\nThe council will meet again on March 12, 2024, Ruiz said.\n")
    assert run(folder, "build").exit_code == 0
    assert article(folder).name == "the-bridge.md"
    text = article(folder).read_text()
    assert "publisher: Coast Courier" in text
    assert "will meet again" in re.sub(r"\]\{[^}]*\}|\[", "", text)


def test_a_renamed_article_is_told_until_its_old_address_leads_to_it(folder: Path) -> None:
    run(folder, "build")
    old = f"articles/{article(folder).stem}.html"
    renamed = article(folder).rename(folder / "content" / "articles" / "the-bridge.md")
    for _ in range(2):
        told = run(folder, "build")
        assert f"the-bridge.md:1: warning: the article was renamed: there is no page {old} any more" in told.stderr
        assert not (folder / "site" / old).exists()
    renamed.write_text(renamed.read_text().replace("---\n", f"---\naliases: [{old}]\n", 1))
    assert "renamed" not in run(folder, "build").stderr
    assert 'href="the-bridge.html"' in (folder / "site" / old).read_text()
    assert "The first edition: all of it is new." in (folder / "site" / "changes.html").read_text()


def test_a_renamed_seed_keeps_its_article(folder: Path) -> None:
    run(folder, "build")
    article(folder).write_text(article(folder).read_text().replace("publisher: unknown", "publisher: Coast Courier"))
    (folder / "seeds" / "bridge.txt").rename(folder / "seeds" / "closing.txt")
    assert run(folder, "build").exit_code == 0
    text = article(folder).read_text()
    assert "file: closing.txt" in text
    assert "publisher: Coast Courier" in text


def test_a_briefing_may_ask_for_review(folder: Path) -> None:
    run(folder, "build")
    before = site(folder)
    index = folder / "content" / "index.md"
    index.write_text(index.read_text().replace("as_of", "require_review: true\nas_of"))
    result = run(folder, "build")
    assert result.exit_code == 1
    assert "(review-missing)" in result.stderr
    assert site(folder) == before
    article(folder).write_text(article(folder).read_text().replace("review: machine", "review: reviewed"))
    assert run(folder, "build").exit_code == 0


def test_pictures_of_the_editors_are_published(folder: Path) -> None:
    media = folder / "content" / "media"
    media.mkdir()
    (media / "map.png").write_bytes(b"\x89PNG")
    (media / ".hidden").write_bytes(b"x")
    index = folder / "content" / "index.md"
    index.write_text(index.read_text() + "\n![A map](media/map.png)\n")
    assert run(folder, "build").exit_code == 0
    assert (folder / "site" / "media" / "map.png").read_bytes() == b"\x89PNG"
    assert 'src="media/map.png"' in (folder / "site" / "index.html").read_text()
    assert not (folder / "site" / "media" / ".hidden").exists()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("![The *old* bridge](https://a.org/b.png)", '<a href="https://a.org/b.png">The old bridge</a>'),
        ('![](//a.org/b.png "In 1911")', '<a href="//a.org/b.png" title="In 1911">//a.org/b.png</a>'),
        ("[![Bridge](https://a.org/b.png)](https://a.org/)", '<a href="https://a.org/">Bridge</a>'),
        ("[a ![Bridge](http://a.org/b.png)]{.note}", 'a <a href="http://a.org/b.png">Bridge</a>'),
    ],
)
def test_a_picture_from_elsewhere_is_told_and_shown_as_a_link(folder: Path, written: str, shown: str) -> None:
    run(folder, "build")
    with article(folder).open("a") as file:
        file.write(f"\n{written}\n")
    index = folder / "content" / "index.md"
    index.write_text(index.read_text() + f"\nOurs: {written}\n")
    told = run(folder, "build").stderr
    line, column = article(folder).read_text().count("\n"), written.index("//") + 1
    column -= len(written[: column - 1].rpartition("(")[2])
    places = [line.split(": ")[0] for line in told.split("\n") if "(picture-elsewhere)" in line]
    assert places == [f"content/articles/{article(folder).name}:{line}:{column}", f"content/index.md:7:{column + 6}"]
    assert "hint: save the picture in content/media/ and write ../media/b.png\n" in told
    assert "hint: save the picture in content/media/ and write media/b.png\n" in told
    for page in (article(folder).with_suffix(".html").name, "../index.html", "../dossier.html"):
        html = (folder / "site" / "articles" / page).read_text()
        assert shown in html
        assert not re.search(r'<img[^>]+src="(?:https?:)?//', html)


def test_a_picture_that_is_part_of_the_page_stays(folder: Path) -> None:
    index = folder / "content" / "index.md"
    index.write_text(index.read_text() + "\n![Dot](data:image/png;base64,iVBORw0KGgo=)\n")
    assert "picture-elsewhere" not in run(folder, "build").stderr
    assert '<img src="data:image/png;base64,iVBORw0KGgo=" alt="Dot"' in (folder / "site" / "index.html").read_text()


def test_what_the_editor_adds_is_rendered_and_raw_html_is_not(folder: Path) -> None:
    run(folder, "build")
    added = "\n[Seen by *the* editor.]{.note}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<script>alert(1)</script>\n"
    article(folder).write_text(article(folder).read_text() + added)
    run(folder, "build")
    page = (folder / "site" / "articles" / article(folder).with_suffix(".html").name).read_text()
    assert "Seen by <em>the</em> editor." in page
    assert "<table>" in page
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_link_that_leads_nowhere_is_told_at_its_place(folder: Path) -> None:
    run(folder, "build")
    index = folder / "content" / "index.md"
    name = article(folder).name
    index.write_text(
        index.read_text() + f"\nSee [it](articles/{name}) and\n[that](articles/{name[:-5]}.md#p1), ![x](a.png).\n"
    )
    result = run(folder, "build")
    found = [line for line in result.stderr.split("\n") if "(link-dead)" in line]
    assert [line.split(": error")[0] for line in found] == ["content/index.md:8:8", "content/index.md:8:52"]
    assert f"did you mean articles/{name}?" in result.stderr


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("bridge.md", "did you mean topics/bridge.md?"),
        ("articles/harbour-bridge.md", "did you mean articles/harbour-bridge-to-close.md?"),
        ("topics/brigde.md", "did you mean topics/bridge.md?"),
        ("topics/bride.html", "did you mean topics/bridge.html?"),
        ("plan.png", "did you mean media/plan.png?"),
        ("media/bridge.png", "link to a file of content/, or to a whole address"),
        ("topics/ridges-of-sand.md", "link to a file of content/, or to a whole address"),
    ],
)
def test_the_hint_of_a_dead_link_names_what_was_probably_meant(folder: Path, address: str, hint: str) -> None:
    write(folder / "content" / "media" / "plan.png", "a picture")
    write(folder / "content" / "topics" / "bridge.md", "---\ntitle: Bridge\nmatch: [bridge]\n---\n")
    index = folder / "content" / "index.md"
    index.write_text(f"{index.read_text()}\nSee [it]({address}).\n")
    told = run(folder, "check").stderr
    assert f"hint: {hint}" in told.split("(link-dead)")[1]


def test_the_list_of_what_to_look_at_next(folder: Path) -> None:
    run(folder, "build")
    found = json.loads(run(folder, "check", "--json").stdout)
    assert {task["what"] for task in found["next"]} >= {"articles that nobody has reviewed"}
    assert "look at next:" in run(folder, "check").stdout


def test_each_published_edition_with_other_articles_is_recorded_once(folder: Path) -> None:
    changes = folder / "content" / "changes.yml"
    run(folder, "check")
    run(folder, "build", "--dry-run")
    assert not changes.exists()
    run(folder, "build")
    first = changes.read_text()
    assert first.count("as_of") == 1
    run(folder, "build")
    run(folder, "build", "--clean")
    assert changes.read_text() == first
    other = SEED.replace("bridge", "tunnel").replace("March 5", "March 9")
    (folder / "seeds" / "tunnel.txt").write_text(other)
    run(folder, "build")
    assert changes.read_text().startswith(first)
    assert changes.read_text().count("as_of") == 2
    assert "tunnel" in (folder / "site" / "changes.html").read_text()


def test_a_changed_title_leaves_the_address_alone(folder: Path) -> None:
    run(folder, "build")
    name = article(folder).name
    article(folder).write_text(article(folder).read_text().replace("title: Harbour bridge to close", "title: Closed"))
    run(folder, "build")
    page = folder / "site" / "articles" / name.replace(".md", ".html")
    assert article(folder).name == name
    assert ">Closed</h1>" in page.read_text()


def test_a_file_with_other_line_ends_stays_the_editors(folder: Path) -> None:
    run(folder, "build")
    edited = article(folder).read_text().replace("publisher: unknown", "publisher: Coast Courier").replace("\n", "\r\n")
    article(folder).write_bytes(edited.encode())
    assert run(folder, "build").exit_code == 0
    assert article(folder).read_bytes() == edited.encode()
    (folder / "seeds" / "bridge.txt").write_text(SEED + "\nThe council will meet again on March 12, 2024, Ruiz said.\n")
    assert run(folder, "build").exit_code == 0
    assert "publisher: Coast Courier" in article(folder).read_text()
    assert "meet again" in article(folder).read_text()


def test_one_changed_mention_changes_one_line(folder: Path) -> None:
    run(folder, "build")
    before = article(folder).read_text().splitlines()
    people = folder / "content" / "people"
    people.mkdir()
    (people / "ana-maria-ruiz.md").write_text("---\nname: Ana Maria Ruiz\naliases: [Ana Ruiz, Ruiz]\n---\n")
    run(folder, "build")
    after = article(folder).read_text().splitlines()
    assert len(before) == len(after)
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert all("ana-maria-ruiz" in line or line.startswith("generated:") for line in changed)
    assert any("ref=ana-maria-ruiz" in line for line in changed)


def test_half_a_file_is_a_problem_and_the_next_build_mends_it(folder: Path) -> None:
    run(folder, "build")
    before = site(folder)
    whole = article(folder).read_text()
    article(folder).write_text(whole[: len(whole) // 3])
    assert run(folder, "build").exit_code == 1
    assert article(folder).read_text() == whole[: len(whole) // 3]
    assert site(folder) == before
    article(folder).write_text(whole)
    assert run(folder, "build").exit_code == 0
    assert site(folder) == before


def test_two_names_that_make_one_address_are_an_error(folder: Path) -> None:
    topics = folder / "content" / "topics"
    topics.mkdir()
    for name in ("the-bridge.md", "The Bridge.md"):
        (topics / name).write_text("---\ntitle: The bridge\nmatch: [bridge]\n---\n")
    result = run(folder, "build")
    assert result.exit_code == 1
    assert "content/topics/the-bridge.md: error: its address is that of content/topics/The Bridge.md" in result.stderr


def test_a_link_to_a_place_that_is_not_on_its_page_is_told_once_where_it_is_written(folder: Path) -> None:
    run(folder, "build")
    index = folder / "content" / "index.md"
    name = article(folder).name
    links = f"[1](articles/{name}#p1), [2](articles/{name}#p99), [3](articles/{name}#evenst), [4](topics.html#x7)"
    index.write_text(index.read_text() + f"\nSee {links}.\n")
    with article(folder).open("a") as file:
        file.write("\n[Ours, see [1](#p1) and [9](#p9).]{.note}\n")
    told = run(folder, "build").stderr
    places = [line.split(": ")[0] for line in told.split("\n") if "(anchor-dead)" in line]
    line = article(folder).read_text().count("\n")
    own = "[Ours, see [1](#p1) and [9](#p9).]{.note}".index("#p9") + 1
    wrong = (f"articles/{name}#p99", f"articles/{name}#evenst", "topics.html#x7")
    there = [f"content/index.md:7:{5 + links.index(address)}" for address in wrong]
    assert places == [f"content/articles/{name}:{line}:{own}", *there]
    assert "hint: its paragraphs are p1 to p3" in told
    assert "hint: did you mean #events?" in told


def test_a_link_within_an_article_leads_there_from_the_dossier_too(folder: Path) -> None:
    run(folder, "build")
    with article(folder).open("a") as file:
        file.write("\n[Ours, see [above](#p1).]{.note}\n")
    assert run(folder, "build").exit_code == 0
    page = article(folder).with_suffix(".html").name
    assert '<a href="#p1">above</a>' in (folder / "site" / "articles" / page).read_text()
    assert f'<a href="articles/{page}#p1">above</a>' in (folder / "site" / "dossier.html").read_text()


def test_dates_that_hang_on_an_unknown_day_are_listed(folder: Path) -> None:
    (folder / "seeds" / "bridge.txt").write_text("The tower\n\nThe tower will open on Friday, Mayor Ana Ruiz said.\n")
    run(folder, "build")
    tasks = json.loads(run(folder, "check", "--json").stdout)["next"]
    (places,) = [task["places"] for task in tasks if task["what"] == "dates that can't be told without knowing more"]
    assert [place.split(": ")[1] for place in places] == ["“Friday”"]


def test_a_broken_topic_is_no_reason_to_propose_others(folder: Path) -> None:
    topics = folder / "content" / "topics"
    topics.mkdir()
    (topics / "bridge.md").write_text("---\ntitle: [\n---\n")
    for name in ("tunnel", "ferry", "tram"):
        seed = SEED.replace("bridge", name).replace("Ruiz said", "Ruiz said of the harbour bridge")
        (folder / "seeds" / f"{name}.txt").write_text(seed)
    assert run(folder, "build").exit_code == 1
    assert [path.name for path in topics.iterdir()] == ["bridge.md"]


def test_a_deleted_article_stays_deleted_until_it_is_asked_for(folder: Path) -> None:
    run(folder, "build")
    made = article(folder)
    made.rename(made.with_name("closing.md"))
    run(folder, "build")
    article(folder).unlink()
    seed = folder / "seeds" / "bridge.txt"
    seed.write_text(SEED.replace("Harbour bridge to close", "No crossing from Monday"))
    for _ in range(2):
        told = run(folder, "build", "-v")
        assert told.exit_code == 0
        assert "content/articles/closing.md: note: the article was removed by hand" in told.stderr
        assert not list(made.parent.iterdir())
    run(folder, "build", "--take-generated", str(made.with_name("closing.md")))
    assert article(folder).name == "closing.md"


def test_a_deleted_article_comes_back_with_a_seed_that_comes_back(folder: Path) -> None:
    run(folder, "build")
    made = article(folder)
    made.unlink()
    seed = folder / "seeds" / "bridge.txt"
    away = seed.rename(folder / "bridge.txt")
    (folder / "seeds" / "other.txt").write_text(SEED.replace("bridge", "tunnel"))
    run(folder, "build")
    away.rename(seed)
    run(folder, "build")
    assert made.is_file()


def test_a_conflict_is_told_until_the_article_is_edited_again(folder: Path) -> None:
    run(folder, "build")
    article(folder).write_text(article(folder).read_text().replace("publisher: unknown", "publisher: Coast Courier"))
    (folder / "seeds" / "bridge.txt").write_text(f"---\npublisher: Harbour Post\n---\n{SEED}")
    for command in ("check", "build", "build", "check"):
        assert "hint: publisher: Harbour Post" in run(folder, command).stderr, command
    article(folder).write_text(article(folder).read_text().replace("review: machine", "review: reviewed"))
    assert "merge-conflict" not in run(folder, "build").stderr
    assert "publisher: Coast Courier" in article(folder).read_text()


DISPUTED = """---
title: Cranes
published: 2024-03-06
review: reviewed
---

[[Ada Lund]{.person review=disputed} of the [Crane Office]{.org review=disputed} saw [Lind]{.place review=disputed} on [May 3]{.date value=2024-05-03 review=disputed} for [two days]{.duration value=P2D review=disputed} with [40 cranes]{.quantity value=40 review=disputed}.]{.event}

“[They swim,]{.quote by=ada-lund review=disputed}” she said, and [they fly]{.claim by=ada-lund review=reviewed}.

[The port opened on [May 9]{.date value=2024-05-09}.]{.event review=disputed}
"""  # noqa: E501


def test_what_is_disputed_is_said_in_words_wherever_it_is_shown(folder: Path) -> None:
    (folder / "content" / "articles").mkdir()
    (folder / "content" / "articles" / "cranes.md").write_text(DISPUTED)
    assert run(folder, "build").exit_code == 0
    page = (folder / "site" / "articles" / "cranes.html").read_text()
    notes = re.findall(r'<li class="note (\w+)">(.*?)</li>', page)
    said = {(kind, state) for kind, note in notes for state in re.findall('class="state (\\w+)"', note)}
    kinds = ("person", "org", "place", "date", "duration", "quantity", "quote", "event")
    assert said == {*((kind, "disputed") for kind in kinds), ("claim", "reviewed")}
    for name, count in (("chronology", 2), ("statements", 1)):
        listed = (folder / "site" / f"{name}.html").read_text()
        assert listed.partition("<main")[2].count('class="state disputed"') == count, name
    tasks = json.loads(run(folder, "check", "--json").stdout)["next"]
    assert tasks[0]["what"] == "articles and marks that are disputed"
    assert len(tasks[0]["places"]) == len(kinds)
    assert "S2 ¶2: “They swim,” (quote)" in tasks[0]["places"]


def test_a_briefing_that_asks_for_review_is_not_published_with_a_dispute(folder: Path) -> None:
    (folder / "seeds" / "bridge.txt").unlink()
    (folder / "content" / "articles").mkdir()
    cranes = folder / "content" / "articles" / "cranes.md"
    cranes.write_text(DISPUTED)
    index = folder / "content" / "index.md"
    index.write_text(index.read_text().replace("as_of", "require_review: true\nas_of"))
    refused = run(folder, "build")
    assert "content/articles/cranes.md:9:2: error: “They swim,” is disputed (review-missing)" in refused.stderr
    assert refused.stderr.count("(review-missing)") == DISPUTED.count("review=disputed")
    assert not (folder / "site").exists()
    cranes.write_text(DISPUTED.replace("disputed", "reviewed"))
    assert run(folder, "build").exit_code == 0


def test_what_the_editor_wrote_is_explained_as_the_editors(folder: Path) -> None:
    run(folder, "build")
    changes = {
        "publisher: unknown": "publisher: Coast Courier",
        "published: 2024-03-05": "published: 2024-03-06",
        "[Monday]{.date": "[Monday]{.date review=disputed",
        "[Ana Ruiz]{.person}": "Ana Ruiz",
        "town council": "[town council]{.org ref=council}",
    }
    text = article(folder).read_text()
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    article(folder).write_text(text)
    told = run(folder, "explain", str(article(folder))).stdout.split("\n")
    assert "publisher: Coast Courier  (editor; the seed: unknown)" in told
    (published,) = [line for line in told if line.startswith("published: ")]
    assert published.startswith("published: 2024-03-06  (editor; the seed: 2024-03-05, date")
    (council,) = [line for line in told if line.endswith("“town council”  (editor)")]
    assert council.startswith("¶2:")
    (ruiz,) = [line for line in told if "“Ana Ruiz”" in line and " .person " in line]
    assert ruiz.endswith("; editor: not in the article)")
    assert len([line for line in told if "editor" in line]) == 4


def test_an_article_of_the_editors_own_is_explained(folder: Path) -> None:
    run(folder, "build")
    own = folder / "content" / "articles" / "own.md"
    own.write_text("---\ntitle: Own\n---\nBy [Ada]{.person}.\n")
    told = run(folder, "explain", str(own)).stdout.split("\n")
    assert told[0] == "title: Own  (editor; the seed: unknown)"
    assert told[-2] == "¶1:4 .person  “Ada”  (editor)"
    own.write_text("---\ntitel: Own\n---\n")
    assert "(key-unknown)" in run(folder, "explain", str(own)).stderr


@pytest.mark.parametrize("half", [b"", b"---\ntitle: Harb", b"No front matter.\n", "---\ntitle: Ä".encode("latin-1")])
def test_a_file_that_is_being_saved_waits_and_misses_nothing(folder: Path, half: bytes) -> None:
    run(folder, "build")
    whole = article(folder).read_text().replace("publisher: unknown", "publisher: Coast Courier")
    article(folder).write_bytes(half)
    (folder / "seeds" / "bridge.txt").write_text(SEED + "\nThe council will meet again on March 12, 2024, Ruiz said.\n")
    for _ in range(2):
        assert run(folder, "build").exit_code == 1
        assert article(folder).read_bytes() == half
    article(folder).write_text(whole)
    assert run(folder, "build").exit_code == 0
    assert "publisher: Coast Courier" in article(folder).read_text()
    assert "meet again" in article(folder).read_text()


def test_a_reference_that_is_nearly_known_is_told_with_what_was_probably_meant(folder: Path) -> None:
    run(folder, "build")
    text = article(folder).read_text()
    assert "[Ruiz]{.person ref=ana-ruiz}" in text
    article(folder).write_text(text.replace("[Ruiz]{.person ref=ana-ruiz}", "[Ruiz]{.person ref=ana-riuz}"))
    people = folder / "content" / "people"
    people.mkdir()
    (people / "ana-ruiz.md").write_text("---\nname: Ana Ruiz\n---\n")
    told = run(folder, "check").stderr
    assert "nothing else is called “ana-riuz” (ref-unknown)" in told
    assert "hint: did you mean “ana-ruiz”?" in told
    article(folder).write_text(text)
    assert "ref-unknown" not in run(folder, "check").stderr
