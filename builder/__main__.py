"""``python -m builder`` is ``briefing``."""

from builder.cli import main

main()
