"""The pieces that all drawings share: SVG inside a page, styled by the theme, told in words to who can't see it."""

from html import escape


def opening(name: str, width: float, height: float, title: str, text: str) -> str:
    """Return the start tag of a drawing with its title and its description.

    ``name`` is its class and opens its identifiers; width and height are in units of the drawing.
    """
    return (
        f'<svg class="{name}" viewBox="0 0 {width:.0f} {height:.0f}" role="group" '
        f'aria-labelledby="{name}-title {name}-text">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-text">{escape(text)}</desc>'
    )


def linked(href: str, title: str, content: str, kind: str = "") -> str:
    """Return a part of a drawing that leads somewhere; the title is told on hover and focus."""
    shape = f' class="{kind}"' if kind else ""
    return f'<a{shape} href="{escape(href)}"><title>{escape(title)}</title>{content}</a>'


def shortened(text: str, characters: int) -> str:
    """Return a text that is no longer than a number of characters, cut at a word where little is lost by it."""
    if len(text) <= characters:
        return text
    start = text[: characters - 1]
    words, _, rest = start.rpartition(" ")
    return (words if len(rest) <= characters // 4 else start).rstrip(" ,;:") + "…"
