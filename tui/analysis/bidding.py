"""What somebody promises to do, or asks, tells and warns others to do: "told her staff | to stay calm".

Those who are to do it belong to what is said behind a verb like "urge", as they are no more than its object; behind one
like "tell" they are who hears it. An order or an instruction tells what was done, and is not reported speech.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.cues import negated
from tui.analysis.deeds import is_thing
from tui.analysis.subjects import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.cues import Cue
    from tui.analysis.reading import Reading

_PROMISING = frozenset("promise vow pledge swear urge warn call".split())
"""Verbs whose infinitive says what was said, whether or not somebody stands between."""
_BIDDING = frozenset("tell ask beg advise implore caution exhort beseech remind".split())
"""The same where those stand between who are to do it: not "asked to be left alone"."""
_URGING = frozenset("urge call beg implore exhort beseech".split())


def bids(reading: Reading, cue: Cue, clause: Token) -> bool:
    """Whether the infinitive of a cue says what was said."""
    if clause.dep_ != "xcomp" or clause.tag_ != "VB" or negated(cue):
        return False
    if cue.token.lemma_ in _PROMISING:
        return True
    if lemma(cue.token) not in _BIDDING or any(left.dep_ in ("aux", "auxpass") for left in cue.token.lefts):
        return False
    whom = _whom(cue, clause)
    if whom is None or not reading.outside(clause) or whom.lower_ in ("me", "us"):
        return False  # "asked me not to use her name"
    return whom.pos_ in ("NOUN", "PROPN", "PRON") and not is_thing(reading, whom)


def those_bidden(reading: Reading, cue: Cue, clause: Token) -> int | None:
    """Where those stand who are to do it, if they are part of what is said: "urged | the town to wait"."""
    if clause.tag_ != "VB" or clause.dep_ != "xcomp" or lemma(cue.token) not in _URGING:
        return None
    whom = _whom(cue, clause)
    first = whom.left_edge if whom is not None else None
    return first.idx if first is not None and reading.outside(first) and first.idx >= cue.end() else None


def _whom(cue: Cue, clause: Token) -> Token | None:
    """Who is to do it, between the cue and its infinitive: its object, or whom somebody "calls on"."""
    for child in cue.token.rights:
        if child.i >= clause.i or child.idx <= cue.span.start:
            continue
        if child.dep_ in ("dobj", "dative", "nsubj"):
            return child
        if child.dep_ == "prep" and child.lower_ in ("on", "upon"):
            return next((noun for noun in child.rights if noun.dep_ == "pobj"), None)
    return None
