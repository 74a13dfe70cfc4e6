"""Turns a folder of raw news articles on one story into a briefing site a reader can trust."""

__version__ = "0.1.0"
