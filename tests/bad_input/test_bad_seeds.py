"""Seeds that can't be read as articles: each is one clear problem, and the rest of the briefing is published."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.folders import SEED, tree, write, write_all
from tests.running import Ran, run

SOUND = "site/articles/harbour-bridge-to-close.html"
"""The page of the sound seed that lies beside the bad ones."""
NOISE = bytes((number * 7919 + number // 3) % 256 for number in range(4096))
MENU = b"Home\nSubscribe\nLog in\nShare on Facebook\nPrivacy policy\nLeave a comment\n"
LOGIN = (
    b"The Portly Post\n\nSubscribe\nLog in\n\nLog in to continue\n\nEmail address\nPassword\nForgot password?\n"
    b"Remember me\n\nDon't have an account? Sign up\n\n\xc2\xa9 2024 The Portly Post. All rights reserved.\n"
)
SUBSCRIBERS = (
    b"Seals return to the harbour\n\nThis article is for subscribers only.\n\nSubscribe now to continue reading.\n\n"
    b"Already a subscriber? Log in\n"
)
COOKIES = (
    b"We value your privacy\n\nWe and our partners use cookies to store and access information on your device and to "
    b"show you personalised advertising.\n\nAccept all\nReject all\nManage preferences\n\nPrivacy policy\n"
)
WALLED = "error: the page asks to log in, to subscribe or to accept cookies, and holds no article (no-article)"


def briefing_with(folder: Path, seeds: Mapping[str, bytes]) -> tuple[Path, Ran]:
    """Build a briefing with these files beside a sound seed."""
    write_all(folder, {"content/index.md": "---\ntitle: T\nas_of: 2024-06-30\n---\n", "seeds/bridge.txt": SEED})
    for name, data in seeds.items():
        path = folder / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder, run("build", at=folder)


def story(number: int) -> str:
    """Return the text of an article that can be told from others."""
    words = f"Ferry {number} to Lind sank on Friday, the harbour office said. Nobody was on board of it at the time."
    return f"{words}\n\nDivers will look for the wreck of ferry {number} later, the office said.\n"


def problems(done: Ran, path: str = "") -> list[str]:
    """Return the first line of each problem printed that is a problem of a path."""
    return [line for line in done.errors.splitlines() if not line.startswith("    ") and line.startswith(path)]


FAULTS = {
    "empty.txt": (b"", "error: the seed is empty (seed-empty)"),
    "blank.txt": (b" \n\t\r\n\n", "error: the seed is empty (seed-empty)"),
    "nothing but NUL.txt": (b"\0" * 900, "error: the seed is empty (seed-empty)"),
    "byte order mark.txt": (b"\xef\xbb\xbf", "error: no article was found in the seed (no-article)"),
    "huge.txt": (bytes(50_000_000), "error: the seed is too large to be an article (seed-too-large)"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + NOISE, "error: the seed is not a text (seed-not-text)"),
    "document.md": (b"%PDF-1.7\n" + NOISE, "error: the seed is not a text (seed-not-text)"),
    "noise.txt": (NOISE, "error: the seed is not a text (seed-not-text)"),
    "noise.html": (NOISE, "error: the seed is not a text (seed-not-text)"),
    "menu.txt": (MENU, "error: no article was found in the seed (no-article)"),
    "login.txt": (LOGIN, WALLED),
    "subscribers.txt": (SUBSCRIBERS, WALLED),
    "cookies.txt": (COOKIES, WALLED),
    "cookies.html": (b"<html><body><div><p>" + COOKIES.split(b"\n\n")[1] + b"</p></div></body></html>", WALLED),
    "menu with the weather.txt": (
        b"Home\nNews\nWeather\n" + MENU,
        "error: no article was found in the seed (no-article)",
    ),
    "nothing.html": (b"<html><body></body></html>", "error: no article was found in the seed (no-article)"),
    "header alone.md": (b"---\ntitle: T\n---\n", "error: no article was found in the seed (no-article)"),
    "notes.docx": (b"PK\x03\x04", "warning: this kind of file is not read (seed-unknown)"),
}


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    return briefing_with(tmp_path_factory.mktemp("faulty"), {name: data for name, (data, _) in FAULTS.items()})


@pytest.mark.parametrize("name", FAULTS)
def test_a_seed_that_is_no_article_is_one_problem_with_its_place(faulty: tuple[Path, Ran], name: str) -> None:
    folder, done = faulty
    data, problem = FAULTS[name]
    assert problems(done, f"seeds/{name}") == [f"seeds/{name}: {problem}"]
    assert (folder / "seeds" / name).read_bytes() == data


def test_what_is_sound_is_published_beside_what_is_not(faulty: tuple[Path, Ran]) -> None:
    folder, done = faulty
    assert done.status == 1
    assert (folder / SOUND).is_file()
    assert [path.name for path in (folder / "content" / "articles").iterdir()] == ["harbour-bridge-to-close.md"]
    assert len(problems(done)) == len(FAULTS)


PONT = "Le maire de Portly a annoncé la fermeture du pont à l’été, a déclaré un élu très écouté."
ENCODED = {
    "latin": PONT.replace("’", "'").encode("latin-1"),
    "windows": PONT.encode("cp1252"),
    "wide": PONT.encode("utf-16"),
    "wide without a mark": PONT.encode("utf-16-le"),
    "marked": PONT.encode("utf-8-sig"),
    "decoded twice": PONT.encode().decode("cp1252").encode(),
    "old line ends": b"\r" + PONT.encode() + b"\r\rFin du texte, selon la mairie.\r",
    "control characters": PONT.encode().replace(b"maire", b"ma\0i\x01re"),
}


@pytest.fixture(scope="module")
def encoded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    seeds = {f"{name}.txt": data for name, data in ENCODED.items()}
    seeds |= {f"{name}.yml": f"title: {name}\npublished: 2024-05-04\n".encode() for name in ENCODED}
    return briefing_with(tmp_path_factory.mktemp("encoded"), seeds)


@pytest.mark.parametrize("name", ENCODED)
def test_a_seed_in_any_encoding_is_read(encoded: tuple[Path, Ran], name: str) -> None:
    folder, done = encoded
    (page,) = (folder / "site" / "articles").glob(f"{name.replace(' ', '-')}.html")
    wanted = PONT.replace("’", "'") if name == "latin" else PONT
    assert done.status == 0
    assert wanted.split(", ")[1] in page.read_text(encoding="utf-8").replace("Portly</a>", "Portly")


def test_what_was_changed_while_decoding_is_told(encoded: tuple[Path, Ran]) -> None:
    _, done = encoded
    assert problems(done) == [
        "seeds/control characters.txt: warning: 2 control characters were dropped (control-characters)"
    ]


ODD_NAMES = ("CON.txt", "nul.md", "-rf.txt", "a b  c.txt", "Straße №5.txt", "🚢.txt", "x.TXT", "C:x.txt", "$(id).txt")
ODDER_NAMES = ("%2e%2e%2fx.txt", "up\\..\\..\\x.txt", "x.txt/inner.txt", "<b>&amp;.txt", "new\nline.txt")


@pytest.fixture(scope="module")
def oddly_named(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    home = tmp_path_factory.mktemp("home")
    names = (*ODD_NAMES, *ODDER_NAMES)
    return briefing_with(home / "briefing", {name: story(number).encode() for number, name in enumerate(names)})


@pytest.mark.parametrize("name", [*ODD_NAMES, *ODDER_NAMES])
def test_an_oddly_named_seed_is_published_under_a_plain_name(oddly_named: tuple[Path, Ran], name: str) -> None:
    folder, _ = oddly_named
    mark = f"the wreck of ferry {[*ODD_NAMES, *ODDER_NAMES].index(name)} later"
    (slug,) = [path.stem for path in (folder / "content" / "articles").iterdir() if mark in path.read_text()]
    assert slug.replace("-", "").isalnum()
    assert slug == slug.lower()
    assert slug.split("-", 1)[0] not in ("con", "nul") or "-" in slug
    assert mark in (folder / "site" / "articles" / f"{slug}.html").read_text(encoding="utf-8")


def test_no_name_leads_out_of_the_folder(oddly_named: tuple[Path, Ran]) -> None:
    folder, done = oddly_named
    assert [path.name for path in folder.parent.iterdir()] == ["briefing"]
    assert sorted(path.name for path in folder.iterdir()) == [".briefing", "content", "seeds", "site"]
    assert done.status == 0


def test_a_name_that_is_not_unicode_is_no_reason_to_stop(folder: Path) -> None:
    (folder / "seeds" / os.fsdecode(b"caf\xe9.txt")).write_text(story(1), encoding="utf-8")
    done = run("build", at=folder)
    assert problems(done)[0].split(": ")[0] == "seeds/caf\\udce9.txt"
    assert "(seed-name)" in problems(done)[0]
    assert (folder / SOUND).is_file()


def test_two_seeds_with_one_title_are_two_articles(folder: Path) -> None:
    write(folder / "seeds" / "other.txt", SEED.replace("April 12", "April 13"))
    done = run("build", "-v", at=folder)
    message = "another article has the same title; this one is “harbour-bridge-to-close-2” (title-repeated)"
    assert problems(done) == [f"seeds/other.txt: note: {message}"]
    assert done.status == 0
    assert "April 12" in (folder / SOUND).read_text(encoding="utf-8")
    assert "April 13" in (folder / SOUND.replace("close", "close-2")).read_text(encoding="utf-8")


def test_seeds_with_one_long_title_are_articles_of_their_own(folder: Path) -> None:
    title = "The harbour bridge of Portly, which was built in 1911 and widened in 1964, is to close for good"
    for number in range(1, 12):
        header = f"---\ntitle: {title}\npublished: 2024-05-04\n---\n"
        write(folder / "seeds" / f"{number}.txt", f"{header}{story(number)}")
    done = run("build", at=folder)
    assert (done.status, done.errors) == (0, "")
    assert len(list((folder / "site" / "articles").iterdir())) == 12


@pytest.fixture
def linked(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a briefing among whose seeds are links: to a file and a folder elsewhere, and to nothing."""
    secret = write(tmp_path_factory.mktemp("elsewhere") / "secret.txt", "The password of the office is swordfish.")
    (folder / "seeds" / "secret.txt").symlink_to(secret)
    (folder / "seeds" / "elsewhere").symlink_to(secret.parent)
    (folder / "seeds" / "nowhere.txt").symlink_to(folder / "nothing")
    return folder


