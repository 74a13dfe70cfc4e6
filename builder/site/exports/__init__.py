"""The briefing for machines: one module for each format, and :mod:`all`, which runs them."""
