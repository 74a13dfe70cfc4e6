"""Folders that are no story, or hardly one: each is published whole, and says no more than it knows."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import icalendar
import pytest

from tests.folders import SEED, write_all
from tests.running import run

INDEX = "---\ntitle: T\nas_of: 2024-06-30\n---\n"
FERRY = """---
title: {title}
published: {day}
publisher: {publisher}
---
The ferry to {island} sank on Friday, the harbour office said. Nobody was on board of it at the time of the storm.

“We will look for the wreck as soon as the wind allows it,” {speaker}, the head of the harbour office, told reporters.

Divers found a crack of 12 metres in the hull, and the salvage company said that raising the wreck would take weeks.
"""


def ferry(number: int, island: str = "Lind", speaker: str = "Ada Holm") -> str:
    return FERRY.format(
        title=f"Ferry to {island} sinks", day="2024-05-04", publisher=f"Paper {number}", island=island, speaker=speaker
    )


def published(folder: Path, seeds: Mapping[str, str]) -> tuple[dict[str, Any], Path]:
    """Build a briefing of some seeds and return its data and its site."""
    write_all(folder, {"content/index.md": INDEX, **{f"seeds/{name}.txt": text for name, text in seeds.items()}})
    done = run("build", "--strict", at=folder)
    assert done.status == 0, done.errors
    return json.loads((folder / "site/data/briefing.json").read_text(encoding="utf-8")), folder / "site"


def text_of(page: Path) -> str:
    """Return the words of a page."""
    markup = re.sub(r"<script\b.*?</script>|<[^>]+>", " ", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return " ".join(markup.split())


def test_one_article_is_a_briefing_that_compares_nothing(tmp_path: Path) -> None:
    data, site = published(tmp_path, {"bridge": SEED})
    assert [data[key] for key in ("topics", "conflicts", "shared")] == [[], [], []]
    assert data["stories"] == [["harbour-bridge-to-close"]]
    assert "1 article, 1 independent source" in text_of(site / "index.html")
    assert "This is the only article of the briefing." in text_of(site / "articles/harbour-bridge-to-close.html")


def test_forty_copies_are_one_voice_that_says_each_thing_once(tmp_path: Path) -> None:
    data, site = published(tmp_path, {f"copy-{number}": ferry(number) for number in range(40)})
    assert (len(data["articles"]), data["voices"]) == (40, 1)
    assert [len(story) for story in data["stories"]] == [40]
    (sunk,) = [event for event in data["events"] if "sank" in event["text"]]
    assert (len(sunk["tellings"]), sunk["voices"]) == (40, 1)
    (quoted,) = [one for one in data["statements"] if one["kind"] == "quote"]
    assert (len(quoted["citations"]), quoted["variants"], quoted["voices"]) == (40, [], 1)
    assert "40 articles, 1 independent source" in text_of(site / "index.html")
    assert text_of(site / "chronology.html").count("The ferry to Lind sank on Friday") == 1
    assert text_of(site / "statements.html").count("We will look for the wreck") == 1
    assert "… (40)" in text_of(site / "statements.html")


BAKERY = """---
title: Baker wins the prize for rye bread
published: 2024-03-01
publisher: {0}
---
The baker {1} of Osta won the prize for the best rye bread of the country on Thursday, the guild of bakers said.

“Rye wants patience, and patience is what we bake with,” {1} told the guests of the evening in the town hall of Osta.
"""


def test_two_stories_stay_two(tmp_path: Path) -> None:
    seeds = {f"ferry-{number}": ferry(number, speaker=f"Ada Holm{'e' * number}") for number in range(2)}
    seeds |= {f"bread-{number}": BAKERY.format(f"Crumb {number}", f"Bo Lund{'h' * number}") for number in range(2)}
    data, _ = published(tmp_path, seeds)
    titles = {article["slug"]: article["title"] for article in data["articles"]}
    assert sorted(sorted({titles[slug] for slug in story}) for story in data["stories"]) == [
        ["Baker wins the prize for rye bread"],
        ["Ferry to Lind sinks"],
    ]
    for event in data["events"]:
        assert len({titles[telling["article"]] for telling in event["tellings"]}) == 1


CENTURIES = """---
title: The long life of a bridge
published: 2024-05-03
publisher: Portly Herald
---
The first bridge of Portly opened in 1850, when the harbour was built by Carla Jensen and her brothers from Osta.

The new bridge closed on 2 May 2024, and Mayor Ada Holm said that the town would repair it before the winter came.

