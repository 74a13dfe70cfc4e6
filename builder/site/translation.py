"""The words of a theme in the briefing's language.

Templates are written in English, and their English text is its own key: what stands between two tags, and what a
``title``, an ``aria-label`` or a ``data-label`` says. ``templates/languages/<language>.json`` of a theme maps such
texts to those of another language; a text without an entry stays English. Values of the page, which are the sources'
and the editor's words, are never touched, except where a template asks for it with the filter ``t``. What the pages
word themselves is said with the same list; see :mod:`builder.pages.words`.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final, cast

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from builder.pages.words import Words
from builder.site.theme import Theme

ATTRIBUTE_BLOCKS: Final = frozenset({"kind", "here", "shared_as", "indexed", "policy"})
"""Blocks of ``base.html`` that stand inside a tag."""
_PIECES: Final = re.compile(r"[<>]|[^<>]+")
_SPOKEN: Final = re.compile(r'((?:title|aria-label|data-label)=")([^"]*)')


def words_of(theme: Theme) -> Words:
    """Return the theme's words in its language; what an earlier folder says hides a later one's."""
    found: dict[str, str | Mapping[str, str]] = {}
    for folder in reversed(theme.folders):
        file = folder / "templates" / "languages" / f"{theme.language.split('-')[0]}.json"
        if file.is_file():
            found |= json.loads(file.read_text("utf-8"))
    return Words(theme.language, found)


def translate(engine: Environment, words: Words) -> None:
    """Let a template engine speak a language; it has to be done before the first template is loaded."""
    engine.filters["t"] = lambda text: words.say(str(text))
    engine.filters["counted"] = words.count
    if words.texts:
        engine.globals["words"] = words
        engine.add_extension(Translation)


class Translation(Extension):
    """Puts the language's words into a template while it is compiled, so that nothing is looked up at each page."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Give the tokens of a template with its text translated."""
        if not (stream.name or "").endswith(".html"):
            yield from stream
            return
        words = cast("Words", self.environment.globals["words"])
        inside, blocks, opening = False, list[str](), False
        for token in stream:
            if token.type == "data":
                if not ATTRIBUTE_BLOCKS.intersection(blocks):
                    text, inside = _markup(token.value, inside, words)
                    token = Token(token.lineno, "data", text)
            elif token.type == "name" and opening:
                blocks.append(token.value)
            elif token.type == "name" and token.value == "endblock" and blocks:
                blocks.pop()
            opening = token.type == "name" and token.value == "block"
            yield token


def _markup(markup: str, inside: bool, words: Words) -> tuple[str, bool]:
    """Return markup with its text translated, and whether it ends inside a tag, where ``inside`` says how it starts."""
    parts = []
    for piece in _PIECES.findall(markup):
        if piece in "<>":
            inside = piece == "<"
            parts.append(piece)
        elif inside:
            parts.append(_SPOKEN.sub(lambda found: found[1] + words.say(found[2].strip()), piece))
        else:
            parts.append(_text(piece, words))
    return "".join(parts), inside


def _text(text: str, words: Words) -> str:
    key = " ".join(text.split())
    if not key or words.say(key) == key:
        return text
    start = text[: len(text) - len(text.lstrip())]
    end = text[len(text.rstrip()) :]
    return start + words.say(key) + end
