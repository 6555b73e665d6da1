"""Whom the reporter's own words just before a quote are about: "Ann Smith shook her head. “No.”"

Narrative that leads up to a quote names its speaker as the subject of the last main clause, the beat before the words
(the "trigram" of Elson and McKeown 2010: actor, action, quote). This finds that actor, also where it is a description.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading

_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Actor:
    """The subject of the last sentence of the reporter's own."""

    head: Token
    """Its noun, name or pronoun."""
    sentence: int
    """Index of the sentence."""
    paragraph: int
    """Index of its paragraph."""


def actor_before(reading: Reading, at: int, since: int) -> Actor | None:
    """The actor of the last sentence between the offsets `since` and `at` that has a main clause outside marks.

    None where that sentence is about a thing, or has no clause of its own.
    """
    document = reading.document
    here = document.sentence_at(at)
    if document.sentences[here].span.start < at and _bare(reading, here, at):
        here += 1  # the quote stands behind words of its own sentence, which are a beat too: "She paused — “No.”"
    for number in range(here - 1, max(-1, here - 4), -1):
        sentence = document.sentences[number]
        if sentence.span.end <= since:
            return None
        words = [w for w in reading.outside_words(sentence.span) if not w.is_punct]
        if not words:
            continue
        for word in words:
            if word.dep_ in _SUBJECTS and word.head.dep_ == "ROOT" and reading.outside(word.head):
                return Actor(word, number, sentence.paragraph)
        return None
    return None


def _bare(reading: Reading, number: int, at: int) -> bool:
    return False
