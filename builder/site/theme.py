"""A theme: templates and static files, with the default theme behind it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import builder
from builder.problems import BuildError, error

DEFAULT: Final = "default"
_PACKAGE: Final = Path(builder.__file__).parent
SHIPPED: Final = (_PACKAGE / "themes", _PACKAGE.parent / "themes")
"""Where the default theme lies: inside an installed package, or beside it in a checkout."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Where a theme's files are looked for."""

    name: str
    folders: tuple[Path, ...]
    """The theme's own folder, then the default theme's; what an earlier one has hides the same file of a later one."""
    language: str = "en"
    """Of the interface, as far as the theme knows it."""

    def shown(self, file: Path) -> str:
        """Return a file of the theme as problems name it: ``themes/<name>/templates/base.html``."""
        folder = next((folder for folder in self.folders if file.is_relative_to(folder)), None)
        return f"themes/{folder.name}/{file.relative_to(folder).as_posix()}" if folder else file.as_posix()


def load_theme(name: str, themes: Path, language: str = "en") -> Theme:
    """Return the theme of a name, from the briefing's own ``themes`` folder or as shipped.

    Raises :class:`BuildError` where there is no such theme; its hint lists those that exist.
    """
    shipped = next((folder for folder in SHIPPED if (folder / DEFAULT / "templates").is_dir()), SHIPPED[0])
    found = {folder.name: folder for place in (shipped, themes) for folder in _themes_in(place)}
    if name not in found:
        hint = f"themes that exist: {', '.join(sorted(found)) or 'none'}"
        raise BuildError([error("content/index.md", "theme-unknown", f"there is no theme “{name}”", hint=hint)])
    behind = shipped / DEFAULT
    return Theme(name, tuple(dict.fromkeys(folder for folder in (found[name], behind) if folder.is_dir())), language)


def _themes_in(place: Path) -> list[Path]:
    if not place.is_dir():
        return []
    candidates = sorted(place.iterdir())
    return [folder for folder in candidates if (folder / "templates").is_dir() or (folder / "static").is_dir()]
