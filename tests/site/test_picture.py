"""The picture shown where a page is shared, read back with nothing but what the PNG standard says."""

import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from builder.briefing.model import Briefing
from builder.pages.catalogue import catalogue
from builder.pages.pictured import MOST_ARTICLES, can_be_set, pictured
from builder.pages.plan import plan
from builder.pages.words import ENGLISH
from builder.site.picture import making_pictures, pictures
from builder.site.raster import HEIGHT, WIDTH, typeface
from builder.site.render import render
from builder.site.theme import load_theme
from builder.urls import PagePath, page, slugify
from tests.pages.hostile import hostile
from tests.pages.long import long
from tests.pages.odd import odd
from tests.pages.sample import UNCOMPARED, nothing, sample

NOWHERE = Path("/nonexistent")
ADDRESS = "https://example.org/bridge/"


def drawn(briefing: Briefing, theme: str = "default") -> list[bytes]:
    """Return the rows of the briefing's picture as numbers of a palette, and the palette at the end."""
    found = catalogue(replace(briefing, base_url=ADDRESS))
    ((path, data),) = pictures(found, load_theme(theme, NOWHERE))
    assert path == "picture.png"
    return read(data)


def own(briefing: Briefing, theme: str = "default") -> dict[str, list[bytes]]:
    """Return the same of the picture of each page that has one of its own."""
    found = catalogue(replace(briefing, base_url=ADDRESS))
    return {path: read(make(found)) for path, make in making_pictures(found, load_theme(theme, NOWHERE)).items()}


def read(data: bytes) -> list[bytes]:
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, place = {}, 8
    while place < len(data):
        length, name = struct.unpack(">I4s", data[place : place + 8])
        body = data[place + 8 : place + 8 + length]
        assert zlib.crc32(name + body) == struct.unpack(">I", data[place + 8 + length : place + 12 + length])[0]
        chunks[name] = body
        place += 12 + length
    assert struct.unpack(">IIBBBBB", chunks[b"IHDR"]) == (WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    pixels = zlib.decompress(chunks[b"IDAT"])
    assert len(pixels) == HEIGHT * (WIDTH + 1)
    assert max(pixels) * 3 < len(chunks[b"PLTE"])
    return [pixels[row * (WIDTH + 1) + 1 :][:WIDTH] for row in range(HEIGHT)] + [chunks[b"PLTE"]]


def test_marks_stand_on_their_lanes_and_nothing_touches_an_edge() -> None:
    *rows, palette = drawn(sample())
    assert any(15 in row for row in rows[20:])
    assert all(set(row[:20]) == {0} and set(row[-20:]) == {0} for row in rows[14:])
    assert palette[:3] == bytes.fromhex("fcfbf8")


def test_any_briefing_can_be_drawn_and_is_drawn_the_same_twice() -> None:
    for make in (nothing, odd, long):
        assert drawn(make()) == drawn(make())


def test_a_theme_gives_its_colours() -> None:
    palette = drawn(sample(), "plain")[-1]
    assert (palette[:3], palette[45:48]) == (bytes.fromhex("ffffff"), bytes.fromhex("0b4f8a"))


def test_a_page_has_a_picture_of_its_own_that_says_what_it_is_called() -> None:
    shown = own(sample())
    assert set(shown) == {
        *("pictures/articles/bridge-opens.png", "pictures/articles/trams-late.png", "pictures/topics/trams.png"),
        *("pictures/people/ada-boone.png", "pictures/organisations/bank-of-port-vale.png"),
        *("pictures/places/harbour-bridge.png", "pictures/places/port-vale.png"),
    }
    assert len({tuple(rows) for rows in shown.values()}) == len(shown)


@pytest.mark.parametrize("make", [sample, hostile, odd])
@pytest.mark.parametrize("theme", ["default", "plain"])
def test_no_words_touch_an_edge_and_the_same_ones_look_the_same_twice(make: Callable[[], Briefing], theme: str) -> None:
    shown = own(make(), theme)
    assert shown == own(make(), theme)
    for path, (*rows, _) in shown.items():
        assert all(set(row[:20]) == {0} and set(row[-40:]) == {0} for row in rows[14:]), path
        assert {value for row in rows[-24:] for value in row} == {0}, path


def test_what_the_typeface_can_t_set_and_a_crowd_of_articles_share_the_briefing_s_picture() -> None:
    first, second = sample().articles
    shown = own(replace(sample(), articles=(replace(first, title="افتتاح الجسر"), second), **UNCOMPARED))
    assert {path for path in shown if "articles" in path} == {"pictures/articles/trams-late.png"}
    many = tuple(replace(second, slug=slugify(f"a{number}")) for number in range(MOST_ARTICLES + 1))
    pictures = pictured(replace(sample(), articles=many), ENGLISH)
    assert "topics/trams.html" in pictures
    assert not [path for path in pictures if path.startswith("articles/")]


def test_the_typeface_has_every_letter_that_a_picture_may_show() -> None:
    signs = [chr(number) for number in range(0x2100) if can_be_set(chr(number)) and chr(number).isprintable()]
    font = typeface(20)
    missing = bytes(font.getmask("\U0010fffd"))
    assert len(signs) > 590
    assert [sign for sign in signs if not sign.isspace() and bytes(font.getmask(sign)) == missing] == []


def test_pages_name_their_picture_or_the_briefing_s_by_its_whole_address_or_none() -> None:
    found = catalogue(replace(long(), base_url=ADDRESS))
    named = {
        path: re.findall(r'property="og:image" content="(.*?)"', data.decode())
        for path, data in render(plan(found), found, load_theme("default", NOWHERE))
    }
    assert named[page("index")] == named[page("chronology")] == [f"{ADDRESS}picture.png"]
    assert named[page("topics", "trams")] == named[PagePath("topics/trams.2.html")]
    assert named[page("topics", "trams")] == [f"{ADDRESS}pictures/topics/trams.png"]
    made = {f"{ADDRESS}{path}" for path in making_pictures(found, load_theme("default", NOWHERE))}
    assert {address for addresses in named.values() for address in addresses} == {*made, f"{ADDRESS}picture.png"}


def test_without_an_address_no_page_names_a_picture_and_none_is_drawn() -> None:
    found, theme = catalogue(replace(sample(), base_url="")), load_theme("default", NOWHERE)
    assert not [path for path, data in render(plan(found), found, theme) if b"og:image" in data]
    assert (list(pictures(found, theme)), making_pictures(found, theme)) == ([], {})
