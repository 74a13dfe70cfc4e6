"""Word lists for names, as text."""
