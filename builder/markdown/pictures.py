"""Pictures from elsewhere: a page loads nothing from another host, and shows a link to such a picture in its place."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from markdown_it.token import Token


def is_elsewhere(address: str) -> bool:
    """Return whether a picture's address leads to another host; one that is part of the page itself does not."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return True
    return bool(parts.netloc) or parts.scheme not in ("", "data")


def as_link(picture: Token, *, in_link: bool) -> list[Token]:
    """Return what is shown for a picture: its alternative text, or else its address, as a link to it.

    :param in_link: whether it stands in a link already, which stays the only one
    """
    address = str(picture.attrs["src"])
    words = Token("text", "", 0, content=_alternative(picture.children or ()).strip() or address)
    if in_link:
        return [words]
    title = {"title": picture.attrs["title"]} if "title" in picture.attrs else {}
    return [Token("link_open", "a", 1, attrs={"href": address, **title}), words, Token("link_close", "a", -1)]


def _alternative(tokens: Sequence[Token]) -> str:
    """Return the words of a picture's alternative text without their markup."""
    return "".join(_alternative(token.children) if token.children else token.content or "" for token in tokens)
