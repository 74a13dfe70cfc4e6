"""Topics that a briefing's articles share, proposed where the editor has named none."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

from builder.annotate import wordlists
from builder.annotate.span import ArticleText, Label, Span
from builder.annotate.topics.phrases import Phrase, nouns, phrases, singular
from builder.annotate.topics.repeated import without_repeated
from builder.annotate.topics.rules import TopicRule
from builder.urls import slugify

_MOST_TOPICS = 12
_FEWEST_TOPICS = 5
"""With fewer, single nouns are taken in."""
_MOST_PHRASES = 6
"""Phrases of one topic."""
_MOST_ORGANISATIONS = 3
"""Topics that are organisations; they have pages of their own anyway."""
_MOST_ARTICLES = 1000
"""Articles looked at, spread over all; what more of them share is shared by these too."""
_FEWEST_ARTICLES = 2
_TOGETHER = 0.3
"""Share of the articles of two phrases that have both, from which on they may be one topic."""
_NOT_SUBJECTS = frozenset(wordlists.of_language(wordlists.ENGLISH, "topics")["no subjects"])

_Numbered = tuple[int, ArticleText, Sequence[Span]]
"""A text with its number, and the names in it."""


@dataclass(slots=True)
class _Candidate:
    """A phrase or a name, and where it stands."""

    words: Phrase
    """In the singular."""
    forms: Counter[str] = field(default_factory=Counter)
    """How often each wording was used."""
    articles: dict[int, None] = field(default_factory=dict)
    """The numbers of the articles it stands in; all copies of a report may have one."""

    def weight(self) -> tuple[int, int, int]:
        """Return the sort key that puts what most articles share first, then the longer, then the more frequent."""
        return -len(self.articles), -len(self.words), -self.forms.total()

    def form(self) -> str:
        """Return the wording that is used most."""
        return max(self.forms.items(), key=lambda item: (item[1], item[0]))[0]

    def is_one_of(self, people: Collection[str]) -> bool:
        """Say whether it is a name, and that of somebody: a word of theirs behind an office, as in “Judge Pastor”."""
        form = self.form()
        return not form.islower() and form.split()[-1].casefold() in people


def propose(articles: Sequence[ArticleText], names: Sequence[Sequence[Span]]) -> tuple[TopicRule, ...]:
    """Return up to twelve topics that at least two articles share, the most shared first.

    Copies of one report count as one article, unless all that is shared stands in copies. ``names`` are the name spans
    of each article. People are never topics. Linear in the length of all text.
    """
    step = max(1, -(-len(articles) // _MOST_ARTICLES))
    own = without_repeated(articles[::step])
    people = _people(articles[::step], names[::step])
    texts = [(text.article, found) for text, found in zip(own, names[::step], strict=True)]
    by_report = _proposed([(part.report, *text) for part, text in zip(own, texts, strict=True)], people)
    return by_report or _proposed([(number, *text) for number, text in enumerate(texts)], people)


def _proposed(sample: Sequence[_Numbered], people: Collection[str]) -> tuple[TopicRule, ...]:
    """Return the topics that texts with different numbers share."""
    organisations = _shared(_organisations(sample))[:_MOST_ORGANISATIONS]
    found = [candidate for candidate in _shared(_found(sample, phrases)) if not candidate.is_one_of(people)]
    subjects = _distinct(found, _MOST_TOPICS - len(organisations))
    if len(organisations) + len(subjects) < _FEWEST_TOPICS:
        groups = [*subjects, *([noun] for noun in _shared(_found(sample, nouns)))]
        subjects = _distinct([group[0] for group in groups], _FEWEST_TOPICS - len(organisations))
    rules = [_rule([organisation]) for organisation in organisations] + [_rule(group) for group in subjects]
    return tuple({rule.slug: rule for rule in rules}.values())


def _found(
    sample: Sequence[_Numbered],
    finder: Callable[[ArticleText, Sequence[Span]], Iterator[tuple[Phrase, str]]],
) -> Iterator[tuple[int, Phrase, str]]:
    """Yield what a finder finds in all articles with the article's number, the words and their form."""
    for number, article, names in sample:
        for words, form in finder(article, names):
            yield number, words, form


