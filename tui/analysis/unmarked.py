"""Names that the model has passed over, where what stands around them says what they are: "analysts at Harrow said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.definitions import said_of
from tui.analysis.edges import Candidate
from tui.analysis.evidence import place_evidence
from tui.analysis.surroundings import surroundings
from tui.analysis.words import is_hyphen

if TYPE_CHECKING:
    from tui.analysis.words import Words

_BODY = 1.4
"""The least that must speak for an organisation."""
_PERSON = 2.4
"""The least that must speak for a person."""
_AHEAD = 0.9
"""By how much it must outweigh the rest."""
_LISTS = ("places", "demonyms", "titles", "company_suffixes", "things", "organisation_openers")


def find_unmarked(words: Words, runs: list[tuple[int, int]]) -> list[Candidate]:
    """People and organisations among the runs of capitals in which the model has no name."""
    found = []
    for first, last in runs:
        opens = first == 0 or words.sentence[first - 1] != words.sentence[first]
        role = opens and last - first > 2 and words.lower[first] in lexicon.person_nouns()
        first += role  # "Producer Ann Other" at the start of a sentence
        if any(index in words.entity_of for index in range(first, last)) or not _may_be_name(words, first, last):
            continue
        evidence = place_evidence(words, first, last)
        evidence.add(said_of(words, first, last))
        evidence.add(surroundings(words, first, last))
        evidence.person += 2.5 if role else 0.0
        if evidence.organisation >= _BODY and evidence.organisation >= _AHEAD + max(evidence.person, evidence.other):
            found.append(Candidate(1.5, first, last, "organisation"))
        elif evidence.person >= _PERSON and evidence.person >= _AHEAD + max(evidence.organisation, evidence.other):
            found.append(Candidate(1.5, first, last, "person"))
    return found


def _may_be_name(words: Words, first: int, last: int) -> bool:
    """Whether all the words look like parts of a name of one to four words."""
    if last - first > 6 or (last < len(words) and is_hyphen(words.text[last]) and words.glued(last)):
        return False
    if not all(words.pos[i] == "PROPN" or is_hyphen(words.text[i]) or words.text[i] == "&" for i in range(first, last)):
        return False
    if any(words.lower[i] in lexicon.person_nouns() for i in range(first, last)):
        return False
    if last - first > 1 and words.text[last - 1] in lexicon.words("place_words"):
        return False
    text = words.text[first]
    alone = last - first == 1
    general = any(text in lexicon.words(name) for name in _LISTS) or words.lower[first] in lexicon.words("common_words")
    return not (alone and (general or len(text) < 3 or text.lower() in lexicon.noun_kinds()))
