"""When: calendar expressions and spans of time in an article's text."""
