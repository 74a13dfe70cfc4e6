"""The words of a theme in the briefing's language.

Templates are written in English, and their English text is its own key: what stands between two tags, and what a
``title`` or an ``aria-label`` says. ``templates/languages/<language>.json`` of a theme maps such texts to those of
another language; a text without an entry stays English. Values of the page, which are the sources' and the editor's
words, are never touched, except where a template asks for it with the filter ``t``.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final, cast

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from builder.pages.local_dates import in_language
from builder.pages.values import DateView
from builder.site.theme import Theme

Strings = Mapping[str, str]

ATTRIBUTE_BLOCKS: Final = frozenset({"kind", "shared_as", "indexed", "policy"})
"""Blocks of ``base.html`` that stand inside a tag."""
_PIECES: Final = re.compile(r"[<>]|[^<>]+")
_SPOKEN: Final = re.compile(r'((?:title|aria-label)=")([^"]*)')
_LEADING_NUMBER: Final = re.compile(r"[0-9][0-9,]* ")


def strings_of(theme: Theme) -> Strings:
    """Return the theme's texts in its language by their English; what an earlier folder says hides a later one's."""
    found: dict[str, str] = {}
    for folder in reversed(theme.folders):
        file = folder / "templates" / "languages" / f"{theme.language.split('-')[0]}.json"
        if file.is_file():
            found |= json.loads(file.read_text("utf-8"))
    return found


def translate(engine: Environment, theme: Theme) -> None:
    """Let a template engine speak the theme's language; it has to be done before the first template is loaded."""
    strings = strings_of(theme)
    engine.filters["t"] = lambda text: _phrase(str(text), strings)
    engine.filters["date_words"] = lambda day: _date(day, theme.language)
    if strings:
        engine.globals["strings"] = strings
        engine.add_extension(Translation)


def _date(day: DateView, language: str) -> str:
    return in_language(day.value, language) if day.value else day.text


def _phrase(text: str, strings: Strings) -> str:
    """Return a text of the interface in the language; the parts of a list are looked up one by one.

    A text with a number in front is looked up with ``#`` in its place.
    """
    if text in strings:
        return strings[text]
    if ", " in text:
        return ", ".join(_phrase(part, strings) for part in text.split(", "))
    number = _LEADING_NUMBER.match(text)
    counted = strings.get(f"# {text[number.end() :]}") if number else None
    return counted.replace("#", number[0].strip()) if number and counted else text


class Translation(Extension):
    """Puts the language's words into a template while it is compiled, so that nothing is looked up at each page."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Give the tokens of a template with its text translated."""
        strings = cast("Strings", self.environment.globals["strings"])
        inside, blocks, opening = False, list[str](), False
        for token in stream:
            if token.type == "data":
                if not ATTRIBUTE_BLOCKS.intersection(blocks):
                    text, inside = _markup(token.value, inside, strings)
                    token = Token(token.lineno, "data", text)
            elif token.type == "name" and opening:
                blocks.append(token.value)
            elif token.type == "name" and token.value == "endblock" and blocks:
                blocks.pop()
            opening = token.type == "name" and token.value == "block"
            yield token


def _markup(markup: str, inside: bool, strings: Strings) -> tuple[str, bool]:
    """Return markup with its text translated, and whether it ends inside a tag, where ``inside`` says how it starts."""
    parts = []
    for piece in _PIECES.findall(markup):
        if piece in "<>":
            inside = piece == "<"
            parts.append(piece)
        elif inside:
            parts.append(_SPOKEN.sub(lambda found: found[1] + strings.get(found[2].strip(), found[2]), piece))
        else:
            parts.append(_text(piece, strings))
    return "".join(parts), inside


def _text(text: str, strings: Strings) -> str:
    key = " ".join(text.split())
    if key not in strings:
        return text
    start = text[: len(text) - len(text.lstrip())]
    end = text[len(text.rstrip()) :]
    return start + strings[key] + end
