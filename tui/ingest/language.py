"""Which language a text is in, from its commonest words or its script; and what each language is called.

A language is named only where its words leave no doubt: a text of names and figures has none, and is read as English.
The word lists are `vocabulary/*.txt`, a file a language.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nb": "Norwegian", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish",
    "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese", "ca": "Catalan", "hr": "Croatian",
}  # fmt: skip
"""English names of languages by ISO 639-1 code."""

_FOLDER = Path(__file__).with_name("vocabulary")
_SCRIPTS = (
    ("[\u3040-\u30ff]", "ja", 0.1),
    ("[\uac00-\ud7af]", "ko", 0.3),
    ("[\u4e00-\u9fff]", "zh", 0.5),
    ("[\u0370-\u03ff]", "el", 0.5),
    ("[\u0590-\u05ff]", "he", 0.5),
    ("[\u067e\u0686\u06af\u06cc\u06a9]", "fa", 0.05),
    ("[\u0600-\u06ff]", "ar", 0.5),
    ("[\u0900-\u097f]", "hi", 0.5),
    ("[\u0e00-\u0e7f]", "th", 0.5),
)
"""Scripts that name their language by themselves, with the share of all letters that is asked for. Compiled when one of
them is there: nine expressions are a twentieth of the app's start."""
_OTHER_SCRIPT = re.compile("[\u0370-\u03ff\u0590-\u06ff\u0900-\u0e7f\u3040-\ud7af]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_CYRILLIC_LETTERS = (("[іїєґ]", "uk"), ("[јљњћђџѓќ]", None), ("[ыэё]", "ru"))
"""Letters that one language in Cyrillic has and its neighbours have not; of Serbian and Macedonian we have no words."""
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = 6000
_FEWEST = 24
"""Words: of fewer, more have to be a language's commonest, and next to none English."""
_FEWEST_OF_ALL = 6
"""Words: fewer say nothing."""


def guess_language(text: str) -> str | None:
    """ISO 639-1 code of the language that `text` is in, or None where its words do not say.

    By the share of running words that are among the 40–70 commonest of each language: about two fifths of any prose in
    its own, seldom a tenth of another's (closely related languages apart, of which the better wins).
    """
    head = text[:_LETTERS]
    letters = sum(map(str.isalpha, head))
    if letters < 20:
        return None
    if _OTHER_SCRIPT.search(head):
        for script, code, share in _SCRIPTS:
            if len(re.findall(script, head)) >= share * letters:
                return code
    words = _WORD.findall(head.lower())
    if _CYRILLIC.search(head) and len(_CYRILLIC.findall(head)) >= 0.5 * letters:
        for pattern, language in _CYRILLIC_LETTERS:
            if re.search(pattern, head.lower()):
                return language
    if len(words) < _FEWEST_OF_ALL:
        return None
    if len(words) < _FEWEST:
        return _of_few(words)
    english = _share(words, "en")
    if english >= 0.3:
        return "en"
    shares = {file.stem: _share(words, file.stem) for file in _FOLDER.glob("*.txt")}
    best = max(shares, key=shares.__getitem__)
    if best == "en":
        return "en" if english >= 0.15 else None
    return best if shares[best] >= 0.18 and english < shares[best] / 2 else None


def _of_few(words: list[str]) -> str | None:
    """The language of a headline or a sentence or two; English is not told of: it is what nothing is said of.

    Three different words of its commonest are asked for: "de" alone, however often, is French, Spanish or Dutch.
    """
    found = {file.stem: set(words) & _common_words(file.stem) for file in _FOLDER.glob("*.txt")}
    english = _share(words, "en")
    best, second = sorted(found, key=lambda code: (len(found[code]), _share(words, code)), reverse=True)[:2]
    share = _share(words, best)
    enough = 0.34 if len(words) < _FEWEST // 2 else 0.22
    if best == "en" or len(found[best]) < 3 or share < enough or english > share / 2:
        return None
    return best if len(found[best]) > len(found[second]) or share > _share(words, second) else None


def name_of(code: str) -> str:
    """What the language `code` is called in English; the code itself where that is not known."""
    return NAMES.get(code.lower().partition("-")[0], code)


def code_of(tag: str | None) -> str | None:
    """The ISO 639 code at the head of a language tag ("en-GB", "pt_BR"), or None."""
    match = re.match(r"\s*([A-Za-z]{2,3})(?:[-_]|\s*$)", tag or "")
    return match.group(1).lower() if match else None


def _share(words: list[str], code: str) -> float:
    """The share of `words` that are among the commonest of a language."""
    known = _common_words(code)
    return sum(word in known for word in words) / len(words)


@cache
def _common_words(code: str) -> frozenset[str]:
    lines = (_FOLDER / f"{code}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
