"""Whose words a participle behind a document or a speech gives: "gave a speech saying" tells those of who gave it.

Whoever only reads, gets or sees a letter has not said what stands in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.reading import communicates

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading

_GIVING = frozenset(
    "issue give make publish release put send post deliver file circulate sign pen write hold air record broadcast "
    "distribute leave compose draft email e-mail share run launch tweet text hand mail upload print reissue".split()
)
"""What somebody does with words of their own."""
_GETTING = frozenset("read receive get see find obtain hear open show cite quote spot discover keep leak".split())
"""What somebody does with words of others."""
_ANSWERING = frozenset(
    "reply respond answer react write hit fire shoot follow end close open begin start finish".split()
)
"""What somebody does with or in words of their own."""
_COMPLEMENTS = frozenset("ccomp xcomp oprd".split())
_BETWEEN = 6
"""Words between a document and the participle at most: "a statement on Friday saying"."""


def giver_or_words(reading: Reading, verb: Token) -> Token | None:
    """The verb whose subject says what a participle says, or the noun of the words themselves; None for others."""
    head = verb.head
    if (
        verb.tag_ != "VBG"
        or not any(child.dep_ in _COMPLEMENTS for child in verb.rights)
        or not reading.outside(head)
        or any(left.dep_ in ("nsubj", "mark") for left in verb.lefts)
    ):
        return None
    noun = head if head.pos_ == "NOUN" and verb.dep_ == "acl" else _object(head, verb)
    if noun is None or communicates(noun) is None or not reading.outside(noun):
        return None
    doing, within = noun.head, False
    if noun.dep_ == "pobj" and doing.lower_ in ("with", "in"):
        doing, within = doing.head, True
    elif noun.dep_ != "dobj":
        return None
    if doing.pos_ != "VERB" or not reading.outside(doing):
        return None
    passive = any(left.dep_ == "auxpass" for left in doing.lefts)
    subject = next((left for left in doing.lefts if left.dep_ in ("nsubj", "nsubjpass")), None)
    base = doing.lemma_.lower()
    if within:
        speaks = subject is not None and reading.can_speak(subject)
        return doing if base in _ANSWERING and speaks and not passive else None
    if passive or base in _GETTING:
        return noun
    return doing if base in _GIVING else None


def _object(doing: Token, verb: Token) -> Token | None:
    """The object straight before a participle that the parser hangs on the verb: "read a letter saying"."""
    if doing.pos_ != "VERB" or verb.dep_ not in ("advcl", "xcomp") or verb.nbor(-1).text == ",":
        return None
    found = next((child for child in doing.rights if child.dep_ == "dobj" and child.i < verb.i), None)
    return found if found is not None and verb.i - found.right_edge.i <= _BETWEEN else None
