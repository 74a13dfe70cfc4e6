"""The subjects that articles share: told from phrases, and proposed where a briefing has none."""

from builder.annotate.topics.proposals import propose
from builder.annotate.topics.rules import TopicRule, phrases_pattern, topics_in

__all__ = ["TopicRule", "phrases_pattern", "propose", "topics_in"]
