"""Bodies called after the office of who heads them, "the Auditor General", or after where they sit, "No 10".

They are people's roles where the text says who has the office, and a house's number where the text is not of politics.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.edges import Candidate, is_capital

if TYPE_CHECKING:
    from tui.analysis.words import Words

_WEIGHT = 4.2
_NUMBERS = frozenset(["No", "Number"])
_HOUSE = "10"
_OF_POLITICS = frozenset("minister ministers ministerial mp mps chancellor downing whitehall commons treasury".split())
"""Words one of which a text has that means the prime minister's house."""
_STAFF = frozenset(
    "source sources official officials insider insiders aide aides spokesman spokeswoman adviser".split()
)
_BY = frozenset(["by", "from", "to", "at", "inside", "with", "told", "in"])


def find_office_bodies(words: Words) -> list[Candidate]:
    """The places where such an office or house is an organisation."""
    found: dict[str, list[Candidate]] = {}
    held: set[str] = set()
    for index, text in enumerate(words.text):
        for form in _forms().get(text, ()):
            last = index + len(form)
            if tuple(words.text[index:last]) != form or words.sentence[last - 1] != words.sentence[index]:
                continue
            office = " ".join(form)
            if _is_held(words, index, last):
                held.add(office)
            elif _alone(words, index, last):
                found.setdefault(office, []).append(Candidate(_WEIGHT, index, last, "organisation"))
            break
    kept = [candidate for office, places in found.items() if office not in held for candidate in places]
    return kept + _houses(words)


@cache
def _forms() -> dict[str, list[tuple[str, ...]]]:
    """The offices as words, by the first of them, the longest first."""
    forms = sorted(map(lexicon.as_words, lexicon.words("office_bodies")), key=len, reverse=True)
    return lexicon.by_first_word(forms)


def _alone(words: Words, first: int, last: int) -> bool:
    """Whether an office stands for itself: with "the", and no part of a longer name."""
    if first and words.lower[first - 1] != "the":
        return False
    following = last < len(words) and words.sentence[last] == words.sentence[first]
    return not (following and (words.lower[last] == "of" or (is_capital(words, last) and words.pos[last] == "PROPN")))


def _is_held(words: Words, first: int, last: int) -> bool:
    """Whether a person is named beside an office: "Auditor General Ann Other", "Ann Other, the Auditor General"."""
    behind = last + (words.text[last : last + 1] == [","])
    if words.entity_of.get(behind, (0, 0, ""))[2] == "PERSON" and words.sentence[behind] == words.sentence[first]:
        return True
    before = first - 1
    while before > 0 and first - before < 4 and words.lower[before] in ("the", ",", "then", "was", "is", "as"):
        before -= 1
    named = words.entity_of.get(before, (0, 0, ""))[2] == "PERSON" and words.sentence[before] == words.sentence[first]
    return named and before < first - 1


def _houses(words: Words) -> list[Candidate]:
    """ "No 10", where it does or is told something in a text of politics."""
    places = [i for i in range(len(words) - 1) if words.text[i] in _NUMBERS and words.text[i + 1] == _HOUSE]
    if not places or _OF_POLITICS.isdisjoint(words.lower):
        return []
    found = []
    for index in places:
        last = index + 2
        after = words.lower[last] if last < len(words) else ""
        ends = last >= len(words) or words.pos[last] in ("PUNCT", "VERB", "AUX", "CCONJ", "ADP", "SCONJ", "PART")
        before = words.lower[index - 1] if index else ""
        opens = not index or words.pos[index - 1] in ("PUNCT", "CCONJ", "SCONJ", "ADV")
        opens = opens or words.sentence[index - 1] != words.sentence[index]
        acts = opens and last < len(words) and words.pos[last] in ("VERB", "AUX")
        if after in _STAFF or acts or (before in _BY and ends):
            found.append(Candidate(_WEIGHT, index, last, "organisation"))
    return found
