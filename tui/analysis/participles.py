"""Who speaks by a participle that hangs on the noun before it: "defended the ban on boats saying it works"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.given_out import giver_or_words
from tui.analysis.lexicon import words as word_list
from tui.analysis.reading import communicates

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading

_FROM = frozenset(["from", "by", "with", "like"])
HEARING = frozenset("recall remember hear overhear record film catch quote see".split())
"""Verbs whose object is who speaks."""
_REACH = 8
"""Words that are climbed at most."""


def carrier(reading: Reading, verb: Token) -> Token | None:
    """The noun that says, or the verb whose subject says, what a participle says; None where the parser has it right.

    Where the noun before cannot speak, it is the one that this hangs on and that can ("a spokesman for the plan
    saying", "a statement on the ban saying"), or else whoever does what the sentence tells. So too behind whom
    something is put to: "made a pitch to voters saying".
    """
    if verb.tag_ != "VBG":
        return None
    given = giver_or_words(reading, verb)
    if given is not None:
        return given
    if verb.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ == "for" for child in verb.lefts):
        return _verb_above(reading, verb.head)  # "rejected calls for an inquiry saying": no inquiry speaks
    noun = verb.head
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.lefts):
        return None
    if verb.dep_ != "acl" or noun.pos_ != "NOUN" or not reading.outside(noun):
        return None
    if noun.lemma_.lower() in word_list("display_nouns") or _somebody_heard(noun):
        return None
    token = noun
    if _told(noun):
        token = noun.head.head
    for _ in range(_REACH):
        if not reading.outside(token):
            return None
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.pos_ in ("NOUN", "PROPN", "PRON") and (communicates(token) is not None or reading.can_speak(token)):
            return None if token.i == noun.i else token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _somebody_heard(noun: Token) -> bool:
    """Whether a noun is of whoever is heard, though no list knows it: "heard from a diver saying"."""
    return (noun.dep_ == "pobj" and noun.head.lower_ in _FROM) or (noun.dep_ == "dobj" and noun.head.lemma_ in HEARING)


def _told(noun: Token) -> bool:
    """Whether something is put to a noun: "a pitch to voters"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.pos_ == "NOUN"


def _verb_above(reading: Reading, token: Token) -> Token | None:
    for _ in range(_REACH):
        if token.pos_ == "VERB" and reading.outside(token):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None
