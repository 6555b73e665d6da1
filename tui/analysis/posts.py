"""Offices that the model takes for organisations: "Queensland Treasurer", the "Press" of "Press Secretary"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.edges import PORTFOLIOS, Candidate

if TYPE_CHECKING:
    from tui.analysis.words import Words

_POSTS = frozenset(
    "Secretary Treasurer Premier Trooper Minister Governor Senator Mayor President Chairman Chairwoman Ambassador "
    "Commissioner Director Councillor Sheriff Constable Superintendent Inspector Sergeant Lieutenant Detective "
    "Spokesman Spokeswoman Correspondent Chief Coach Captain Attorney Prosecutor Ombudsman Speaker Whip Counsel".split()
)
"""What ends the name of an office and hardly that of a body."""
_OF_ANY = frozenset("Press State Fire Police Cabinet Deputy Shadow Party Team Staff City County Village Town".split())
"""What stands before such a word without being a body of its own."""


def find_posts(words: Words) -> list[Candidate]:
    """The words of offices, which are no names: with the place they are of, or a word that says of what kind."""
    found = []
    for index in range(1, len(words)):
        if words.text[index] not in _POSTS or words.sentence[index - 1] != words.sentence[index]:
            continue
        before = index - 1
        if words.text[before] in _OF_ANY:
            found.append(Candidate(4.0, before, index + 1, "other"))
            continue
        begins, ends, kind = words.entity_of.get(before, (0, 0, ""))
        if words.text[before] in PORTFOLIOS and kind == "ORG" and begins < before and ends == index:
            if words.text[begins] in lexicon.words("demonyms") | lexicon.words("places"):
                found.append(Candidate(4.0, begins, index, "other"))  # "British Defence Secretary"
        begins, ends, kind = words.entity_of.get(index, (0, 0, ""))
        whole = kind == "ORG" and ends == index + 1 and begins < index
        if (
            whole
            and all(words.text[i] in lexicon.words("places") for i in range(begins + 1, index))
            and (words.text[begins] in lexicon.words("places") or words.lower[begins] == "the")
        ):
            found.append(Candidate(4.0, begins, index + 1, "other"))
    return found
