"""Publishers, agencies and authors: each with its articles, none lost in another."""

from pathlib import Path

from builder.briefing.model import Briefing, Source, SourceKind
from builder.pages.catalogue import catalogue
from builder.pages.plan import plan
from tests.briefing.conftest import Build

MONDAY = "2024-03-04"
BODY = "The ferry sank in the bay."


def of_kind(briefing: Briefing, kind: SourceKind) -> list[Source]:
    return [source for source in briefing.sources if source.kind is kind]


def test_a_house_that_publishes_and_wires_has_a_page_for_each(build: Build) -> None:
    fronts = {1: "publisher: Coast News\n", 2: "publisher: The Bay\nagency: Coast News\nauthor: [Coast News]\n"}
    briefing = build((MONDAY, BODY), (MONDAY, BODY), fronts=fronts)
    named = [source for source in briefing.sources if source.name == "Coast News"]
    assert [(source.kind, source.articles) for source in named] == [
        (SourceKind.PUBLISHER, ("a0001",)),
        (SourceKind.AGENCY, ("a0002",)),
        (SourceKind.AUTHOR, ("a0002",)),
    ]
    paths = [page.path for page in plan(catalogue(briefing))]
    assert {"sources/coast-news.html", "agencies/coast-news.html", "authors/coast-news.html"} <= set(paths)
    assert len(paths) == len(set(paths))


def test_a_name_is_one_however_it_is_cased_and_names_without_a_latin_letter_are_not(build: Build) -> None:
    authors = ["Ann Lee", "ANN LEE", "عادة بون", "山田太郎"]
    fronts = {number: f"author: [{name}]\npublisher: {name}\n" for number, name in enumerate(authors, 1)}
    briefing = build(*[(MONDAY, BODY)] * 4, (MONDAY, BODY), fronts=fronts)
    for kind in (SourceKind.AUTHOR, SourceKind.PUBLISHER):
        found = {source.name: len(source.articles) for source in of_kind(briefing, kind)}
        unnamed = {"unknown": 1} if kind is SourceKind.PUBLISHER else {}
        assert found == {"Ann Lee": 2, "عادة بون": 1, "山田太郎": 1, **unnamed}


def test_an_author_named_twice_in_an_article_has_one(build: Build) -> None:
    (author,) = of_kind(build((MONDAY, BODY), fronts={1: "author: [Ann Lee, Ann Lee]\n"}), SourceKind.AUTHOR)
    assert author.articles == ("a0001",)


def test_an_editor_s_file_is_for_the_publisher_and_the_agency_of_its_name(build: Build, tmp_path: Path) -> None:
    folder = tmp_path / "content" / "sources"
    folder.mkdir(parents=True)
    (folder / "npa.md").write_text("---\nname: North Press Agency\nsame_as: [https://npa.example]\n---\n")
    briefing = build((MONDAY, BODY), fronts={1: "agency: NPA\n"})
    (agency,) = of_kind(briefing, SourceKind.AGENCY)
    assert (agency.name, agency.same_as) == ("North Press Agency", ("https://npa.example",))
