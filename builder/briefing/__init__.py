"""The frozen model of a briefing, assembled from its content files; and how its sources compare."""
