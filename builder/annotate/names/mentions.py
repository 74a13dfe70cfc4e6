"""An article's names with their labels: each candidate's own evidence, then that of the same name elsewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.annotate.names.candidates import Candidate, candidates
from builder.annotate.names.companies import COMPANY, rejoined, short_names
from builder.annotate.names.company_rules import COMPANY_RULES
from builder.annotate.names.context_rules import CONTEXT_RULES
from builder.annotate.names.evidence import Rule, Setting, Vote
from builder.annotate.names.lists import lists
from builder.annotate.names.name_rules import NAME_RULES
from builder.annotate.names.people import surname, surname_first
from builder.annotate.names.short_bodies import short_body
from builder.annotate.names.tokens import Tokens, tokenize
from builder.annotate.span import ArticleText, Label

_ENOUGH = 3
"""The weight from which a label is believed."""
_ELSEWHERE = "elsewhere in the article"
_LENT = 3
"""The weight that a name's label has at its other mentions; one more where its mentions are sure of it."""
_CERTAIN = 8
"""The weight of own evidence from which the same name elsewhere in the article does not count."""
_SURE = 6
"""The weight of evidence from which a name's label is sure: it is lent to those beside it in a list."""
_SURE_OF_PERSON = 4
"""The weight from which a person's surname alone is taken for that person."""
_GOOD = 6
"""The weight from which a name is believed that the article writes without a capital too."""
_SPORT = 3
"""How many words of sport make a report on sport, at least."""
_SPORT_SHARE = 100
"""A report on sport has one word of sport in this many, at least."""


RULES: tuple[Rule, ...] = (*NAME_RULES, *CONTEXT_RULES, *COMPANY_RULES)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in an article, with what it is."""

    start: int
    end: int
    text: str
    """Its words with single blanks and no possessive ending."""
    label: Label
    title: str
    adjective: bool
    weight: int
    """How much speaks for the label."""
    reasons: tuple[str, ...]


Sure = Mapping[str, Vote]
"""What other articles make sure of, by name."""


def mentions(article: ArticleText, sure: Sure) -> tuple[Mention, ...]:
    """Return the names of an article in order, none overlapping another; linear in its length.

    ``sure`` has what other articles agree on; without it the article's own text decides alone.
    """
    tokens = tokenize(article)
    found = candidates(tokens)
    if not found:
        return ()
    companies = short_names((candidate.text for candidate in found), tokens.known)
    found = rejoined(found, lambda text: text in companies or (text in sure and sure[text].label is Label.ORG))
    setting = _setting(tokens)
    own = [_votes(setting, candidate) for candidate in found]
    own = _beside(tokens, found, own)
    shared = _shared(found, own)
    for text in companies:
        shared[text] = (*shared.get(text, ()), COMPANY)
    for text in {candidate.text for candidate in found} & sure.keys():
        shared[text] = (*shared.get(text, ()), sure[text])
    decided = (_decide(setting, candidate, mine, shared) for candidate, mine in zip(found, own, strict=True))
    return tuple(mention for mention in decided if mention is not None)


def _votes(setting: Setting, candidate: Candidate) -> tuple[Vote, ...]:
    """Return the evidence on a candidate, in the order of the rules; none on what only opens a sentence."""
    if candidate.opener:
        return ()
    return tuple(vote for rule in RULES for vote in rule(setting, candidate))


def _setting(tokens: Tokens) -> Setting:
    cues = tokens.known.section("sport cues")
    small = [word for word in tokens.words if word.isalpha() and word.islower()]
    english = sum(word in tokens.known.words for word in small) * 4 >= len(small) * 3
    sport = sum(word in cues or word.lower() in cues for word in tokens.words)
    return Setting(tokens, sport >= _SPORT and sport * _SPORT_SHARE >= len(tokens.words), english, frozenset(small))


def _totals(own: Iterable[Vote]) -> Counter[Label]:
    totals: Counter[Label] = Counter()
    for vote in own:
        totals[vote.label] += vote.weight
    return totals


def _shared(found: tuple[Candidate, ...], own: list[tuple[Vote, ...]]) -> dict[str, tuple[Vote, ...]]:
    """Return, for each name, the best label its mentions agree on and what follows for its short forms."""
    sums: dict[str, Counter[Label]] = {}
    standing: dict[str, dict[Vote, None]] = {}
    for candidate, mine in zip(found, own, strict=True):
        sums.setdefault(candidate.text, Counter()).update(_totals(vote for vote in mine if not vote.standing))
        standing.setdefault(candidate.text, {}).update(dict.fromkeys(vote for vote in mine if vote.standing))
    for text, several in standing.items():
        sums[text].update(_totals(several))
    shared: dict[str, list[Vote]] = {}
    for text, totals in sums.items():
        label, weight = max(totals.items(), key=lambda item: item[1], default=(Label.ORG, 0))
        if weight >= _ENOUGH:
            shared.setdefault(text, []).append(Vote(label, _LENT + (weight >= _SURE), _ELSEWHERE))
            forms = _FORMS[label](text.split(" "), weight) if label in _FORMS else ()
            for form, gain in forms:
                shared.setdefault(form, []).append(Vote(label, gain, f"part of {text}"))
    for text, several in standing.items():
        shared.setdefault(text, []).extend(vote for vote in several if vote.weight < 0)
    for text in _seldom_places(found, own):
        shared.setdefault(text, []).append(Vote(Label.PLACE, -3, "seldom behind a word for places"))
    return {text: tuple(several) for text, several in shared.items()}


def _seldom_places(found: tuple[Candidate, ...], own: list[tuple[Vote, ...]]) -> tuple[str, ...]:
    """Return the names that only prepositions speak for being places, at less than a quarter of their mentions."""
    mentioned: Counter[str] = Counter()
    cued: Counter[str] = Counter()
    sure: set[str] = set()
    for candidate, mine in zip(found, own, strict=True):
        mentioned[candidate.text] += 1
        reasons = [vote.reason for vote in mine if vote.label is Label.PLACE]
        cued[candidate.text] += bool(reasons)
        if any(not reason.startswith("follows") for reason in reasons):
            sure.add(candidate.text)
    return tuple(text for text, count in cued.items() if count and text not in sure and count * 4 < mentioned[text])


def _forms_of_person(words: list[str], weight: int) -> Iterator[tuple[str, int]]:
    """Yield the forms in which news goes on to name a person, each with its weight as evidence."""
    if words[-1] in ("Jr", "Jr.", "Sr", "Sr.", "II", "III"):
        words.pop()
    if len(words) < 2:
        return
    name = surname(words)
    if weight <= _SURE_OF_PERSON and name == words[-1] and name.lower() in lists().words:
        return
    if weight < _SURE_OF_PERSON:
        yield name, 4
        return
    yield from dict.fromkeys(((name, 8), (name[:1].upper() + name[1:], 8)))
    if not name.endswith("s"):
        yield name + "s", 9
    if name != words[-1] and not surname_first(words):
        yield words[-1], 6
    if words[0] not in lists().large_cities and name != words[0]:
        yield words[0], 3


def _forms_of_organisation(words: list[str], weight: int) -> Iterator[tuple[str, int]]:  # noqa: ARG001
    """Yield the short forms of an organisation with their weight: ``Santa Fe`` of ``Santa Fe Gold Corp``."""
    if len(words) > 1:
        yield "".join(word[0] for word in words if word[0].isupper()), 4
    known = lists()
    if body := short_body(words):
        yield body, 2
    company = words[-1] in known.section("legal forms")
    of_others = words[-1] in known.section("tails that tell of others")
    for count in range(1, len(words)):
        prefix = " ".join(words[:count])
        if prefix in known.countries or prefix in known.adjectives or prefix.lower() in known.words:
            continue
        if company:
            yield prefix, 6
        elif not (of_others or prefix in known.large_cities or prefix in known.small_cities):
            yield prefix, 2


_FORMS = {Label.PERSON: _forms_of_person, Label.ORG: _forms_of_organisation}


def _beside(tokens: Tokens, found: tuple[Candidate, ...], own: list[tuple[Vote, ...]]) -> list[tuple[Vote, ...]]:
    """Add to names of little evidence what stands in a list with them: ``Tom Hale, Iva and Yuko``."""
    clear = [_clear(votes_of) for votes_of in own]
    result = []
    for index, mine in enumerate(own):
        if found[index].opener or clear[index] is not None:
            result.append(mine)
            continue
        sides = (
            clear[other]
            for other in (index - 1, index + 1)
            if 0 <= other < len(found) and _listed_together(tokens, found[min(index, other)], found[max(index, other)])
        )
        result.append((*mine, *(Vote(label, 2, "beside another in a list") for label in sides if label is not None)))
    return result


def _clear(own: tuple[Vote, ...]) -> Label | None:
    """Return the label that a candidate's own evidence is sure of."""
    totals = _totals(own)
    label = max(totals, key=totals.__getitem__, default=None)
    return label if label is not None and totals[label] >= _SURE else None


