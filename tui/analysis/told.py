"""What somebody is told where the parser takes it for what they did: "told the hearing he had nothing to add"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.extents import FINITE
from tui.analysis.reading import communicates

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading

_PLACES = frozenset(
    "court hearing inquiry jury tribunal inquest trial commission conference meeting rally crowd audience parliament "
    "radio paper newspaper programme program house senate".split()
)
"""Before whom something is said."""
_SUBJECTS = frozenset("he she it they we i there".split())


def told_clause(reading: Reading, noun: Token) -> Token | None:
    """The verb of what `noun`, the object of a verb of telling, is told; None where a clause only says who that is."""
    place = noun.lemma_.lower() in _PLACES
    if not place and (communicates(noun) is not None or not reading.can_speak(noun)):
        return None  # "told the story he had heard"
    for verb in noun.rights:
        if verb.dep_ != "relcl" or verb.left_edge.lower_ not in _SUBJECTS or verb.left_edge.i != noun.i + 1:
            continue
        finite = verb.tag_ in FINITE or any(left.tag_ in FINITE for left in verb.lefts)
        if finite and (place or _is_whole(verb)):
            return verb
    return None


def _is_whole(verb: Token) -> bool:
    """Whether a clause lacks no object that the noun before could be: "told the man he was late", not "he had seen"."""
    return any(child.dep_ in ("dobj", "ccomp", "xcomp", "acomp", "attr") for child in verb.rights)
