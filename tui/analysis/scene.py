"""Whom the reporter's own words just before a quote are about: "Ann Smith shook her head. “No.”"

What leads up to a quote often names its speaker as the subject of the last main clause, a beat before the words: actor,
action, quote (after Elson and McKeown 2010). Found also where that is a description of somebody without a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.centres import in_passing, led_up_to
from tui.analysis.reading import is_teller
from tui.analysis.takes_the_word import breaks_in
from tui.analysis.words import SUBJECTS
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading
    from tui.domain.text import Document

_ENDS = frozenset("die kill bury murder perish drown born bear assassinate execute shoot stab".split())
"""Verbs whose passive subject, or subject, does not go on to speak."""
_OF_SPEAKERS = frozenset("voice tone words eyes face hands smile expression lip lips shoulders jaw accent".split())
"""What somebody has of which a sentence tells that goes on to what they say."""
_REACH = 4
"""Sentences back that are looked at."""


@dataclass(frozen=True, slots=True)
class Actor:
    """The subject of the last sentence of the reporter's own."""

    head: Token
    """Its noun, name or pronoun."""
    paragraph: int
    """Index of its paragraph."""
    owns: bool = False
    """Whether it only has what the sentence is about: "Smith's team"."""
    breaks_in: bool = False
    """Whether it cuts short what the sentence is about: "Lee was speaking when Smith cut in"."""


def actor_before(reading: Reading, at: int, since: int) -> Actor | None:
    """The actor of the last sentence of the reporter's own between the offsets `since` and `at`.

    None where that sentence has no subject, is about somebody dying, or about two.
    """
    document = reading.document
    here = document.sentence_at(at)
    for number in range(here - 1, max(-1, here - 1 - _REACH), -1):
        sentence = document.sentences[number]
        if sentence.span.end <= since or document.paragraphs[sentence.paragraph].kind == "heading":
            return None
        set_apart = is_caption(document, sentence.paragraph) or is_byline(document, sentence.paragraph)
        if set_apart or in_passing(reading, sentence.span):
            continue
        words = [w for w in reading.outside_words(sentence.span) if not w.is_punct]
        if not words:
            continue
        for word in reversed(words):  # of two subjects the second has the name: "The sponsor, Rep. Ann Lee, said"
            told = word.dep_ in SUBJECTS and not is_teller(word)
            if told and word.head.dep_ == "ROOT" and reading.outside(word.head):
                ends = word.head.lemma_ in _ENDS and (word.dep_ == "nsubjpass" or word.head.lemma_ != "shoot")
                several = any(child.dep_ == "conj" for child in word.children)
                cutting = breaks_in(word.head, reading)
                if cutting is not None:
                    return Actor(cutting, sentence.paragraph, breaks_in=True)
                if word.lower_ in ("he", "she") and (led := led_up_to(reading, word)) is not None:
                    return Actor(led[0], sentence.paragraph)
                if word.head.lemma_ == "be" and word.pos_ == "NOUN":
                    # "Her deputy is Ann Lee"
                    word = next((c for c in word.head.rights if c.dep_ == "attr" and c.pos_ == "PROPN"), word)
                if ends or several:
                    return None
                owner = next((c for c in word.lefts if c.dep_ == "poss" and c.pos_ == "PROPN"), None)
                if word.lower_ in _OF_SPEAKERS:  # "Her hands shook until Orr told her to sit."
                    owner = next((c for c in word.lefts if c.tag_ == "PRP$"), owner)
                # "Smith's running mate, Ann Lee, laughed"
                named = any(c.dep_ == "appos" and c.ent_type_ == "PERSON" for c in word.rights)
                if owner is not None and not named and not reading.is_person(word):
                    return Actor(owner, sentence.paragraph, owns=True)
                return Actor(word, sentence.paragraph)
        first = next((w for w in words if w.ent_type_ == "PERSON" and w.dep_ == "npadvmod"), None)
        # "Lee, for her part, shrugged", where the parser has no subject
        return Actor(first, sentence.paragraph) if first is not None and first.head.dep_ == "ROOT" else None
    return None


_CREDIT = re.compile(
    r"\([^()\n]{0,80}(?:\S\s*/\s*\S|\b[Pp]hoto|PHOTO|\b[Ff]ile\b|Getty|Reuters|REUTERS|PRESS|\bAP\b|AFP|[Hh]andout|[Cc]ourtesy)"
    r"[^()\n]{0,60}\)\.?\s*$"
)


_SIGNED = re.compile(r"(?:[\w’'-]+ ){0,3}[Bb][Yy] (?:[A-Z][\w.’'-]+ ?){2,4}(?:[,|][^\n.?!]{0,60})?")
_HEAD = 4
"""Paragraphs at the head of an article behind which no line says who wrote it."""


def is_caption(document: Document, paragraph: int) -> bool:
    """Whether a paragraph is of a picture: tagged so, or with a credit at its end."""
    of = document.paragraphs[paragraph]
    return of.kind == "caption" or credit(document, paragraph) is not None


def credit(document: Document, paragraph: int) -> Span | None:
    """The brackets at the end of a paragraph that say whose the picture is; None where there are none."""
    of = document.paragraphs[paragraph].span
    found = _CREDIT.search(document.text, of.start, of.end)
    return Span(*found.span()) if found is not None else None


def is_byline(document: Document, paragraph: int) -> bool:
    """Whether a paragraph says who wrote the text: tagged so, or by its look: "EXCLUSIVE by Ann Other"."""
    of = document.paragraphs[paragraph]
    looks = paragraph <= _HEAD and bool(_SIGNED.fullmatch(document.text, of.span.start, of.span.end))
    return looks or of.kind == "byline"


def in_brackets(text: str, start: int, at: int) -> bool:
    """Whether a bracket that opens after `start` is still open at `at`."""
    return text.count("(", start, at) > text.count(")", start, at)
