"""What the annotators know of each language: one folder of word lists for each, named by its ISO 639-1 code."""
