"""Roles that open a sentence before a name and so have a capital: "Owner Thu Ha Lee said" names no body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.edges import Candidate

if TYPE_CHECKING:
    from tui.analysis.words import Words

_NO_PEOPLE = ("organisation_heads", "company_suffixes", "place_words", "other_words", "places", "titles")


def opening_roles(words: Words, runs: list[tuple[int, int]]) -> list[Candidate]:
    """The people whose role opens a sentence, where a known first name and another word follow; `runs` of capitals."""
    found = []
    for first, last in runs:
        opens = first == 0 or words.sentence[first - 1] != words.sentence[first]
        if not opens or not 3 <= last - first <= 6 or words.lower[first] not in lexicon.person_nouns():
            continue
        name = [text for text in words.text[first + 1 : last] if text.isalpha()]
        if len(name) < 2 or name[0] not in lexicon.words("first_names") or any(map(str.isupper, name)):
            continue
        if words.dep[last - 1] in ("nsubj", "nsubjpass") and not any(
            word in lexicon.words(kind) for word in name for kind in _NO_PEOPLE
        ):
            found.append(Candidate(2.3, first + 1, last, "person"))
    return found
