"""Who looks at the site while it is being built: what they look at is made first, and shown before all else is done."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from builder.site.exports.manifest import File
from builder.site.output import holds
from builder.urls import PagePath


@dataclass(frozen=True, slots=True)
class Early:
    """What can be shown of a site while its other files are still to be made."""

    fresh: Mapping[PagePath, File]
    """Files that are made and not yet in place."""
    standing: frozenset[PagePath]
    """Files that stand in the site as they will be."""


@dataclass(frozen=True, slots=True)
class Beside:
    """An audience that is shown other files beside those of single pages: styles, scripts, pictures."""

    audience: "Audience"
    files: Sequence[tuple[PagePath, bytes]]
    output: Path
    """Where the site stands."""

    def is_overtaken(self) -> bool:
        """Return whether a build may be given up."""
        return self.audience.is_overtaken()

    def pages(self) -> Collection[PagePath]:
        """Return the pages that are looked at now."""
        return self.audience.pages()

    def show(self, early: Early) -> None:
        """Take some files before the others."""
        standing = {path for path, data in self.files if holds(self.output / path, data)}
        fresh = {path: data for path, data in self.files if path not in standing}
        self.audience.show(Early({**early.fresh, **fresh}, early.standing | standing))


class Audience(Protocol):
    """Those who look."""

    def is_overtaken(self) -> bool:
        """Return whether a build may be given up, for they wait for something newer."""

    def pages(self) -> Collection[PagePath]:
        """Return the pages that are looked at now."""

    def show(self, early: Early) -> None:
        """Take some files before the others."""
