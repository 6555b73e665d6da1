"""What is said where the parser takes a part of it for whom that is said to, or the other way round.

"told the hearing he had nothing to add", "denied the pier was old".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.reading import communicates
from tui.analysis.words import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.cues import Cue
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


def asks_whether(cue: Cue, clause: Token) -> bool:
    """Whether a clause with "if" is what somebody is asked: "asked drivers if they had seen the lorry"."""
    first = clause.left_edge
    asked = cue.token.lemma_ == "ask" and first.lower_ in ("if", "whether") and first.dep_ == "mark"
    whom = any(child.dep_ in ("dobj", "dative") and child.i < first.i for child in cue.token.rights)
    return asked and whom and first.i > cue.token.i and first.nbor(-1).text != ","


def subject_before(verb: Token, root: Token) -> Token:
    """Where the clause of `root` begins, also where the parser takes its subject for an object of `verb`.

    "denied | the pier was old"; what stands behind "that" in such an object: "told the crowd | that cuts won't help".
    """
    own = any(left.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for left in root.lefts)
    finite = root.tag_ in FINITE or any(left.tag_ in FINITE for left in root.lefts)
    first = root.left_edge
    noun = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if own or not finite or noun is None or noun.right_edge.i + 1 != first.i or first.pos_ == "SCONJ":
        return first
    words = noun.doc[noun.left_edge.i : first.i]
    return next((word for word in words if word.i > noun.i and word.lower_ == "that"), noun.left_edge)


def _is_whole(verb: Token) -> bool:
    """Whether a clause lacks no object that the noun before could be: "told the man he was late", not "he had seen"."""
    return any(child.dep_ in ("dobj", "ccomp", "xcomp", "acomp", "attr") for child in verb.rights)
