"""One seed's bytes → a document. Pure: the same seed and settings give the same document, whatever the bytes."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from builder.ingest import assemble
from builder.ingest.classify import Classified, classify
from builder.ingest.decode import Decoded, decode
from builder.ingest.document import Block, Document, Fact, LeftOut, Metadata, Seed
from builder.ingest.front_matter import Header, read_given, take_header
from builder.ingest.given import with_given
from builder.ingest.given_values import Given
from builder.ingest.head import Known
from builder.ingest.kinds import Kind
from builder.ingest.language import language_of
from builder.ingest.language_names import name_of
from builder.ingest.lines import SeedLines, read_lines, split
from builder.ingest.markdown_seed import read_markdown
from builder.ingest.metadata.agency import find_agency
from builder.ingest.metadata.authors import find_authors
from builder.ingest.metadata.candidate import Candidate
from builder.ingest.metadata.day_problems import problems_of_day
from builder.ingest.metadata.latest import latest_day_in
from builder.ingest.metadata.published import candidates
from builder.ingest.metadata.publisher import find_publisher
from builder.ingest.page import read_page
from builder.ingest.settings import IngestSettings
from builder.ingest.walls import cuts_off
from builder.problems import Problem, error, note, warning

_FAULTS: Final = {
    "empty": ("seed-empty", "the seed is empty", "Fill it or delete it."),
    "too large": ("seed-too-large", "the seed is too large to be an article", "Save the article alone, as text."),
    "binary": ("seed-not-text", "the seed is not a text", "Save the article as .txt, .md or .html."),
}
_WEB_PAGES: Final = (".html", ".htm")
_BEHIND: Final = 3
"""Lines behind the text among which a notice cuts it off."""
_ENGLISH: Final = "en"


def read_seed(seed: Seed, settings: IngestSettings) -> Document:
    """Read a seed of any kind; what cannot be read becomes a document without blocks and with a problem."""
    path = f"seeds/{seed.path}"
    sha256 = hashlib.sha256(seed.data).hexdigest()
    sidecar, problems = _sidecar(seed)
    decoded = decode(seed.data)
    if decoded.fault:
        code, message, hint = _FAULTS[decoded.fault]
        problem = error(path, code, message, hint=hint)
        metadata = with_given(Metadata(language=settings.language), sidecar)
        return Document(seed.path, sha256, (), (), metadata.metadata, (*problems, problem, *metadata.problems))
    raw = split(decoded.text)
    header = take_header(raw, path)
    read = _read_web_page if seed.path.lower().endswith(_WEB_PAGES) else _read_text
    document = read(seed.path, raw, header, (*sidecar, *header.given), settings)
    settled = with_given(document.metadata, (*sidecar, *header.given))
    return replace(
        document,
        sha256=sha256,
        metadata=settled.metadata,
        problems=(
            *problems,
            *_decoding(decoded, path),
            *header.problems,
            *settled.problems,
            *_language(document, path),
            *document.problems,
        ),
    )


def _language(document: Document, path: str) -> tuple[Problem, ...]:
    """Say what is done with an article that is not in English."""
    language = document.metadata.language
    if language == _ENGLISH or not document.blocks:
        return ()
    message = f"the article is in {name_of(language)}: less is marked in it than in an English one"
    hint = "Mark what is missing in the article yourself, or give the builder lists for its language."
    return (note(path, "seed-language", message, hint=hint),)


def _sidecar(seed: Seed) -> tuple[tuple[Given, ...], tuple[Problem, ...]]:
    if seed.sidecar is None:
        return (), ()
    path = f"seeds/{seed.path.rsplit('.', 1)[0]}.yml"
    decoded = decode(seed.sidecar)
    if decoded.fault:
        return (), () if decoded.fault == "empty" else (error(path, "front-matter-broken", "the file is not a text"),)
    # Keys copied from the top of a seed bring the line that closes them there.
    return read_given(decoded.text.rstrip().removesuffix("\n---"), path)


def _decoding(decoded: Decoded, path: str) -> tuple[Problem, ...]:
    problems = []
    if decoded.encoding == "mixed":
        problems.append(
            warning(
                path,
                "encoding-mixed",
                "lines are in different encodings",
                hint="Look for wrong letters; save as UTF-8.",
            )
        )
    elif not decoded.encoding.startswith("utf"):
        problems.append(
            note(
                path,
                "encoding",
                f"not UTF-8; read as {decoded.encoding}",
                hint="Look for wrong letters; save as UTF-8.",
            )
        )
    if decoded.nulls:
        problems.append(warning(path, "control-characters", f"{decoded.nulls} control characters were dropped"))
    if decoded.repaired:
        problems.append(note(path, "text-repaired", "letters that had been decoded wrongly were put right"))
    return tuple(problems)


def _read_web_page(
    path: str, raw: Sequence[str], header: Header, _given: Sequence[Given], settings: IngestSettings
) -> Document:
    from builder.ingest.web_page import read_web_page  # what it uses takes a third of a command's start to load

    page = read_web_page(raw[header.lines :], settings.language, settings.as_of, header.lines)
    problems = _of_blocks(page.blocks, page.left_out, path)
    latest = latest_day_in(block.text for block in page.blocks)
    return Document(path, "", page.blocks, page.left_out, page.metadata, problems, latest)


def _read_text(
    path: str, raw: Sequence[str], header: Header, given: Sequence[Given], settings: IngestSettings
) -> Document:
    values = {item.key: item.values[0] for item in reversed(given)}
    rest, start = raw[header.lines :], header.lines + 1
    marked = path.lower().endswith(".md")
    seed = read_markdown(rest, start, values.get("url", "")) if marked else SeedLines(read_lines(rest, start))
    page = read_page(seed.lines)
    classified = classify(page, Known(values.get("title", ""), seed.title_at, seed.is_article))
    blocks = assemble.blocks(classified)
    language = language_of("\n".join(block.text for block in blocks), settings.language)
    dates = candidates(classified, language, settings.timezone)
    metadata = _metadata(classified, language, dates)
    left = assemble.left_out(classified, seed.wordless)
    doubts = () if "published" in values else problems_of_day(metadata.published, dates, f"seeds/{path}")
    problems = (*_of_blocks(blocks, left, path), *_cut_off(classified, path), *doubts)
    return Document(
        path,
        "",
        blocks,
        left,
        metadata,
        problems,
        latest_day_in(line.text for line, dated in zip(page.lines, page.digits, strict=True) if dated),
    )


def _metadata(classified: Classified, language: str, dates: Sequence[Candidate]) -> Metadata:
    title = None
    if classified.title_at >= 0:
        line = classified.page.lines[classified.title_at]
        title = Fact(classified.title, classified.found, line.text[:200], line.first)
    return Metadata(
        title=title,
        published=dates[0].fact() if dates and not dates[0].doubt else None,
        published_open=dates[0].reason() if dates and dates[0].doubt else "",
        publisher=find_publisher(classified),
        agency=find_agency(classified),
        authors=find_authors(classified),
        language=language,
    )


def _cut_off(classified: Classified, path: str) -> tuple[Problem, ...]:
    """Say where a notice right behind the text tells that the article goes on."""
    first = classified.body[-1] + 1 if classified.body else len(classified.kinds)
    behind = classified.page.lines[first : first + _BEHIND]
    if not cuts_off([line.text for line in behind]):
        return ()
    message = "the page asks to log in or to subscribe right behind the text: the article may go on there"
    hint = "Copy the whole article where you can; what stands here may be half of it."
    return (note(f"seeds/{path}", "seed-cut-off", message, line=behind[0].first, hint=hint),)


def _of_blocks(blocks: Sequence[Block], left_out: Sequence[LeftOut], path: str) -> tuple[Problem, ...]:
    if blocks:
        return ()
    message = "no article was found in the seed"
    if any(part.why == Kind.WALL for part in left_out):
        message = "the page asks to log in, to subscribe or to accept cookies, and holds no article"
    hint = "Copy the article's own text, or delete the seed."
    return (error(f"seeds/{path}", "no-article", message, hint=hint),)
