"""The one Markdown parser: bodies to tokens, tokens to text with spans, tokens to HTML."""
