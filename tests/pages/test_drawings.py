"""The drawings beside the timeline: what is drawn, that it is told in words, and that it stays inside its frame."""

import re
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from builder.briefing.citation import Citation
from builder.briefing.model import Briefing, Entity, EntityKind, Mention, Source, SourceKind
from builder.pages import graph_drawing
from builder.pages.catalogue import catalogue
from builder.pages.land import land_path
from builder.pages.linker import TOPICS, Linker
from builder.pages.map_drawing import draw_map
from builder.pages.matrix_drawing import draw_coverage
from builder.pages.svg import shortened
from builder.pages.together import STRONGEST, Tie, Together, together
from builder.urls import Slug, page, slugify
from tests.making import article
from tests.pages.sample import nothing, sample

NAMES = ("Norway", "Oslo", "Japan", "Atlantis", "Peru", "Georgia")


def places(*names: str) -> Briefing:
    found = [entity(EntityKind.PLACE, name, len(names) - number) for number, name in enumerate(names)]
    return replace(nothing(), entities=tuple(found))


def entity(kind: EntityKind, name: str, mentions: int, *together: tuple[EntityKind, str, int]) -> Entity:
    citation = Citation(slugify("a"), "S1", 1)
    shared = tuple((other, slugify(called), count) for other, called, count in together)
    found = tuple(Mention(citation, 0, 1, "") for _ in range(mentions))
    return Entity(kind, slugify(name), name, (), "", (), (), None, found, (), shared)


def people() -> Briefing:
    kind = EntityKind.PERSON
    found = (
        entity(kind, "Ada", 9, (kind, "Ben", 4), (kind, "Cy", 1), (kind, "Nobody", 3)),
        entity(kind, "Ben", 5, (kind, "Ada", 4)),
        entity(kind, "Cy", 2, (kind, "Ada", 1)),
        entity(kind, "Dee", 1),
    )
    return replace(nothing(), entities=found)


