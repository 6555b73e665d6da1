"""Pubs, homes and schools named by the word for their kind: "the Hare and Plover pub", "Elm Rise nursing home".

The model takes their names for places or people, or for two names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.edges import NEVER_INSIDE, Candidate, is_capital

if TYPE_CHECKING:
    from tui.analysis.words import Words

_WEIGHT = 4.2
_KINDS = frozenset(["pub", "hospice", "nightclub", "bookshop", "restaurant", "bakery"])
_HOMES = frozenset(["care", "nursing", "residential"])
_SCHOOLS = frozenset(["primary", "secondary", "grammar", "boarding", "nursery"])
_KEEPERS = frozenset("landlord landlady publican licensee regulars barman barmaid bartender drinkers".split())
"""Whose house stands behind "of the" or "at the"."""
_WAYS = frozenset("Street Road Lane Avenue Square City Town County Coast Village Beach Market".split())
"""What ends the name of where a pub or home is rather than its own."""
_LONGEST = 4


def find_premises(words: Words) -> list[Candidate]:
    """Their names where the kind is told, and wherever else the same words stand."""
    forms: set[tuple[str, ...]] = set()
    for index, lower in enumerate(words.lower):
        if lower in _KINDS or (words.lower[index + 1 : index + 2] in (["home"], ["school"]) and _is_kind(words, index)):
            first, last = _run_before(words, index), index
        elif lower in _KEEPERS and words.lower[index + 1 : index + 3] in (["of", "the"], ["at", "the"]):
            first, last = index + 3, _run_behind(words, index + 3)
        else:
            continue
        if last - first > 1 and _may_be(words, first, last):
            forms.add(tuple(words.text[first:last]))
    return [candidate for form in forms for candidate in _places(words, form)]


def _is_kind(words: Words, index: int) -> bool:
    return words.lower[index] in (_HOMES if words.lower[index + 1] == "home" else _SCHOOLS)


def _is_part(words: Words, index: int, beside: int) -> bool:
    capital = is_capital(words, index) and words.text[index][1:].islower() and words.pos[index] not in NEVER_INSIDE
    return capital and words.sentence[index] == words.sentence[beside]


def _run_before(words: Words, last: int) -> int:
    """Where the capitals before a word begin, with a pair behind "the": "the Hare and Plover"."""
    first = last
    while first and last - first < _LONGEST and _is_part(words, first - 1, last):
        first -= 1
    paired = first > 2 and last - first == 1 and words.lower[first - 1] in ("and", "&")
    if paired and _is_part(words, first - 2, last) and words.lower[first - 3] == "the":
        return first - 2
    return first


def _run_behind(words: Words, first: int) -> int:
    last = first
    while last < len(words) and last - first < _LONGEST and _is_part(words, last, first):
        last += 1
    paired = last - first == 1 and last + 1 < len(words) and words.lower[last] in ("and", "&")
    return last + 2 if paired and _is_part(words, last + 1, first) else last


def _may_be(words: Words, first: int, last: int) -> bool:
    """Whether words are no place, no person and no people, so that the kind is theirs and not of who owns it."""
    joined, opening, ending = " ".join(words.text[first:last]), words.text[first], words.text[last - 1]
    if first and words.tag[first - 1] == "POS":
        return False
    if joined in lexicon.words("places") or joined in lexicon.words("towns") or ending in _WAYS:
        return False
    if opening in lexicon.words("demonyms") or opening in lexicon.words("places"):
        return False
    if opening in lexicon.words("titles") or opening.lower() in lexicon.person_nouns():
        return False
    kinds = {words.entity_of[index][2] for index in range(first, last) if index in words.entity_of}
    person = kinds == {"PERSON"} and opening in lexicon.words("first_names")
    return not (person or kinds == {"GPE"} or kinds & {"NORP", "DATE"})


def _places(words: Words, form: tuple[str, ...]) -> list[Candidate]:
    """Everywhere that the words of a name stand, and no longer name does."""
    size = len(form)
    return [
        Candidate(_WEIGHT, index, index + size, "organisation")
        for index, text in enumerate(words.text)
        if text == form[0]
        and tuple(words.text[index : index + size]) == form
        and not (index + size < len(words) and _is_part(words, index + size, index))
    ]
