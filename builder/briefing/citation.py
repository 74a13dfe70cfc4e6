"""Where in the briefing's sources something stands."""

from msgspec import Struct

from builder.urls import Slug


class Citation(Struct, frozen=True, order=True):
    """A passage of an article: the article's code and the paragraph's number."""

    article: Slug
    code: str
    """The article's code in this briefing: ``S3``."""
    paragraph: int
    """Counted from 1 over the article's blocks."""

    def identifier(self, start: int) -> str:
        """Return what a statement or an event is called whose first report starts at an offset of the passage."""
        return f"{self.article}-{self.paragraph}-{start}"

    def __str__(self) -> str:
        """Return the citation as readers see it: ``S3 ¶4``."""
        return f"{self.code} ¶{self.paragraph}"
