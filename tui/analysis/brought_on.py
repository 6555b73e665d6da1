"""Whom the reporter's words before a quote bring on: "Told of this, Lee laughed.", "And the loom?", "He rang Ann."

The last sentence of the reporter's own tells who speaks next oftener than who spoke before it does, where it answers
to a question, stands alone before the quote, or ends with somebody who has been reached.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.words import SUBJECTS
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading

_PUT_TO = frozenset(
    "tell ask press push remind show reach contact question challenge approach inform quiz phone confront phoned offer "
    "invite prompt".split()
)
"""What is done to somebody who then speaks: "Told of this, Lee laughed", "he is asked what he makes of it"."""
_REACHING = frozenset("ring call phone telephone text reach contact visit meet find ask tell".split())
"""What is done to somebody who then speaks and is named last: "he rang Ann, who had left"."""
_SEEING = frozenset("visit meet find".split())
"""What leaves open who tells of it, but where the reporter did it."""
_THIRD = re.compile(r"\s*(He|She)\b")


def narrated_question(reading: Reading, at: int) -> Span | None:
    """The reporter's own question straight before a quote: "And did she mind? “Not me.”"; None where there is none."""
    document = reading.document
    number = document.sentence_at(at) - 1
    if number < 0:
        return None
    span = document.sentences[number].span
    words = [word for word in reading.words(span) if not word.is_space]
    asks = reading.text[span.start : span.end].rstrip().endswith("?")
    if not asks or not words or any(not reading.outside(word) for word in words):
        return None
    near = document.paragraph_at(at) - document.paragraph_at(span.start)
    return span if near <= 1 else None


def answers_to(reading: Reading, at: int, since: int) -> Token | None:
    """Who is asked, told or reached in the reporter's own words between `since` and a quote that opens its paragraph.

    "Told of this, | Lee | was quiet."; "On the quay | she | is asked what she would change. It rains."
    """
    document = reading.document
    here = document.sentence_at(at)
    paragraph = document.paragraph_at(at)
    for number in range(here - 1, max(-1, here - 6), -1):
        sentence = document.sentences[number]
        if sentence.span.end <= since or paragraph - sentence.paragraph > 1:
            return None
        for word in reading.outside_words(sentence.span):
            if word.lemma_.lower() not in _PUT_TO or word.tag_ != "VBN":
                continue
            subject = next((child for child in word.lefts if child.dep_ == "nsubjpass"), None)
            if sentence.span.start < since and (subject is None or not _asked_by(word, since)):
                continue
            if subject is not None:
                passive = word.dep_ == "ROOT" and not _answered(word)
                return subject if passive and _somebody(reading, subject) else None
            head = word.head
            opens = word.dep_ in ("advcl", "acl", "ROOT") and word.left_edge.is_sent_start
            subject = next((c for c in head.lefts if c.dep_ in SUBJECTS and c.i > word.i), None)
            if opens and head.i != word.i and subject is not None and reading.outside(subject):
                return subject if _somebody(reading, subject) else None
        if number < here - 1 and sentence.paragraph == paragraph:
            return None
    return None


def _asked_by(verb: Token, since: int) -> bool:
    """Whether the last turn, at `since`, is that of who asks: "Lee was asked by the chair, Ann Orr, about it"."""
    by = next((child for child in verb.rights if child.dep_ == "agent"), None)
    return by is not None and since <= by.right_edge.idx


def _answered(verb: Token) -> bool:
    """Whether a sentence itself tells what was answered, "she was asked and said", or that nobody was asked."""
    denied = any(child.dep_ == "neg" for child in verb.lefts)  # "could not be reached"
    return denied or any(child.dep_ == "conj" and child.pos_ == "VERB" for child in verb.rights)


def _somebody(reading: Reading, word: Token) -> bool:
    named = any(child.dep_ == "appos" and child.ent_type_ == "PERSON" for child in word.rights)
    return word.lower_ in ("he", "she") or named or reading.is_person(word)


