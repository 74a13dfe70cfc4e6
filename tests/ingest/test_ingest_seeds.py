"""Seeds of every kind: encodings, front matter, files beside seeds, Markdown, and what is no text."""

import pytest

from builder.ingest.decode import LARGEST_SEED, decode
from builder.ingest.lines import clean
from tests.ingest.reading import read

FRENCH = "Le maire de Portly a annoncé hier à la presse que le pont du port sera fermé dès l'été prochain.\n" * 3
RUSSIAN = "Мэр города сообщил вчера, что мост в порту будет закрыт на ремонт, и это не все новости дня.\n" * 3
CZECH = (
    "Starosta řekl, že most bude uzavřen po celý rok a že lidé si podle něj zvyknou na přívoz, který už jezdí.\n" * 3
)
ARTICLE = "Seals return to the harbour\n\nMore than forty seals have come back to the harbour, and nobody is happy.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(FRENCH, "cp1252"), (FRENCH, "utf-16"), (FRENCH, "utf-8-sig"), (RUSSIAN, "cp1251"), (CZECH, "cp1250")],
)
def test_text_in_any_encoding_is_read(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_lines_in_different_encodings_are_each_read() -> None:
    lines = FRENCH.splitlines()
    data = "\n".join(lines).encode() + b"\n" + lines[0].encode("cp1252")
    decoded = decode(data)
    assert decoded.encoding == "mixed"
    assert decoded.text.splitlines() == [*lines, lines[0]]


def test_text_that_was_decoded_twice_is_put_right() -> None:
    twice = "It’s the seals’ “harbour” – not the ferry’s.".encode().replace(b"\x9d", b"\x9d").decode("latin-1")
    assert decode(twice.encode()).text == "It’s the seals’ “harbour” – not the ferry’s."


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "empty"),
        (b"\0\0\0 \n", "empty"),
        (b"%PDF-1.7 text", "binary"),
        (bytes(range(256)) * 8, "binary"),
        (b"a" * (LARGEST_SEED + 1), "too large"),
        (b"a\n" * 40_000, "too large"),
    ],
)
def test_what_is_no_text_is_told(data: bytes, fault: str) -> None:
    assert decode(data).fault == fault
    document = read(data)
    assert document.blocks == ()
    assert [problem.severity for problem in document.problems] == ["error"]


def test_ten_thousand_comments_are_read() -> None:
    comments = "".join(f"Ada {n} on May 4, 2024 at 4:47 pm said:\nI saw {n} seals at the pier.\n" for n in range(5000))
    document = read(ARTICLE + "Comments\n" + comments)
    assert [block.text for block in document.blocks] == ARTICLE.split("\n")[2:3]


def test_an_article_may_be_one_line() -> None:
    assert read("The ferry is late.").text == "The ferry is late."


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("caf&eacute; &amp; &#8220;bar&#8221; &unknown; & more", "café & “bar” &unknown; & more"),
        ("eﬃcient o\u00adﬀer\u200b", "efficient offer"),
        ("e\u0301t\u00e9\u00a0 \t now", "été now"),
        ("“typographic” ‘quotes’ – and — dashes…", "“typographic” ‘quotes’ – and — dashes…"),
    ],
)
def test_a_line_is_cleaned(raw: str, text: str) -> None:
    assert clean(raw) == text


HEADERS = {
    "---\ntitle: T\n---\n": [],
    "---\ntitle: T\n...\n": [],
    "---\nfoo: 1\ntitle: T\n---\n": [("seeds/seed.txt", 2, "key-unknown")],
    "---\ntitle: [a]\nurl: u\n---\n": [("seeds/seed.txt", 2, "value-wrong")],
    "---\ntitle: T\ntitle: U\n---\n": [("seeds/seed.txt", 3, "key-repeated")],
    '---\ntitle: "T\n---\n': [("seeds/seed.txt", 2, "front-matter-broken")],
    "---\ntitle: " + "[" * 9000 + "\n---\n": [("seeds/seed.txt", 2, "front-matter-broken")],
    "---\ntitle: T\n": [("seeds/seed.txt", 1, "front-matter-open")],
    "---\npublished: soon\n---\n": [("seeds/seed.txt", 2, "date-invalid")],
    "+++\ntitle = 'T'\nauthor = ['Ada Brook']\n+++\n": [],
    "+++\ntitle = 'T'\nfoo = 1\n+++\n": [("seeds/seed.txt", 3, "key-unknown")],
    "+++\ntitle = 'T'\nurl = ['u']\n+++\n": [("seeds/seed.txt", 3, "value-wrong")],
    "+++\nurl = 'u'\ntitle = T\n+++\n": [("seeds/seed.txt", 3, "front-matter-broken")],
    "+++\ntitle = 'T'\n": [("seeds/seed.txt", 1, "front-matter-open")],
    "+++\npublished = 2024-02-30\n+++\n": [("seeds/seed.txt", 2, "front-matter-broken")],
}


