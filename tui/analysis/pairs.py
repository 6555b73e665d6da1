"""Two people who speak together: "they" behind a sentence about both, and the names of a source joined by "and"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.words import SUBJECTS
from tui.domain.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from tui.analysis.entities import Entity
    from tui.analysis.reading import Reading

_REACH = 2
"""Sentences back that two people count as who is talked about."""
_CLIMB = 8
"""Words that are climbed at most."""


def names_joined(words: list[Token], who: Callable[[Token], Entity | None]) -> str | None:
    """The names of the people, or bodies, that speak together: "Ann Smith and Bob Lee"; None for fewer than two.

    `who` tells the entity of a word.
    """
    names: dict[str, str] = {}
    conjoined = others = False
    for word in words:
        conjoined = conjoined or word.dep_ == "cc"
        entity = who(word)
        if word.pos_ == "ADP":
            return None
        if entity is not None and entity.kind != "unnamed":
            names.setdefault(entity.name, entity.kind)
        others = others or (entity is None and word.pos_ in ("NOUN", "PROPN", "ADJ"))
    people = [name for name, kind in names.items() if kind == "person"]
    if not people and not others:
        people = list(names)  # "Acme and Apex said", not "the Acme and Apex plants"
    return _in_a_row(people) if len(people) > 1 and conjoined else None


def pair_before(reading: Reading, at: int, who: Callable[[Token], Entity | None]) -> str | None:
    """The names of the people of whom the last sentence with a subject is, where they are several; None otherwise."""
    document = reading.document
    here = document.sentence_at(at)
    walked_on = False  # "Lee scolded Orr and Roe. They left. “…,” they said": those of whom "they" goes on
    for number in range(here - 1, max(-1, here - 1 - _REACH), -1):
        sentence = document.sentences[number]
        if document.paragraphs[sentence.paragraph].kind == "heading":
            return None
        subjects = [
            word
            for word in reading.outside_words(sentence.span)
            if word.dep_ in SUBJECTS and word.head.dep_ == "ROOT" and reading.outside(word.head)
        ]
        if not subjects or subjects[-1].lower_ == "they":
            walked_on = walked_on or bool(subjects)
            continue
        done_to = [word for word in subjects[-1].head.rights if word.dep_ == "dobj" and reading.outside(word)]
        both = _pair(reading, subjects[-1], who)
        return both or (_pair(reading, done_to[0], who) if walked_on and len(done_to) == 1 else None)
    return None


def _pair(reading: Reading, subject: Token, who: Callable[[Token], Entity | None]) -> str | None:
    """The names of a noun and of what is joined to it, or their words: "mayor and her deputy"; None for others."""
    joined, word = [subject], subject
    while (following := next((child for child in word.rights if child.dep_ == "conj"), None)) is not None:
        joined.append(following)
        word = following
    names: list[str] = []
    for word in joined:
        entity = who(word) or next((e for c in word.rights if c.dep_ == "appos" and (e := who(c)) is not None), None)
        name = entity.name if entity is not None and entity.kind != "unnamed" else _described(reading, word)
        if name is None or name in names or not reading.outside(word):
            return None
        names.append(name)
    return _in_a_row(names) if len(names) > 1 else None


def _described(reading: Reading, noun: Token) -> str | None:
    """The words for one person without a name, without their article; None for others."""
    if noun.pos_ != "NOUN" or not reading.is_person(noun):
        return None
    first = next((child.left_edge for child in noun.lefts if child.dep_ not in ("det", "punct")), noun)
    words = reading.document.slice(Span(first.idx, noun.idx + len(noun)))
    return " ".join(words.split())


def many_before(reading: Reading, pronoun: Token) -> Token | None:
    """The plural noun that the sentence of "they" is about: "Pilots have met about what they call"."""
    start = reading.sentence(pronoun.idx).start
    verb = pronoun.head
    for _ in range(_CLIMB):
        if verb.head.i == verb.i:
            return None
        verb = verb.head
        for child in verb.lefts:
            subject = child.dep_ in SUBJECTS and start <= child.idx < pronoun.idx and reading.outside(child)
            if subject and child.i < pronoun.i:
                plural = child.tag_ in ("NNS", "NNPS") and reading.can_speak(child)
                return child if plural and verb.i < pronoun.i else None
    return None


def _in_a_row(names: list[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1]
