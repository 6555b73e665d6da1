"""Whether a bare surname is a person's or a firm's: texts name founders in full and their firms by the same word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.surnames import surname

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.analysis.edges import Name
    from tui.analysis.evidence import Evidence
    from tui.analysis.words import Words

_SURE = 2.5
"""How far ahead the reading of a full name as a person's must be to tell something of its surname."""
_STRONG = 1.0
"""What a place must say for an organisation before it counts as one that says so."""
_POSSESSIVES = frozenset(["'s", "’s", "'", "’", "and", "-"])


def firm_words(totals: Mapping[tuple[str, ...], Evidence]) -> set[str]:
    """The words of all the organisations of a text that have several: not of "Orr's Mills" or "Orr and Mills"."""
    found: set[str] = set()
    for form, total in totals.items():
        if len(form) > 1 and not _POSSESSIVES.intersection(form) and total.label() == "organisation":
            found.update(form)
    return found


def sure_bearers(totals: Mapping[tuple[str, ...], Evidence], surnames: Mapping[tuple[str, ...], str]) -> set[str]:
    """The surnames (of `surnames`, by full name) of those who are surely people."""
    return {word for form, word in surnames.items() if totals[form].lead() >= _SURE}


def stands_for_firm(form: tuple[str, ...], places: list[float], firms: set[str]) -> bool:
    """Whether a bare surname may be a firm's, by what its places say for an organisation and against a person.

    It may be where the text names a firm so, where the firm is known, or where a third of its places say so.
    """
    if form[0] in firms or form in lexicon.known_organisations():
        return True
    return sum(place >= _STRONG for place in places) > max(1, len(places) / 3)


def before_noun(words: Words, first: int, last: int) -> bool:
    """Whether an article before a name belongs to the noun behind it: "the Orr administration"."""
    if first == 0 or last >= len(words) or words.sentence[last] != words.sentence[first]:
        return False
    compound = words.dep[last - 1] == "compound" and words.head[last - 1] >= last
    return compound and words.lower[first - 1] in ("the", "a", "an")


def split_owners(names: list[Name]) -> list[Name]:
    """The names with those cut in two that begin with somebody of the text: "Orr's Mills", "Orr and Mills".

    Not cut is what joins two surnames, as firms called after their founders do, and what is a known organisation.
    """
    firsts = lexicon.words("first_names")
    people = {n.words for n in names if n.label == "person" and len(n.words) > 1 and n.words[0] in firsts}
    owners = people | {(surname(form),) for form in people}
    alone = {n.words for n in names}
    found: list[Name] = []
    for name in names:
        cut = next((i for i, word in enumerate(name.words) if word in ("'s", "’s", "and")), 0)
        before, behind = name.words[:cut], name.words[cut + 1 :]
        split = name.label == "organisation" and name.sure < 4 and before in owners and bool(behind)
        if split and name.words[cut] == "and":
            split = behind in alone and behind not in owners
        if not split or name.words in lexicon.known_organisations():
            found.append(name)
            continue
        found.append(replace(name, last=name.first + cut, label="person", words=before))
        found.append(replace(name, first=name.first + cut + 1, words=behind, titled=""))
    return found
