"""A page as it is read: the text of its main part, a block a line, links with their targets; no theme's markup."""

from html.parser import HTMLParser

INLINE = frozenset(
    ["a", "abbr", "b", "bdi", "cite", "code", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "time"]
)
SILENT = frozenset(["script", "style", "svg", "template"])


def main_text(page: str) -> str:
    """Return the main part of an HTML page as lines of text; links are written ``[text](target)``."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return "\n".join(line for line in (" ".join(line.split()) for line in reader.lines) if line) + "\n"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines = [""]
        self._inside = False
        self._silent = 0
        self._targets: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "main":
            self._inside = True
        elif tag in SILENT:
            self._silent += 1
        elif tag == "a":
            self._targets.append(dict(attrs).get("href"))
            self._write("[")
        elif tag not in INLINE:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self._inside = False
        elif tag in SILENT:
            self._silent -= 1
        elif tag == "a" and self._targets:
            self._write(f"]({self._targets.pop() or ''})")
        elif tag not in INLINE:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        self._write(data)

    def _write(self, text: str) -> None:
        if self._inside and not self._silent:
            self.lines[-1] += text