def test_a_link_out_of_the_folder_is_not_followed(linked: Path) -> None:
    run("build", at=linked)
    assert [path for path, data in tree(linked / "site").items() if b"swordfish" in data] == []
    assert (linked / SOUND).is_file()


def test_a_link_that_is_left_aside_is_told_of(linked: Path) -> None:
    done = run("build", at=linked)
    assert [line.split(":")[0] for line in problems(done)] == [
        "seeds/elsewhere",
        "seeds/nowhere.txt",
        "seeds/secret.txt",
    ]


HEADERS = {
    "---\ntitle: 'no end\n---\n": ("front-matter-broken", 2),
    "---\ntitle: a: b\n---\n": ("front-matter-broken", 2),
    "---\npublished: soon\n---\n": ("date-invalid", 2),
    "---\ntitle: [a, b]\n---\n": ("value-wrong", 2),
    "---\ntitel: x\n---\n": ("key-unknown", 2),
    "---\ntitle: x\ntitle: y\n---\n": ("key-repeated", 3),
    "---\ntitle: never closed\n": ("front-matter-open", 1),
    "---\na: &a [*a]\n---\n": ("key-unknown", 2),
    "---\ntitle: " + "[" * 20_000 + "\n---\n": ("front-matter-broken", 2),
}


@pytest.fixture(scope="module")
def headed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    seeds = {f"{number}.txt": f"{head}\n{story(number)}".encode() for number, head in enumerate(HEADERS)}
    return briefing_with(tmp_path_factory.mktemp("headed"), seeds)


