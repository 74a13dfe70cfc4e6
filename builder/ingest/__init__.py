"""From a seed's bytes to a clean, whole text with what is known about it."""
