"""Whose a document is that speaks, as its own sentence tells: "her statement said", "a note sent by Ann Lee says"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.analysis import lexicon
from tui.analysis.documents import host_of, publishes
from tui.analysis.reading import communicates
from tui.analysis.subjects import noun_after, speaker_of
from tui.analysis.words import FINITE
from tui.domain.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from tui.analysis.reading import Reading, Source

_REACH = 120
"""Characters behind a document among which its writer is looked for."""
_PASSING_ON = frozenset(
    "obtain see view review receive get read leak quote cite carry commission hold seize find forward order request "
    "translate intercept recover acquire examine uncover unearth hear demand reject dismiss verify".split()
)
"""What somebody does with a document of others."""
_WITHIN = frozenset("in during on".split())
_OWNING = frozenset("by from with of".split())
_WORDS = 18
"""Words before a relative clause among which the document stands."""
_OFFICES = frozenset("office campaign team camp".split())
"""What speaks for whose it is, and is called by them."""


class Writer(NamedTuple):
    """Who may have written a document."""

    source: Source
    """The words that stand for them."""
    sure: bool
    """Whether they are the writer even where they have no name."""


def writers(reading: Reading, source: Source) -> Iterator[Writer]:
    """Who may have written the document that `source` stands for, likeliest first."""
    head = source.head
    for child in head.children:
        if child.dep_ == "poss":
            yield Writer(reading.phrase(child), sure=True)
            return
    if head.dep_ == "dobj" and publishes(head.head, head) and reading.outside(head.head):
        # "his ministry issued a note that said": whose it is does the publishing
        issuer, _ = speaker_of(reading, head.head)
        if issuer is not None and issuer.head.i != head.i and reading.can_speak(issuer.head):
            yield Writer(issuer, sure=True)
            return
    end = reading.sentence(source.span.start).end
    for word in reading.outside_words(Span(source.span.start, min(end, source.span.end + _REACH))):
        if word.i <= head.i:
            continue
        if word.lower_ in ("by", "from"):
            if word.head.lemma_.lower() in _PASSING_ON:
                continue
            noun = next((child for child in word.children if child.dep_ == "pobj"), None)
            several = noun is not None and (noun.tag_ == "NNS" or any(c.dep_ == "conj" for c in noun.children))
            if noun is not None and not several:
                yield Writer(reading.phrase(noun), sure=_is_office(noun) or _signs(reading, word, noun))
        elif (host := host_of(word)) is not None:
            if host.pos_ == "PROPN":
                yield Writer(reading.phrase(host), sure=True)
                return
        elif word.tag_ in FINITE and word.dep_ != "acl" and reading.text[word.idx - 1] != "-":
            return


def speaks_within(reading: Reading, pronoun: Token) -> Token | None:
    """Whose words a relative clause is of in which "he" speaks: "an address by Ann Lee, in which she said"; or None."""
    at = pronoun.i
    if at < 4 or reading.tokens[at - 1].lower_ != "which" or reading.tokens[at - 2].lower_ not in _WITHIN:
        return None
    words = [reading.tokens[n] for n in range(max(0, at - _WORDS), at - 2)]
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word.is_sent_start or word.pos_ in ("VERB", "AUX") or not reading.outside(word):
            break
        if word.pos_ == "NOUN" and communicates(word) is not None:
            owner = next((child for child in word.lefts if child.dep_ == "poss"), None)
            if owner is not None:
                return owner
            by = next((w for w in words[place + 1 :] if w.lower_ in _OWNING), None)
            return noun_after(reading, by.i + 1) if by is not None else None
    return None


def _is_office(noun: Token) -> bool:
    """Whether a noun is somebody's office: "the mayor's office", "the office of the mayor"."""
    owned = any(child.dep_ == "poss" or child.lower_ == "of" for child in noun.children)
    return owned and noun.lemma_.lower() in _OFFICES


def _signs(reading: Reading, preposition: Token, noun: Token) -> bool:
    """Whether somebody without a name wrote the document: "a letter signed by the treasurer", "from the council"."""
    if preposition.lower_ == "from":
        definite = any(child.lower_ in ("the", "its", "their") for child in noun.lefts)
        return definite and noun.pos_ == "NOUN" and noun.lemma_.lower() in lexicon.words("organisation_nouns")
    return preposition.head.tag_ == "VBN" and reading.is_person(noun)
