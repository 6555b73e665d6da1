"""What reads like reported speech though nobody says it: "it was clear that", "did not say why", "my gut tells me"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.cues import negated
from tui.analysis.reading import communication_nouns
from tui.analysis.subjects import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.cues import Cue
    from tui.analysis.reading import Reading

_WH = frozenset("how why what when where whether who whom whose which if".split())
_REFUSALS = frozenset("decline refuse fail forget neglect omit".split())
_EXPLETIVE = frozenset("be make become seem remain".split())
"""Verbs of phrases like "make clear" by which nobody speaks where their subject is "it"."""
_WITHIN = frozenset("gut instinct intuition heart head mind conscience experience history logic reason sense".split())
"""What tells somebody a thing without a word."""
_NONE = frozenset("nobody none neither noone".split())
_OF_THINGS = frozenset("make remind reflect guarantee predict mean ensure".split())
"""Verbs of communication that things do without a word: "his death reminds us that", "the laws guarantee that"."""
_LEADING = frozenset("lead make cause leave let help force prompt".split())
_PROVING = frozenset("prove show establish ascertain".split())
_RESULTS = frozenset("result return number".split())
"""What a count or a survey is told by."""
_RECORDING = frozenset(
    "acknowledge add admit allege argue claim conclude confirm estimate note predict recommend report say state "
    "suggest warn reveal".split()
)
"""What a body or a document that is called "it" does, while a thing called "it" shows and proves."""


def opens_with_wh(clause: Token) -> bool:
    """Whether a clause asks: "why the pumps failed"."""
    return clause.left_edge.lower_ in _WH


def leaves_open(cue: Cue, clause: Token) -> bool:
    """Whether a cue tells that a question was not answered: "did not say why", "declined to say whether"."""
    return opens_with_wh(clause) and held_back(cue)


def leaves_a_question(reading: Reading, cue: Cue) -> bool:
    """Whether a question that was not answered stands straight behind a cue, whatever the parser makes of it."""
    index = reading.range(cue.span).stop
    behind = reading.tokens[index] if index < len(reading.tokens) else cue.token
    return behind.lower_ in _WH and not behind.is_sent_start and held_back(cue)


def held_back(cue: Cue) -> bool:
    """Whether a cue tells that something was not said: "refused to call", "did not say", "no official said"."""
    refused = cue.token.dep_ == "xcomp" and lemma(cue.token.head) in _REFUSALS
    return refused or negated(cue) or (cue.source is not None and _no_one(cue.source.head))


def _no_one(head: Token) -> bool:
    """Whether a source is none at all: "no official", "neither of them", "neither Smith nor Lee"."""
    return head.lower_ in _NONE or any(child.lower_ in ("no", "neither") for child in head.lefts)


def nobody_speaks(reading: Reading, cue: Cue) -> bool:
    """Whether what stands as the subject of a cue says nothing."""
    assert cue.source is not None
    head, verb = cue.source.head, cue.token
    word = head.lower_
    if word == "it":
        return lemma(verb) in _EXPLETIVE
    if (head.tag_ == "VBG" and head.dep_ == "csubj") or _no_one(head):
        # "reading her say it gives it weight"
        return True
    if word == "one" and not any(True for _ in head.children):
        return verb.tag_ == "VB"  # "leads one to wonder", "one might say"
    if lemma(verb) in _OF_THINGS and head.pos_ == "NOUN" and not head.ent_type_ and not reading.can_speak(head):
        return True
    if word in _WITHIN and lemma(verb) == "tell":
        return True
    if cue.form == "shared" and lemma(verb.head) in _LEADING and not reading.can_speak(head):
        return True  # "the gap leads many to wonder"
    if verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.i == head.i and head.dep_ == "pobj":
        return not reading.can_speak(head)  # "defended the ban on boats saying"
    return lemma(verb) in _PROVING and any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.lefts)


def document_says(reading: Reading, cue: Cue, clause: Token) -> bool:
    """Whether a document, or a body called "it", is what a clause with "that" is taken from."""
    assert cue.source is not None
    head = cue.source.head
    base = lemma(cue.token)
    if head.lower_ == "it":
        return base in _RECORDING and any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.lefts)
    if cue.token.tag_ == "VB" or head.lower_ == "evidence":
        return False  # "a review to determine how"
    if head.lemma_.lower() in _RESULTS:
        return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.lefts)
    return communication_nouns().get(head.lemma_.lower(), False)
