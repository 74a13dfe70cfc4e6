"""The preview: watch the folders, build again, tell the browser."""
