"""Who takes the word in the reporter's sentence before a quote, though the sentence is first of another.

"Lee was speaking when Ann Orr cut in. “…”" is Orr's; "The club issued a statement after Lee was fined. “…”" the club's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.reading import agent_of, is_age, is_body

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading

_BREAKS_IN = frozenset(["interrupt", "interject", "heckle", "interpose"])
_WITH_IN = frozenset("cut butt break chime jump chip barge step burst pipe weigh".split())
"""Verbs that with "in" say that somebody takes the word."""
_AT_WHICH = frozenset(["when", "before", "until", "till", "whereupon"])
_ISSUED = frozenset("issue release publish post circulate put send distribute".split())
_STATEMENTS = frozenset("statement apology communique communiqué letter message note response reply email".split())
_NOT_ONE = frozenset("every each no any neither either most such".split())
"""Before a noun: nobody of whom the sentence tells."""
_ORDINARY = frozenset("average typical ordinary usual normal".split())
_NOT_DONE = frozenset(["can", "may", "must", "should", "might", "could", "would", "will", "shall"])
_ASKED = frozenset("ask press question interview challenge quiz".split())
_TOLD = _ASKED | {"tell", "contact", "approach", "reach"}
"""What is done to somebody who then speaks."""
_COMMENTS = frozenset("comment speak talk answer respond reply elaborate say discuss".split())
_ABSENT = frozenset(["available", "reachable", "unavailable", "unreachable"])


def breaks_in(verb: Token, reading: Reading) -> Token | None:
    """Who cuts short what the sentence with the main verb `verb` tells: "was speaking when Ann Orr interrupted him"."""
    for clause in verb.rights:
        if clause.dep_ != "advcl" or not reading.outside(clause):
            continue
        base = clause.lemma_.lower()
        within = base in _WITH_IN and any(child.lower_ == "in" for child in clause.rights)
        if not (within or base in _BREAKS_IN) or not any(child.lower_ in _AT_WHICH for child in clause.lefts):
            continue
        who = next((child for child in clause.lefts if child.dep_ == "nsubj"), None)
        if who is not None and reading.outside(who) and (reading.is_person(who) or who.lower_ in ("he", "she")):
            return who
    return None


def issuer_before(reading: Reading, at: int) -> Token | None:
    """Who issues a statement in the sentence before a quote that opens its own: "The club issued an apology. “…”"."""
    document = reading.document
    number = document.sentence_at(at) - 1
    if number < 0 or document.sentences[number].paragraph < document.paragraph_at(at) - 1:
        return None
    for word in reading.outside_words(document.sentences[number].span):
        if word.lemma_.lower() not in _STATEMENTS or word.head.dep_ != "ROOT" or not reading.outside(word.head):
            continue
        if word.head.lemma_.lower() not in _ISSUED:
            continue
        if word.dep_ == "dobj":
            who = next((child for child in word.head.lefts if child.dep_ == "nsubj"), None)
        elif word.dep_ == "nsubjpass":
            who = agent_of(word.head)
        else:
            continue
        speaks = who is not None and reading.outside(who) and (reading.can_speak(who) or is_body(who))
        return who if speaks else None
    return None


def comes_forward(head: Token) -> bool:
    """Whether a subject without a name is somebody who may go on to speak.

    "A woman shook her head" is; not "every nominee", "the average patient", "a hostage was freed", "a man can object".
    """
    verb = head.head
    if any(child.lower_ in _NOT_ONE or child.lower_ in _ORDINARY for child in head.lefts):
        return False
    if head.dep_ == "nsubjpass":
        return verb.lemma_.lower() in _TOLD
    if verb.lemma_ == "be" and any(child.dep_ == "attr" for child in verb.rights):
        return False
    return not any(child.dep_ == "aux" and child.lower_ in _NOT_DONE for child in verb.lefts)


def is_silent(subject: Token) -> bool:
    """Whether a sentence says that its subject gives no answer: "Orr was not available", "Orr declined to comment"."""
    verb = subject.head
    base = verb.lemma_.lower()
    denied = any(child.dep_ == "neg" for child in verb.children)
    if base == "be":
        states = [child for child in verb.rights if child.dep_ == "acomp" and child.lower_ in _ABSENT]
        return any(denied != child.lower_.startswith("un") for child in states)
    if base in ("decline", "refuse"):
        return any(child.dep_ == "xcomp" and child.lemma_.lower() in _COMMENTS for child in verb.rights)
    if subject.dep_ == "nsubjpass":
        return denied and base in ("reach", "contact")
    return denied and base in _COMMENTS - {"say", "discuss"} and not any(c.dep_ == "advcl" for c in verb.rights)


def is_told_again(head: Token) -> bool:
    """Whether words are only another name for whom a text is about: "the 52-year-old", "the dad-of-four"."""
    return is_age(head) or (head.i + 2 < len(head.doc) and head.nbor(1).text == "-" and head.nbor(2).lower_ == "of")


def is_any(words: str) -> bool:
    """Whether the words for a speaker are of nobody in particular: "every nominee", "no minister"."""
    return words.partition(" ")[0].lower() in _NOT_ONE


def not_speaking(reading: Reading, at: int, pronoun: Token) -> Token | None:
    """Who of two of the sentence before is not the one for whom a pronoun at the offset `at` stands.

    "She was asked by Lee. “No,” she said" is not Lee; "Ann was told by Lee to rest. “You must,” she said" is not Ann.
    """
    sentence = reading.own_sentence_before(at)
    for word in reading.outside_words(sentence) if sentence is not None else ():
        if word.dep_ != "ROOT" or word.tag_ != "VBN" or word.lemma_.lower() not in _TOLD:
            continue
        asked = next((child for child in word.lefts if child.dep_ == "nsubjpass"), None)
        who = agent_of(word)
        if asked is None or who is None or not reading.outside(asked):
            return None
        if word.lemma_.lower() not in _ASKED:
            return asked if _to_you(reading, at) else None
        return who if asked.lower_ == pronoun.lower_ or asked.tag_ != "PRP" else None
    return None


def _to_you(reading: Reading, at: int) -> bool:
    """Whether the quote before the words at `at` opens with "you"."""
    number = reading.mark_before(at)
    mark = reading.marked[number] if number >= 0 else None
    return mark is not None and reading.text.startswith(("You ", "You’", "You'"), mark.inner.start)


_WHETHER = frozenset("whether if why what how when where who which".split())


def asked_whether(reading: Reading, at: int) -> Token | None:
    """Who is asked something in the sentence before a quote that is no question: "Lee asked Orr if it was so. “Yes.”".

    Where the sentence does not say whom, it is the one of whom it is asked: "The judge asked whether he was sorry".
    """
    number = reading.mark_before(at)
    mark = reading.marked[number] if number >= 0 else None
    if mark is None or reading.text[mark.inner.start : mark.inner.end].rstrip()[-1:] == "?":
        return None
    document = reading.document
    before = document.sentence_at(mark.outer.start) - 1
    if before < 0 or document.sentences[before].paragraph < document.paragraph_at(mark.outer.start) - 1:
        return None
    for verb in reading.outside_words(document.sentences[before].span):
        if verb.dep_ != "ROOT" or verb.lemma_.lower() != "ask" or verb.tag_ not in ("VBD", "VBZ", "VBP"):
            continue
        clause = next((child for child in verb.rights if child.dep_ in ("ccomp", "advcl")), None)
        if clause is None or clause.left_edge.lower_ not in _WHETHER or not reading.outside(clause):
            return None
        asked = next((child for child in verb.rights if child.dep_ in ("dobj", "dative")), None)
        asked = asked or next((child for child in clause.lefts if child.dep_ == "nsubj"), None)
        if asked is None or not reading.outside(asked):
            return None
        one = asked.lower_ in ("he", "she", "him", "her") or reading.is_person(asked)
        return asked if one and asked.i > verb.i else None
    return None