The lease of the land under the bridge ends in 2150, and the town of Portly will give it back to the families then.
"""


def test_three_centuries_are_one_chronology(tmp_path: Path) -> None:
    data, site = published(tmp_path, {"bridge": CENTURIES})
    dated = [(event["date"], event["status"], event["background"]) for event in data["events"]]
    assert dated == [("1850", "past", True), ("2024-05-02", "past", False), ("2150", "planned", False)]
    chronology = (site / "chronology.html").read_text(encoding="utf-8")
    wide = chronology[chronology.index('<svg class="timeline wide"') : chronology.index("</svg>")]
    assert len(set(re.findall(r'<circle cx="([\d.]+)"', wide))) == 3
    assert "⁄⁄" in wide
    slides = json.loads((site / "data/timelinejs.json").read_text(encoding="utf-8"))["events"]
    assert [slide["start_date"]["year"] for slide in slides] == [1850, 2024, 2150]
    calendar = icalendar.Calendar.from_ical((site / "data/chronology.ics").read_bytes())
    assert len(calendar.walk("VEVENT")) == 1


def test_a_person_with_three_years_of_birth_has_three(tmp_path: Path) -> None:
    seeds = {
        f"life-{year}": f"---\ntitle: A life, {year}\npublished: 2024-05-0{number}\npublisher: Paper {year}\n---\n"
        f"The painter Ada Holm was born in {year} in Osta. She left the town as a child and never came back to it.\n"
        for number, year in enumerate((1961, 1963, 1971), 1)
    }
    data, site = published(tmp_path, seeds)
    assert [(one["kind"], one["subject"], len(one["accounts"])) for one in data["conflicts"]] == [
        ("birth", "ada-holm", 3)
    ]
    page = text_of(site / "people/ada-holm.html")
    assert all(f"was born in {year}" in page for year in (1961, 1963, 1971))


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    names = ["".join((a, b, c)).title() for a in "bdfgklmnrt" for b in "aeiou" for c in "bdfgklmnrtswzvpjhcxq"]
    seeds = {
        f"list-{part}": f"---\ntitle: Boats, part {part}\npublished: 2024-05-03\npublisher: Lists\n---\n"
        + "\n\n".join(
            f"The boat {name} of captain Jo {name}sen sank off Osta on 2 May 2024."
            for name in names[100 * part : 100 * part + 100]
        )
        for part in range(5)
    }
    return published(tmp_path_factory.mktemp("crowded"), seeds)


def test_five_hundred_events_of_one_day_are_all_told(crowded: tuple[dict[str, Any], Path]) -> None:
    data, site = crowded
    passages = {(telling["article"], telling["paragraph"]) for event in data["events"] for telling in event["tellings"]}
    assert len(passages) == 500
    parts = sorted(site.glob("chronology*.html"))
    shown = "".join(part.read_text(encoding="utf-8") for part in parts)
    assert all(f'id="event-{event["id"]}"' in shown for event in data["events"])


def test_a_page_of_five_hundred_events_stays_a_page(crowded: tuple[dict[str, Any], Path]) -> None:
    _, site = crowded
    drawing = re.search(r"<svg.*?</svg>", (site / "chronology.html").read_text(encoding="utf-8"), re.DOTALL)
    assert drawing is None or drawing[0].count("<a ") <= 200
    assert max(page.stat().st_size for page in site.glob("chronology*.html")) < 1_000_000


ERAS = """---
title: The harbour through the ages
published: 2024-05-03
publisher: Portly Herald
---
[Merchants built the harbour in [44 BC]{.date value="-0043"}.]{.event}

[A storm broke the pier in the year [9]{.date value="0009"}.]{.event}

[Monks opened the harbour in [1204]{.date value="1204"}.]{.event}

[It silted up in the [17th century]{.date value="16XX"}.]{.event}

[The first bridge opened about [1850]{.date value="1850~"}.]{.event}

[Steamers came in the [1890s]{.date value="189X"}.]{.event}

[The bridge closed on [2 May 2024]{.date value="2024-05-02"}.]{.event}

[The lease of the land ends with the [year 9999]{.date value="9999-12-31"}.]{.event}
"""
DATES = ["-0043", "0009", "1204", "16XX", "1850~", "189X", "2024-05-02", "9999-12-31"]


def test_dates_of_all_eras_are_one_chronology_in_every_form(tmp_path: Path) -> None:
    index = "---\ntitle: T\nas_of: 2024-06-30\nbase_url: https://example.org/\n---\n"
    write_all(tmp_path, {"content/index.md": index, "content/articles/harbour.md": ERAS, "seeds/.keep": ""})
    assert run("build", "--strict", at=tmp_path).status == 0
    site = tmp_path / "site"
    rows = json.loads((site / "data/chronology.json").read_text(encoding="utf-8"))
    assert [row["date"] for row in rows] == DATES
    chronology = (site / "chronology.html").read_text(encoding="utf-8")
    background = (site / "chronology.background.html").read_text(encoding="utf-8")
    headings = [re.findall(r'<h2 id="(?:y[^"]+|background)">(.*?)</h2>', page) for page in (chronology, background)]
    assert headings == [["2024", "9999", "Background"], ["44 BC", "AD 9", "1204", "1600–1699", "1850", "The 1890s"]]
    assert "44 BC–1899, 6 events" in chronology
    assert {"0009", "1204", "2024-05-02"} <= set(re.findall(r'<time datetime="(.*?)"', chronology))
    assert {"1600–1699", "about 1850", "the 1890s"} <= set(re.findall(r">([^<]+)</(?:span|time)>", chronology))
    slides = json.loads((site / "data/timelinejs.json").read_text(encoding="utf-8"))["events"]
    assert [slide["start_date"]["year"] for slide in slides] == [-43, 9, 1204, 1600, 1850, 1890, 2024, 9999]
    calendar = icalendar.Calendar.from_ical((site / "data/chronology.ics").read_bytes())
    assert [event.decoded("DTSTART").year for event in calendar.walk("VEVENT")] == [2024, 9999]
    told = json.loads(re.findall(r'ld\+json">(.*?)</script>', chronology)[0])["itemListElement"]
    assert [event["startDate"] for event in told] == ["2024-05-02", "9999-12-31", "0009", "1204"]
