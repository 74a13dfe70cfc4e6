"""Reading the site in a real browser: from disk, on a phone, without a script, by keyboard, on paper."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

PHONE: ViewportSize = {"width": 360, "height": 740}
WIDE: ViewportSize = {"width": 1440, "height": 900}
BY_KEYBOARD = (
    "index.html",
    "articles/bridge-opens.html",
    "topics/trams.html",
    "chronology.html",
    "statements.html",
    "people.html",
    "people/ada-boone.html",
    "sources.html",
    "dossier.html",
)

NOTE_WHAT_IS_REACHED = """() => {
  window.reached = new Set();
  addEventListener("focusin", ({ target }) => window.reached.add(target.getAttribute("href") || target.textContent));
}"""

# The contrast of two colours is computed from their relative luminance (WCAG 2.2, success criterion 1.4.3).
CONTRASTS = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  function luminance(name) {
    const probe = document.createElement("span");
    document.body.append(probe);
    probe.style.color = `var(${name})`;
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    probe.remove();
    const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const grounds = ["--paper", "--raised", "--tint", "--faint-tint", "--mark"];
  const inks = ["--ink", "--accent", "--soft"];
  return Object.fromEntries(grounds.map((ground) => [ground, inks.map((ink) => contrast(ink, ground))]));
}"""


@pytest.mark.parametrize("name", ["nothing", "hostile", "odd", "plain"])
def test_every_page_reads_from_disk_at_any_width(name: str, sites: dict[str, Path], open_page: Open) -> None:
    sizes = (PHONE, WIDE)
    page = open_page((sites[name] / "index.html").as_uri(), viewport=PHONE)
    for file in sorted(sites[name].rglob("*.html")):
        if file.parts[-2:] == ("old", "trams.html"):
            continue
        page.goto(file.as_uri())
        expect(page.locator("h1")).to_be_visible()
        for size in sizes:
            page.set_viewport_size(size)
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= size["width"], f"{file.name} is {wide} px wide on a screen of {size['width']}"
        sizes = sizes[::-1]  # the next page is opened in the size that this one has


def test_the_second_theme_is_visibly_another(sites: dict[str, Path], open_page: Open) -> None:
    looks = set()
    for name in ("sample", "plain"):
        page = open_page((sites[name] / "index.html").as_uri(), viewport=WIDE)
        menu, content = page.locator(".masthead").bounding_box(), page.locator("main").bounding_box()
        assert menu and content
        title = page.locator("h1")
        typeface, accent = (title.evaluate(f"(one) => getComputedStyle(one).{of}") for of in ("fontFamily", "color"))
        looks.add((menu["x"] + menu["width"] <= content["x"], typeface, accent))
    assert all(len(set(values)) == 2 for values in zip(*looks, strict=True))


@pytest.mark.parametrize("name", ["sample", "plain"])
def test_contrast_of_text_in_both_schemes(name: str, sites: dict[str, Path], open_page: Open) -> None:
    page = open_page((sites[name] / "index.html").as_uri(), color_scheme="dark")
    dark = page.evaluate(CONTRASTS)
    page.emulate_media(color_scheme="light")
    light = page.evaluate(CONTRASTS)
    assert dark != light
    for ground, (ink, accent, soft) in [*dark.items(), *light.items()]:
        assert ink >= 7, (ground, ink)
        assert accent >= 4.5, (ground, accent)
        assert soft >= (4.5 if ground in ("--paper", "--raised") else 3), (ground, soft)


def test_a_reader_without_scripts_misses_nothing(sites: dict[str, Path], open_page: Open) -> None:
    address = (sites["sample"] / "articles/bridge-opens.html").as_uri()
    page = open_page(address, java_script_enabled=False, viewport=PHONE)
    expect(page.locator("#p2")).to_contain_text("opened the")
    page.get_by_text("Menu").click()
    page.get_by_role("link", name="Chronology").click()
    expect(page.get_by_role("heading", name="Chronology", level=1)).to_be_visible()
    expect(page.get_by_text("A fair was held.")).to_be_visible()
    choices = page.get_by_role("navigation", name="Which events")
    choices.get_by_role("link", name=re.compile("planned", re.IGNORECASE)).click()
    expect(page.get_by_text("Trams start in 2026.").first).to_be_visible()
    expect(page.get_by_text("A fair was held.")).to_have_count(0)