@pytest.mark.parametrize("header", HEADERS, ids=range(len(HEADERS)))
def test_front_matter_is_read_or_its_fault_placed(header: str) -> None:
    document = read(header + ARTICLE)
    assert [(p.location.path, p.location.line, p.code) for p in document.problems] == HEADERS[header]
    assert "More than forty seals" in document.text


def test_dates_and_numbers_that_are_given_stay_text() -> None:
    known = read(
        "---\ntitle: 1984\npublished: 2024-02-01\nretrieved: 3 May 2024\nagency: null\n---\n" + ARTICLE
    ).metadata
    assert known.title and known.title.value == "1984"
    assert known.published and known.published.value == "2024-02-01"
    assert known.retrieved and known.retrieved.value == "2024-05-03"
    assert known.agency is None


def test_toml_gives_the_same_keys() -> None:
    header = "+++\ntitle = '1984'\npublished = 2024-02-01T08:00:00Z\nauthor = ['Ada Brook', 'Jo Larch']\n+++\n"
    known = read(header + ARTICLE).metadata
    assert known.title and known.title.value == "1984"
    assert known.published and (known.published.value, known.published.line) == ("2024-02-01", 3)
    assert [author.value for author in known.authors] == ["Ada Brook", "Jo Larch"]


def test_a_seed_of_front_matter_alone_has_no_article() -> None:
    document = read("---\ntitle: Seals return\n---\n")
    assert document.blocks == ()
    assert document.metadata.title and document.metadata.title.value == "Seals return"
    assert [problem.code for problem in document.problems] == ["no-article"]


def test_a_file_beside_the_seed_gives_the_same_keys() -> None:
    sidecar = (
        b"url: https://post.example/seals\narchive: https://kept.example/1/seals\n"
        b"author: [Ada Brook, Jo Larch]\npublished: soon\n"
    )
    document = read(ARTICLE, "bay/seals.txt", sidecar)
    known = document.metadata
    assert known.url and known.url.value == "https://post.example/seals"
    assert known.archive and known.archive.value == "https://kept.example/1/seals"
    assert [author.value for author in known.authors] == ["Ada Brook", "Jo Larch"]
    assert [(p.location.path, p.location.line) for p in document.problems] == [("seeds/bay/seals.yml", 4)]


@pytest.mark.parametrize("fenced", ["---\n{}---\n", "{}---\n", "---\n{}", "---\n{}...\n"])
def test_a_file_beside_the_seed_may_have_the_lines_around_front_matter(fenced: str) -> None:
    sidecar = fenced.format("publisher: Bay Post\npublished: 2024-05-04\n").encode()
    document = read(ARTICLE, "seals.txt", sidecar)
    assert document.metadata.publisher and document.metadata.publisher.value == "Bay Post"
    assert not document.problems


def test_a_given_title_is_not_said_again_in_the_body() -> None:
    document = read("---\ntitle: Seals return to the harbour\n---\n" + ARTICLE)
    assert document.text == ARTICLE.split("\n")[2]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "fr"),
        (RUSSIAN, "ru"),
        (CZECH, "cs"),
        ("港口的桥梁将关闭一年，市政府星期一表示。", "zh"),
        ("橋は一年間閉鎖されます。", "ja"),
        ("Pont!", "en"),
    ],
)
def test_the_language_is_told(text: str, language: str) -> None:
    assert read("Titre\n\n" + text).metadata.language == language


@pytest.mark.parametrize(("text", "told"), [(FRENCH, ["French"]), (RUSSIAN, ["Russian"]), (ARTICLE, [])])
def test_an_article_that_is_not_english_is_told(text: str, told: list[str]) -> None:
    found = [problem for problem in read("Portly\n\n" + text).problems if problem.code == "seed-language"]
    assert [problem.message.split(":")[0] for problem in found] == [f"the article is in {name}" for name in told]
    assert {problem.severity for problem in found} <= {"note"}
