"""Nicknames set in marks or brackets inside a name: "Nathan “leaf” Orf", "Elizabeth (Liz) Farrow-Cole"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.edges import Candidate, is_capital, is_title
from tui.analysis.words import is_hyphen

if TYPE_CHECKING:
    from tui.analysis.words import Words

_OPEN = frozenset("“\"'‘(")
_CLOSE = frozenset("”\"'’)")
MARKS = _OPEN | _CLOSE
"""What may stand around a nickname."""


def find_nicknamed(words: Words) -> list[Candidate]:
    """A nickname of one or two words between first name and surname, in marks, in brackets or in both."""
    found = []
    for index in range(1, len(words) - 3):
        if words.text[index] not in _OPEN or not is_capital(words, index - 1) or words.pos[index - 1] != "PROPN":
            continue
        inner = index + 1 + (words.text[index + 1] in _OPEN)
        close = inner + 1
        while close < len(words) and close - inner < 2 and words.text[close] not in _CLOSE:
            close += 1
        if close >= len(words) or words.text[close] not in _CLOSE:
            continue
        close += inner - index - 1  # as many as have been opened
        last = close + 1
        if last >= len(words) or words.text[close] not in _CLOSE or not is_capital(words, last):
            continue
        if is_title(words, index - 1) or words.lower[index - 1] in lexicon.person_nouns():
            continue  # "Assistant Commissioner (Crime) Ann Other"
        known = words.text[index - 1] in lexicon.words("first_names") or words.pos[last] == "PROPN"
        if known and words.sentence[last] == words.sentence[index - 1] and not words.glued(last):
            found.append(Candidate(3.1, index - 1, _whole(words, last), "person"))
    return found


def _whole(words: Words, first: int) -> int:
    """One past a surname with its hyphens: "Farrow-Cole", "Min-soo"."""
    last = first + 1
    while last + 1 < len(words) and is_hyphen(words.text[last]) and words.glued(last) and words.glued(last + 1):
        last += 2
    return last


def nickname(form: tuple[str, ...]) -> tuple[str, ...]:
    """The words in marks inside a name, () where there are none."""
    marks = [index for index, word in enumerate(form) if word in MARKS]
    return tuple(word for word in form[marks[0] : marks[-1]] if word not in MARKS) if len(marks) > 1 else ()


def without_nickname(form: tuple[str, ...]) -> tuple[str, ...]:
    """A name without what stands in marks inside it."""
    marks = [index for index, word in enumerate(form) if word in MARKS]
    return form[: marks[0]] + form[marks[-1] + 1 :] if len(marks) > 1 else form