@pytest.mark.parametrize("number", range(len(HEADERS)))
def test_broken_front_matter_is_told_with_its_line_and_the_article_stays(headed: tuple[Path, Ran], number: int) -> None:
    folder, done = headed
    code, line = list(HEADERS.values())[number]
    (problem,) = problems(done, f"seeds/{number}.txt:")
    assert problem.split(": ")[0].split(":")[:2] == [f"seeds/{number}.txt", str(line)]
    assert problem.endswith(f"({code})")
    articles = [path.read_text(encoding="utf-8") for path in (folder / "content" / "articles").iterdir()]
    assert any(f"wreck of ferry {number} later" in text for text in articles)


SIDECARS = {
    "list": (b"url: [\n", "front-matter-broken"),
    "bytes": (b"\x89PNG\r\n" + NOISE, "front-matter-broken"),
    "no keys": (b"- a\n- b\n", "front-matter-broken"),
    "key": (b"colour: blue\n", "key-unknown"),
    "date": (b"published: 31 February 2024\n", "date-invalid"),
}


@pytest.fixture(scope="module")
def accompanied(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    seeds = {f"{name}.yml": data for name, (data, _) in SIDECARS.items()}
    seeds |= {f"{name}.txt": story(number).encode() for number, name in enumerate(SIDECARS)}
    return briefing_with(tmp_path_factory.mktemp("accompanied"), seeds)


@pytest.mark.parametrize("name", SIDECARS)
def test_a_broken_file_beside_a_seed_is_a_problem_of_that_file(accompanied: tuple[Path, Ran], name: str) -> None:
    folder, done = accompanied
    (problem,) = problems(done, f"seeds/{name}.yml")
    assert problem.endswith(f"({SIDECARS[name][1]})")
    article = folder / "content" / "articles" / f"{name.replace(' ', '-')}.md"
    assert "wreck of ferry" in article.read_text(encoding="utf-8")


STORY = story(1)
READ = {
    "one line.txt": b"The ferry to Lind is late again, the harbour office said.",
    "subscribers.txt": b"The Post lost a third of its subscribers, it said on Friday, and asked us to say so.",
    "table.txt": STORY.replace("\n\n", "\n\nRoute\tFare\nPortly to Lind\t12 crowns\n\n").encode(),
    "right to left.txt": (
        "الفقمات تعود إلى الميناء\n\n"
        "عادت أكثر من أربعين فقمة إلى ميناء بورتلي، والصيادون ليسوا سعداء بذلك، كما قال مكتب الميناء.\n"
    ).encode(),
    "mixed.txt": f"Bateaux à l’été\n\n{PONT}\n".encode() + PONT.encode("cp1252"),
    "future.txt": f"Ferry sinks near Lind\n\nPublished: May 3, 2031\n\n{STORY}".encode(),
    "comments.txt": STORY.encode()
    + b"\nComments\n"
    + b"Ada Brook on May 4, 2024 at 4:47 pm said:\nI saw the ferry sink.\n" * 5_000,
}
TOLD = {
    "one line.txt": ("late again, the harbour office", []),
    "subscribers.txt": ("a third of its subscribers", []),
    "table.txt": ("12 crowns", []),
    "right to left.txt": ("من أربعين فقمة", ["note: the article is in Arabic"]),
    "mixed.txt": (
        "a déclaré un élu très écouté",
        ["warning: lines are in different encodings", "note: the article is in French"],
    ),
    "future.txt": ("wreck of ferry 1 later", ["warning: the page says 2031-05-03, which is after 2024-06-30"]),
    "comments.txt": ("wreck of ferry 1 later", []),
}


@pytest.fixture(scope="module")
def unusual(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    folder = tmp_path_factory.mktemp("unusual")
    briefing_with(folder, READ)
    return folder, run("build", "-v", "--clean", at=folder)


@pytest.mark.parametrize("name", READ)
def test_an_unusual_article_is_read_and_what_is_odd_about_it_told(unusual: tuple[Path, Ran], name: str) -> None:
    folder, done = unusual
    words, told = TOLD[name]
    articles = [path.read_text(encoding="utf-8") for path in (folder / "content" / "articles").iterdir()]
    (article,) = [text for text in articles if f"file: {name}" in text]
    assert words in re.sub(r"\]\{[^}]*\}|\[", "", article)
    assert "I saw the ferry sink" not in article
    found = [line.removeprefix(f"seeds/{name}").lstrip(":0123456789 ") for line in problems(done, f"seeds/{name}")]
    assert all(any(line.startswith(start) for line in found) for start in told)
