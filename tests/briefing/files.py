"""Content of a small briefing that an editor changes at random."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from builder.content.article import read_article
from builder.content.editions import RecordedEdition
from builder.content.files import Content, EntityFile, Index, TopicFile
from builder.content.schema import EntityFront, IndexFront, TopicFront
from builder.markdown.tokens import parse_body
from builder.urls import Slug

LETTER = (
    "The harbour master wrote that no ship may leave before the chain across the basin has been raised, inspected by "
    "two divers and oiled, since a link broke last spring and sank a pilot boat with all hands aboard."
)
PARAGRAPHS = (
    LETTER,
    f"Again: {LETTER}",
    "[The [Tarn Ferry]{.org} sank near [Lind]{.place} on [May 7]{.date value=2024-05-07}.]{.event}",
    "[Near [Lind]{.place}, the [Tarn Ferry]{.org} sank on [May 7]{.date value=2024-05-07}.]{.event review=disputed}",
    "[The [Tarn Ferry]{.org} will sail for [Lind]{.place} again in [June]{.date value=2024-06}.]{.event}",
    "“[Nobody was hurt when the ferry went down off here]{.quote by=ada-lund verb=said},” [Ada Lund]{.person} said.",
    "“[Nobody was hurt when the ferry went down]{.quote by=ada-lund verb=said},” said the mayor, [Ada Lund]{.person}.",
    "[Lund]{.person} said [[Bo Ek]{.person} took money from the builders of it]{.claim by=ada-lund stance=asserts}.",
    "[Bo Ek]{.person} denied [he took money from the builders of it]{.claim by=bo-ek verb=denied stance=denies}.",
    "Divers brought up [40 crates]{.quantity value=40 unit=crates} of tea from the wreck of the ferry at the point.",
    "Divers brought up [90 crates]{.quantity value=90 unit=crates} of tea from the wreck of the ferry at the point.",
    "[Bo Ek]{.person} was born in [1970]{.date value=1970} in [Lind]{.place}.",
    "[Bo Ek]{.person} was born in [1975]{.date value=1975} on an island.",
    "The mayor [Lund]{.person ref=ada-lund} and the pilot [Bo Ek]{.person} met in [Portly]{.place}.",
    "[This is ours.]{.note}",
    "Rams ran into the trams, and the tea ran into the sea.",
)
KEYS = {
    "published": ("2024-05-07", "2024-05-08", "2024-05", "2023-01-01", "unknown"),
    "publisher": ("Portly Herald", "Lind Courier", "unknown"),
    "agency": ("AP", "unknown"),
    "review": ("machine", "reviewed", "disputed"),
    "rights": ("full", "excerpt", "none"),
    "topics": ("[sea]", "[sea, trade]", "[]"),
    "title": ("Ferry sank", "Divers at work", ""),
}
SLUGS = ("ferry", "divers", "letters", "mayor", "quay")


@dataclass(frozen=True)
class Files:
    """What the editor has written."""

    articles: Mapping[str, tuple[Mapping[str, str], tuple[str, ...]]]
    """By slug: front matter and paragraphs."""
    match: tuple[str, ...] = ("ferr*",)
    name: str = "Ada Lund"
    alias: str = "Dame Ada"
    timezone: str = ""
    as_of: str = ""
    editions: int = 0


def content(files: Files) -> Content:
    articles = []
    for slug, (front, paragraphs) in files.articles.items():
        header = "".join(
            f"{key}: {value!r}\n" if key == "title" else f"{key}: {value}\n" for key, value in front.items()
        )
        article, problems = read_article(Slug(slug), f"---\n{header}---\n\n" + "\n\n".join(paragraphs), f"{slug}.md")
        assert article, problems
        articles.append(article)
    topics = [TopicFront(title="Sea", match=files.match), TopicFront(title="Trade", match=("tea", "money"))]
    lund = EntityFile(
        "people", Slug("ada-lund"), "", EntityFront(name=files.name, aliases=(files.alias,)), parse_body(""), ""
    )
    return Content(
        Index(IndexFront(timezone=files.timezone or "UTC", as_of=files.as_of), parse_body("")),
        tuple(articles),
        tuple(TopicFile(Slug(one.title.lower()), "", one, parse_body("")) for one in topics),
        (lund,),
    )


def recorded(files: Files) -> tuple[RecordedEdition, ...]:
    """Return editions that brought the articles one by one, as far as they go."""
    slugs = list(files.articles)[: files.editions]
    return tuple(RecordedEdition(as_of="2024-05-07", articles=(slug,)) for slug in slugs)


def front() -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries({key: st.sampled_from(values) for key, values in KEYS.items()})


ARTICLE = st.tuples(front(), st.lists(st.sampled_from(PARAGRAPHS), max_size=6).map(tuple))
START = st.builds(Files, st.dictionaries(st.sampled_from(SLUGS), ARTICLE, min_size=2))
ONE = st.sampled_from(SLUGS)
EDITS = st.one_of(
    st.tuples(st.just("paragraph"), ONE, st.integers(0, 5), st.sampled_from(PARAGRAPHS)),
    st.tuples(st.just("no paragraph"), ONE, st.integers(0, 5)),
    st.tuples(st.just("key"), ONE, st.sampled_from([(key, value) for key, values in KEYS.items() for value in values])),
    st.tuples(st.just("article"), ONE, ARTICLE),
    st.tuples(st.just("gone"), ONE),
    st.tuples(st.just("renamed"), ONE, st.sampled_from(["zebra", "aal"])),
    st.tuples(st.just("swapped"), ONE),
    st.tuples(
        st.just("setting"),
        st.fixed_dictionaries(
            {},
            optional={
                "match": st.sampled_from([("ferr*",), ("tea", "rams"), ()]),
                "name": st.sampled_from(["Ada Lund", "Dame Ada Lund"]),
                "alias": st.sampled_from(["Dame Ada", "Lund"]),
                "timezone": st.sampled_from(["UTC", "Europe/Oslo"]),
                "as_of": st.sampled_from(["", "2024-06-30"]),
                "editions": st.integers(0, 5),
            },
        ),
    ),
)


def edited(files: Files, edit: tuple[object, ...]) -> Files:
    """Return the files after an edit; one of an article that isn't there changes nothing."""
    articles = dict(files.articles)
    match edit:
        case ("setting", dict() as changed):
            return replace(files, **changed)
        case ("article", str() as slug, tuple() as written):
            articles[slug] = written
        case (_, str() as slug, *_) if slug not in articles:
            return files
        case ("paragraph", str() as slug, int() as at, str() as text):
            head, paragraphs = articles[slug]
            articles[slug] = head, (*paragraphs[:at], text, *paragraphs[at + 1 :])
        case ("no paragraph", str() as slug, int() as at):
            head, paragraphs = articles[slug]
            articles[slug] = head, paragraphs[:at] + paragraphs[at + 1 :]
        case ("swapped", str() as slug):
            head, paragraphs = articles[slug]
            articles[slug] = head, paragraphs[::-1]
        case ("key", str() as slug, (str() as key, str() as value)):
            head, paragraphs = articles[slug]
            articles[slug] = {**head, key: value}, paragraphs
        case ("gone", str() as slug):
            del articles[slug]
        case ("renamed", str() as slug, str() as name):
            articles[name] = articles.pop(slug)
    return replace(files, articles=dict(sorted(articles.items())))
