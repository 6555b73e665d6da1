"""Whose a document is that is mentioned again: "said in a statement … the statement read", "a letter … it says"."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.cues import possessor
from tui.analysis.subjects import lemma, speaker_of, verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading, Source

PUBLISHING = frozenset("issue release put send post give publish write sign read circulate make pen file".split())
"""What somebody does with a document of their own."""
_KINDS = (
    "statement release communique communiqué", "tweet post message thread", "blog post entry", "letter note missive",
    "email e-mail message", "memo memorandum note", "text message", "op-ed column essay editorial article piece",
    "filing lawsuit suit complaint claim motion affidavit", "caption post", "speech address remark",
)  # fmt: skip
"""Documents that people and bodies write in their own name; the words of a row may stand for each other."""
_DEFINITE = frozenset(["the", "this", "that"])
_REACH = 16
"""Sentences back that a document counts."""


class _Written(NamedTuple):
    at: int
    """Index of the noun."""
    kind: str
    """The noun."""
    sentence: int
    """Index of its sentence."""
    owner: Source
    """Who wrote it."""


@cache
def _alike() -> dict[str, frozenset[str]]:
    """For each noun those that may stand for the same document."""
    found: dict[str, set[str]] = {}
    for row in _KINDS:
        for word in row.split():
            found.setdefault(word, set()).update(row.split())
    return {word: frozenset(others) for word, others in found.items()}


def _kind(noun: Token) -> str:
    """The noun, with what a hyphen parts from it: "op-ed", "e-mail"."""
    if noun.i > 1 and noun.nbor(-1).text == "-" and noun.lower_ in ("ed", "eds", "mail", "mails"):
        return f"{noun.nbor(-2).lower_}-{noun.lower_.rstrip('s')}"
    return str(noun.lemma_.lower())


class Documents:
    """The documents of one text for which it says whose they are."""

    def __init__(self, reading: Reading) -> None:
        """Look for them outside of marks."""
        self._reading = reading
        self._written: list[_Written] = []
        for token in reading.tokens:
            kind = _kind(token)
            if token.pos_ != "NOUN" or kind not in _alike() or not reading.outside(token):
                continue
            owner = self._owner(token)
            if owner is not None:
                self._written.append(_Written(token.i, kind, reading.document.sentence_at(token.idx), owner))

    def author(self, head: Token) -> Source | None:
        """Who wrote what a definite noun for a document, or "it", points back to; None where the text does not say."""
        kind = _kind(head)
        points = head.lower_ == "it" or any(child.lower_ in _DEFINITE for child in head.children)
        if not points or (kind not in _alike() and head.lower_ != "it"):
            return None
        sentence = self._reading.document.sentence_at(head.idx)
        reach = 1 if head.lower_ == "it" else _REACH
        for place in range(bisect_left(self._written, head.i, key=lambda written: written.at) - 1, -1, -1):
            written = self._written[place]
            if sentence - written.sentence > reach:
                return None
            if head.lower_ == "it" or written.kind in _alike()[kind]:
                return written.owner
        return None

    def _owner(self, noun: Token) -> Source | None:
        reading = self._reading
        owner, writer = possessor(reading, noun), self._writer(noun)
        if writer is not None and (owner is None or reading.is_person(writer.head)):
            return writer  # "Smith wrote in the firm's blog post"
        if owner is None or not (reading.can_speak(owner) or owner.tag_ == "PRP$"):
            return None
        return reading.phrase(owner)

    def _writer(self, noun: Token) -> Source | None:
        """Who says something in a document, or publishes it."""
        verb = noun.head
        if noun.dep_ == "pobj" and verb.lower_ in ("in", "on", "via", "through"):
            verb = verb.head
            if lemma(verb) not in verbs():
                return None
        elif noun.dep_ != "dobj" or verb.lemma_ not in PUBLISHING:
            return None
        if verb.pos_ not in ("VERB", "AUX") or not self._reading.outside(verb):
            return None
        source, _ = speaker_of(self._reading, verb)
        if source is None or source.head.i == noun.i or not self._reading.can_speak(source.head):
            return None
        return source
