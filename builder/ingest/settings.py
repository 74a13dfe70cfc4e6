"""What of a briefing's settings decides how its seeds are read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IngestSettings:
    """What of a briefing's settings decides how its seeds are read."""

    as_of: str
    """The day up to which articles were collected, as EDTF; empty where it is not set."""
    language: str = "en"
    """ISO 639-1; of seeds whose own language cannot be told."""
    timezone: str = "UTC"
    """IANA name; the zone of the briefing."""
