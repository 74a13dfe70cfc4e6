"""How to cite an article: in words, and in the forms that reference managers and Wikipedia read.

BibTeX as biblatex reads it (``date`` is EDTF); CSL-JSON after https://citeproc-js.readthedocs.io/en/latest/csl-json/;
the template ``cite news`` after https://en.wikipedia.org/wiki/Template:Cite_news. What is not known is left out.
Authors stand as the source writes them, since which part of a name is the family's is not known.
"""

import json
import re
from typing import Final
from unicodedata import bidirectional

from builder.briefing.model import ArticleHead
from builder.edtf import Edtf, Precision, parse
from builder.pages.dates import in_words, within
from builder.pages.linker import Linker, web_address
from builder.pages.phrases import outlet
from builder.pages.source_parts import CitationForms
from builder.pages.values import Link
from builder.pages.words import Words

_TEX: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "{}%&#$_"},
    }
)
_WIKI: Final = str.maketrans({"|": "{{!}}", "{": "&#123;", "}": "&#125;", "[": "&#91;", "]": "&#93;", "<": "&lt;"})
_WIKI_ADDRESS: Final = str.maketrans({"|": "%7C", "{": "%7B", "}": "%7D", "[": "%5B", "]": "%5D", "<": "%3C"})
_TEX_ADDRESS: Final = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
_TAKEN: Final = re.compile(r"/(\d{4})(\d\d)(\d\d)\d{6}(?:[a-z]{2}_)?/")
"""When an archive took its copy, as the address says; the template asks for the day wherever there is a copy."""
_json: Final = json.JSONEncoder(ensure_ascii=False).encode
_PARTS: Final = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}


def citation_forms(linker: Linker, article: ArticleHead) -> CitationForms:
    """Return an article's citation in every form."""
    return CitationForms(
        f"cite-{article.code.lower()}",
        Link(article.title, linker.article(article.slug)),
        bibliographic(article, linker.words),
        bibtex(article),
        csl_json(article),
        wikipedia(article),
        web_address(article.archive),
    )


def bibliographic(article: ArticleHead, words: Words) -> str:
    """Return an article as a bibliography would name it."""
    authors = f"{', '.join(map(_isolated, article.authors))}: " if article.authors else ""
    address = web_address(article.url)
    where = f" {address}" if address else ""
    where += (
        f" ({words.say('accessed {date}', date=in_words(article.retrieved, words))})"
        if address and article.retrieved
        else ""
    )
    archive = web_address(article.archive)
    where += f" {words.say('Archived:')} {archive}" if archive else ""
    source = _isolated(outlet(article.publisher, article.agency, words))
    title = words.quoted(_isolated(article.title))
    return f"{authors}{title}. {source}, {within(article.published, words)}.{where}"


def _isolated(text: str) -> str:
    """Return a text as it may stand beside numbers: one that runs right to left would draw them to its own end.

    The signs around it are those of the Unicode Bidirectional Algorithm (UAX 9, section 2.4).
    """
    if text.isascii():
        return text
    return f"\u2068{text}\u2069" if any(bidirectional(sign) in ("R", "AL") for sign in text) else text


def bibtex(article: ArticleHead) -> str:
    """Return an article as an entry of a BibTeX file."""
    date = parse(article.published)
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in article.authors),
        "title": f"{{{_tex(article.title)}}}",
        "journal": _tex(_known(article.publisher)),
        "date": date.text if date and date.first else "",
        "year": str(date.first.year) if date and date.first else "",
        "url": web_address(article.url).translate(_TEX_ADDRESS),
        "urldate": article.retrieved or "",
        "langid": article.language,
        "note": _note(article),
    }
    kind = "article" if _known(article.publisher) else "misc"
    lines = [f"  {key} = {{{value}}}" for key, value in fields.items() if value]
    return f"@{kind}{{{article.slug},\n" + ",\n".join(lines) + "\n}"


def csl_json(article: ArticleHead) -> str:
    """Return an article as an item of CSL-JSON."""
    item = {
        "id": article.slug,
        "type": "article-newspaper",
        "title": article.title,
        "author": [{"literal": name} for name in article.authors],
        "container-title": _known(article.publisher),
        "source": _known(article.agency),
        "issued": _issued(parse(article.published)),
        "accessed": _issued(parse(article.retrieved or "")),
        "URL": web_address(article.url),
        "archive_location": web_address(article.archive),
        "language": article.language,
    }
    known = {key: value for key, value in item.items() if value}
    return _json([known])


def wikipedia(article: ArticleHead) -> str:
    """Return an article as a ``cite news`` template."""
    authors = {f"author{number}": name for number, name in enumerate(article.authors, 1)}
    fields = {
        **authors,
        "title": article.title,
        "work": _known(article.publisher),
        "agency": _known(article.agency),
        "date": _wiki_date(article.published),
        "language": article.language,
    }
    written = {key: " ".join(value.split()).translate(_WIKI) for key, value in fields.items() if value}
    if address := web_address(article.url).translate(_WIKI_ADDRESS):
        written["url"] = address
        written |= {"access-date": article.retrieved} if article.retrieved else {}
    archive = web_address(article.archive).translate(_WIKI_ADDRESS)
    taken = _TAKEN.search(archive)
    if taken and address:
        written |= {"archive-url": archive, "archive-date": "-".join(taken.groups())}
    return "{{cite news " + " ".join(f"|{key}={value}" for key, value in written.items()) + "}}"


def _note(article: ArticleHead) -> str:
    """Return what BibTeX has no field for."""
    agency, archive = _known(article.agency), web_address(article.archive).translate(_TEX_ADDRESS)
    notes = (f"Agency: {_tex(agency)}" if agency else "", f"Archived: \\url{{{archive}}}" if archive else "")
    return ". ".join(note for note in notes if note)


def _wiki_date(value: str) -> str:
    date = parse(value)
    if date is None or date.first is None or date.precision not in _PARTS:
        return ""
    return in_words(value).replace("about ", "c. ")


def _issued(date: Edtf | None) -> dict[str, object]:
    if date is None or date.first is None:
        return {}
    first = [date.first.year, date.first.month, date.first.day][: _PARTS.get(date.precision, 1)]
    plain = date.precision in _PARTS and not (date.uncertain or date.approximate)
    return {"date-parts": [first]} if plain else {"date-parts": [first], "circa": True}


def _tex(text: str) -> str:
    return " ".join(text.split()).translate(_TEX)


def _known(name: str) -> str:
    return "" if name == "unknown" else name
