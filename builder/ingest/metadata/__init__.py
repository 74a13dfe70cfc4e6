"""What a page tells about its article, each value with the words that show it."""
