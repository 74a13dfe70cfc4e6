"""Evidence that a name is an organisation's: what is owned and traded, who works there, what only companies do."""

from collections.abc import Iterator

from builder.annotate.names.candidates import Candidate
from builder.annotate.names.evidence import Rule, Setting, Vote
from builder.annotate.span import Label


def owned(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read two words before the name that say it is owned, traded or joined: ``owned by``, ``a stake in``."""
    pair = f"{setting.word(candidate.first - 2)} {setting.word(candidate.first - 1)}".lower()
    if pair in setting.known.section("before what is owned"):
        yield Vote(Label.ORG, 3, f"follows {pair}")


def workplace(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read who works at the name: ``economist at``, ``a spokesman for``."""
    role, link = setting.word(candidate.first - 2).lower(), setting.word(candidate.first - 1)
    if link in ("at", "with") and role in setting.known.section("jobs"):
        yield Vote(Label.ORG, 4, f"follows {role} {link}")


def of_a_company(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read what only organisations have behind the name: ``shares``, ``analyst``, ``employees``."""
    following = setting.word(candidate.last)
    if following in setting.known.section("parts of organisations") and not _is_place(setting, candidate):
        yield Vote(Label.ORG, 2, f"followed by {following}")


def act_of_a_company(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read what only organisations do: ``acquired``, ``unveiled``; and what their shares do: ``fell 4``."""
    following, then = setting.word(candidate.last), setting.word(candidate.last + 1)
    if following in setting.known.section("organisation acts"):
        yield Vote(Label.ORG, 2, f"followed by {following}")
    if following in setting.known.section("moves of shares") and then[:1].isdigit():
        yield Vote(Label.ORG, 3, f"followed by {following} {then}")


def short_form_in_brackets(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read a single word in brackets behind words that end as organisations do: ``Movement (Fiamma)``."""
    brackets = (setting.word(candidate.first - 1), setting.word(candidate.last)) == ("(", ")")
    before = setting.word(candidate.first - 2)
    ends = any(before in setting.known.section(name) for name in ("organisation words", "legal forms"))
    if brackets and ends and " " not in candidate.text and not _is_place(setting, candidate):
        yield Vote(Label.ORG, 3, f"in brackets behind {before}")


def newspaper(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read what kind of publisher stands right beside the name: ``El Diario newspaper``, ``the daily El Diario``."""
    kinds = setting.known.section("kinds of publishers")
    if candidate.text in setting.known.countries:
        return
    for word in (setting.word(candidate.last), setting.word(candidate.first - 1)):
        if word in kinds:
            yield Vote(Label.ORG, 4, f"beside {word}")
            return


def team_and_town(setting: Setting, candidate: Candidate) -> Iterator[Vote]:
    """Read a word that is no first name with a town behind it as a team in a report on sport: ``Sparta Praha``."""
    front, _, town = candidate.text.partition(" ")
    known = setting.known
    if (
        setting.sport
        and town in known.large_cities
        and front not in known.first_names
        and not _everyday(setting, front)
    ):
        yield Vote(Label.ORG, 4, "team of a town", standing=True)


def _everyday(setting: Setting, word: str) -> bool:
    return word.lower() in setting.known.words or word in setting.known.countries


def _is_place(setting: Setting, candidate: Candidate) -> bool:
    known = setting.known
    return candidate.adjective or candidate.text in known.large_cities or candidate.text in known.countries


COMPANY_RULES: tuple[Rule, ...] = (
    owned,
    workplace,
    of_a_company,
    act_of_a_company,
    short_form_in_brackets,
    newspaper,
    team_and_town,
)
