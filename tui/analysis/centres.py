"""Whom "he" or "she" goes on with: the one a sentence keeps in view, rather than the last one it names.

A pronoun goes on with whom a pronoun stood for just before (the first rule of centering: Grosz, Joshi and Weinstein
1995), and in a main clause with the subject of the clause that leads up to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.genders import HE, SHE
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading

_LEADS_UP = frozenset("when after as before while once because since until although though as if where".split())
_ASKING = frozenset("ask tell question press urge call phone inform warn quiz confront approach email text".split())
"""What is done to somebody who then speaks: of these the one it is done to."""
_SURE, _LIKELY = 4.5, 3.0


def led_up_to(reading: Reading, pronoun: Token) -> tuple[Token, float] | None:
    """The subject of the clause before "he said" and what it weighs: "when coach Ruiz was told of it, he said".

    Or whom the reporter met in it: "When I rang Ruiz, he was".
    """
    if pronoun.dep_ != "nsubj":
        return None
    for clause in pronoun.head.lefts:
        if clause.dep_ != "advcl" or clause.i > pronoun.i or not reading.outside(clause):
            continue
        if not any(child.lower_ in _LEADS_UP for child in clause.lefts):
            continue
        subject = next((c for c in clause.lefts if c.dep_ in ("nsubj", "nsubjpass") and reading.outside(c)), None)
        if subject is not None and subject.lower_ in ("i", "we"):
            met = [word for word in clause.rights if word.i < pronoun.i]
            people = [w for word in met for w in (word, *word.rights) if w.ent_type_ == "PERSON" and w.pos_ == "PROPN"]
            return (people[0], _SURE) if len(people) == 1 and reading.outside(people[0]) else None
        if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
            return None
        asks = clause.lemma_.lower() in _ASKING
        if subject.dep_ == "nsubj" and (asks or kept(reading, clause, pronoun) is not None):
            return None
        return subject, _SURE if asks else _LIKELY
    return None


def asked_of(reading: Reading, pronoun: Token) -> Span | None:
    """The words before "he said" that say what he is asked about: "asked about the judge's remarks, he said"."""
    if pronoun.dep_ != "nsubj":
        return None
    for clause in pronoun.head.lefts:
        if clause.dep_ not in ("advcl", "acl") or clause.tag_ != "VBN" or clause.lemma_.lower() not in _ASKING:
            continue
        if reading.outside(clause) and not any(child.dep_ == "nsubjpass" for child in clause.lefts):
            last = clause.right_edge
            return Span(clause.idx, last.idx + len(last))
    return None


def kept(reading: Reading, verb: Token, pronoun: Token) -> Token | None:
    """The pronoun in what `verb` says of somebody else that `pronoun` goes on with: "Harmon let him pitch. He said"."""
    same = HE if pronoun.lower_ in HE else SHE if pronoun.lower_ in SHE else frozenset()
    for child in verb.rights:
        if child.lower_ in same and child.dep_ in ("dobj", "dative", "nsubj") and reading.outside(child):
            return child  # the parser takes it for the subject of an infinitive: "let him pitch"
        if child.dep_ == "attr":
            return next((c for c in child.lefts if c.dep_ == "poss" and c.lower_ in same), None)
        if child.dep_ in ("ccomp", "xcomp") and child.tag_ in ("VB", "VBG") and verb.lemma_ in ("let", "make", "see"):
            return next((c for c in child.lefts if c.dep_ == "nsubj" and c.lower_ in same), None)
    return None


def in_passing(reading: Reading, sentence: Span) -> bool:
    """Whether a sentence stands in brackets: "(Harmon let him pitch.)"."""
    text = reading.text
    end = sentence.end
    while end > sentence.start and text[end - 1].isspace():
        end -= 1
    return text[sentence.start] == "(" and text[end - 1] == ")" and "(" not in text[sentence.start + 1 : end]
