"""Days of publication and of events, where they are known to the day."""

from datetime import date

from builder import edtf


def single_day(value: str) -> date | None:
    """Return the day that an EDTF value names; ``None`` where it names more than one day or none."""
    parsed = edtf.parse(value)
    return parsed.first if parsed and parsed.precision is edtf.Precision.DAY else None