def _organisations(sample: Sequence[_Numbered]) -> Iterator[tuple[int, Phrase, str]]:
    """Yield the organisations of all articles in the same way."""
    for number, article, names in sample:
        for name in names:
            form = article.text[name.start : name.end]
            if name.label is Label.ORG and form.strip() and not _writes_articles(form):
                yield number, (name.value("ref") or slugify(form),), form


def _writes_articles(form: str) -> bool:
    """Say whether an organisation, or the house it is a part of, writes articles."""
    words = form.casefold().split()
    return any(" ".join(words[:count]) in _NOT_SUBJECTS for count in range(1, len(words) + 1))


def _people(articles: Sequence[ArticleText], names: Sequence[Sequence[Span]]) -> frozenset[str]:
    """Return the last words of the names of people, without case."""
    return frozenset(
        article.text[name.start : name.end].split()[-1].casefold()
        for article, found in zip(articles, names, strict=True)
        for name in found
        if name.label is Label.PERSON and article.text[name.start : name.end].strip()
    )


def _shared(found: Iterator[tuple[int, Phrase, str]]) -> list[_Candidate]:
    """Return the candidates that enough articles share, the best first."""
    candidates: dict[Phrase, _Candidate] = {}
    for number, words, form in found:
        candidate = candidates.setdefault(words, _Candidate(words))
        candidate.forms[form] += 1
        candidate.articles[number] = None
    shared = [candidate for candidate in candidates.values() if len(candidate.articles) >= _FEWEST_ARTICLES]
    return sorted(shared, key=lambda candidate: (candidate.weight(), candidate.words))


def _distinct(candidates: Sequence[_Candidate], most: int) -> list[list[_Candidate]]:
    """Return groups of candidates, no word in two of them; near-synonyms of the first of a group join it."""
    groups: list[list[_Candidate]] = []
    group_of: dict[str, list[_Candidate]] = {}
    for candidate in candidates:
        group = next((group_of[word] for word in candidate.words if word in group_of), None)
        if group is not None:
            if len(group) < _MOST_PHRASES and _alike(group[0], candidate):
                group.append(candidate)
        elif len(groups) < most:
            groups.append([candidate])
            group_of.update(dict.fromkeys(candidate.words, groups[-1]))
    return groups


def _alike(first: _Candidate, second: _Candidate) -> bool:
    """Say whether two phrases begin alike, neither holds the other, and the same articles have them."""
    if first.words[0] != second.words[0] or set(first.words) <= set(second.words):
        return False
    both = len(first.articles.keys() & second.articles.keys())
    return both >= _TOGETHER * len(first.articles.keys() | second.articles.keys())


def _rule(group: Sequence[_Candidate]) -> TopicRule:
    """Return the topic of candidates that belong together, named after the first."""
    best = group[0].form()
    title = best[0].upper() + best[1:]
    forms = [form for candidate in group for form in sorted(candidate.forms)]
    return TopicRule(slugify(title), title, tuple(_matches(forms)))


def _matches(forms: Sequence[str]) -> list[str]:
    """Return the phrases that match all forms: names as they stand, of nouns any ending of the singular."""
    stems = list({stem.casefold(): stem for stem in map(_stem, reversed(forms))}.values())[::-1]
    return [stem for stem in stems if not any(stem != other and _covers(other, stem) for other in stems)]


def _covers(phrase: str, other: str) -> bool:
    """Say whether a phrase with any ending matches whatever another one matches; case makes no difference."""
    return phrase.endswith("*") and other.casefold().startswith(phrase[:-1].casefold())


def _stem(form: str) -> str:
    """Return the phrase that matches a form and, where it only adds an ending, its plural."""
    stem = singular(form)
    return f"{stem}*" if form.islower() and form.startswith(stem) else form
