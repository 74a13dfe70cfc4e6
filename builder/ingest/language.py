"""Tells the language of a text by its commonest small words, or by its script."""

import re
from typing import Final

_WORDS: Final[dict[str, frozenset[str]]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in that is was for on with as his he at by it from are this be has have an not but they said which who were will would their its been more",
        "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über",
        "fr": "le la les de des du et un une en que qui dans pour est pas sur au par plus avec ce il ne se sont aux cette son été mais ou ont leur elle nous vous c'est",
        "es": "el la los las de del y en que un una por con para es se su al lo como más no sus este esta ha fue son entre pero también desde sobre muy ya",
        "it": "il lo la i gli le di del della dei delle e che un una per è con non si da al nel alla sono come più ha anche dal questo questa nella gli ma cui su",
        "pt": "o a os as de do da dos das e que um uma em no na para com não por se mais ao como foi é são à pelo pela seu sua também mas ou nos nas já",
        "nl": "de het een van en in is dat op te zijn met voor niet aan er die ook als bij door naar heeft maar om uit wordt nog over tot werd dit deze worden",
        "pl": "w i na z do się nie to że jest o od po jak za przez dla oraz ale są tym był już być który które tego może tak",
        "cs": "a v se na je že s z o do i to za pro ve jako ale po by který jsou tak byl při podle jeho být už má které až",
        "ro": "și în de la a cu pe din că nu este o un care au pentru mai sunt fost ce sau prin după s-a dar lui le",
        "sv": "och att det i en som på är av för med den till inte har de om ett men var sig från vi så kan när år",
        "da": "og at det i en som på er af for med den til ikke har de om et men var sig fra vi så kan når år blev efter hans",
        "no": "og at det i en som på er av for med den til ikke har de om et men var seg fra vi så kan når år ble etter hans",
        "fi": "ja on ei että se oli hän mutta ovat myös kun kuin joka sen tai niin mukaan vuoden jo sekä olla ole nyt",
        "tr": "ve bir bu da de için ile olarak çok daha olan gibi en sonra kadar ne ancak olduğu ise var oldu tarafından",
        "hu": "a az és hogy nem is egy volt meg ez de csak már el mint még ha vagy kell után azt pedig lesz",
        "id": "yang dan di dengan untuk dari ini dalam itu tidak pada akan ada juga ke oleh telah mereka sebagai karena saat",
        "vi": "và của là có trong cho được các với không một những người đã khi từ này ông để đến",
        "hr": "i u je na se da su za od s koji ne što to kao iz će bi o ali ili koja biti kako nije",
        "ru": "и в не на что с по как это из за для то от его но о же к у он был бы все так ее они при",
        "uk": "і в не на що з та у як це до за для від його але про він був які також є ще під час",
        "bg": "и на в да от за се с по не че е са като до при има ще този беше който това след",
    }.items()
}
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
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)?")
_SAMPLE: Final = 6_000
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
    if not sample.isascii() and (language := _by_script(sample)):
        return language
    scores = dict.fromkeys(_WORDS, 0)
    for word in _TOKEN.findall(sample.lower()):
        for language in _SPOKEN_IN.get(word, ()):
            scores[language] += 1
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] >= _FEWEST and scores[best] > scores.get(default, 0) else default


def _by_script(sample: str) -> str:
    """Return the language whose own script a third of the letters are in; empty for Latin and Cyrillic."""
    letters = sum(1 for character in sample if character.isalpha())
    for language, script in _SCRIPTS:
        share = 8 if language == "ja" else 3
        if len(script.findall(sample)) * share > letters > 0:
            return language
    return ""
