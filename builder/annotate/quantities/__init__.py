"""How much: money, shares, counts and measures in an article's text."""
