"""All words of a seed, article or not: what an edited article is held against."""

from html import unescape

from builder.ingest.decode import decode
from builder.ingest.document import Seed
from builder.ingest.front_matter import take_header
from builder.ingest.lines import split
from builder.ingest.markdown_seed import read_markdown


def whole_text(seed: Seed) -> str:
    """Return a seed's text without markup; empty where it has none."""
    text = decode(seed.data).text
    if seed.path.lower().endswith((".html", ".htm")):
        return _page_text(text)
    if seed.path.lower().endswith(".md"):
        raw = split(text)
        body = raw[take_header(raw, seed.path).lines :]
        return "\n".join(line.text for line in read_markdown(body, 1, "").lines)
    return unescape(text)


def _page_text(text: str) -> str:
    from lxml import html
    from lxml.etree import LxmlError

    try:
        return str(html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8")).text_content())
    except (LxmlError, ValueError):
        return ""
