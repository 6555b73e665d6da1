"""Who says the first quote of a text before anybody is named: whom the sentence behind it is about.

“You have to be patient,” he says. Walter Finch has kept bees since 1998. “I never saw it again.” Nora Bell runs a shop.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.lexicon import words as word_list
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.entities import Entities, Entity
    from tui.analysis.reading import Reading

_OF_SELF = re.compile(r"\b(?:I|[Ww]e|[Mm]e|[Mm]y|[Oo]ur|[Uu]s|I[’'](?:m|ve|d|ll)|[Ww]e[’'](?:re|ve|d|ll))\b")
_OF_ANOTHER = re.compile(r"\b(?:he|she|him|his|hers?)\b", re.IGNORECASE)
_TAKES_IN = frozenset(
    "hear listen watch read receive get see learn face meet reject deny ignore dismiss quote answer".split()
)
"""What somebody does to whom words are said."""
_LEAST = 5
"""Words of a quote that may stand alone above the one who says it."""


def named_behind(reading: Reading, at: int, entities: Entities, gender: str | None) -> Entity | None:
    """The one for whom "he" or "she" beside the first quote, at the offset `at`, stands; None where it is not sure."""
    return _subject_behind(reading, at, entities, gender, reach=1)


def speaks_first(reading: Reading, at: int, entities: Entities) -> Entity | None:
    """Who says the quote at the offset `at`, which has its sentence to itself, and no words that say who speaks."""
    number = reading.mark_before(at)
    mark = reading.marked[number] if number >= 0 else None
    if mark is None or not mark.closed or reading.paragraph(at).start != mark.outer.start:
        return None
    words = reading.text[mark.inner.start : mark.inner.end].strip()
    if words[-1:] not in (".", "!", "?", "…") or words.count(" ") + 1 < _LEAST or _OF_ANOTHER.search(words):
        return None
    return _subject_behind(reading, mark.outer.end, entities, None, reach=1 if _OF_SELF.search(words) else 0)


def _subject_behind(reading: Reading, at: int, entities: Entities, gender: str | None, reach: int) -> Entity | None:
    document = reading.document
    here, paragraph = document.sentence_at(max(0, at - 1)), document.paragraph_at(max(0, at - 1))
    for number in range(here + 1, min(here + 2 + reach, len(document.sentences))):
        sentence = document.sentences[number]
        if sentence.paragraph - paragraph > reach:
            return None
        words = [word for word in reading.outside_words(sentence.span) if not word.is_punct]
        if words:
            subject = next((w for w in words if w.dep_ in ("nsubj", "nsubjpass") and w.head.dep_ == "ROOT"), None)
            return _first_named(reading, subject, entities, gender, sentence.span) if subject is not None else None
    return None


def _first_named(
    reading: Reading, subject: Token, entities: Entities, gender: str | None, sentence: Span
) -> Entity | None:
    """The person for whose name a subject stands, where nobody has been named before; None for others."""
    person = entities.at(Span(subject.idx, subject.idx + len(subject)))
    if person is None or person.kind != "person" or person.gender not in (None, gender or person.gender):
        return None
    if subject.head.lemma_.lower() in _TAKES_IN or any(child.dep_ == "conj" for child in subject.children):
        return None
    if subject.dep_ == "nsubjpass" or not reading.outside(subject.head):
        return None
    kin = word_list("kinship")
    if any(word.tag_ == "PRP$" and word.head.lower_ in kin for word in subject.subtree):
        return None  # "Anna Bell, her neighbour's mother"
    first = min(m.span.start for other in entities.people for m in other.mentions)
    return person if first >= sentence.start else None