def reached_last(reading: Reading, at: int) -> Token | None:
    """Whom the last sentence says was rung, and goes on about, or the reporter met: "He rang Ann, who had left."."""
    document = reading.document
    number = document.sentence_at(at) - 1
    if number < 0:
        return None
    sentence = document.sentences[number]
    for word in reading.outside_words(sentence.span):
        if word.dep_ == "ROOT" and word.lemma_.lower() in _REACHING and word.pos_ == "VERB":
            found = next((child for child in word.rights if child.dep_ in ("dobj", "dative", "attr")), None)
            rung = word.lemma_.lower() not in _SEEING and not tells_of_one(reading, at)
            on = found is not None and rung and any(child.dep_ == "relcl" for child in found.rights)
            on = on or any(child.dep_ == "nsubj" and child.lower_ in ("i", "we") for child in word.lefts)
            if (
                found is not None
                and on
                and found.pos_ == "PROPN"
                and reading.outside(found)
                and reading.is_person(found)
            ):
                return found
    return None


def tells_of_one(reading: Reading, at: int) -> str | None:
    """The gender, "m" or "f", of whom the quote at `at` opens with: "He rang Ann. “She was well.”"; None for others."""
    number = reading.mark_before(at)
    mark = reading.marked[number] if number >= 0 else None
    found = _THIRD.match(reading.text, mark.inner.start, mark.inner.end) if mark is not None else None
    return None if found is None else "m" if found.group(1) == "He" else "f"


def differs(reading: Reading, at: int) -> Token | None:
    """Who is said, in a paragraph of one sentence before a quote, to take it otherwise: "Ann Orr disagrees."."""
    document = reading.document
    number = document.sentence_at(at) - 1
    if number < 1 or document.sentences[number].paragraph != document.paragraph_at(at) - 1:
        return None
    sentence = document.sentences[number]
    if document.sentences[number - 1].paragraph == sentence.paragraph or sentence.span.end - sentence.span.start > 160:
        return None
    for word in reading.outside_words(sentence.span):
        reacts = word.lemma_.lower() in _REACTING and word.pos_ == "VERB" and word.dep_ in _CLAUSES
        if reacts or _otherwise(word):
            subject = next((child for child in word.lefts if child.dep_ in SUBJECTS), None)
            if subject is not None and reading.outside(subject) and _somebody(reading, subject):
                return subject
    return None


def _otherwise(verb: Token) -> bool:
    """Whether a main verb says that somebody is not as the one before: "is less patient", "did not"."""
    if verb.dep_ != "ROOT":
        return False
    if verb.lemma_ == "do":
        return any(child.dep_ == "neg" for child in verb.children) and not any(c.dep_ == "dobj" for c in verb.rights)
    compared = (child for child in verb.rights if child.dep_ == "acomp")
    return verb.lemma_ == "be" and any(
        child.tag_ == "JJR" or any(word.lower_ in ("less", "more") for word in child.lefts) for child in compared
    )


_REACTING = frozenset(
    "disagree differ laugh snort shrug sigh remember recall see hear doubt demur object grin frown bristle beg wince "
    "smile scoff chuckle blush hesitate protest nod groan blink sniff think believe know insist".split()
)
_CLAUSES = frozenset("ROOT ccomp advcl conj pcomp".split())
_ELSEWHERE = re.compile(
    r"(?:from|at|in|across|beside|behind|near|over|down|up|out|on)\b[^\n:“”\"]{3,60}:\s*[“\"‘'«„]*$", re.IGNORECASE
)


def from_elsewhere(reading: Reading, at: int) -> bool:
    """Whether words of place and a colon open a paragraph and give the word to another: "From the back row: “No!”"."""
    start = reading.paragraph(at).start
    return bool(_ELSEWHERE.match(reading.text, start, at))


_AFTERWARDS = re.compile(
    r"\s+(?:This|That|It) (?:is|was) (?:\w+ly )?(?:shouted|said|muttered|spoken|whispered|delivered|called)\b"
)


def told_of_afterwards(reading: Reading, at: int) -> bool:
    """Whether the sentence behind a quote says how it was said, and not by whom: "“Go home!” It was whispered."."""
    number = reading.mark_before(at)
    mark = reading.marked[number] if number >= 0 else None
    return mark is not None and bool(_AFTERWARDS.match(reading.text, mark.outer.end))
