"""The editor's files: articles, topics, entities and the briefing's own page, read, checked and written."""