def covered(topics: int, publishers: int) -> Briefing:
    sources = [
        Source(SourceKind.PUBLISHER, slugify(f"p{n}"), f"Paper {n}", (), None, (slugify(f"a{n}"),), (), (), (), ("en",))
        for n in range(publishers)
    ]
    articles = [
        replace(article(f"a{n}", f"S{n + 1}", "T", "Text.\n"), publisher_slug=slugify(f"p{n}"))
        for n in range(publishers)
    ]
    passages = tuple(Citation(one.slug, one.code, 1) for one in articles[: publishers // 2 + 1])
    (blank,) = sample().topics
    found = [replace(blank, slug=slugify(f"t{n}"), title=f"Topic {n}", passages=passages) for n in range(topics)]
    return replace(nothing(), sources=tuple(sources), articles=tuple(articles), topics=tuple(found))


def linker(briefing: Briefing) -> Linker:
    return Linker(catalogue(briefing), TOPICS)


def draw_together(briefing: Briefing, *kinds: EntityKind) -> str:
    return graph_drawing.draw_together(linker(briefing), together(briefing, kinds))


def circle(order: list[str]) -> Together:
    """Return people, each named with the next in the order, the last with the first, and once with all others."""
    kind = EntityKind.PERSON
    found = []
    for place, name in enumerate(order):
        beside = {order[place - 1], order[(place + 1) % len(order)]}
        shared = ((kind, other, 9 if other in beside else 1) for other in sorted(set(order) - {name}))
        found.append(entity(kind, name, 1, *shared))
    return together(replace(nothing(), entities=tuple(sorted(found, key=lambda one: one.name))), (kind,))


def length(names: list[Slug], ties: tuple[Tie, ...]) -> int:
    return sum(abs(names.index(tie.one[1]) - names.index(tie.other[1])) for tie in ties)


def links(drawing: Element) -> list[str]:
    return [link.get("href") or "" for link in drawing.iter("a")]


def test_each_square_leads_to_its_topic_and_says_what_it_stands_for() -> None:
    drawing = fromstring(draw_coverage(linker(covered(2, 3))))
    marks = [link for link in drawing.iter("a") if link.get("class") == "mark"]
    assert [link.findtext("title") for link in marks] == [
        "Paper 0, Topic 0: 1 passage",
        "Paper 1, Topic 0: 1 passage",
        "Paper 0, Topic 1: 1 passage",
        "Paper 1, Topic 1: 1 passage",
    ]
    assert links(drawing)[:3] == ["sources/p0.html", "sources/p1.html", "sources/p2.html"]


def test_what_has_no_room_in_the_matrix_is_told() -> None:
    text = fromstring(draw_coverage(linker(covered(20, 30)))).findtext("desc") or ""
    assert text.endswith("Not drawn: 4 topics, 22 publishers.")


@pytest.mark.parametrize(("topics", "publishers"), [(0, 0), (1, 5), (5, 1)])
def test_there_is_no_matrix_where_nothing_can_be_compared(topics: int, publishers: int) -> None:
    assert draw_coverage(linker(covered(topics, publishers))) == ""


def test_names_that_share_a_paragraph_are_joined_and_others_left_out() -> None:
    drawing = fromstring(draw_together(people(), EntityKind.PERSON))
    assert links(drawing) == ["people/ben.html", "people/ada.html", "people/cy.html"]
    assert [path.findtext("title") for path in drawing.iter("path")] == [
        "Ada, Cy: 1 shared paragraph",
        "Ben, Ada: 4 shared paragraphs",
    ]


def test_there_is_no_drawing_of_fewer_than_three_names() -> None:
    briefing = people()
    assert draw_together(replace(briefing, entities=briefing.entities[:2]), EntityKind.PERSON) == ""
    assert draw_together(nothing(), EntityKind.PERSON) == ""


@given(st.permutations("abcdefghijklmnop"))
def test_ties_are_short_and_few_whoever_is_named_first(order: list[str]) -> None:
    found = circle(order)
    drawn = [one.slug for one in found.names]
    assert sorted(drawn) == sorted(order)
    assert length(drawn, found.ties) <= length(sorted(drawn), found.ties)
    assert [tie.count for tie in found.ties] == [9] * len(order)
    assert all(sum(name in (tie.one[1], tie.other[1]) for tie in found.ties) == STRONGEST for name in order)


def test_each_name_keeps_its_strongest_ties() -> None:
    found = together(people(), (EntityKind.PERSON,))
    assert [(tie.one[1], tie.other[1], tie.count) for tie in found.ties] == [("ada", "ben", 4), ("ada", "cy", 1)]


def test_who_is_named_with_all_stands_in_their_midst() -> None:
    kind = EntityKind.PERSON
    others = "abcdefgh"
    hub = entity(kind, "Hub", 20, *((kind, other, 3) for other in others))
    named = (entity(kind, other, 2, (kind, "Hub", 3)) for other in others)
    names = [one.name for one in together(replace(nothing(), entities=(hub, *named)), (kind,)).names]
    assert names.index("Hub") == len(others) // 2


def test_only_places_whose_name_tells_where_they_lie_are_on_the_map() -> None:
    drawing = fromstring(draw_map(linker(places(*NAMES))))
    assert links(drawing) == [f"places/{name}.html" for name in ("norway", "oslo", "japan", "peru")]


def test_north_is_up_and_east_is_right() -> None:
    drawing = fromstring(draw_map(linker(places("Norway", "Japan", "Peru"))))
    norway, japan, peru = ((float(dot.get("cx", "")), float(dot.get("cy", ""))) for dot in drawing.iter("circle"))
    assert peru[0] < norway[0] < japan[0]
    assert norway[1] < japan[1] < peru[1]


def test_the_map_has_the_land_around_its_places_and_none_outside_its_frame() -> None:
    for names in (("Norway", "Oslo", "Japan"), ("Japan", "Peru", "Chile"), ("Norway", "Japan", "Peru")):
        drawing = fromstring(draw_map(linker(places(*names))))
        _, _, width, height = map(float, (drawing.get("viewBox") or "").split())
        (land,) = (path.get("d", "") for path in drawing.iter("path"))
        for ring in filter(None, land.split("z")):
            x = y = 0.0
            for right, down in zip(*[iter(re.findall(r"-?(?:\d+\.?\d*|\.\d+)", ring))] * 2, strict=True):
                x, y = x + float(right), y + float(down)
                assert -0.2 <= x <= width + 0.2
                assert -0.7 <= y <= height + 0.7


def test_the_land_of_a_window_without_any_is_empty() -> None:
    assert land_path(-150, -140, 20, 30, lambda point: point) == ""
    inland = land_path(20, 24, 0, 4, lambda point: (point[0] * 10, -point[1] * 10))
    assert inland.count("M") == 1


def test_topics_without_passages_make_no_matrix() -> None:
    briefing = covered(3, 3)
    assert draw_coverage(linker(briefing))
    bare = replace(briefing, topics=tuple(replace(topic, passages=()) for topic in briefing.topics))
    assert draw_coverage(linker(bare)) == ""


def test_two_known_places_make_no_map() -> None:
    assert draw_map(linker(places("Norway", "Oslo", "Atlantis"))) == ""


@pytest.mark.parametrize("briefing", [places(*NAMES), places("Oslo", "Bergen", "Norway"), people(), covered(16, 8)])
def test_nothing_is_drawn_outside_the_frame(briefing: Briefing) -> None:
    drawn = (
        draw_map(linker(briefing)),
        draw_together(briefing, EntityKind.PERSON),
        draw_coverage(linker(briefing)),
    )
    for drawing in (fromstring(one) for one in drawn if one):
        _, _, width, height = map(float, (drawing.get("viewBox") or "").split())
        for mark in (*drawing.iter("circle"), *drawing.iter("rect"), *drawing.iter("text")):
            x, y = (float(mark.get(f"c{axis}") or mark.get(axis) or "") for axis in "xy")
            assert 0 <= x <= width, mark.attrib
            assert 0 <= y <= height, mark.attrib


def test_every_drawing_has_a_title_and_a_text() -> None:
    briefing = sample()
    for drawing in (draw_map(linker(places(*NAMES))), draw_together(briefing, *EntityKind)):
        named = re.search(r'aria-labelledby="(\S+) (\S+)"', drawing)
        assert named
        assert all(f'id="{identifier}"' in drawing for identifier in named.groups())


@given(st.text(), st.integers(2, 40))
def test_a_shortened_text_fits_and_is_the_start_of_the_whole(text: str, characters: int) -> None:
    short = shortened(text, characters)
    assert len(short) <= characters
    assert text.startswith(short.removesuffix("…"))


def test_a_place_page_exists_for_each_dot() -> None:
    drawing = fromstring(draw_map(linker(places("Norway", "Japan", "Peru"))))
    assert [page(EntityKind.PLACE, slugify(name)) for name in ("Norway", "Japan", "Peru")] == links(drawing)