def _listed_together(tokens: Tokens, left: Candidate, right: Candidate) -> bool:
    """Tell whether only a comma, ``and`` or ``or`` stands between two candidates."""
    between = tokens.words[left.last : right.first]
    return between in ((",",), ("and",), (",", "and"), ("or",), (",", "or"), ("&",), ("/",))


def _decide(
    setting: Setting, candidate: Candidate, own: tuple[Vote, ...], shared: dict[str, tuple[Vote, ...]]
) -> Mention | None:
    """Return the mention that a candidate's evidence makes of it, or nothing where there is too little."""
    certain = max(_totals(own).values(), default=0) >= _CERTAIN
    doubtful = candidate.text.lower() in setting.lowercase
    elsewhere = shared.get(candidate.text, ())
    if certain or doubtful:
        elsewhere = tuple(vote for vote in elsewhere if vote.reason != _ELSEWHERE)
    all_votes = own + elsewhere
    totals = _totals(all_votes)
    agreed = {vote.label for vote in elsewhere if vote.reason == _ELSEWHERE}
    label, weight = max(totals.items(), key=lambda item: (item[1], item[0] in agreed), default=(Label.ORG, 0))
    if weight < (_GOOD if doubtful else _ENOUGH):
        return None
    if candidate.opener and candidate.text in setting.known.section("institutions"):
        return None
    if label is not Label.PERSON and candidate.text.split(" ")[-1] in setting.known.section("event words"):
        return None
    reasons = tuple(vote.reason for vote in all_votes if vote.label is label and vote.weight > 0)
    return Mention(
        setting.tokens.starts[candidate.first],
        setting.tokens.ends[candidate.last - 1],
        candidate.text,
        label,
        candidate.title,
        candidate.adjective,
        weight,
        reasons,
    )
