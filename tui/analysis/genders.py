"""What the pronouns after a name say about the gender of who bears it, where no other person stands between."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tui.analysis import lexicon

if TYPE_CHECKING:
    from tui.analysis.edges import Name
    from tui.analysis.lexicon import Gender
    from tui.analysis.words import Words

HE = frozenset(["he", "him", "his", "himself"])
"""Pronouns of one man."""
SHE = frozenset(["she", "her", "hers", "herself"])
"""Pronouns of one woman."""
_FARTHEST = 40
"""Words between a name and a pronoun that still counts."""


def gender_of(description: str) -> Gender | None:
    """The gender that the noun of a description without a name tells: "his aunt", "former chairman of the club"."""
    noun = re.split(r",| (?:of|for|from|in|at|with|who) ", description.lower(), maxsplit=1)[0].split()[-1:]
    return lexicon.person_noun_genders().get(noun[0]) if noun else None


def pronoun_gender(words: Words, names: list[Name], people: set[int], least: int = 1) -> Gender | None:
    """The gender that most of the pronouns straight after the `names` have, or None where they are torn or too few.

    `people` are the first words of all names of people: a pronoun behind another one's name says nothing.
    """
    votes: Counter[Gender] = Counter()
    for name in names:
        if name.first and words.lower[name.first - 1] == "and" and people & set(range(name.first - 9, name.first - 1)):
            continue  # "Ann Smith and Robin Lee moved here. He works": of two, the pronoun may be either's
        sentence = words.sentence[name.first]
        for index in range(name.last, min(name.last + _FARTHEST, len(words))):
            if index in people or words.sentence[index] > sentence + 1:
                break
            lower = words.lower[index]
            if lower in HE or lower in SHE:
                if words.marked[index] == words.marked[name.first]:
                    votes["m" if lower in HE else "f"] += 1
                break
    if not votes:
        return None
    (gender, count), *others = votes.most_common()
    return gender if count >= least and (not others or count >= 3 * others[0][1]) else None
