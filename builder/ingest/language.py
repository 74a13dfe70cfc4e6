"""Tells the language of a text by its commonest small words, or by its script."""

import re
from collections import Counter
from typing import Final

from builder.ingest.words import word_lists

_WORDS: Final = {language: frozenset(words) for language, words in word_lists("languages").items()}
_SCRIPTS: Final = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("fa", re.compile("[\u067e\u0686\u06af]")),
)
"""Scripts that few languages share; Japanese comes before Chinese, since it has Chinese characters too."""
_OWN_SCRIPT: Final = re.compile("[" + "".join(script.pattern[1:-1] for _, script in _SCRIPTS) + "]")
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)?")
_ASCII_TOKEN: Final = re.compile(r"[a-z]+(?:['-][a-z]+)?")
"""The same in lower case and in ASCII, where it is twice as quick."""
_SAMPLE: Final = 3_000
"""Characters that are looked at."""
_FEWEST: Final = 4
"""Small words below which nothing is said about the language."""


_SPOKEN_IN: Final[dict[str, tuple[str, ...]]] = {
    word: tuple(language for language, words in _WORDS.items() if word in words)
    for word in sorted(frozenset().union(*_WORDS.values()))
}
"""Word → the languages it is common in."""


def language_of(text: str, default: str) -> str:
    """Return the ISO 639-1 code of a text's language, or ``default`` where too little tells."""
    sample = text[:_SAMPLE]
    if _OWN_SCRIPT.search(sample) and (language := _by_script(sample)):
        return language
    scores = _scores(sample)
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] >= _FEWEST and scores[best] > scores.get(default, 0) else default


def common_words(text: str) -> int:
    """Return how many of a text's words are common ones of its likeliest language."""
    return max(_scores(text[:_SAMPLE]).values())


def _scores(sample: str) -> dict[str, int]:
    scores = dict.fromkeys(_WORDS, 0)
    words = (_ASCII_TOKEN if sample.isascii() else _TOKEN).findall(sample.lower())
    for word, number in Counter(filter(_SPOKEN_IN.__contains__, words)).items():
        for language in _SPOKEN_IN[word]:
            scores[language] += number
    return scores


def _by_script(sample: str) -> str:
    """Return the language whose own script a third of the letters are in; empty for Latin and Cyrillic."""
    letters = sum(1 for character in sample if character.isalpha())
    for language, script in _SCRIPTS:
        share = 8 if language == "ja" else 3
        if len(script.findall(sample)) * share > letters > 0:
            return language
    return ""