def test_notes_stand_in_the_margin_of_a_wide_page_and_open_in_place_on_a_phone(
    sites: dict[str, Path], open_page: Open
) -> None:
    page = open_page((sites["sample"] / "articles/bridge-opens.html").as_uri(), viewport=WIDE)
    note = page.locator(".note.event")
    expect(note).to_be_visible()
    paragraph = page.locator("#p2").bounding_box()
    beside = note.bounding_box()
    assert paragraph and beside
    assert beside["x"] > paragraph["x"] + paragraph["width"]
    page.set_viewport_size(PHONE)
    expect(note).to_be_hidden()
    page.get_by_text("2 notes").click()
    expect(note).to_be_visible()


@pytest.mark.parametrize(("name", "paths"), [("sample", BY_KEYBOARD), ("plain", BY_KEYBOARD[:2])])
def test_the_keyboard_reaches_the_content_first_and_then_everything(
    name: str, paths: Sequence[str], sites: dict[str, Path], open_page: Open
) -> None:
    page = open_page("about:blank", viewport=WIDE)
    for path in paths:
        page.goto((sites[name] / path).as_uri())
        page.keyboard.press("Tab")
        expect(page.get_by_text("Skip to the content")).to_be_focused()
        expect(page.get_by_text("Skip to the content")).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        page.evaluate(NOTE_WHAT_IS_REACHED)
        for _ in range(page.locator(":is(main, footer) :is(a, summary, button, input, [tabindex])").count()):
            page.keyboard.press("Tab")
        reached = page.evaluate("[...window.reached]")
        links = page.locator("main a:visible, footer a:visible")
        notes = page.locator("main summary:visible").evaluate_all("all => all.map(one => one.textContent)")
        assert {*links.evaluate_all("all => all.map(a => a.getAttribute('href'))"), *notes} <= {*reached}, path


def test_the_choice_of_colours_and_marks_stays_from_page_to_page(served: str, open_page: Open) -> None:
    page = open_page(f"{served}/articles/bridge-opens.html", viewport=WIDE)
    name = page.locator(".text a.person").first
    expect(name).to_have_css("text-decoration-line", "underline")
    page.get_by_label("off").check()
    expect(name).to_have_css("text-decoration-line", "none")
    expect(page.locator(".note.event")).to_be_hidden()
    page.get_by_label("dark", exact=True).check()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(f"{served}/dossier.html")
    expect(page.locator(".text a.person").first).to_have_css("text-decoration-line", "none")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_a_citation_leads_to_its_paragraph(served: str, open_page: Open) -> None:
    page = open_page(f"{served}/chronology.html")
    page.get_by_role("link", name="[S1 ¶2]").first.click()
    expect(page).to_have_url(re.compile(r"/articles/bridge-opens\.html#p2$"))
    expect(page.locator("#p2")).to_be_in_viewport()


def test_a_former_address_leads_on(served: str, open_page: Open) -> None:
    page = open_page(f"{served}/old/trams.html")
    expect(page).to_have_url(re.compile(r"/articles/trams-late\.html$"))


def test_search_finds_a_passage_where_there_is_a_server(served: str, open_page: Open) -> None:
    page = open_page(f"{served}/search.html")
    expect(page.locator("#no-search")).to_be_hidden()
    page.locator("#search input[type=text]").fill("engineer")
    result = page.get_by_role("link", name="Trams may come late")
    expect(result).to_be_visible()
    result.click()
    expect(page).to_have_url(re.compile(r"/articles/trams-late\.html#p1$"))


def test_search_says_so_where_there_is_none(sites: dict[str, Path], open_page: Open) -> None:
    page = open_page((sites["sample"] / "search.html").as_uri())
    expect(page.locator("#no-search")).to_contain_text("not from a folder on disk")
    page.locator("#no-search").get_by_role("link", name="dossier").click()
    expect(page.get_by_role("heading", name="The Harbour Bridge", level=1)).to_be_visible()


def test_on_paper_there_is_nothing_to_press(sites: dict[str, Path], open_page: Open) -> None:
    page = open_page((sites["sample"] / "dossier.html").as_uri(), color_scheme="dark")
    page.emulate_media(media="print")
    for selector in ("nav", ".settings", ".contents"):
        for one in page.locator(selector).all():
            expect(one).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf().startswith(b"%PDF")
