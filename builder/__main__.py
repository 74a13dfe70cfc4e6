"""``python -m builder`` is ``briefing``."""

from builder.cli import program

program()
