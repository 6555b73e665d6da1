"""Names of people that have taken the next word into themselves: "Ann Other Misses", where the text has "Ann Other"."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.edges import PARTICLES, SUFFIXES
from tui.analysis.words import is_hyphen

if TYPE_CHECKING:
    from tui.analysis.edges import Name
    from tui.analysis.words import Words

_OFTEN = 2
"""Times that the rest of a name has to stand without its last word."""


def cut_overgrown(words: Words, names: list[Name]) -> list[Name]:
    """The names, those of people cut before a last word that no other name has and the rest stands without elsewhere.

    The text must call them by the word before it as well ("Other said"), or have that last word in small letters: who
    is introduced as "Ann Mary Other" and called "Ann Mary" keeps the surname.
    """
    forms = Counter(name.words for name in names)
    bearers = Counter(word for form in forms for word in form)
    found = []
    for name in names:
        size = len(name.words)
        if name.label == "person" and size > 2 and forms[name.words] == 1:
            size = _whole(words, name, forms, bearers)
        whole = size == len(name.words)
        found.append(name if whole else replace(name, last=name.first + size, words=name.words[:size]))
    return found


def _whole(words: Words, name: Name, forms: Counter[tuple[str, ...]], bearers: Counter[str]) -> int:
    """How many of the words of a name are its own."""
    form = name.words
    for size in range(len(form) - 1, 1, -1):
        if bearers[form[size]] > 1 or not _is_loose(words, name, size):
            break
        called = forms[form[size - 1 : size]]
        small = all(word.lower() in words.text for word in form[size:])
        often = called and forms[form[:size]] + called > _OFTEN
        if forms[form[:size]] and (often or (small and forms[form[:size]] >= _OFTEN)):
            return size
    return len(form)


def _is_loose(words: Words, name: Name, place: int) -> bool:
    """Whether a word of a name is one of its own, no suffix or part of a surname of two."""
    word, before = name.words[place], name.words[place - 1]
    joined = is_hyphen(word) or is_hyphen(before) or {word, before} & PARTICLES or words.glued(name.first + place)
    return not joined and word not in SUFFIXES and len(word) > 1 and word[1:].islower()
