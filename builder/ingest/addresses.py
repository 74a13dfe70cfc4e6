"""Addresses that a seed links to: which may stand in an article, and how."""

from typing import Final
from urllib.parse import quote, urldefrag, urljoin, urlsplit

_SCHEMES: Final = frozenset({"http", "https", "mailto"})
"""Addresses that lead to a page or a person; nothing that runs, embeds or opens a file."""
_LONGEST: Final = 2_000
"""Characters of an address."""
_KEPT: Final = "%/:?#@!$&'*+,;=~[]"
"""Characters that stand in addresses as they are; round brackets, which Markdown counts, do not."""


def safe_address(written: str, base: str) -> str:
    """Return a link's whole address, fit to stand in Markdown; empty where it leads nowhere or is not safe.

    :param base: the address that relative ones start from; empty where it is not known
    """
    try:
        whole = urljoin(base, "".join(written.split()))
        scheme, host, path, *_ = urlsplit(whole)
    except ValueError:
        return ""
    if scheme not in _SCHEMES or not (host or (scheme == "mailto" and path)) or len(whole) > _LONGEST:
        return ""
    if urldefrag(whole).url == urldefrag(base).url:
        return ""
    return quote(whole, safe=_KEPT, errors="replace")
