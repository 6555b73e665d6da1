"""Who wrote a document that is told of before it is named: "Lee wrote to the bank. “It has burnt,” the letter says"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.subjects import speaker_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading, Source

_LETTERS = frozenset("letter note email message memo".split())
_TALKS = frozenset(["transcript"])
_CAPTIONS = frozenset(["caption"])
_WRITING = frozenset("write email text message".split())
_TESTIFYING = frozenset(["testify", "depose"])
_PICTURES = frozenset("video photo photograph picture image clip reel selfie".split())
_PUBLISHING = frozenset("post share upload publish tweet".split())
_REPLYING = frozenset("reply answer respond send receive get return issue forward deliver".split())
"""What tells of another letter than the one that was written before."""
_REACH = 3
"""Sentences of the reporter's own back that it may be told."""


def writer_before(reading: Reading, source: Source) -> Source | None:
    """Who wrote, testified or put on view what "the letter", "the transcript", "the caption" is; or None."""
    noun = source.head.lemma_.lower()
    if noun not in _LETTERS | _TALKS | _CAPTIONS or reading.words(source.span)[0].lower_ != "the":
        return None
    document = reading.document
    here, paragraph = document.sentence_at(source.span.start), document.paragraph_at(source.span.start)
    seen = 0
    for number in range(here - 1, max(-1, here - 8), -1):
        sentence = document.sentences[number]
        words = list(reading.outside_words(sentence.span))
        if sentence.paragraph != paragraph or seen == _REACH:
            return None
        seen += any(word.pos_ in ("VERB", "AUX") for word in words)
        who = _in_view(reading, words) if noun in _CAPTIONS else _tells(reading, words, noun)
        if who is not None:
            return who
        if noun in _LETTERS and any(word.lemma_.lower() in _REPLYING for word in words):
            return None  # "Lee wrote to the bank. It replied. “No,” the letter said"
    return None


def _tells(reading: Reading, words: list[Token], noun: str) -> Source | None:
    """The subject of a verb of writing or testifying."""
    verbs = _WRITING if noun in _LETTERS else _TESTIFYING
    for word in words:
        if word.lemma_.lower() in verbs and word.tag_ in ("VBD", "VBZ", "VBP"):
            wrote = (child for child in word.rights if child.dep_ == "dobj" and child.pos_ == "NOUN")
            if noun in _LETTERS and any(child.lemma_.lower() not in _LETTERS for child in wrote):
                return None  # "wrote a book"
            return speaker_of(reading, word)[0]
    return None


def _in_view(reading: Reading, words: list[Token]) -> Source | None:
    """The person who puts a picture on view, or acts in one that was put there: "In a video posted on Friday, Lee"."""
    shown = any(word.lemma_.lower() in _PICTURES for word in words)
    for word in words if shown else ():
        if word.lemma_.lower() in _PUBLISHING and word.tag_ in ("VBD", "VBZ"):
            return speaker_of(reading, word)[0]
        if word.lemma_.lower() in _PUBLISHING and word.tag_ == "VBN":
            if any(child.dep_ == "agent" for child in word.rights):
                return None
            subject = next((w for w in words if w.dep_ == "nsubj" and w.head.dep_ == "ROOT" and w.i > word.i), None)
            named = subject is not None and (subject.ent_type_ == "PERSON" or subject.tag_ == "PRP")
            return reading.phrase(subject) if subject is not None and named else None
    return None
