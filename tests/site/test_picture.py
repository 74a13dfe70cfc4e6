"""The picture shown where a page is shared, read back with nothing but what the PNG standard says."""

import struct
import zlib
from dataclasses import replace
from pathlib import Path

from pages.long import long
from pages.odd import odd
from pages.sample import nothing, sample

from builder.briefing.model import Briefing
from builder.pages.catalogue import catalogue
from builder.pages.plan import plan
from builder.site.picture import HEIGHT, WIDTH, pictures
from builder.site.render import render
from builder.site.theme import load_theme

NOWHERE = Path("/nonexistent")
ADDRESS = "https://example.org/bridge/"


def drawn(briefing: Briefing, theme: str = "default") -> list[bytes]:
    """Return the rows of the picture as numbers of a palette, and the palette at the end."""
    found = catalogue(replace(briefing, base_url=ADDRESS))
    ((path, data),) = pictures(found, load_theme(theme, NOWHERE))
    assert path == "picture.png"
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


def test_pages_name_the_picture_by_its_whole_address_or_not_at_all() -> None:
    for address, named in ((ADDRESS, True), ("", False)):
        found = catalogue(replace(sample(), base_url=address))
        for _, data in render(plan(found), found, load_theme("default", NOWHERE)):
            assert (f'property="og:image" content="{ADDRESS}picture.png"'.encode() in data) is named
    assert not list(pictures(found, load_theme("default", NOWHERE)))
