"""Wire services: their names as the press credits them, and the short name of each."""

import re
from typing import Final

AGENCIES: Final[tuple[tuple[str, str], ...]] = (
    ("AP", r"AP|A\.P\.|(?:The )?Associated Press"),
    ("Reuters", r"(?:Thomson )?Reuters|REUTERS"),
    ("AFP", r"AFP|Agence[- ]France[- ]Presse"),
    ("UPI", r"UPI|United Press International"),
    ("dpa", r"dpa|DPA|Deutsche Presse-Agentur"),
    ("Kyodo", r"Kyodo(?: News)?|KYODO"),
    ("TASS", r"(?:ITAR-)?TASS|Tass|ТАСС"),
    ("Yonhap", r"Yonhap(?: News(?: Agency)?)?|YONHAP"),
    ("Xinhua", r"Xinhua(?: News Agency)?|XINHUA"),
    ("ANI", r"ANI"),
    ("PTI", r"PTI|Press Trust of India"),
    ("IANS", r"IANS"),
    ("EFE", r"EFE|Efe"),
    ("ANSA", r"ANSA|Ansa"),
    ("Interfax", r"Interfax(?:-Ukraine)?"),
    ("Ukrinform", r"Ukrinform"),
    ("RIA Novosti", r"RIA Novosti|RIA"),
    ("Anadolu", r"Anadolu(?: Agency)?"),
    ("Bloomberg", r"Bloomberg(?: News)?"),
    ("PA", r"PA(?: Media)?|Press Association"),
    ("AAP", r"AAP|Australian Associated Press"),
    ("CP", r"(?:The )?Canadian Press"),
    ("Belga", r"Belga"),
    ("ANP", r"ANP"),
    ("APA", r"APA"),
    ("KCNA", r"KCNA"),
    ("Jiji", r"Jiji(?: Press)?"),
    ("CNS", r"Catholic News Service"),
    ("RFE/RL", r"RFE/RL"),
    ("TNS", r"TNS|Tribune News Service"),
)
"""Short name and the expression of what a credit may call it."""

ANY: Final = "(?P<agency>" + "|".join(names for _, names in AGENCIES) + ")"
"""An expression that any agency's name matches; :func:`short_name` tells which."""


def short_name(match: re.Match[str]) -> str:
    """Return the short name of the agency that :data:`ANY` matched."""
    return next(short for short, names in AGENCIES if re.fullmatch(names, match["agency"]))
