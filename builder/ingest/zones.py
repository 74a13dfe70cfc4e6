"""Times of day with a zone, as pages write them, and the day they fall on in another zone."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_OFFSETS: Final[dict[str, float]] = {
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "HST": -10,
    "AKST": -9, "AKDT": -8,
    "GMT": 0, "UTC": 0, "Z": 0, "WAT": 1, "CET": 1, "CEST": 2, "SAST": 2, "EET": 2, "EEST": 3, "MSK": 3, "EAT": 3,
    "PKT": 5, "IST": 5.5, "WIB": 7, "SGT": 8, "HKT": 8, "AWST": 8, "JST": 9, "KST": 9,
    "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip
"""Hours east of Greenwich. IST is India's: the press of Ireland and Israel rarely writes it."""
_REGIONS: Final = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}
_TIME: Final = re.compile(
    r"(?<![\d.:])(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?(?::\d\d)?\s?"
    r"(?P<half>[ap]\.?m\b\.?)?,? ?\(?(?P<zone>[A-Z]{1,4})?\b",
    re.IGNORECASE,
)


def day_in_zone(year: int, month: int, day: int, around: str, zone: str, otherwise: str) -> tuple[int, int, int]:
    """Return the day on which a local time falls in another zone; the day itself where time or zone is not told.

    :param around: the words beside the date, with a time and a zone such as ``7:04 pm ET`` if the page has them
    :param zone: IANA name of the zone asked for
    :param otherwise: the zone that a time of twelve hours is taken to be in where none is named
    """
    for match in _TIME.finditer(around):
        written = (match["zone"] or "").upper()
        local = _zone(written) or (_zone(otherwise) if match["half"] else None)
        if local is None or not (match["minute"] or match["half"]):
            continue
        hour = _hour(int(match["hour"]), (match["half"] or "")[:1].lower())
        if hour is None or int(match["minute"] or 0) > 59:
            continue
        moment = datetime(year, month, day, hour, int(match["minute"] or 0), tzinfo=local).astimezone(_named(zone))
        return moment.year, moment.month, moment.day
    return year, month, day


def _zone(written: str) -> tzinfo | None:
    if written in _OFFSETS:
        return timezone(timedelta(hours=_OFFSETS[written]))
    return _named(_REGIONS[written]) if written in _REGIONS else None


def _hour(hour: int, half: str) -> int | None:
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 if half == "p" else hour % 12 if half == "a" else hour
    return hour if hour < 24 else None


def _named(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
