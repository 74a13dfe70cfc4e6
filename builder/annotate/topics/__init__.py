"""The subjects that articles share: told from phrases, and proposed where a briefing has none."""
